"""The two seeds meet: a surgery chosen, launched by every route, priced, split and reversed in a browser."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from honorarios.records.models import (
    CaseRequest,
    Credential,
    FeeLine,
    Participation,
    Provider,
    RouteClaim,
    SplitRule,
    SplitShare,
    SurgeryCase,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital

pytestmark = pytest.mark.database

PLANNED = "2026-0001"
"""The demonstration's surgery of next week: authorised, with a team of three."""
WAYS = {
    "surgeon": "repasse",
    "first_assistant": "accredited",
    "anaesthetist": "cooperative:COOPA",
    "second_assistant": "private",
}


@pytest.fixture
def case(hospital: FictitiousHospital) -> SurgeryCase:
    found = SurgeryCase.objects.get(office=hospital.office, number=PLANNED)
    found.participations.update(receives_as="legal")
    # It may be done today: the browser's story begins with a surgery that is still to come.
    yesterday = timezone.localdate() - timedelta(days=2)
    CaseRequest.objects.filter(case=found, answered_on__gt=yesterday).update(answered_on=yesterday)
    joined_by_who_may_charge(found)
    return found


def joined_by_who_may_charge(case: SurgeryCase) -> None:
    """A second assistant, accredited for consultations only, whose budget the patient signed before."""
    team = case.participations.values("provider_id")
    others = Provider.objects.filter(office=case.office_id, specialty="cirurgia-geral")
    provider = others.exclude(pk__in=team).order_by("pk")[0]
    Credential.objects.filter(provider=provider, payer=case.payer).update(scope="consultation")
    Participation.objects.create(
        office_id=case.office_id,
        case=case,
        provider=provider,
        role="second_assistant",
        receives_as="legal",
    )
    SurgeryCase.objects.filter(pk=case.pk).update(
        budget_signed_on=case.indicated_on, knew_of_network="yes"
    )


def divide(case: SurgeryCase) -> None:
    """The surgeon's fee is shared with the assistant, by a rule of the office."""
    surgeon = Participation.objects.get(case=case, role="surgeon").provider
    other = Participation.objects.get(case=case, role="first_assistant").provider
    rule = SplitRule.objects.create(
        office_id=case.office_id, provider=surgeon, codes="3", valid_from=case.indicated_on
    )
    for position, (receiver, percent) in enumerate(((surgeon, 60), (other, 40)), 1):
        SplitShare.objects.create(
            office_id=case.office_id,
            rule=rule,
            position=position,
            provider=receiver,
            percent=Decimal(percent),
        )


def line_of(claim: RouteClaim) -> FeeLine:
    """The line by which a claim was launched."""
    return FeeLine.objects.select_related("part__payer").get(route_claims=claim)


def test_chosen_launched_by_every_route_priced_split_and_reversed(
    case: SurgeryCase,
    page_as: Callable[[str], Page],
    accessible: Callable[[Page], None],
) -> None:
    divide(case)
    page = page_as("faturista")

    # The surgery's own page tells the advice; the choice's page tells all of it.
    page.goto(f"/cirurgias/{case.pk}/")
    page.get_by_role("link", name="Escolher a via").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Escolha da via")
    accessible(page)

    # What is supposed moves the ranking, and is written nowhere.
    fee = page.get_by_label("Taxa adm.").first
    fee.fill("99")
    expect(page.get_by_text("Mostrando o que aconteceria")).to_be_visible()
    page.get_by_role("link", name="Voltar ao que vale").click()
    expect(page.get_by_text("Mostrando o que aconteceria")).to_have_count(0)

    # Chosen: a route for each member of the team.
    for role, way in WAYS.items():
        member = Participation.objects.get(case=case, role=role)
        page.locator(f'input[name="via-{member.pk}"][value="{way}"]').check()
    page.get_by_label("Motivo").fill("Cada um pela via combinada")
    page.get_by_role("button", name="Decidir as vias marcadas").click()
    expect(page.get_by_text("Decisão 1 gravada")).to_be_visible()
    claims = RouteClaim.objects.filter(case=case)
    routes = {"repasse", "accredited", "cooperative", "private"}
    assert {claim.route for claim in claims} == routes

    # Done, and launched by every route at once.
    page.goto(f"/cirurgias/{case.pk}/")
    page.get_by_role("link", name="Registrar realização").click()
    page.get_by_label("Início da cirurgia").fill("hoje 00:10")
    page.get_by_label("Ou abrir o atendimento de número").fill("A-5500")
    page.get_by_role("dialog").get_by_role("button", name="Registrar realização").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto(f"/cirurgias/{case.pk}/via/")
    page.get_by_role("button", name="cobranças").click()
    expect(page.get_by_text("Cobranças lançadas")).to_be_visible()
    # What the lines were launched with to be confirmed is told along.
    expect(page.get_by_text("com o que confirmar").first).to_be_visible()

    # Priced and split: the surgeon's act has a line for each share, the accredited is outside.
    claim = claims.filter(role="surgeon").order_by("pk")[0]
    first = line_of(claim)
    assert first.split_group is not None
    assert FeeLine.objects.filter(split_group=first.split_group).count() > 1
    assert all(line_of(one).outside_stored for one in claims.filter(route="accredited"))
    page.get_by_role("link", name="memória do lançamento").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Memória de cálculo")
    expect(page.locator(".memoria__total")).to_contain_text("R$")

    # What the patient pays has a part of its own.
    parts = [line_of(one).part for one in claims.filter(route="private")]
    assert {(part.payer.group, part.route) for part in parts} == {("self_pay", "private")}

    # Reversed: the claim is withdrawn with the lines of its act, and its routes are open again.
    page.goto(f"/cobrancas/{claim.pk}/")
    accessible(page)
    page.get_by_role("button", name="Retirar").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Motivo").fill("Lançada pela via errada")
    dialog.get_by_role("button", name="Retirar a cobrança").click()
    expect(page.get_by_text("Cobrança retirada")).to_be_visible()
    shares = FeeLine.objects.filter(split_group=first.split_group, reverses__isnull=True)
    assert {share.status for share in shares} == {"reversed"}
    assert RouteClaim.objects.get(pk=claim.pk).state == "withdrawn"
