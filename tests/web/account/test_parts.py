"""What is done with parts on screen: each verb with its checks before, remittances, bulk edits, admissions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    Bed,
    BillingUnit,
    BulkEdit,
    FeeLine,
    PackageTemplate,
    Patient,
    Payer,
    Plan,
    Remittance,
    Stay,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.account.conftest import PartIn
    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]

PIECE = {"HX-Request": "true"}


def key() -> dict[str, str]:
    return {"_key": str(uuid4())}


def status(part: AccountPart) -> str:
    return AccountPart.objects.get(pk=part.pk).status


def test_a_part_goes_all_the_way_and_back(client_as: ClientAs, part_in: PartIn) -> None:
    client, part = client_as("faturista"), part_in(PartStatus.OPEN)
    for verb, after in (
        ("encerrar", "closed"),
        ("reabrir", "open"),
        ("encerrar", "closed"),
        ("liberar", "released"),
        ("desfazer-liberacao", "closed"),
        ("liberar", "released"),
        ("faturar", "billed"),
        ("refaturar", "released"),
    ):
        address = f"/parciais/{part.pk}/{verb}/"
        before = status(part)
        asked = client.get(address, headers=PIECE)
        assert 'type="submit"' in asked.content.decode(), verb
        assert status(part) == before, "asking changes nothing"
        seen = AccountPart.objects.get(pk=part.pk).remittance_id or ""
        form = {"reason": "Correção.", "remittance": seen, **key()}
        answers = [client.post(address, form) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [303, 303], verb
        assert status(part) == after
    told = client.get(f"/parciais/{part.pk}/historico/").content.decode()
    assert told.count("Correção.") >= 3


def test_a_verb_that_the_state_forbids_says_so(client_as: ClientAs, part_in: PartIn) -> None:
    part = part_in(PartStatus.BILLED)
    asked = client_as("faturista").get(f"/parciais/{part.pk}/encerrar/").content.decode()
    assert "finding--error" in asked
    done = client_as("faturista").post(f"/parciais/{part.pk}/encerrar/", key())
    assert done.status_code == 409
    assert status(part) == "billed"


def test_a_stale_page_changes_nothing(client_as: ClientAs, part_in: PartIn) -> None:
    part = part_in(PartStatus.OPEN)
    form = {"version": part.version + 7, "reason": "x", **key()}
    answer = client_as("faturista").post(f"/parciais/{part.pk}/cancelar/", form)
    assert answer.status_code == 412
    assert status(part) == "open"


def test_parts_are_billed_together_and_taken_out(client_as: ClientAs, part_in: PartIn) -> None:
    client, part = client_as("financeiro"), part_in(PartStatus.RELEASED)
    payer, unit = (
        Payer.objects.get(pk=part.payer_id),
        BillingUnit.objects.get(pk=part.billing_unit_id),
    )
    query = {"convenio": payer.code, "unidade": unit.code}
    shown = client.get("/remessas/nova/", query).content.decode()
    assert f'value="{part.pk}" checked' in shown
    answer = client.post("/remessas/nova/", {**query, "parcial": [part.pk], **key()})
    remittance = Remittance.objects.order_by("-pk")[0]
    assert answer["Location"] == f"/remessas/{remittance.pk}/"
    assert status(part) == "billed"
    again = client.post(f"/remessas/{remittance.pk}/reprocessar/", key())
    assert again.status_code == 303
    out = f"/remessas/{remittance.pk}/refaturar/"
    assert client.post(out, {"parcial": [part.pk], **key()}).status_code == 422
    form = {"parcial": [part.pk], "reason": "Guia errada.", **key()}
    assert client.post(out, form).status_code == 303
    assert status(part) == "released"
    assert "Guia errada." in client.get(f"/remessas/{remittance.pk}/").content.decode()


def test_many_lines_change_as_previewed_and_go_back(client_as: ClientAs, part_in: PartIn) -> None:
    client, part = client_as("faturista"), part_in(PartStatus.OPEN)
    query = {"parcial": str(part.pk), "novo_quantity": "2"}
    shown = client.get("/lancamentos/lote/", query)
    told = shown.context["told"]
    assert told.lines
    form = {**query, "expected": told.expected, **key()}
    answers = [client.post("/lancamentos/lote/", form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    (batch,) = BulkEdit.objects.all()
    for one in told.lines:
        assert FeeLine.objects.get(uid=one.before.uid).charged == one.after.charged
    late = client.post("/lancamentos/lote/", {**form, **key()})
    assert late.status_code == 412
    assert client.post(f"/lancamentos/lotes/{batch.uid}/desfazer/", key()).status_code == 303
    for one in told.lines:
        assert FeeLine.objects.get(uid=one.before.uid).charged == one.before.charged


def test_a_patient_is_admitted_in_one_form_or_not_at_all(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("faturista")
    unit = BillingUnit.objects.filter(office=hospital.office).order_by("pk")[0]
    bed = Bed.objects.filter(hospital=unit.hospital_id).order_by("pk")[0]
    payer = Payer.objects.get(office=hospital.office, code="convenio-aurora")
    form = {
        "patient_code": "NOVO-1",
        "patient_name": "Paciente Inventada",
        "patient_sex": "f",
        "hospital_id": str(unit.hospital_id),
        "number": "ADM-1",
        "started_at": "hoje 7:30",
        "setting": "inpatient",
        "character": "elective",
        "bed_id": str(bed.pk),
        "billing_unit_id": str(unit.pk),
        "payer_id": str(payer.pk),
    }
    patients = Patient.objects.count()
    refused = client.post("/atendimentos/novo/", {**form, "contract": "x" * 200, **key()})
    assert refused.status_code == 422
    assert Patient.objects.count() == patients, "nothing of it stays"
    sent = {**form, **key()}
    answers = [client.post("/atendimentos/novo/", sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    attendance = Attendance.objects.get(number="ADM-1")
    assert Stay.objects.get(attendance=attendance).bed_id == bed.pk
    account = Account.objects.get(attendance=attendance)
    part = AccountPart.objects.get(account=account)
    assert answers[0]["Location"] == f"/contas/{account.pk}/?parcial={part.pk}"
    move = {"bed_id": str(bed.pk), "start": "amanhã 8:00", "reason": "no_bed", **key()}
    address = f"/atendimentos/{attendance.pk}/leito/"
    assert client.post(address, move).status_code == 303
    left = {"ended_at": "ontem 8:00", **key()}
    assert client.post(f"/atendimentos/{attendance.pk}/alta/", left).status_code == 422
    gone = {"reason": "Aberto por engano.", **key()}
    assert client.post(f"/atendimentos/{attendance.pk}/cancelar/", gone).status_code == 303
    assert Attendance.objects.get(pk=attendance.pk).status == "cancelled"


@pytest.mark.parametrize(
    "address",
    [
        "/atendimentos/",
        "/remessas/",
        "/divisoes/?ver=1",
        "/lancamentos/lotes/",
        "/lancamentos/lote/",
        "/atendimentos/novo/",
        "/remessas/nova/",
    ],
)
def test_the_other_pages_open(client_as: ClientAs, address: str) -> None:
    assert client_as("faturista").get(address).status_code == 200


def test_the_pages_of_an_account_open(client_as: ClientAs, part_in: PartIn) -> None:
    client, part = client_as("faturista"), part_in(PartStatus.OPEN)
    attendance = Account.objects.get(pk=part.account_id).attendance_id
    for address in (
        f"/contas/{part.account_id}/?aba=internacao",
        f"/contas/{part.account_id}/parciais/nova/",
        f"/contas/{part.account_id}/pacotes/abrir/",
        f"/contas/{part.account_id}/pacotes/encerrar/",
        f"/parciais/{part.pk}/nota-fiscal/",
        f"/parciais/{part.pk}/conferencias/",
        f"/atendimentos/{attendance}/",
        f"/atendimentos/{attendance}/leito/",
        f"/atendimentos/{attendance}/alta/",
        f"/atendimentos/{attendance}/cancelar/",
        f"/atendimentos/{attendance}/contas/nova/",
    ):
        assert client.get(address).status_code == 200, address


def test_a_package_is_offered_only_from_the_books_of_the_accounts_payers(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("faturista")
    templates = PackageTemplate.objects.filter(office=hospital.office).select_related("book")
    payers = {template.book.payer_id for template in templates}
    assert payers
    for part in (
        AccountPart.objects.filter(office=hospital.office, payer_id__in=payers, status="open")[0],
        AccountPart.objects.filter(office=hospital.office).exclude(
            account__parts__payer_id__in=payers
        )[0],
    ):
        shown = client.get(f"/contas/{part.account_id}/pacotes/abrir/").content.decode()
        for template in templates:
            offered = f'<option value="{template.pk}">' in shown
            assert offered is (template.book.payer_id == part.payer_id)


def test_a_bed_and_a_plan_say_whose_they_are(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    shown = client_as("faturista").get("/atendimentos/novo/").content.decode()
    bed = Bed.objects.filter(office=hospital.office)[0]
    plan = Plan.objects.filter(office=hospital.office)[0]
    assert f'<option value="{bed.pk}" data-of="{bed.hospital_id}">' in shown
    assert f'<option value="{plan.pk}" data-of="{plan.payer_id}">' in shown
