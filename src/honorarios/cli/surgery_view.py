"""A priced surgery on the screen: its lines, the rules that made them, contracts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from honorarios.cli import screen
from honorarios.core.money import format_brl, format_decimal
from honorarios.pricing.book import Book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery import Comparison, PricedLine, Quote, Sum, Surgery
    from honorarios.pricing.surgery.compare import Compared


def show_quote(quote: Quote, surgery: Surgery, compiled: Compiled) -> None:
    """The lines of a surgery under one contract, their sum, and the rules behind them."""
    console = screen.out()
    if surgery.name:
        console.print(surgery.name, style="bold", markup=False)
    console.print(f"{quote.name or 'Sem contrato'} ({quote.suggestion.contract})", markup=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("Ato", "Função", "Prestador"):
        table.add_column(name)
    for name in ("Via", "Parte", "Valor"):
        table.add_column(name, justify="right")
    names = _names(quote.lines, compiled)
    before = 0
    for line in quote.lines:
        act = names[line.suggested.act] if line.suggested.act != before else ""
        before = line.suggested.act
        table.add_row(act, *_cells(line, surgery))
    console.print(table)
    console.print(f"Total: {_amount(quote.sum())}", style="bold")
    for left_out in quote.suggestion.omitted:
        role = surgery.team[left_out.member - 1].role.label
        console.print(f"Sem cobrança: {role}, ato {left_out.act}. {left_out.rules[-1].text}")


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


def _cells(line: PricedLine, surgery: Surgery) -> tuple[str, ...]:
    member = surgery.team[line.suggested.member - 1]
    if line.centavos is None:
        return member.role.label, member.provider or "", "", "", line.status.message
    return (
        member.role.label,
        member.provider or "",
        f"{format_decimal(line.result['route_percent'])} %",
        f"{format_decimal(line.result['role_percent'])} %",
        format_brl(line.centavos),
    )


def quote_dict(quote: Quote) -> dict[str, object]:
    """A priced surgery, for programs."""
    told = quote.suggestion.as_dict()
    results = [dict(line.result) for line in quote.lines]
    return told | {"name": quote.name, "priced": results, "total_centavos": quote.sum().centavos}


def show_rules(quote: Quote, surgery: Surgery) -> None:
    """Each rule once, with its source and the functions that it is about."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for line in quote.lines:
        for rule in line.suggested.rules:
            role = surgery.team[line.suggested.member - 1].role.label
            found.setdefault((rule.text, rule.source), {})[role] = None
    for (text, source), roles in found.items():
        whose = "todos" if len(roles) == len(surgery.team) else ", ".join(roles)
        screen.out().print(Padding(escape(f"{text} [{source}; {whose}]"), (0, 0, 0, 2)))


def show_comparison(comparison: Comparison) -> None:
    """The same surgery under several contracts, side by side."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for quote in comparison.quotes:
        table.add_column(quote.name or "Sem contrato", justify="right")
    for row in comparison.by_member():
        table.add_row(*_row(row))
    table.add_section()
    for row in comparison.by_act():
        table.add_row(*_row(row))
    table.add_section()
    table.add_row(*_row(comparison.total()), style="bold")
    screen.out().print(table)


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
