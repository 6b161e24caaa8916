"""Confirming facts, seeing them together, and asking again for what is no longer to be believed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import (
    Agreement,
    AuditEvent,
    Contact,
    CooperativeMembership,
    FactStatus,
    RouteTerms,
    TaxParameters,
)
from honorarios.records.models import facts as kept
from honorarios.routing import facts
from honorarios.routing.taxes.parameters import tax_years
from honorarios.services import agreements, registers
from honorarios.services.actor import ActorRole
from honorarios.services.agreements import Confirmation, Why
from honorarios.services.registers import REGISTERS
from tests.services.agreements.making import TODAY, ago, agreement, codes, contact, cooperative
from tests.services.cast import make_cast

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def test_the_record_and_the_rules_call_facts_by_the_same_names() -> None:
    assert [one.value for one in FactStatus] == [one.value for one in facts.FactStatus]
    assert [one.value for one in Contact] == [one.value for one in facts.Contact]
    assert kept.Answer("unknown").holds is None


def test_a_fact_is_confirmed_by_somebody_on_a_day_and_its_history_says_so(cast: Cast) -> None:
    row = agreement(cast)
    said = Confirmation(confirmed_by="Comercial", evidence="e-mail", expires_on=ago(-90))
    saved = agreements.confirm(
        actor=cast.clerk, register="agreements", row_id=row.pk, said=said
    ).require()
    row.refresh_from_db()
    assert (row.fact_status, row.confirmed_by) == ("confirmed", "Comercial")
    assert (row.confirmed_on, row.expires_on) == (TODAY, ago(-90))
    agreed = REGISTERS["agreements"]
    (change,) = registers.history(actor=cast.clerk, register=agreed, row_id=row.pk).require()
    assert change.status == "confirmed"
    assert AuditEvent.objects.filter(action="agreements.confirm").count() == 1
    stale = agreements.confirm(
        actor=cast.clerk, register="agreements", row_id=row.pk, said=said, seen="0" * 16
    )
    assert codes(stale)[0][0] == "EST-STALE"
    assert saved.outcome == "changed"


def test_what_is_presumed_was_confirmed_by_nobody(cast: Cast) -> None:
    row = agreement(cast, fact_status="confirmed", confirmed_by="A", confirmed_on=ago(9))
    said = Confirmation(status="presumed", confirmed_by="B", evidence="costume")
    agreements.confirm(actor=cast.clerk, register="agreements", row_id=row.pk, said=said).require()
    row.refresh_from_db()
    assert (row.fact_status, row.confirmed_by, row.confirmed_on) == ("presumed", "", None)


def test_only_facts_are_confirmed_and_only_by_who_may(cast: Cast) -> None:
    row = agreement(cast)
    said = Confirmation()
    wrong = agreements.confirm(actor=cast.clerk, register="payers", row_id=1, said=said)
    assert codes(wrong) == [("REG-FACT", "register")]
    auditor = cast.by_role[ActorRole.AUDITOR]
    denied = agreements.confirm(actor=auditor, register="agreements", row_id=row.pk, said=said)
    assert codes(denied)[0][0] == "PER-ROLE"
    stranger = make_cast("serra-nova").clerk
    other = agreements.confirm(actor=stranger, register="agreements", row_id=row.pk, said=said)
    assert codes(other)[0][0] == "PER-NOT-FOUND"


def test_what_is_old_near_its_end_or_unconfirmed_is_asked_for_in_that_order(cast: Cast) -> None:
    known: dict[str, Any] = {"fact_status": "confirmed", "confirmed_on": ago(200)}
    agreement(cast, specialty="nova")
    agreement(cast, specialty="velha", expires_on=ago(1), asks="billing", **known)
    agreement(cast, specialty="logo", expires_on=ago(-10), **known)
    agreement(cast, specialty="longe", expires_on=ago(-100), **known)
    agreement(cast, specialty="encerrada", valid_to=ago(5))
    CooperativeMembership.objects.create(
        office=cast.world.office,
        provider=cast.world.provider,
        cooperative=cooperative(cast),
        valid_from=ago(400),
    )
    contact(cast, "commercial", "Comercial")
    contact(cast, "billing", "Faturamento")
    found = agreements.stale(actor=cast.clerk).require()
    assert [one.why for one in found.facts] == [Why.EXPIRED, Why.SOON, *[Why.UNCONFIRMED] * 2]
    first, soon, *others = found.facts
    assert [one.name for one in first.contacts] == ["Faturamento"]
    assert {one.name for one in soon.contacts} == {"Comercial", "Faturamento"}
    assert {one.register for one in others} == {"agreements", "memberships"}
    later = agreements.stale(actor=cast.clerk, within=120).require()
    assert later.of(Why.SOON) == 2


def test_the_grid_has_a_cell_for_each_pair_and_counts_what_nobody_asked(cast: Cast) -> None:
    coop = cooperative(cast)
    agreement(cast, fact_status="denied", confirmed_on=ago(3))
    agreement(cast, specialty="urologia")
    agreement(cast, kind="cooperative", hospital=None, cooperative=coop)
    grid = agreements.grid(actor=cast.clerk).require()
    assert len(grid.hospitals) == 2
    (row,) = [one for one in grid.payers if one.party.code == "serra"]
    by_place = {(cell.hospital, cell.cooperative): cell for cell in row.cells}
    general, special = by_place["h1", ""].agreements
    assert (general.fact.status, general.fact.age, special.specialty) == ("denied", 3, "urologia")
    assert len(by_place["", "COOPX"].agreements) == 1
    assert grid.counts["denied"] == 1
    assert grid.counts["missing"] == sum(
        not cell.agreements for each in (*grid.payers, *grid.acceptance) for cell in each.cells
    )


def test_one_agreement_comes_with_its_terms_and_whom_to_ask_first(cast: Cast) -> None:
    row = agreement(cast, asks="billing")
    contact(cast, "commercial", "Comercial")
    contact(cast, "billing", "Faturamento")
    RouteTerms.objects.create(
        office=cast.world.office,
        agreement=row,
        valid_from=ago(30),
        fee_share=Decimal(8),
        cut_off_shape="after_event",
        cut_off_event="surgery",
        cut_off_days=30,
        documents="Guia; Senha",
    )
    found = agreements.detail(actor=cast.clerk, agreement_id=row.pk).require()
    assert [one.name for one in found.contacts] == ["Faturamento", "Comercial"]
    (terms,) = found.terms
    assert (terms.fee_share, terms.documents) == (Decimal(8), ("Guia", "Senha"))
    assert "30 dias" in terms.cut_off
    assert Agreement.objects.filter(pk=found.agreement.id).exists()


def test_a_year_of_tax_parameters_is_kept_with_its_source_and_the_one_before_too(
    cast: Cast,
) -> None:
    boss = cast.by_role[ActorRole.ADMINISTRATOR]
    (year,) = agreements.parameters(actor=boss).require()
    assert not year.own
    document = tax_years()[-1].model_dump(mode="json")
    document["social_security"]["ceiling"] = "9000.00"
    for _ in range(2):
        agreements.change_parameters(
            actor=boss, document=document, source="Contador, portaria de teste"
        ).require()
    assert TaxParameters.objects.count() == 1
    (own,) = agreements.parameters(actor=boss).require()
    assert (own.own, str(own.taxes.social_security.ceiling)) == (True, "9000.00")


@pytest.mark.parametrize(
    ("document", "source", "code"),
    [
        ({}, "Contador", "REG-TAX-DOCUMENT"),
        ({"valid_from": "amanhã"}, "Contador", "REG-TAX-DOCUMENT"),
        (tax_years()[-1].model_dump(mode="json"), "  ", "REG-TAX-SOURCE"),
    ],
)
def test_tax_parameters_without_sense_or_source_are_refused(
    cast: Cast, document: dict[str, Any], source: str, code: str
) -> None:
    boss = cast.by_role[ActorRole.ADMINISTRATOR]
    refused = agreements.change_parameters(actor=boss, document=document, source=source)
    assert [one.code for one in refused.findings] == [code]
    assert not TaxParameters.objects.exists()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("income_tax", "brackets"), []),
        (("social_security", "rates"), []),
        (("regimes",), []),
        (("regimes", 0, "rate"), "-0.01"),
        (("income_tax", "brackets", 1, "rate"), "1.01"),
        (("social_security", "ceiling"), "1e2000"),
        (("valid_from",), "9999-01-01"),
    ],
)
def test_tax_parameters_that_no_tax_can_be_reckoned_with_are_refused(
    cast: Cast, place: tuple[str | int, ...], value: object
) -> None:
    document: Any = tax_years()[-1].model_dump(mode="json")
    within = document
    for step in place[:-1]:
        within = within[step]
    within[place[-1]] = value
    refused = agreements.change_parameters(
        actor=cast.by_role[ActorRole.ADMINISTRATOR], document=document, source="Contador"
    )
    assert {one.code for one in refused.findings} == {"REG-TAX-DOCUMENT"}
    assert not TaxParameters.objects.exists()


def test_who_keeps_no_parameters_changes_none(cast: Cast) -> None:
    refused = agreements.change_parameters(actor=cast.clerk, document={}, source="x")
    assert [one.code for one in refused.findings] == ["PER-ROLE"]
