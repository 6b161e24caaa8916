"""``honorarios route``: the opinion on a surgery's billing routes; ``honorarios rerank``: on all that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.progress import shown_count
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data, counted, reais

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.routing.batch import Reranked
    from honorarios.services.routing.shown import ChoiceView, MemberChoiceView, WayView

CaseArgument = Annotated[
    int,
    typer.Argument(
        metavar="CIRURGIA", min=1, help="Identificador da cirurgia.", show_default=False
    ),
]
SupposeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--suppose",
        metavar="VIA.CAMPO=VALOR",
        help="Supõe outro valor: repasse.fee=5,44; repasse.days=60; *.rate=1,5. Pode repetir.",
        show_default=False,
    ),
]


def route(
    case: CaseArgument,
    suppose: SupposeOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Diz por que via cobrar cada membro da equipe de uma cirurgia, e por quê.

    Nada é gravado. Os valores são estimativas com parâmetros datados, e não são consultoria tributária
    nem jurídica.

    Exemplos:
      honorarios route 12
      honorarios route 12 --suppose repasse.fee=5,44 --suppose repasse.days=60
      honorarios route 12 --json
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services.routing.opinions import opinion

    told = answered(opinion(actor=actor, case_id=case, suppose=suppose or ()), as_json=as_json)
    if as_json:
        screen.write_json(as_data(told), "choice")
        return
    for line in _lines(told):
        screen.write(line)


def rerank(office: OfficeOption = None, as_json: JsonOption = False) -> None:
    """Compara de novo as vias de todas as cirurgias abertas e diz o que mudou desde a decisão.

    Exemplos:
      honorarios rerank
      honorarios rerank --json
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services.routing import batch

    with shown_count("Comparando vias") as tell:
        told = answered(batch.rerank(actor=actor, on_progress=tell), as_json=as_json)
    if as_json:
        screen.write_json(as_data(told), "reranked")
        return
    for line in _summary(told):
        screen.write(line)


def _lines(told: ChoiceView) -> Iterator[str]:
    day = "sem data" if told.surgery_on is None else f"{told.surgery_on:%d/%m/%Y}"
    yield f"Cirurgia {told.number}, {day}: {told.payer}, {told.hospital}"
    for member in told.members:
        yield ""
        yield from _member(member)
    yield ""
    if told.team is not None:
        yield f"Equipe: {told.team.name.lower()}, líquido esperado {reais(told.team.expected)}"
    for ask in told.asks:
        whom = f" Com: {ask.whom}." if ask.whom else ""
        yield f"Confirmar ({', '.join(ask.members)}): {ask.text}{whom}"
    for relief in told.reliefs:
        changes = f" Muda a sugestão de {'; '.join(relief.changes)}." if relief.changes else ""
        until = "" if relief.until is None else f", até {relief.until:%d/%m/%Y}"
        yield f"Resolver: {relief.label}, vale {reais(relief.worth)}{until}.{changes}"
    if told.next_deadline is not None:
        yield f"Próximo prazo: {told.next_deadline:%d/%m/%Y}, {told.next_deadline_text}"


def _member(member: MemberChoiceView) -> Iterator[str]:
    yield f"{member.role_label} ({member.provider}): {member.recommended_name}, {reais(member.expected)}"
    if member.why:
        yield f"  {member.why}"
    for way in member.ways:
        yield f"  {_mark(member, way)} {way.name:<34} {way.standing_label:<12} {reais(way.expected):>16}"


def _mark(member: MemberChoiceView, way: WayView) -> str:
    if way.key == member.recommended:
        return "*"
    return "×" if way.standing == "ineligible" else " "


def _summary(told: Reranked) -> Iterator[str]:
    yield (
        f"{counted(told.cases, 'cirurgia aberta', 'cirurgias abertas')}: {told.undecided} a decidir,"
        f" {told.closed} com alguém sem via coberta; líquido esperado {reais(told.expected)}"
    )
    for one in told.moved:
        yield f"{one.number}: mais {reais(one.gain)} por outra via ({'; '.join(one.members)})"
