"""``honorarios deadlines``: what is due, of surgeries and of the office's agreements."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, Final

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data, counted
from honorarios.cli.words import UsageError

if TYPE_CHECKING:
    from honorarios.services.deadlines import DeadlinePage, DeadlinesAsked, DeadlineView

DAY: Final = ["%d/%m/%Y", "%Y-%m-%d"]
USUAL_DAYS: Final = 30
KINDS: Final = (
    "surgery",
    "answer",
    "performance",
    "senha_expiry",
    "opme_quotes",
    "task",
    "hospital_inclusion",
    "account_closing",
    "cooperative_delivery",
    "presentation",
    "payment",
    "late_payment",
    "appeal",
    "appeal_reply",
    "fiscal_document",
    "refund",
    "anniversary",
    "negotiation",
    "fact_expiry",
)
OWNERS: Final = ("payer", "hospital", "cooperative", "supplier", "team", "office", "patient")
UntilOption = Annotated[
    datetime | None,
    typer.Option(
        "--until",
        metavar="DATA",
        formats=DAY,
        help="Até o dia, inclusive. Sem ele, os próximos 30 dias.",
        show_default=False,
    ),
]
SinceOption = Annotated[
    datetime | None,
    typer.Option(
        "--from",
        metavar="DATA",
        formats=DAY,
        help="Do dia, inclusive. Sem ele, também os vencidos.",
        show_default=False,
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", metavar="TIPO", help=f"Só deste tipo: {', '.join(KINDS)}.", show_default=False
    ),
]
OwnerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="QUEM",
        help=f"Só o que depende de: {', '.join(OWNERS)}.",
        show_default=False,
    ),
]
LateOption = Annotated[bool, typer.Option("--late", help="Só os vencidos.")]
ICalendarOption = Annotated[
    bool, typer.Option("--ics", help="Resultado em iCalendar, para agendas.")
]


def deadlines(
    until: UntilOption = None,
    since: SinceOption = None,
    kind: KindOption = None,
    owner: OwnerOption = None,
    late: LateOption = False,
    ics: ICalendarOption = False,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Lista os prazos: o que vence, quando, com quem, e por qual regra.

    Os vencidos vêm primeiro. Não nomeia pacientes, e nada aqui é parecer jurídico: cada prazo diz a sua
    regra e a sua fonte.

    Exemplos:
      honorarios deadlines
      honorarios deadlines --until 31/12/2026 --owner office
      honorarios deadlines --late --json
      honorarios deadlines --ics > prazos.ics
    """
    kinds, owners = _known(kind, KINDS, "tipo"), _known(owner, OWNERS, "responsável")
    actor = open_office(office, as_json=as_json)
    from honorarios.services import deadlines as services

    asked = _asked(_day(since), _day(until), kinds, owners, late=late)
    if ics:
        made = answered(services.calendar(actor=actor, asked=asked), as_json=as_json)
        sys.stdout.buffer.write(made)
        return
    page = answered(services.listed(actor=actor, asked=asked), as_json=as_json)
    if as_json:
        screen.write_json(as_data(page), "deadlines")
    else:
        _show(page)


def _asked(
    since: date | None, until: date | None, kinds: list[str], owners: list[str], *, late: bool
) -> DeadlinesAsked:
    from honorarios.planning.deadlines import Kind, Owner, State
    from honorarios.services.deadlines import DeadlinesAsked

    usual = (since or datetime.now().astimezone().date()) + timedelta(days=USUAL_DAYS)
    return DeadlinesAsked(
        since=since,
        until=until or usual,
        kinds=frozenset(Kind[name.upper()] for name in kinds),
        owners=frozenset(Owner[name.upper()] for name in owners),
        states=frozenset({State.LATE} if late else ()),
    )


def _known(given: list[str] | None, known: tuple[str, ...], what: str) -> list[str]:
    """What was given, all of it known; otherwise the command line can't be understood."""
    for name in given or ():
        if name not in known:
            raise UsageError(f"Não há o {what} “{name}”. Há: {', '.join(known)}.")
    return given or []


def _show(page: DeadlinePage) -> None:
    for one in page.deadlines:
        _show_one(one)
    told = counted(page.total, "prazo", "prazos")
    late = counted(page.late, "vencido", "vencidos")
    screen.say(f"{told}: {late}, {page.soon} a vencer em breve.")


def _show_one(one: DeadlineView) -> None:
    width = screen.text_width()
    day = "sem data  " if one.due is None else f"{one.due:%d/%m/%Y}"
    state = one.state_label.lower()
    screen.write(f"{f'{day}  {one.kind_label}':<{width - len(state) - 1}} {state}")
    where = f"cirurgia {one.case_number}" if one.case_number else ""
    told = " · ".join(filter(None, (one.owner_label, where, one.subject)))
    for line in (told, f"{one.rule} ({one.source})"):
        screen.write(f"{'':<12}{shorten(line, width - 12, placeholder='…')}")


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
