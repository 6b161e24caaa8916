"""Registers, attendances, stays and parts from files: what is new is opened, money's ground is not moved."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    AuditEvent,
    ImportBatch,
    Patient,
    Provider,
    Stay,
)
from honorarios.services import imports, parts
from honorarios.services.actor import ActorRole
from honorarios.services.imports import ImportMapping
from honorarios.services.outcomes import Refusal
from tests.services.imports.files import acts, write

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.services.actor import Actor
    from tests.services.cast import Cast
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def run(
    actor: Actor,
    path: Path,
    kind: str,
    *rows: dict[str, Any],
    dry_run: bool = False,
    mapping: ImportMapping | None = None,
) -> imports.ImportAnswer:
    file = write(path, rows)
    return imports.run(
        actor=actor, path=file, kind=kind, dry_run=dry_run, mapping=mapping
    ).require()


def reasons(answer: imports.ImportAnswer) -> list[str]:
    return [reason.code for reason in answer.reasons]


PROVIDERS = (
    {"Código": "n1", "Nome": "Dra. Nova", "CRM": "CRM-MG 1", "Especialidade": "Cirurgia"},
    {"Código": "medico", "Nome": "Dr. Mudado", "CRM": "", "Especialidade": ""},
    {"Código": "", "Nome": "Sem código", "CRM": "", "Especialidade": ""},
)


def test_a_register_is_added_to_and_changed(house: House, tmp_path: Path) -> None:
    answer = run(house.clerk, tmp_path / "a.csv", "providers", *PROVIDERS)
    assert (answer.imported, answer.refused, answer.lines) == (2, 1, 0)
    assert reasons(answer) == ["REG-REQUIRED"]
    new = Provider.objects.get(code="n1")
    assert (new.name, new.council, new.specialty) == ("Dra. Nova", "CRM-MG 1", "Cirurgia")
    assert Provider.objects.get(code="medico").name == "Dr. Mudado"


def test_a_trial_of_a_register_leaves_nothing(house: House, tmp_path: Path) -> None:
    before, events = Provider.objects.count(), AuditEvent.objects.count()
    answer = run(house.clerk, tmp_path / "a.csv", "providers", *PROVIDERS, dry_run=True)
    assert (answer.imported, answer.refused) == (2, 1)
    assert (Provider.objects.count(), AuditEvent.objects.count()) == (before, events)
    assert not ImportBatch.objects.exists()


def test_values_for_all_rows_go_into_a_register_too(house: House, tmp_path: Path) -> None:
    mapping = ImportMapping(constants={"hospital": "h1", "bed_class": "ward"})
    rows = ({"Leito": "301"}, {"Leito": "302"})
    assert run(house.clerk, tmp_path / "a.csv", "beds", *rows, mapping=mapping).imported == 2


def test_registers_are_not_undone_and_it_is_said(house: House, tmp_path: Path) -> None:
    batch = run(house.clerk, tmp_path / "a.csv", "providers", *PROVIDERS).batch_id or 0
    undone = imports.undo(actor=house.clerk, batch_id=batch, reason="Engano.")
    assert [finding.code for finding in undone.findings] == ["EST-IMPORT-REGISTERS"]


def test_the_administrator_keeps_registers_and_sees_no_patients(cast: Cast, tmp_path: Path) -> None:
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    own = run(administrator, tmp_path / "a.csv", "providers", *PROVIDERS).batch_id or 0
    file = write(tmp_path / "b.csv", [{"Prontuário": "9", "Paciente": "Fulana"}])
    refused = imports.run(actor=administrator, path=file, kind="patients")
    assert refused.refusal is Refusal.FORBIDDEN
    patients = imports.run(actor=cast.clerk, path=file, kind="patients").require().batch_id or 0
    assert [one.id for one in imports.imports(actor=administrator).require()] == [own]
    assert imports.rows(actor=administrator, batch_id=own).ok
    assert imports.rows(actor=administrator, batch_id=patients).refusal is Refusal.NOT_FOUND


def admissions(actor: Actor, folder: Path, **changes: Any) -> list[imports.ImportAnswer]:  # noqa: ANN401 - any cell
    """A patient, her attendance, her bed and her part, each from a file of its own."""
    return [
        run(
            actor,
            folder / "pacientes.csv",
            "patients",
            {"Prontuário": "77", "Paciente": "Fulana", "Sexo": "F", "Nascimento": "31/01/1980"},
        ),
        run(
            actor,
            folder / "atendimentos.csv",
            "attendances",
            {
                "Atendimento": "A77",
                "Prontuário": "77",
                "Tipo de paciente": "interno",
                "Início": "02/11/2025 08:00",
                "Alta": "",
                **changes,
            },
        ),
        run(
            actor,
            folder / "leitos.csv",
            "stays",
            {"Atendimento": "A77", "Leito": "101", "Entrada": "02/11/2025 08:00", "Saída": ""},
        ),
        run(
            actor,
            folder / "parciais.csv",
            "parts",
            {
                "Atendimento": "A77",
                "Unidade": "unidade",
                "Convênio": "convenio-ch",
                "Plano": "plano",
                "Contrato": "ch",
                "Início": "02/11/2025",
                "Fim": "30/11/2025",
            },
        ),
    ]


def test_a_patient_is_admitted_and_her_fees_imported_from_files_alone(
    house: House, tmp_path: Path
) -> None:
    answers = admissions(house.clerk, tmp_path)
    assert [answer.imported for answer in answers] == [1, 1, 1, 1], answers
    part = AccountPart.objects.get(account__attendance__number="A77")
    assert (part.seq, part.period_end, part.account.number) == (1, date(2025, 11, 30), 1)
    fees = [{**one, "Atendimento": "A77"} for one in acts(2)]
    answer = run(house.clerk, tmp_path / "honorarios.csv", "fees", *fees)
    assert (answer.imported, answer.total) == (2, 2 * 41_000), answer.reasons


def test_what_is_on_record_already_is_no_news(house: House, tmp_path: Path) -> None:
    admissions(house.clerk, tmp_path)
    before = [model.objects.count() for model in (Attendance, Stay, Account, AccountPart)]
    for answer, again in zip(
        admissions(house.clerk, tmp_path), ("77", "A77", "A77", "A77"), strict=True
    ):
        assert answer.imported == 1, again
    other = {"Atendimento": "A77", "Prontuário": "77", "Tipo de paciente": "interno"}
    same = run(
        house.clerk, tmp_path / "b.csv", "attendances", {**other, "Início": "2025-11-02 08:00"}
    )
    assert (same.imported, same.reasons) == (1, ())
    assert [model.objects.count() for model in (Attendance, Stay, Account, AccountPart)] == before


def test_a_row_that_says_otherwise_is_refused(house: House, tmp_path: Path) -> None:
    admissions(house.clerk, tmp_path)
    answer = run(
        house.clerk,
        tmp_path / "b.csv",
        "attendances",
        {
            "Atendimento": "A77",
            "Prontuário": "77",
            "Tipo de paciente": "externo",
            "Início": "02/11/2025 09:00",
        },
    )
    (reason,) = answer.reasons
    assert reason.code == "REG-IMPORT-DIFFERENT"
    assert "Tipo de paciente, Início" in reason.message
    part = run(
        house.clerk,
        tmp_path / "c.csv",
        "parts",
        {
            "Atendimento": "A77",
            "Unidade": "unidade",
            "Convênio": "particular",
            "Início": "02/11/2025",
        },
    )
    assert reasons(part) == ["REG-IMPORT-DIFFERENT"]


def test_a_discharge_and_the_end_of_a_stay_are_news(house: House, tmp_path: Path) -> None:
    admissions(house.clerk, tmp_path)
    attendance = Attendance.objects.get(number="A77")
    gone = {"Atendimento": "A77", "Prontuário": "77", "Tipo de paciente": "interno"}
    gone |= {"Início": "02/11/2025 08:00", "Alta": "05/11/2025 12:00"}
    assert run(house.clerk, tmp_path / "b.csv", "attendances", gone).imported == 1
    left = {"Atendimento": "A77", "Leito": "101", "Entrada": "02/11/2025 08:00"}
    left |= {"Saída": "05/11/2025 12:00"}
    assert run(house.clerk, tmp_path / "c.csv", "stays", left).imported == 1
    again = Attendance.objects.get(number="A77")
    assert (again.status, again.ended_at) == ("discharged", datetime(2025, 11, 5, 12))
    assert again.version == attendance.version + 2
    assert Stay.objects.get(attendance=again).end == datetime(2025, 11, 5, 12)


def test_beds_follow_one_another_and_no_patient_is_in_two(house: House, tmp_path: Path) -> None:
    admissions(house.clerk, tmp_path)
    moves = (
        {"Leito": "201", "Entrada": "04/11/2025 08:00", "Motivo": "opção do paciente"},
        {"Leito": "101", "Entrada": "03/11/2025 08:00"},
        {"Leito": "999", "Entrada": "06/11/2025 08:00"},
        {"Leito": "101", "Entrada": "01/11/2025 08:00"},
        {"Leito": "101", "Entrada": "05/11/2025 24:00"},
    )
    rows = [{"Atendimento": "A77", "Motivo": "", **move} for move in moves]
    answer = run(house.clerk, tmp_path / "b.csv", "stays", *rows)
    assert (answer.imported, answer.refused) == (1, 4), answer.reasons
    assert set(reasons(answer)) == {
        "EST-STAYS-OVERLAP",
        "REG-IMPORT-UNKNOWN",
        "EST-STAY-EARLY",
        "REG-IMPORT-MOMENT",
    }
    first, second = Stay.objects.filter(attendance__number="A77").order_by("start")
    assert (first.end, second.end) == (second.start, None)


@pytest.mark.parametrize(
    ("kind", "row", "code"),
    [
        ("attendances", {"Prontuário": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("attendances", {"Hospital": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("attendances", {"Estação": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("attendances", {"Alta": "01/11/2025 07:00"}, "EST-ENDS-BEFORE"),
        ("attendances", {"Atendimento": "9" * 50}, "EST-TOO-LONG"),
        ("attendances", {"Tipo de paciente": ""}, "TAB-EMPTY-CELL"),
        ("parts", {"Atendimento": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("parts", {"Unidade": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("parts", {"Convênio": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("parts", {"Plano": "nada"}, "REG-IMPORT-UNKNOWN"),
        ("parts", {"Fim": "01/11/2025"}, "EST-ENDS-BEFORE"),
        ("parts", {"Parcial": "0"}, "TAB-NOT-INTEGER"),
    ],
)
def test_what_is_wrong_is_told(
    house: House, tmp_path: Path, kind: str, row: dict[str, str], code: str
) -> None:
    base: dict[str, dict[str, str]] = {
        "attendances": {
            "Atendimento": "B1",
            "Prontuário": "100",
            "Tipo de paciente": "interno",
            "Início": "02/11/2025 08:00",
        },
        "parts": {
            "Atendimento": "1",
            "Parcial": "7",
            "Unidade": "unidade",
            "Convênio": "convenio-ch",
            "Início": "02/11/2025",
        },
    }
    answer = run(house.clerk, tmp_path / "a.csv", kind, {**base[kind], **row})
    assert reasons(answer) == [code]
    assert answer.refused == 1


def test_nothing_is_added_to_a_cancelled_attendance(house: House, tmp_path: Path) -> None:
    parts.cancel(actor=house.clerk, part_id=house.part.pk, reason="Engano.").require()
    Attendance.objects.filter(pk=house.attendance.pk).update(status="cancelled", version=2)
    stay = {"Atendimento": "1", "Leito": "101", "Entrada": "05/11/2025 08:00"}
    assert reasons(run(house.clerk, tmp_path / "a.csv", "stays", stay)) == ["LAN-V01"]


def test_another_units_patients_are_out_of_reach(cast: Cast, tmp_path: Path) -> None:
    code = cast.other_unit.patient.code
    answer = run(
        cast.clerk, tmp_path / "a.csv", "patients", {"Prontuário": code, "Paciente": "Outro"}
    )
    assert reasons(answer) == ["REG-EXISTS"]
    assert not Patient.objects.filter(name="Outro").exists()
    stay = {"Atendimento": "1", "Hospital": "h2", "Leito": "1", "Entrada": "05/11/2025 08:00"}
    assert reasons(run(cast.clerk, tmp_path / "b.csv", "stays", stay)) == ["REG-IMPORT-UNKNOWN"]
