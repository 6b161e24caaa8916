"""Documents by their addresses: who gets which, what is recorded, and what of others they never say."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from honorarios.records.models import (
    Account,
    AuditEvent,
    FeeLine,
    Patient,
    Provider,
)
from honorarios.services import fees, printing
from honorarios.services.printing import Form
from tests.web.reports.test_numbers import whole_period

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

pytestmark = pytest.mark.once

PRINTS = (
    "/contas/{account}/espelho.pdf",
    "/contas/{account}/espelho.xlsx",
    "/demonstrativos/demonstrativo.pdf?prestador={provider}",
    "/demonstrativos/demonstrativo.xlsx?prestador={provider}",
    "/fechamento/fechamento.pdf",
    "/fechamento/fechamento.xlsx",
)
PAGES = ("/painel/", "/painel/graficos/", "/fechamento/", "/demonstrativos/", "/producao/")
ALLOWED = {
    "faturista": {*PRINTS, *PAGES[:4]},
    "auditoria": {*PRINTS, *PAGES[:4]},
    "financeiro": {*PRINTS, *PAGES[:4]},
    "medica": {*PRINTS[:4], *PAGES[3:]},
    "administracao": set(),
}


def physician(hospital: FictitiousHospital) -> Provider:
    """Who the physician among the users is."""
    return Provider.objects.get(pk=hospital.actor("medica").provider_id or 0)


def own_account(hospital: FictitiousHospital) -> int:
    """An account with a line of the physician's and one of a colleague's."""
    provider = physician(hospital).pk
    for account in Account.objects.filter(parts__lines__provider_id=provider).distinct():
        acted = FeeLine.objects.filter(part__account=account, provider__isnull=False)
        if acted.exclude(provider_id=provider).exists():
            return account.pk
    raise LookupError("the physician always acts alone")


def cells(content: bytes) -> list[object]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return [
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    ]


@pytest.mark.parametrize("username", ALLOWED)
def test_each_role_gets_its_own(
    hospital: FictitiousHospital, client_as: Callable[[str], Client], username: str
) -> None:
    own = physician(hospital)
    client = client_as(username)
    for address in (*PRINTS, *PAGES):
        asked = address.format(account=own_account(hospital), provider=own.code)
        status = client.get(asked).status_code
        assert status == (200 if address in ALLOWED[username] else 403), address


def test_a_print_of_a_patient_is_recorded_as_a_reading_and_as_a_print(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    before = AuditEvent.objects.count()
    answer = client_as("faturista").get(f"/contas/{own_account(hospital)}/espelho.pdf")
    told = AuditEvent.objects.order_by("seq")[before:]
    assert {event.subject_type for event in told} == {"patient", "account"}
    assert {event.action for event in told} == {"mirrors.read"}
    assert answer["Cache-Control"].find("no-store") >= 0
    assert answer["Content-Disposition"].startswith("inline")


def test_other_prints_are_recorded(client_as: Callable[[str], Client]) -> None:
    before = AuditEvent.objects.count()
    client = client_as("medica")
    assert client.get("/demonstrativos/demonstrativo.xlsx").status_code == 200
    assert client_as("auditoria").get("/fechamento/fechamento.xlsx").status_code == 200
    told = AuditEvent.objects.order_by("seq")[before:]
    assert [event.action for event in told] == ["statements.read", "closings.read"]


def test_a_mirror_adds_up_to_the_account(hospital: FictitiousHospital) -> None:
    actor = hospital.actor("auditoria")
    for key in Account.objects.filter(office=hospital.office).values_list("pk", flat=True)[:15]:
        told = printing.mirror(actor=actor, account_id=key).require()
        account = fees.account(actor=actor, account_id=key).require()
        assert told.sums.charged == account.sums.charged
        assert told.sums.inside == account.sums.inside
        assert told.sums.total == account.sums.total
        assert sum(len(group.lines) for part in told.parts for group in part.groups) == sum(
            len(part.lines) for part in account.parts
        )


def test_a_physician_sees_no_colleague_in_what_they_print(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    own = physician(hospital)
    colleagues = set(
        Provider.objects.filter(office=hospital.office, kind="person")
        .exclude(pk=own.pk)
        .values_list("name", flat=True)
    )
    asked, client = whole_period(hospital), client_as("medica")
    period = f"de={asked.first_day}&ate={asked.last_day}"
    account = own_account(hospital)
    for address in (
        f"/contas/{account}/espelho.xlsx",
        f"/demonstrativos/demonstrativo.xlsx?{period}",
    ):
        told = cells(client.get(address).content)
        assert own.name in told
        assert not colleagues & {str(cell) for cell in told}
    for address in (f"/producao/?{period}", f"/demonstrativos/?{period}"):
        page = client.get(address).content.decode()
        assert own.name in page
        assert not [name for name in colleagues if name in page]


def test_what_is_not_ones_own_is_not_to_be_found(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    own, client = physician(hospital), client_as("medica")
    other = Provider.objects.filter(office=hospital.office).exclude(pk=own.pk)[0]
    foreign = Account.objects.filter(office=hospital.office).exclude(
        parts__lines__provider_id=own.pk
    )[0]
    for address in (
        f"/demonstrativos/demonstrativo.pdf?prestador={other.code}",
        f"/contas/{foreign.pk}/espelho.pdf",
        "/contas/999999999/espelho.xlsx",
    ):
        assert client.get(address).status_code == 404


def test_lists_of_production_name_no_patient(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    asked = whole_period(hospital)
    period = f"de={asked.first_day}&ate={asked.last_day}"
    names = list(Patient.objects.filter(office=hospital.office).values_list("name", flat=True))
    page = client_as("medica").get(f"/producao/?{period}").content.decode()
    statement = cells(
        client_as("medica").get(f"/demonstrativos/demonstrativo.xlsx?{period}").content
    )
    assert not [name for name in names if name in page]
    assert not set(names) & {str(cell) for cell in statement}


def test_what_blocks_is_what_the_closing_checks_say(hospital: FictitiousHospital) -> None:
    actor, asked = hospital.actor("faturista"), whole_period(hospital)
    told = printing.closing(actor=actor, asked=asked).require()
    assert told.report.examined
    assert told.report.sums.charged == told.sums.whole.whole.charged
    assert len(told.report.blocked) == len(told.parts)
    made = printing.print_closing(actor=actor, asked=asked, form=Form.PDF).require()
    assert made.content.startswith(b"%PDF")
    assert made.name == f"fechamento-{asked.first_day}-{asked.last_day}.pdf"


@pytest.mark.parametrize("typed", ["abacaxi", "31/02/2026", "9" * 60, "%00"])
def test_a_day_that_is_none_is_said_beside_its_field(
    client_as: Callable[[str], Client], typed: str
) -> None:
    client = client_as("faturista")
    for address in ("/painel/", "/fechamento/", "/demonstrativos/"):
        answer = client.get(f"{address}?de={typed}&ate=hoje")
        assert answer.status_code == 200
        assert "field__help" in answer.content.decode() or "finding" in answer.content.decode()
