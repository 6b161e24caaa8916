"""No personal data where it isn't needed: logs, the trail, stored answers (spec: quality 2.1)."""

from __future__ import annotations

import io
import logging
import logging.config
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError

from honorarios.config.logs import LOGGING
from honorarios.records.models import AuditDetail, AuditEvent, IdempotencyKey, Patient
from honorarios.services import attendances, fees, parts
from honorarios.services.operations import Operation
from honorarios.services.work import Work, consult, perform
from tests.launching.making import entry
from tests.services.cast import CANARY, CANARY_CPF, Cast, stock

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database

CANARIES = (CANARY, CANARY_CPF, *CANARY.split())


def all_that_is_kept() -> str:
    """The trail and the stored answers, as text."""
    rows: list[Any] = [
        *AuditEvent.objects.values(),
        *AuditDetail.objects.values(),
        *IdempotencyKey.objects.values(),
    ]
    return "\n".join(map(str, rows))


def test_a_day_of_work_names_no_patient_in_the_trail_nor_in_stored_answers(cast: Cast) -> None:
    stock(cast)
    fees.launch(actor=cast.clerk, part_id=cast.part.pk, entries=[entry(provider="p1")], key="1")
    parts.close(actor=cast.clerk, part_id=cast.part.pk, key="2")
    attendances.cancel(
        actor=cast.clerk, attendance_id=cast.world.attendance.pk, reason="Engano.", key="3"
    )

    def read(work: Work) -> str:
        work.seen([cast.world.patient.pk], why="Conferência.")
        return cast.world.patient.name

    consult(actor=cast.clerk, operation=Operation.PATIENTS_READ, do=read).require()
    kept = all_that_is_kept()
    assert AuditEvent.objects.count() >= 3
    for canary in CANARIES:
        assert canary not in kept


def test_an_error_that_quotes_a_patient_does_not_reach_the_log(cast: Cast) -> None:
    """A database's error says which values it refused; the log keeps its class and its path only."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    formatter = LOGGING["formatters"]["private"]
    handler.setFormatter(logging.config.DictConfigurator({}).configure_formatter(dict(formatter)))
    logger = logging.getLogger("honorarios.canary")
    logger.addHandler(handler)

    def repeat(_: Work) -> int:
        patient = Patient.objects.get(pk=cast.world.patient.pk)
        Patient.objects.create(
            office_id=patient.office_id, code=patient.code, name=patient.name, cpf=patient.cpf
        )
        return 1

    try:
        with pytest.raises(IntegrityError) as raised:
            perform(actor=cast.clerk, operation=Operation.PATIENTS_WRITE, answer=int, do=repeat)
        logger.error("the request failed", exc_info=raised.value)
    finally:
        logger.removeHandler(handler)
    assert "IntegrityError" in written.getvalue()
    for canary in (*CANARIES, f"({cast.world.office.pk}, {cast.world.patient.code})"):
        assert canary not in written.getvalue()


def test_findings_name_no_patient(cast: Cast) -> None:
    stock(cast)
    refused: list[Result[Any]] = [
        parts.release(actor=cast.clerk, part_id=cast.part.pk),
        fees.launch(actor=cast.clerk, part_id=cast.part.pk, entries=[entry(provider="p1")]),
        attendances.open_account(
            actor=cast.clerk, attendance_id=cast.other_unit.attendance.pk, billing_unit_id=1
        ),
    ]
    told = " ".join(str(finding) for answer in refused for finding in answer.findings)
    assert told
    for canary in CANARIES:
        assert canary not in told
