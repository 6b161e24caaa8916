"""The screens of surgeries: planned in one form, answered in a dialog, told in a letter, seen by who may."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from honorarios.records.models import (
    AuditEvent,
    CaseRequest,
    Hospital,
    Patient,
    Payer,
    PlannedAct,
    SurgeryCase,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

pytestmark = pytest.mark.once


def case_of(status: str) -> SurgeryCase:
    """The demonstration's first surgery of a status."""
    return SurgeryCase.objects.filter(status=status).order_by("pk")[0]


def text(page: object) -> str:
    """What a page says, its tags and blanks left out."""
    content: bytes = page.content  # type: ignore[attr-defined] # the client's own class
    return " ".join(re.sub(r"<[^>]+>", " ", content.decode()).split())


def test_the_list_shows_the_next_ones_by_day_and_no_name(
    client_as: Callable[[str], Client],
) -> None:
    page = client_as("faturista").get("/cirurgias/")
    assert page.status_code == 200
    shown = text(page)
    for case in SurgeryCase.objects.filter(planned_at__isnull=False, status="scheduled"):
        assert case.number in shown
        assert case.patient.name not in shown
    assert SurgeryCase.objects.get(status="cancelled").number not in shown
    over = text(client_as("faturista").get("/cirurgias/?lista=encerradas"))
    assert SurgeryCase.objects.get(status="cancelled").number in over
    undated = text(client_as("faturista").get("/cirurgias/?lista=sem-data&busca=nada-disso"))
    assert "Nenhuma cirurgia aqui" in undated


@pytest.mark.parametrize("path", ["/cirurgias/", "/atendimentos/"])
def test_a_day_that_is_none_is_told_beside_its_field(
    client_as: Callable[[str], Client], path: str
) -> None:
    shown = client_as("faturista").get(path, {"de": "32/13", "ate": "hoje"})
    assert shown.status_code == 200
    told = {one.name: [f.code for f in one.findings] for one in shown.context["fields"]}
    assert told["de"] == ["WEB-DAY"]
    assert not told["ate"]


def test_a_surgery_is_planned_in_one_form(client_as: Callable[[str], Client]) -> None:
    client = client_as("faturista")
    assert client.get("/cirurgias/nova/").status_code == 200
    today = timezone.localdate()
    form = {
        "patient_id": str(Patient.objects.order_by("pk")[0].pk),
        "hospital_id": str(Hospital.objects.order_by("pk")[0].pk),
        "payer_id": str(Payer.objects.get(code="convenio-aurora").pk),
        "indicated_on": f"{today - timedelta(days=1):%d/%m/%Y}",
        "planned_at": f"{today + timedelta(days=9):%d/%m/%Y} 7:30",
        "act_code.0": "31005497",
        "act_quantity.0": "1",
        "member.surgeon": "m01",
    }
    wrong = client.post("/cirurgias/nova/", form | {"hospital_id": "", "planned_at": "amanhã cedo"})
    assert wrong.status_code == 422
    assert not SurgeryCase.objects.filter(note="").filter(number="T-1").exists()
    done = client.post("/cirurgias/nova/", form | {"number": "T-1"})
    assert done.status_code == 303
    made = SurgeryCase.objects.get(number="T-1")
    assert made.participations.get().provider.code == "m01"
    page = text(client.get(done["Location"]))
    assert "31005497" in page
    assert "Não pedido" in page


def test_a_partial_answer_is_recorded_in_its_dialog(client_as: Callable[[str], Client]) -> None:
    client = client_as("faturista")
    asked = CaseRequest.objects.filter(answer="partial").order_by("pk")[0]
    address = f"/cirurgias/{asked.case_id}/pedidos/{asked.pk}/resposta/"
    dialog = client.get(address, headers={"hx-request": "true"})
    assert b"<dialog" in dialog.content
    missing = PlannedAct.objects.get(case_id=asked.case_id, sequence=2)
    form = {
        "answer": "partial",
        "answered_on": f"{timezone.localdate():%d/%m/%Y}",
        "senha": "X-9",
        "version": str(asked.case.version),
        f"quantities.{missing.pk}": "9",
    }
    unseen = client.post(address, form | {"version": ""})
    assert unseen.status_code == 412
    too_many = client.post(address, form)
    assert too_many.status_code == 422
    assert "CIR-TOO-MANY" in too_many.content.decode() or "faltavam" in text(too_many)
    done = client.post(address, form | {f"quantities.{missing.pk}": "1"})
    assert done.status_code == 303
    assert "X-9" in text(client.get(f"/cirurgias/{asked.case_id}/"))


def test_a_letter_is_shown_and_printed_and_its_reading_recorded(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("faturista")
    case = case_of("denied")
    before = AuditEvent.objects.count()
    page = client.get(f"/cirurgias/{case.pk}/cartas/answer/")
    assert case.patient.name in page.content.decode()
    assert "negativa por escrito" in text(page)
    assert AuditEvent.objects.count() > before
    printed = client.get(f"/cirurgias/{case.pk}/cartas/answer/carta.pdf")
    assert printed.content.startswith(b"%PDF")
    assert client.get(f"/cirurgias/{case.pk}/cartas/nenhuma/").status_code == 404
    barred = client.get(f"/cirurgias/{case.pk}/cartas/consent/")
    assert barred.status_code == 422


def test_the_consent_tells_the_priced_difference(client_as: Callable[[str], Client]) -> None:
    client = client_as("faturista")
    chosen = SurgeryCase.objects.filter(upgrade_reason="patient_option", status="scheduled")
    case = chosen.order_by("pk")[0]
    page = text(client.get(f"/cirurgias/{case.pk}/cartas/consent/"))
    assert re.search(r"no valor de R\$\s[\d.]+,\d\d, paga à equipe", page)


def test_the_term_of_practice_stands_beside_the_legal_one(
    client_as: Callable[[str], Client],
) -> None:
    asked = CaseRequest.objects.filter(kind="elective_admission").order_by("pk")[0]
    page = text(client_as("faturista").get(f"/cirurgias/{asked.case_id}/"))
    assert "21 dias úteis para autorizar (em 19/09/2025); vale a norma em vigor" in page


def test_whoever_may_not_change_a_surgery_is_shown_no_way_to(
    client_as: Callable[[str], Client],
) -> None:
    case = case_of("scheduled")
    page = client_as("auditoria").get(f"/cirurgias/{case.pk}/").content.decode()
    for deed in ("alterar", "realizar", "cancelar", "pedidos/novo", "atos/novo"):
        assert f"/cirurgias/{case.pk}/{deed}/" not in page


def test_a_physicians_page_has_their_surgeries_alone(
    client_as: Callable[[str], Client], hospital: FictitiousHospital
) -> None:
    mine = hospital.member("medica").provider_id or 0
    page = text(client_as("medica").get("/minhas-cirurgias/"))
    own = SurgeryCase.objects.filter(participations__provider_id=mine)
    others = SurgeryCase.objects.exclude(pk__in=own.values("pk"))
    assert own.exists()
    assert others.exists()
    assert all(case.number in page for case in own)
    assert not any(case.number in page for case in others)
    for case in others:
        assert client_as("medica").get(f"/cirurgias/{case.pk}/").status_code == 404
    assert client_as("faturista").get("/minhas-cirurgias/").status_code == 403


def test_a_surgery_done_without_an_attendance_is_tied_to_one_on_its_page(
    client_as: Callable[[str], Client],
) -> None:
    case = case_of("performed")
    SurgeryCase.objects.filter(pk=case.pk).update(attendance=None)
    page, address = f"/cirurgias/{case.pk}/", f"/cirurgias/{case.pk}/atendimento/"
    client = client_as("faturista")
    assert address in client.get(page).content.decode()
    assert "Ou abrir o atendimento de número" in text(client.get(address))
    form = {"version": str(case.version), "attendance_id": ""}
    assert client.post(address, form).status_code == 422
    done = client.post(address, form | {"attendance_number": "T-9"})
    assert (done.status_code, done.headers["Location"]) == (303, page)
    case.refresh_from_db()
    assert case.attendance is not None
    assert case.attendance.number == "T-9"
    assert address not in client.get(page).content.decode()


def test_a_hospitals_finance_finds_what_goes_through_the_hospital(
    client_as: Callable[[str], Client],
) -> None:
    through = SurgeryCase.objects.filter(fees_requested="yes").order_by("pk")[0]
    patients_own = SurgeryCase.objects.get(free_choice=True)
    client = client_as("financeiro")
    assert client.get(f"/cirurgias/{through.pk}/").status_code == 200
    assert client.get(f"/cirurgias/{patients_own.pk}/").status_code == 404
    assert client_as("administracao").get("/cirurgias/").status_code == 403
