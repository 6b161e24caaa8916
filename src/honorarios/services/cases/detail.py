"""One surgery as people see it: what hangs on it, how each act stands, and what is still to be seen to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.case import DONE, Status
from honorarios.planning.checklist import checklist
from honorarios.planning.clocks import PRACTICES, Request, clocks
from honorarios.planning.documents import fence
from honorarios.records.models import Answer, Credential
from honorarios.services.cases import given, reach
from honorarios.services.cases.facts import facts
from honorarios.services.cases.sent import sent_to
from honorarios.services.cases.views import (
    ActView,
    CaseDetail,
    CaseView,
    Granted,
    PaperView,
    ParticipantView,
    QuoteView,
    RequestView,
    SenhaView,
    TaskView,
)
from honorarios.services.deadlines.settled import is_settlement
from honorarios.services.holidays import Places
from honorarios.services.operations import Operation
from honorarios.services.patients import initials
from honorarios.services.permissions import sees_only_repasse
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from honorarios.planning.case import Act, Case
    from honorarios.planning.days import Place
    from honorarios.records.models import AccommodationType, CaseRequest, SurgeryCase, User
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def detail(*, actor: Actor, case_id: int) -> Result[CaseDetail]:
    """A surgery within reach, with its checklist as of today."""

    def do(work: Work) -> CaseDetail:
        return told(work, reach.one(work, case_id))

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def details(*, actor: Actor, case_ids: Collection[int]) -> Result[tuple[CaseDetail, ...]]:
    """Some surgeries at once, in the order given; those out of reach are left out."""

    def do(work: Work) -> tuple[CaseDetail, ...]:
        rows = reach.joined(reach.cases(work)).filter(pk__in=case_ids)
        by_id = {row.pk: row for row in rows}
        return tuple(told(work, by_id[one]) for one in case_ids if one in by_id)

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def told(work: Work, row: SurgeryCase) -> CaseDetail:
    """A surgery as its reader sees it, within a unit of work."""
    known, today = facts(row), given.today(work)
    # What clerks note and payers write is about the patient: no business of a hospital's finance.
    words = not sees_only_repasse(work.actor)
    place = Places(row.office_id).of(row.hospital.place)
    return CaseDetail(
        case=_case(row, known, words=words),
        acts=tuple(_acts(row, known)),
        team=tuple(_team(row, work.scope.provider_id)),
        requests=tuple(_requests(row, known, place, words=words)),
        papers=tuple(_papers(row, today, words=words)),
        quotes=tuple(_quotes(row, work.scope.provider_id)),
        tasks=tuple(_tasks(row, today)),
        checklist=checklist(known, place, today),
        difference_barred=_barred(row, known, today),
    )


def surgeon_forbids(row: SurgeryCase, day: date) -> bool | None:
    """Whether the surgeon's contract with the payer bars complements; None where nobody knows."""
    surgeons = [one.provider_id for one in row.participations.all() if one.role == "surgeon"]
    found = (
        Credential.objects.filter(
            provider_id__in=surgeons, payer_id=row.payer_id, valid_from__lte=day
        )
        .exclude(valid_to__lt=day)
        .order_by("-valid_from")
        .first()
    )
    return None if found is None else Answer(found.forbids_complement).holds


def name_of(user: User | None) -> str:
    """A person's name, or how they sign in; nothing for nobody."""
    return "" if user is None else user.get_full_name() or user.get_username()


def _barred(row: SurgeryCase, known: Case, today: date) -> str:
    if not known.is_above_contract:
        return ""
    found = fence(known, forbidden=surgeon_forbids(row, today), today=today)
    return " ".join(one.label for one in found)


def _case(row: SurgeryCase, known: Case, *, words: bool) -> CaseView:
    return CaseView(
        case_id=row.pk,
        number=row.number,
        version=row.version,
        status=row.status,
        hospital_id=row.hospital_id,
        hospital=row.hospital.name,
        payer_id=row.payer_id,
        payer=row.payer.name,
        plan_id=row.plan_id,
        plan="" if row.plan is None else row.plan.name,
        patient_id=row.patient_id,
        patient=initials(row.patient.name),
        character=row.character,
        setting=row.setting,
        indicated_on=row.indicated_on,
        planned_at=row.planned_at,
        admitted_on=row.admitted_on,
        performed_at=row.performed_at,
        discharged_on=row.discharged_on,
        contracted_accommodation_id=row.contracted_accommodation_id,
        contracted_accommodation=_room(row.contracted_accommodation),
        occupied_accommodation_id=row.occupied_accommodation_id,
        occupied_accommodation=_room(row.occupied_accommodation),
        is_above_contract=known.is_above_contract,
        upgrade_reason=row.upgrade_reason,
        attendance_id=row.attendance_id,
        attendance="" if row.attendance is None else row.attendance.number,
        responsible_id=row.responsible_id,
        responsible=name_of(row.responsible),
        needs_opme=row.needs_opme,
        free_choice=row.free_choice,
        is_private=known.is_private,
        fees_requested=row.fees_requested,
        repasse_requested_on=row.repasse_requested_on,
        consent_signed_on=row.consent_signed_on,
        budget_signed_on=row.budget_signed_on,
        knew_of_network=row.knew_of_network,
        note=row.note if words else "",
    )


def _room(room: AccommodationType | None) -> str:
    return "" if room is None else room.name


def _acts(row: SurgeryCase, known: Case) -> Iterator[ActView]:
    by_key = {act.key: act for act in known.acts}
    for one in sorted(row.acts.all(), key=lambda act: act.sequence):
        act = by_key[one.pk]
        yield ActView(
            act_id=one.pk,
            sequence=one.sequence,
            code=one.code,
            description=one.description,
            quantity=one.quantity,
            authorised=act.authorised,
            granted=granted(known, act),
            access_route=one.access_route,
            laterality=one.laterality,
        )


def granted(case: Case, act: Act) -> Granted:
    """How an act stands with the payer: the fee is bound to what was authorised."""
    if case.is_private:
        return Granted.NOT_NEEDED
    if not act.missing:
        return Granted.AUTHORISED
    if act.authorised:
        return Granted.PARTIAL
    standing = [one for one in case.requests if not one.withdrawn]
    if any(one.waits for one in standing):
        return Granted.WAITING
    return Granted.NOT_AUTHORISED if standing or case.ended in DONE else Granted.NOT_ASKED


def _team(row: SurgeryCase, own: int | None) -> Iterator[ParticipantView]:
    for one in sorted(row.participations.all(), key=lambda member: member.pk):
        hidden = own is not None and one.provider_id != own
        yield ParticipantView(
            member_id=one.pk,
            provider_id=one.provider_id,
            provider_code=one.provider.code,
            provider=one.provider.name,
            specialty=one.provider.specialty,
            role=one.role,
            receives_as="" if hidden else one.receives_as,
            acts=tuple(sorted(act.pk for act in one.acts.all())),
        )


def _requests(row: SurgeryCase, known: Case, place: Place, *, words: bool) -> Iterator[RequestView]:
    rows = {one.pk: one for one in row.requests.all()}
    ended = Status.named(row.status) in DONE
    for asked in known.requests:
        one = rows[asked.key]
        kind = Request[one.kind.upper()]
        terms, cited = clocks(kind, one.requested_on, place), PRACTICES.get(kind)
        yield RequestView(
            request_id=one.pk,
            kind=one.kind,
            requested_on=one.requested_on,
            protocol=one.protocol,
            answer=one.answer,
            answered_on=one.answered_on,
            answer_text=one.answer_text if words else "",
            withdrawn_on=one.withdrawn_on,
            answer_due=terms.answer,
            performance_due=terms.performance,
            practice="" if cited is None else cited.told,
            senhas=tuple(_senhas(one)),
            waits=asked.waits and not ended,
        )


def _senhas(asked: CaseRequest) -> Iterator[SenhaView]:
    for one in sorted(asked.authorisations.all(), key=lambda senha: senha.pk):
        yield SenhaView(
            senha=one.senha,
            granted_on=one.granted_on,
            valid_until=one.valid_until,
            quantities={act.act_id: act.quantity for act in one.acts.all()},
        )


def _papers(row: SurgeryCase, today: date, *, words: bool) -> Iterator[PaperView]:
    for one in sorted(row.documents.all(), key=lambda paper: paper.pk):
        yield PaperView(
            kind=one.kind,
            state=one.state,
            on=one.on,
            sent_to=sent_to(one, row, today),
            note=one.note if words else "",
        )


def _quotes(row: SurgeryCase, own: int | None) -> Iterator[QuoteView]:
    for one in sorted(row.quotes.all(), key=lambda quote: quote.pk):
        yield QuoteView(
            quote_id=one.pk,
            supplier=one.supplier,
            requested_on=one.requested_on,
            received_on=one.received_on,
            centavos=one.centavos if own is None else None,
        )


def _tasks(row: SurgeryCase, today: date) -> Iterator[TaskView]:
    """What is pending first, by day, then what was done."""
    rows = [one for one in row.tasks.select_related("owner") if not is_settlement(one)]
    for one in sorted(
        rows, key=lambda one: (one.done_on is not None, one.due or today.max, one.pk)
    ):
        yield TaskView(
            task_id=one.pk,
            kind=one.kind,
            title=one.title,
            owner_id=one.owner_id,
            owner=name_of(one.owner),
            due=one.due,
            done_on=one.done_on,
            rule=one.rule,
            late=one.done_on is None and one.due is not None and one.due < today,
        )
