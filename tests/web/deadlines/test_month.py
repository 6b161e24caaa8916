"""The calendar of deadlines: a month at a glance, and day by day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

from honorarios.services.actor import ActorRole
from tests.services.cast import CANARY, make_cast, stock
from tests.services.deadlines import planned
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from honorarios.records.models import SurgeryCase
    from tests.services.cast import Cast

pytestmark = pytest.mark.once

AGREEMENT = "Repasse: Hospital Aurora"
"""What has to be confirmed again by 31 December."""


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel("2026-11-23T12:00:00Z", tick=True):
        yield


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - the fixture opens the database
    return make_cast()


@pytest.fixture
def case(cast: Cast) -> SurgeryCase:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world, "2026/7")
    planned.ask(case, date(2026, 10, 12))
    return case


@pytest.fixture
def clerk(cast: Cast, case: SurgeryCase) -> Client:  # noqa: ARG001 - it is what they see
    return signed_in(cast.clerk)


def page(client: Client, address: str = "/prazos/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_month_of_today_with_what_is_late_from_before(clerk: Client) -> None:
    told = page(clerk)
    assert "Novembro de 2026" in told
    # Asked on 12 October: ten working days end on the 26th, and 21 in November.
    assert "Vencidos antes deste mês" in told
    assert "Resposta da operadora" in told
    assert "há 28 dias" in told
    assert 'id="d2026-11-11"' in told
    assert "RN ANS 623/2024" in told
    assert CANARY not in told


def test_another_month(clerk: Client) -> None:
    told = page(clerk, "/prazos/?mes=2026-12")
    assert "Dezembro de 2026" in told
    assert "Cirurgia" in told
    assert AGREEMENT in told
    assert "mes=2026-11" in told
    assert "mes=2027-01" in told
    earlier = page(clerk, "/prazos/?mes=2026-09")
    assert "Vencidos antes" not in earlier
    assert "Nenhum prazo neste mês" in earlier


@pytest.mark.parametrize("month", ["", "nada", "2026-13", "0001-01", "9999-12", "2026-11-01", "²"])
def test_an_unreadable_month_is_that_of_today(clerk: Client, month: str) -> None:
    assert "Novembro de 2026" in page(clerk, f"/prazos/?mes={month}")


def test_filters_stay_in_the_address(clerk: Client) -> None:
    told = page(clerk, "/prazos/?mes=2026-12&quem=team")
    assert AGREEMENT not in told
    assert "Data planejada" in told
    assert "quem=team" in told
    assert "mes=2027-01" in told
    nothing = page(clerk, "/prazos/?quem=nada&tipo=nada&situacao=nada&unidade=nada")
    assert "Novembro de 2026" in nothing


def test_every_role_opens_it_and_sees_its_own(cast: Cast, case: SurgeryCase) -> None:
    for role, surgery, agreement in (
        (ActorRole.PHYSICIAN, True, False),
        (ActorRole.AUDITOR, True, True),
        (ActorRole.HOSPITAL_FINANCE, False, False),
        (ActorRole.ADMINISTRATOR, False, True),
    ):
        told = page(signed_in(cast.by_role[role]), "/prazos/?mes=2026-12")
        assert (case.number in told) is surgery, role
        assert (AGREEMENT in told) is agreement, role


def test_the_first_page_reminds_of_what_is_due(cast: Cast, clerk: Client) -> None:
    told = page(clerk, "/")
    assert "Prazos que pedem atenção" in told
    assert "há 28 dias" in told
    assert "Confirmação a renovar" not in told
    other = page(signed_in(cast.by_role[ActorRole.HOSPITAL_FINANCE]), "/")
    assert "Prazos que pedem atenção" not in other


def test_a_surgerys_page_shows_its_deadlines(cast: Cast, clerk: Client, case: SurgeryCase) -> None:
    stock(cast)
    for address in (f"/cirurgias/{case.pk}/", f"/cirurgias/{case.pk}/prazos/"):
        told = page(clerk, address)
        assert 'id="prazos"' in told
        assert "Garantia de atendimento" in told


def test_a_deadline_is_kept_and_reopened(clerk: Client, case: SurgeryCase) -> None:
    which = {"tipo": "hospital_inclusion", "chave": _key(clerk, case)}
    kept = clerk.post(f"/cirurgias/{case.pk}/prazos/cumprir/", {**which, "dia": "20/11"})
    assert kept.status_code == 303
    told = page(clerk, f"/cirurgias/{case.pk}/prazos/")
    assert "cumprido em 20/11/2026" in told
    assert clerk.post(f"/cirurgias/{case.pk}/prazos/reabrir/", which).status_code == 303
    assert "cumprido em 20/11/2026" not in page(clerk, f"/cirurgias/{case.pk}/prazos/")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"dia": "amanhã"}, "ainda não chegou"),
        ({"dia": "31/02"}, "31/02"),
        ({"tipo": "nada"}, "Prazos da cirurgia"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_the_reason(
    clerk: Client, case: SurgeryCase, form: dict[str, str], said: str
) -> None:
    which = {"tipo": "hospital_inclusion", "chave": _key(clerk, case), **form}
    answer = clerk.post(f"/cirurgias/{case.pk}/prazos/cumprir/", which)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_deadlines_of_another_unit_are_not_to_be_found(cast: Cast, clerk: Client) -> None:
    other = planned.plan(cast.other_unit, "2026/8")
    assert clerk.get(f"/cirurgias/{other.pk}/prazos/").status_code == 404
    which = {"tipo": "appeal", "chave": ""}
    assert clerk.post(f"/cirurgias/{other.pk}/prazos/cumprir/", which).status_code == 404


def test_a_day_with_many_says_how_many_more(cast: Cast, clerk: Client) -> None:
    for number in range(5):
        planned.plan(cast.world, f"D{number}", planned_at=datetime(2026, 11, 27, 8))
    assert "mais 2" in page(clerk)


def _key(clerk: Client, case: SurgeryCase) -> str:
    told = page(clerk, f"/cirurgias/{case.pk}/prazos/")
    start = told.index('name="tipo" value="hospital_inclusion"')
    return told[start:].split('name="chave" value="')[1].split('"')[0]
