"""The opinion on one page of paper, for the surgeon; it names no patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.money import format_brl
from honorarios.records.models import Office
from honorarios.reports.letter import LetterPage, letter_pdf
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.permissions import sees_values_of
from honorarios.services.printing.document import Document, Form, document, printing
from honorarios.services.routing.opinions import case_of, choose, inputs_hash
from honorarios.services.routing.supposing import Supposed
from honorarios.services.routing.views import view
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.reports.model import Printing
    from honorarios.services.actor import Actor
    from honorarios.services.routing.shown import ChoiceView, MemberChoiceView
    from honorarios.services.work import Work

MOST_POINTS = 14
"""What fits on the page; the screen tells all."""


def opinion_sheet(*, actor: Actor, case_id: int) -> Result[Document]:
    """The opinion on A4; a physician's has their own part only."""

    def do(work: Work) -> tuple[ChoiceView, str, Printing]:
        choice = choose(work, case_of(work, case_id), Supposed())
        own = None if sees_values_of(actor, None) else actor.provider_id
        office = Office.objects.values_list("name", flat=True).get(pk=actor.office_id)
        told = view(choice, only=own, inputs_hash=inputs_hash(choice))
        work.record("surgery", case_id, {"opinion": told.inputs_hash})
        return told, office, printing(work)

    told = consult(actor=actor, operation=Operation.ROUTES_READ, do=do)
    if told.value is None:
        return Result(findings=told.findings)
    choice, office, now = told.value
    name = f"parecer-{choice.number}"
    return Result(document(letter_pdf(_page(choice, office), now), name, Form.PDF), told.findings)


def _page(choice: ChoiceView, office: str) -> LetterPage:
    points = [*_points(choice)]
    left = len(points) - MOST_POINTS
    if left > 0:
        points = [*points[:MOST_POINTS], f"E mais {left} na tela da escolha."]
    return LetterPage(
        office=office,
        title="Parecer: via de faturamento",
        subject=f"Cirurgia {choice.number}",
        on=choice.today,
        to=f"{choice.payer}, {choice.hospital}",
        paragraphs=(_summary(choice),),
        columns=("Função", "Via sugerida", "Líquido", "Dias", "Entregar até"),
        rows=tuple(_row(member) for member in choice.members),
        points=tuple(points),
        closing="",
        signatures=(),
        note=(
            "Estimativas com parâmetros datados, contadas da cirurgia: não são consultoria tributária nem"
            f" jurídica. Parâmetros tributários de {choice.tax_year:%d/%m/%Y}; entradas"
            f" {choice.inputs_hash[:12]}; catálogo {choice.catalogue_hash[-12:]}."
        ),
    )


def _summary(choice: ChoiceView) -> str:
    day = "sem data" if choice.surgery_on is None else f"em {choice.surgery_on:%d/%m/%Y}"
    told = f"Cirurgia {choice.number}, {day}."
    if choice.team is not None:
        told += (
            f" Equipe: {choice.team.name.lower()}, líquido esperado"
            f" {format_brl(choice.team.expected)}."
        )
    if choice.next_deadline is not None:
        told += (
            f" Próximo prazo: {choice.next_deadline:%d/%m/%Y}, {choice.next_deadline_text.lower()}."
        )
    return told


def _row(member: MemberChoiceView) -> tuple[str, ...]:
    chosen = next((way for way in member.ways if way.key == member.recommended), None)
    due = member.deliver_until
    return (
        member.role_label,
        member.recommended_name,
        format_brl(member.expected),
        "—" if chosen is None else str(chosen.days),
        "—" if due is None else f"{due:%d/%m/%Y}",
    )


def _points(choice: ChoiceView) -> Iterator[str]:
    for member in choice.members:
        if member.why:
            yield f"{member.role_label}: {member.why}"
    for ask in choice.asks:
        asked = f" Com: {ask.whom}." if ask.whom else ""
        yield f"Confirmar ({', '.join(ask.members)}): {ask.text}{asked}"
    for member in choice.members:
        for change in member.seats[0].opinion["changes_if"]:
            yield f"{member.role_label}, muda se {change['sentence']}"
    for member in choice.members:
        for way in member.ways:
            if way.standing == "ineligible" and way.reasons:
                first = next(r for r in way.reasons if r["standing"] == "ineligible")
                yield f"{member.role_label}, descartada {way.name}: {first['text']} ({first['rule']})"
