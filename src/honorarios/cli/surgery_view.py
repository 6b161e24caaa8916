"""A priced surgery on the screen: its lines, the rules that made them, contracts side by side."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from honorarios.cli import screen
from honorarios.core.money import format_brl, format_decimal
from honorarios.pricing.book import Book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from honorarios.core.findings import Finding
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery import Comparison, PricedLine, Quote, Sum, Surgery
    from honorarios.pricing.surgery.compare import Compared
    from honorarios.pricing.surgery.suggestion import SuggestedLine
    from honorarios.pricing.trace import Explanation


WIDTH: Final = 80
"""Columns of the tables, on every screen and in every pipe."""
LABEL: Final = 18
"""Columns of a member of the team."""
AMOUNT: Final = 14
"""Columns of an amount of up to a million reais."""


def show_quote(quote: Quote, surgery: Surgery, compiled: Compiled) -> None:
    """The lines of a surgery under one contract, each with its rules and its value, and their sum."""
    console = _console()
    if surgery.name:
        console.print(surgery.name, style="bold", markup=False)
    console.print(f"{quote.name or 'Sem contrato'} ({quote.suggestion.contract})", markup=False)
    names = _names(quote.lines, compiled)
    for act, lines in groupby(quote.lines, key=lambda line: line.suggested.act):
        table = _columns()
        for line in lines:
            table.add_row(_member(line.suggested, surgery), _why(line), _value(line))
        console.print("", Text(names[act], "bold"), table, sep="\n")
    table = _columns()
    table.add_row("Total", "", _amount(quote.sum()), style="bold")
    console.print("", table, sep="\n")
    for left_out in quote.suggestion.omitted:
        role = surgery.team[left_out.member - 1].role.label
        console.print(f"Sem cobrança: {role}, ato {left_out.act}. {left_out.rules[-1].text}")


def _console() -> Console:
    console = screen.out()
    console.width = min(console.width, WIDTH)
    return console


def _columns() -> Table:
    """Who, why, how much."""
    table = Table(box=None, show_header=False, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(width=LABEL)
    table.add_column(ratio=1)
    table.add_column(min_width=AMOUNT, justify="right")
    return table


def _member(line: SuggestedLine, surgery: Surgery) -> Text:
    """The role, and under it who acted."""
    member = surgery.team[line.member - 1]
    return Text.assemble("  ", member.role.label, (f"\n  {member.provider or ''}".rstrip(), "dim"))


def _why(line: PricedLine) -> Text:
    """Its rules with their sources, or the shares that they come to."""
    told = [
        Text.assemble(rule.text, " ", (f"[{rule.source}]", "dim")) for rule in line.suggested.rules
    ]
    if line.centavos is not None:
        route, role = line.result["route_percent"], line.result["role_percent"]
        told.append(Text(f"Via {format_decimal(route)} %, função {format_decimal(role)} %."))
    return Text("\n").join(told)


def _value(line: PricedLine) -> str:
    return line.status.message if line.centavos is None else format_brl(line.centavos)


def _names(lines: Sequence[PricedLine], compiled: Compiled) -> dict[int, str]:
    """Code and name of each act, as its price row has it."""
    book = Book(compiled.catalogue)
    names: dict[int, str] = {}
    for line in lines:
        row = line.result["price_row"]
        name = (book.row(row).cells.get("description") if row is not None else None) or ""
        code = str(line.result["code"])
        names[line.suggested.act] = max(
            names.get(line.suggested.act, code), f"{code} {name}".strip()
        )
    return names


def show_explanations(explanations: Sequence[Explanation]) -> None:
    """The memória de cálculo of each line, one under the other."""
    from honorarios.pricing.trace import as_text

    console = _console()
    for number, told in enumerate(explanations, 1):
        console.print()
        console.rule(f"Linha {number} de {len(explanations)}", align="left")
        screen.write(as_text(told, console.width))


def quote_dict(
    quote: Quote, findings: Sequence[Finding], explanations: Sequence[Explanation] | None
) -> dict[str, object]:
    """A priced surgery, for programs; with its ``explanations`` if they were asked for."""
    from honorarios.pricing.trace import as_dict

    told = quote.suggestion.as_dict()
    told["name"] = quote.name
    told["findings"] = [finding.as_dict() for finding in findings]
    told["priced"] = [dict(line.result) for line in quote.lines]
    told["total_centavos"] = quote.sum().centavos
    if explanations is not None:
        told["explanations"] = list(map(as_dict, explanations))
    return told


def show_comparison(comparison: Comparison) -> None:
    """The same surgery under several contracts, side by side."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("", max_width=LABEL)
    for quote in comparison.quotes:
        table.add_column(quote.name or "Sem contrato", justify="right", min_width=AMOUNT)
    for row in comparison.by_member():
        table.add_row(*_row(row))
    table.add_section()
    for row in comparison.by_act():
        table.add_row(*_row(row))
    table.add_section()
    table.add_row(*_row(comparison.total()), style="bold")
    _console().print(table)


def _row(row: Compared) -> list[str]:
    return [row.label, *map(_amount, row.sums)]


def _amount(total: Sum) -> str:
    """What lines come to, and whether some of them have no price."""
    if total.is_empty:
        return "–"
    reasons = " ".join(status.message for status in total.unpriced)
    if not total.unpriced:
        return format_brl(total.centavos)
    return f"{format_brl(total.centavos)} ({reasons})" if total.centavos else reasons
