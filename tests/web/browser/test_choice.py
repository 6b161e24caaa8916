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
    FeeLine,
    Participation,
    RouteClaim,
    SplitRule,
    SplitShare,
    SurgeryCase,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.pictures import Pictures

pytestmark = pytest.mark.database

PLANNED = "2026-0001"
"""The demonstration's surgery of next week: authorised, with a team of three."""
WAYS = {
    "surgeon": "repasse",
    "first_assistant": "accredited",
    "anaesthetist": "cooperative:COOPA",
}


@pytest.fixture
def case(hospital: FictitiousHospital) -> SurgeryCase:
    found = SurgeryCase.objects.get(office=hospital.office, number=PLANNED)
    found.participations.update(receives_as="legal")
    # It may be done today: the browser's story begins with a surgery that is still to come.
    yesterday = timezone.localdate() - timedelta(days=2)
    CaseRequest.objects.filter(case=found, answered_on__gt=yesterday).update(answered_on=yesterday)
    return found


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


def test_chosen_launched_by_every_route_priced_split_and_reversed(
    case: SurgeryCase,
    page_as: Callable[[str], Page],
    accessible: Callable[[Page], None],
    picture: Pictures,
) -> None:
    divide(case)
    page = page_as("faturista")

    # The surgery's own page tells the advice; the choice's page tells all of it.
    page.goto(f"/cirurgias/{case.pk}/")
    page.get_by_role("link", name="Escolher a via").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Escolha da via")
    accessible(page)
    picture(page, "escolha-da-via")

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
    assert {claim.route for claim in claims} == {"repasse", "accredited", "cooperative"}

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

    # Priced and split: the surgeon's act has a line for each share, the accredited is outside.
    surgeons = claims.filter(role="surgeon").select_related("fee_line").order_by("pk")
    first = surgeons[0].fee_line
    assert first is not None
    assert first.split_group is not None
    assert FeeLine.objects.filter(split_group=first.split_group).count() > 1
    outside = claims.filter(route="accredited").select_related("fee_line")
    assert all(one.fee_line is not None and one.fee_line.outside_stored for one in outside)
    page.get_by_role("link", name="memória do lançamento").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Memória de cálculo")
    expect(page.locator(".memoria__total")).to_contain_text("R$")

    # Reversed: the claim is withdrawn with the lines of its act, and its routes are open again.
    page.goto(f"/cobrancas/{surgeons[0].pk}/")
    accessible(page)
    page.get_by_role("button", name="Retirar").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Motivo").fill("Lançada pela via errada")
    dialog.get_by_role("button", name="Retirar a cobrança").click()
    expect(page.get_by_text("Cobrança retirada")).to_be_visible()
    shares = FeeLine.objects.filter(split_group=first.split_group, reverses__isnull=True)
    assert {share.status for share in shares} == {"reversed"}
    assert RouteClaim.objects.get(pk=surgeons[0].pk).state == "withdrawn"
