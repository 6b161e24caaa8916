"""The letters of a surgery, with the patient named in them; that they were read is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from honorarios.core.vocabulary import Role
from honorarios.planning.checklist import checklist
from honorarios.planning.documents import (
    Letter,
    LetterKind,
    Told,
    answer_due,
    class_consent,
    fence,
    patient_status,
)
from honorarios.planning.documents import refund as refund_letter
from honorarios.records.models import Office
from honorarios.reports.letter import LetterPage, letter_pdf
from honorarios.reports.words import brl
from honorarios.services.cases import codes, given, reach
from honorarios.services.cases.detail import surgeon_forbids
from honorarios.services.cases.facts import facts
from honorarios.services.cases.refunds import estimated
from honorarios.services.holidays import Places
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.printing.document import Document, Form, document, printing
from honorarios.services.routing.complement import complement_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from datetime import date

    from honorarios.planning.case import Asked, Case
    from honorarios.planning.days import Place
    from honorarios.records.models import SurgeryCase
    from honorarios.reports.model import Printing
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work


class Wanted(NamedTuple):
    """Which letter is asked for."""

    kind: LetterKind
    request_id: int | None = None
    """Of a letter to the payer: the request; None: the last one."""
    contract: str = ""
    """Of a refund's list: the contract whose table gives the estimate; empty: none."""


def letter(*, actor: Actor, case_id: int, wanted: Wanted) -> Result[Letter]:
    """A letter of a surgery within reach, as of today."""
    return consult(
        actor=actor,
        operation=Operation.CASES_READ,
        do=lambda work: _letter(work, case_id, wanted),
    )


def print_letter(*, actor: Actor, case_id: int, wanted: Wanted) -> Result[Document]:
    """A letter on paper; that it was made is recorded."""

    def do(work: Work) -> tuple[Letter, str, Printing]:
        made = _letter(work, case_id, wanted)
        work.record("surgery", case_id, {"letter": wanted.kind.value})
        number = reach.one(work, case_id).number
        return made, number, printing(work)

    told = consult(actor=actor, operation=Operation.CASES_READ, do=do)
    if told.value is None:
        return Result(findings=told.findings)
    made, number, now = told.value
    name = f"{wanted.kind.label}-{number}"
    return Result(document(letter_pdf(_page(made), now), name, Form.PDF), told.findings)


def _page(made: Letter) -> LetterPage:
    return LetterPage(
        office=made.office,
        title=made.title,
        subject=made.subject,
        on=made.on,
        to=made.to,
        paragraphs=made.paragraphs,
        columns=made.columns,
        rows=tuple(row.cells for row in made.rows),
        points=made.points,
        closing=made.closing,
        signatures=made.signatures,
        note=made.note,
    )


def _letter(work: Work, case_id: int, wanted: Wanted) -> Letter:
    row = reach.one(work, case_id)
    known, today = facts(row), given.today(work)
    place = Places(row.office_id).of(row.hospital.place)
    work.seen([row.patient_id], why=wanted.kind.label)
    told = _told(row)
    match wanted.kind:
        case LetterKind.ANSWER:
            return answer_due(told, known, _asked(known, wanted.request_id), place, today)
        case LetterKind.CONSENT:
            return _consent(work, row, known, told)
        case LetterKind.REFUND:
            return _refund(work, row, known, told, wanted.contract, today)
        case LetterKind.STATUS:
            return _status(known, told, place, today)


def _asked(known: Case, request_id: int | None) -> Asked:
    standing = [one for one in known.requests if not one.withdrawn]
    found = [one for one in standing if request_id in {None, one.key}]
    if not found:
        refuse(at(codes.NO_REQUEST))
    return found[-1]


def _consent(work: Work, row: SurgeryCase, known: Case, told: Told) -> Letter:
    today = given.today(work)
    barred = fence(known, forbidden=surgeon_forbids(row, today), today=today)
    if barred:
        refuse(*(at(codes.FENCE, why=one.label) for one in barred))
    amount = complement_of(work, row.pk)
    return class_consent(told, known, today, "" if amount is None else brl(amount))


def _refund(
    work: Work, row: SurgeryCase, known: Case, told: Told, contract: str, today: date
) -> Letter:
    if not row.free_choice:
        refuse(at(codes.NOT_FREE_CHOICE))
    if not contract:
        return refund_letter(told, known, {}, "", today)
    found = estimated(work, row, contract)
    values = {act.key: found.of_act(act.key) for act in known.acts}
    words = {key: brl(value) for key, value in values.items() if value is not None}
    return refund_letter(told, known, words, brl(found.total) if words else "", today)


def _status(known: Case, told: Told, place: Place, today: date) -> Letter:
    items = checklist(known, place, today)
    return patient_status(told, known, items, place, today)


def _told(row: SurgeryCase) -> Told:
    surgeons = [one for one in row.participations.all() if one.role == Role.SURGEON.code_name]
    surgeon = min(surgeons, key=lambda one: one.pk).provider if surgeons else None
    contracted, occupied = row.contracted_accommodation, row.occupied_accommodation
    return Told(
        number=row.number,
        office=Office.objects.values_list("name", flat=True).get(pk=row.office_id),
        patient=row.patient.name,
        hospital=row.hospital.name,
        payer=row.payer.name,
        plan="" if row.plan is None else row.plan.name,
        surgeon="" if surgeon is None else surgeon.name,
        council="" if surgeon is None else surgeon.council,
        contracted="" if contracted is None else contracted.name,
        occupied="" if occupied is None else occupied.name,
        planned_at=row.performed_at or row.planned_at,
    )
