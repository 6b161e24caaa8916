"""The work list on screen: filters in the address, views, checks, and who is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import AccountPart, AuditEvent, Patient, SavedView
from honorarios.services import worklist
from honorarios.services.worklist import WorkFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("username", ["faturista", "auditoria", "medica", "financeiro"])
def test_each_role_sees_its_own_list(
    client_as: ClientAs, hospital: FictitiousHospital, username: str
) -> None:
    shown = text(client_as(username), "/contas/")
    page = worklist.listed(actor=hospital.actor(username)).require()
    assert page.rows
    assert all(f"?parcial={row.part_id}" in shown for row in page.rows)


def test_the_administrator_has_no_list(client_as: ClientAs) -> None:
    assert client_as("administracao").get("/contas/").status_code == 403


def test_filters_of_the_address_are_those_of_the_list(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    page = worklist.listed(
        actor=hospital.actor("faturista"), only=WorkFilter(status=PartStatus.BILLED)
    ).require()
    shown = text(client_as("faturista"), "/contas/?situacao=billed")
    for part in AccountPart.objects.all():
        listed = part.pk in {row.part_id for row in page.rows}
        assert (f"?parcial={part.pk}&" in shown or f'?parcial={part.pk}"' in shown) is listed


def test_a_day_that_cannot_be_read_is_told_at_its_field(client_as: ClientAs) -> None:
    shown = text(client_as("faturista"), "/contas/?de=31/02/2026")
    assert "WEB-DAY" in shown or "31/02/2026" in shown
    assert 'aria-invalid="true"' in shown


def test_no_name_stands_on_a_list_until_it_is_asked_for(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("faturista")
    shown = text(client, "/contas/")
    names = Patient.objects.filter(office=hospital.office).values_list("name", flat=True)
    assert not any(name in shown for name in names)
    part = AccountPart.objects.select_related("account__attendance__patient").order_by("-pk")[0]
    before = AuditEvent.objects.count()
    address = f"/atendimentos/{part.account.attendance_id}/paciente/"
    told = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.account.attendance.patient.name in told
    assert AuditEvent.objects.count() == before + 1


def test_a_view_is_saved_shown_and_forgotten(client_as: ClientAs) -> None:
    client = client_as("faturista")
    form = {"name": "Abertas da Aurora", "query": "situacao=open&convenio=convenio-aurora"}
    answer = client.post("/contas/visoes/salvar/", form)
    assert answer.status_code == 303
    assert "Abertas da Aurora" in text(client, "/contas/")
    view = SavedView.objects.get(name="Abertas da Aurora")
    assert client.post(f"/contas/visoes/{view.pk}/apagar/").status_code == 303
    assert "Abertas da Aurora" not in text(client, "/contas/")


def test_checks_come_for_the_rows_of_a_page(client_as: ClientAs) -> None:
    part = AccountPart.objects.filter(status="open").order_by("-pk")[0]
    answer = client_as("auditoria").get(f"/contas/conferencias/?parcial={part.pk}&parcial=x")
    assert f"#check-{part.pk}" in answer.content.decode()
