"""To the payer: what it has to answer and by when, what is still missing, and what a refusal has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.planning.case import Answer
from honorarios.planning.clocks import clocks, ombudsman
from honorarios.planning.documents.letter import Letter, LetterKind, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.case import Act, Asked, Case
    from honorarios.planning.clocks import Clocks
    from honorarios.planning.days import Place
    from honorarios.planning.documents.letter import Told

COLUMNS = ("Código", "Procedimento", "Pedido", "Autorizado")


def answer_due(told: Told, case: Case, asked: Asked, place: Place, today: date) -> Letter:
    """The letter of a request, as it stands today."""
    terms = clocks(asked.kind, asked.on, place)
    protocol = f", protocolo {asked.protocol}" if asked.protocol else ""
    opening = (
        f"Em {asked.on:%d/%m/%Y} foi pedida a autorização abaixo para {told.patient}"
        f"{f', plano {told.plan}' if told.plan else ''}, no {told.hospital}{protocol}"
        f" ({asked.kind.label.lower()}; cirurgia {told.when})."
    )
    return Letter(
        kind=LetterKind.ANSWER,
        office=told.office,
        title="Pedido de resposta",
        subject=f"Cirurgia {told.number}",
        on=today,
        to=f"À {told.payer}",
        paragraphs=(opening, *_standing(asked, terms, today), *_ask(case, asked, place)),
        columns=COLUMNS,
        rows=tuple(map(_row, case.acts)),
        points=tuple(_terms(asked, terms)),
        closing="Pedimos a resposta por escrito, no mesmo protocolo.",
        signatures=(f"{told.surgeon} {told.council}".strip() or told.office,),
        note=(
            "RN ANS 623/2024 (resposta), RN ANS 566/2022 (garantia de atendimento). Dias úteis com os"
            " feriados do local; o dia do pedido não conta. Este texto não é parecer jurídico."
        ),
    )


def _standing(asked: Asked, terms: Clocks, today: date) -> Iterator[str]:
    if asked.answer is Answer.GENERIC and asked.answered_on is not None:
        yield (
            f"A resposta de {asked.answered_on:%d/%m/%Y} (“{asked.answer_text or 'em análise'}”) é"
            " genérica e, pela RN ANS 623/2024, não conta como resposta."
        )
    if asked.waits and terms.answer is not None and terms.answer < today:
        late = (today - terms.answer).days
        days = "1 dia" if late == 1 else f"{late} dias"
        yield f"O prazo da resposta terminou em {terms.answer:%d/%m/%Y}, há {days} corridos."


def _ask(case: Case, asked: Asked, place: Place) -> Iterator[str]:
    if asked.waits:
        yield "Pedimos a decisão sobre cada código, com a senha e a validade dela."
    elif asked.answer is Answer.DENIED:
        again = ""
        if asked.answered_on is not None:
            again = (
                f", e a reanálise pela ouvidoria até {ombudsman(asked.answered_on, place):%d/%m/%Y}"
            )
        yield (
            "Pedimos a negativa por escrito, com a cláusula do contrato ou a norma em que se apoia"
            f"{again}. Havendo divergência médica, pedimos a junta médica (RN ANS 424/2017)."
        )
    elif case.missing:
        codes = ", ".join(f"{act.code} ({act.missing})" for act in case.missing)
        yield (
            f"Falta autorizar: {codes}. Pedimos a autorização, ou a recusa por escrito de cada um,"
            " com a cláusula do contrato ou a norma em que se apoia."
        )


def _terms(asked: Asked, terms: Clocks) -> Iterator[str]:
    if terms.answer is not None:
        days = min(asked.kind.answer_days, asked.kind.performance_days)
        yield f"Responder: até {terms.answer:%d/%m/%Y} ({_days(days)} depois do pedido)."
    days = asked.kind.performance_days
    yield f"Garantir o atendimento: até {terms.performance:%d/%m/%Y} ({_days(days)} depois do pedido)."


def _days(count: int) -> str:
    return f"{count} dias úteis" if count else "de imediato"


def _row(act: Act) -> Row:
    given = "não" if not act.authorised else str(act.authorised)
    return Row(cells=(act.code, act.description, str(act.quantity), given))
