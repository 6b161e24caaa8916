"""``honorarios fees list``: fee lines on record, filtered, a page at a time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data
from honorarios.cli.words import UsageError

if TYPE_CHECKING:
    from honorarios.core.vocabulary import LineStatus

STATES: Final = ("active", "reversed", "reversal")
DAY: Final = ["%Y-%m-%d", "%d/%m/%Y"]


def _choice(name: str, metavar: str, text: str) -> typer.models.OptionInfo:
    found: typer.models.OptionInfo = typer.Option(
        name, metavar=metavar, help=text, show_default=False
    )
    return found


PartOption = Annotated[int | None, _choice("--part", "PARCIAL", "Só desta parcial.")]
AccountOption = Annotated[int | None, _choice("--account", "CONTA", "Só desta conta.")]
PayerOption = Annotated[str, _choice("--payer", "CONVÊNIO", "Só deste convênio.")]
UnitOption = Annotated[str, _choice("--unit", "UNIDADE", "Só desta unidade de faturamento.")]
ProviderOption = Annotated[str, _choice("--provider", "PRESTADOR", "Só deste prestador.")]
CodeOption = Annotated[
    str, _choice("--code", "CÓDIGO", "Só deste procedimento, ou do que começa assim.")
]
StatusOption = Annotated[
    str, _choice("--status", "SITUAÇÃO", f"Só nesta situação: {', '.join(STATES)}.")
]
FirstOption = Annotated[
    datetime | None,
    typer.Option(
        "--from",
        metavar="DATA",
        formats=DAY,
        help="Do dia, inclusive, em que o ato começou.",
        show_default=False,
    ),
]
LastOption = Annotated[
    datetime | None,
    typer.Option(
        "--to", metavar="DATA", formats=DAY, help="Até o dia, inclusive.", show_default=False
    ),
]
SizeOption = Annotated[
    int, typer.Option("--size", min=1, max=500, metavar="N", help="Lançamentos por página.")
]
AfterOption = Annotated[
    str | None, _choice("--after", "MARCA", "A página seguinte: a marca que a anterior mostrou.")
]
CsvOption = Annotated[bool, typer.Option("--csv", help="Resultado em CSV, para planilhas.")]


def list_fees(  # noqa: PLR0913, PLR0917 - one for each option
    part: PartOption = None,
    account: AccountOption = None,
    payer: PayerOption = "",
    unit: UnitOption = "",
    provider: ProviderOption = "",
    code: CodeOption = "",
    status: StatusOption = "",
    first: FirstOption = None,
    last: LastOption = None,
    size: SizeOption = 50,
    after: AfterOption = None,
    as_csv: CsvOption = False,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Lista lançamentos de honorários, dos atos mais novos aos mais antigos.

    Exemplos:
      honorarios fees list --part 301
      honorarios fees list --provider m01 --from 2026-08-01 --to 2026-08-31 --csv
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import fees

    only = fees.LineFilter(
        part_id=part,
        account_id=account,
        payer=payer,
        billing_unit=unit,
        provider=provider,
        code=code,
        status=_status(status),
        first_day=_day(first),
        last_day=_day(last),
    )
    page = answered(
        fees.list_lines(actor=actor, only=only, after=after, size=size), as_json=as_json
    )
    if as_json:
        screen.write_json(as_data(page), "fees")
        return
    from honorarios.cli.record.fees_view import show_lines, summed, write_csv

    if as_csv:
        write_csv(page.lines)
    else:
        show_lines(page.lines)
        screen.say(summed(page.lines))
    if page.after is not None:
        screen.say(f"Há mais: --after {page.after}")


def _status(word: str) -> LineStatus | None:
    if not word:
        return None
    if word not in STATES:
        raise UsageError(f"Não há a situação “{word}”. Há: {', '.join(STATES)}.")
    from honorarios.core.vocabulary import LineStatus

    return LineStatus[word.upper()]


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
