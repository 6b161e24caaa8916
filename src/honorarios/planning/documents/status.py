"""The patient's status: how the surgery stands, in words that need no explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.case import DONE, Answer, Status, progress
from honorarios.planning.clocks import clocks
from honorarios.planning.deadlines.deadline import Owner
from honorarios.planning.documents.letter import Letter, LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from honorarios.planning.case import Case
    from honorarios.planning.checklist import Item
    from honorarios.planning.days import Place
    from honorarios.planning.documents.letter import Told

STANDS = {
    Status.INDICATED: "Sua cirurgia foi indicada, e estamos reunindo os papéis para pedir a autorização.",
    Status.REQUESTED: "A autorização foi pedida ao seu convênio, e esperamos a resposta.",
    Status.AUTHORISED: "O convênio autorizou a cirurgia. Falta marcar a data.",
    Status.PARTLY_AUTHORISED: "O convênio autorizou uma parte da cirurgia. Estamos pedindo o que falta.",
    Status.DENIED: "O convênio negou o pedido. Vamos pedir os motivos por escrito e uma nova análise.",
    Status.SCHEDULED: "Sua cirurgia está marcada.",
    Status.PERFORMED: "Sua cirurgia foi realizada.",
    Status.BILLED: "Sua cirurgia foi realizada, e os honorários da equipe foram cobrados.",
    Status.PAID: "Sua cirurgia foi realizada, e não há nada pendente com a equipe.",
    Status.CANCELLED: "A cirurgia foi cancelada.",
}
PRIVATE = "Sua cirurgia foi indicada. Falta marcar a data."


def patient_status(
    told: Told, case: Case, items: Iterable[Item], place: Place, today: date
) -> Letter:
    """What the patient is told: how it stands, what comes next, and what is asked of them.

    Args:
        told: Who and where.
        case: The surgery.
        items: The checklist; of it the patient is told only what is theirs.
        place: Whose holidays count.
        today: The letter's day.
    """
    status = progress(case)
    stands = PRIVATE if case.is_private and status is Status.INDICATED else STANDS[status]
    theirs = [item.title for item in items if item.is_open and item.owner is Owner.PATIENT]
    asked = ("O que precisamos de você:",) if theirs else ()
    return Letter(
        kind=LetterKind.STATUS,
        office=told.office,
        title="Como está a sua cirurgia",
        subject=f"{today:%d/%m/%Y}",
        on=today,
        to=f"Olá, {told.patient.split()[0]}!" if told.patient else "",
        paragraphs=(
            stands,
            *_where(told, status),
            *(_next(case, place) if status not in {*DONE, Status.CANCELLED} else ()),
            *asked,
        ),
        points=tuple(theirs),
        closing=f"Qualquer dúvida, fale conosco e diga o número {told.number}. {told.office}.",
    )


def _where(told: Told, status: Status) -> Iterator[str]:
    if told.planned_at is not None and status not in {*DONE, Status.CANCELLED}:
        with_whom = f", com {told.surgeon}" if told.surgeon else ""
        yield f"Data: {told.when}, no {told.hospital}{with_whom}."


def _next(case: Case, place: Place) -> Iterator[str]:
    for asked in case.requests:
        if not asked.waits:
            continue
        due = clocks(asked.kind, asked.on, place).answer
        if asked.answer is Answer.GENERIC:
            yield "O convênio disse que está analisando; isso ainda não é uma resposta."
        if due is not None:
            yield f"O convênio tem até {due:%d/%m/%Y} para responder. Você também pode cobrar a resposta."
