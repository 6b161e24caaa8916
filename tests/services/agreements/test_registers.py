"""What the registers of agreements take, and what they refuse."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import Agreement, RouteTerms
from honorarios.services import registers
from honorarios.services.actor import ActorRole
from honorarios.services.registers import REGISTERS
from tests.services.agreements.making import REPASSE, TODAY, codes, cooperative, register

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def test_agreements_of_the_same_may_not_hold_on_one_day(cast: Cast) -> None:
    register(cast.clerk, "agreements", {**REPASSE, "valid_to": "2025-06-30"}).require()
    other = {**REPASSE, "scope": "urgência", "valid_from": "2025-06-30"}
    assert codes(register(cast.clerk, "agreements", other)) == [("REG-OVERLAP", "valid_from")]
    for apart in (
        {"valid_from": "2025-07-01"},
        {"specialty": "urologia"},
        {"codes": "3100"},
        {"scope": "pacote"},
    ):
        register(cast.clerk, "agreements", {**REPASSE, **apart}).require()
    assert Agreement.objects.count() == 5


def test_codes_are_the_same_in_any_order(cast: Cast) -> None:
    register(cast.clerk, "agreements", {**REPASSE, "codes": "3100 4030"}).require()
    other = {**REPASSE, "codes": "4030 3100", "valid_from": "2025-01-01"}
    assert codes(register(cast.clerk, "agreements", other)) == [("REG-OVERLAP", "valid_from")]


def test_an_agreement_succeeds_itself_and_never_reaches_back(cast: Cast) -> None:
    saved = register(cast.clerk, "agreements", REPASSE).require()
    agreed = REGISTERS["agreements"]
    began = registers.succeed(
        actor=cast.clerk,
        register=agreed,
        row_id=saved.id,
        values={"valid_from": "2026-01-01"},
        seen=saved.tag,
    ).require()
    assert Agreement.objects.get(pk=saved.id).valid_to == date(2025, 12, 31)
    old = registers.read(actor=cast.clerk, register=agreed, row_id=saved.id).require()
    longer = registers.change(
        actor=cast.clerk,
        register=agreed,
        row_id=saved.id,
        values={"valid_to": "2026-02-01"},
        seen=old.tag,
    )
    assert codes(longer) == [("REG-OVERLAP", "valid_from")]
    assert began.id != saved.id


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"hospital": ""}, "REG-PARTY", "hospital"),
        ({"cooperative": "COOPX"}, "REG-PARTY-EXTRA", "cooperative"),
        ({"kind": "cooperativa"}, "REG-PARTY", "cooperative"),
        ({"kind": "outro"}, "REG-UNREADABLE", "kind"),
        ({"fact_status": "confirmado"}, "REG-CONFIRMED-DAY", "confirmed_on"),
        ({"valid_to": "2023-12-31"}, "REG-DATES", "valid_to"),
        ({"asks": "portaria"}, "REG-UNREADABLE", "asks"),
        ({"beside_repasse": "talvez"}, "REG-UNREADABLE", "beside_repasse"),
        (
            {"kind": "aceite", "cooperative": "NENHUMA"},
            "REG-REFERENCE",
            "cooperative",
        ),
        (
            {"confirmed_on": (TODAY + timedelta(days=9)).isoformat(), "fact_status": "negado"},
            "REG-CONFIRMED-AHEAD",
            "confirmed_on",
        ),
        (
            {"confirmed_on": "2026-01-02", "expires_on": "2026-01-01"},
            "REG-EXPIRES",
            "expires_on",
        ),
    ],
)
def test_what_an_agreement_cannot_be_is_a_finding_at_its_field(
    cast: Cast, changes: dict[str, Any], code: str, field: str
) -> None:
    cooperative(cast)
    refused = register(cast.clerk, "agreements", {**REPASSE, **changes})
    assert (code, field) in codes(refused)
    assert not Agreement.objects.exists()


def test_a_fact_that_has_expired_already_is_kept_with_a_warning(cast: Cast) -> None:
    values = {**REPASSE, "fact_status": "confirmado", "confirmed_on": "2025-01-01"}
    kept = register(cast.clerk, "agreements", {**values, "expires_on": "2025-02-01"})
    assert kept.ok
    assert codes(kept) == [("REG-EXPIRED", "expires_on")]


def test_who_can_confirm_is_written_as_people_say_it(cast: Cast) -> None:
    values = {**REPASSE, "asks": "Setor de faturamento, comercial"}
    saved = register(cast.clerk, "agreements", values).require()
    assert Agreement.objects.get(pk=saved.id).asks == "commercial billing"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"fee_share": "100,01"}, "REG-UNREADABLE", "fee_share"),
        ({"loss_share": "-1"}, "REG-UNREADABLE", "loss_share"),
        ({"cut_off_days": "30"}, "REG-CUT-OFF-SHAPE", "cut_off_shape"),
        ({"cut_off_shape": "after_event"}, "REG-CUT-OFF", "cut_off_event"),
        (
            {
                "cut_off_shape": "month_day",
                "cut_off_event": "surgery",
                "cut_off_day": 32,
                "cut_off_months": 1,
            },
            "REG-MONTH-DAY",
            "cut_off_day",
        ),
        (
            {
                "cut_off_shape": "calendar",
                "cut_off_event": "surgery",
                "cut_off_dates": "2026-02-30",
            },
            "REG-CALENDAR-DATE",
            "cut_off_dates",
        ),
    ],
)
def test_what_terms_cannot_be_is_a_finding_at_its_field(
    cast: Cast, changes: dict[str, Any], code: str, field: str
) -> None:
    refused = register(cast.clerk, "route-terms", {"valid_from": "2026-01-01", **changes})
    assert (code, field) in codes(refused)
    assert not RouteTerms.objects.exists()


def test_terms_of_nobody_are_those_of_the_private_fee_and_only_one_at_a_time(cast: Cast) -> None:
    terms = {"valid_from": "2026-01-01", "fee_share": "0", "fixed_fee": "150,00"}
    saved = register(cast.clerk, "route-terms", terms).require()
    assert RouteTerms.objects.get(pk=saved.id).fixed_centavos == 15_000
    again = register(cast.clerk, "route-terms", {**terms, "valid_from": "2026-02-01"})
    assert codes(again) == [("REG-OVERLAP", "valid_from")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"regime": "presumed"}, "REG-REGIME-OF-PERSON"),
        ({"receives_as": "legal"}, "REG-REGIME"),
        ({"receives_as": "legal", "regime": "outro"}, "REG-REGIME"),
        (
            {"receives_as": "legal", "regime": "presumed", "marginal_rate": "27,5"},
            "REG-MARGIN-OF-COMPANY",
        ),
        ({"social_month": "2026-03-02"}, "REG-SOCIAL-MONTH"),
        ({"marginal_rate": "101"}, "REG-UNREADABLE"),
    ],
)
def test_a_tax_profile_is_of_a_person_or_of_a_company(
    cast: Cast, changes: dict[str, Any], code: str
) -> None:
    profile = {"provider": "p1", "valid_from": "2026-01-01"}
    refused = register(cast.clerk, "tax-profiles", {**profile, **changes})
    assert code in [one for one, _field in codes(refused)]


@pytest.mark.parametrize(
    "role", [ActorRole.AUDITOR, ActorRole.HOSPITAL_FINANCE, ActorRole.PHYSICIAN]
)
def test_tax_profiles_are_for_whoever_plans_and_for_nobody_else(
    cast: Cast, role: ActorRole
) -> None:
    asked = registers.listed(actor=cast.by_role[role], register=REGISTERS["tax-profiles"])
    assert [one.code for one in asked.findings] == ["PER-ROLE"]
