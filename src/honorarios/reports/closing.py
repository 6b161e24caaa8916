"""Fechamento: what was launched in a period, who owes it, where it stands and what keeps it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.reports.digest import digest
from honorarios.reports.sheets import Amount, Day, Moment, Sheet, workbook
from honorarios.reports.typeset import pdf
from honorarios.reports.words import amount, brl, counted, day, moment, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.reports.model import BlockedPart, Closing, ClosingRow, Printing

TITLE: Final = "Fechamento"
FIGURES: Final = (
    "Lançamentos",
    "Cobrado",
    "Fora da conta",
    "Faturado",
    "Liberado",
    "Em andamento",
    "Parado",
)


def closing_pdf(closing: Closing, printing: Printing) -> bytes:
    """The closing report on A4, lying."""
    return pdf("closing", _data(closing, printing), at=printing.at)


def closing_xlsx(closing: Closing, printing: Printing) -> bytes:
    """The closing report as a workbook, a sheet for each way to cut it."""
    cuts = (
        ("Por convênio", "Convênio", closing.by_payer),
        ("Por unidade", "Unidade", closing.by_unit),
        ("Por prestador", "Prestador", closing.by_provider),
    )
    return workbook(
        title=f"{TITLE} {_period(closing)}",
        at=printing.at,
        sheets=(
            Sheet("Resumo", ("", ""), tuple(_summary(closing, printing)), widths=(40, 70)),
            *(
                Sheet(title, (name, *FIGURES), tuple(map(_row, rows)), table=True)
                for title, name, rows in cuts
            ),
            Sheet(
                "O que impede",
                ("Código", "Motivo", "Parciais", "Vezes", "Cobrado nelas"),
                tuple(
                    (one.code, one.reason, one.parts, one.lines, Amount(one.charged))
                    for one in closing.obstacles
                ),
                table=True,
            ),
            Sheet(
                "Parciais paradas",
                (
                    "Atendimento",
                    "Conta",
                    "Parcial",
                    "Convênio",
                    "Unidade",
                    "Situação",
                    "Cobrado",
                    "O que falta",
                ),
                tuple(_blocked_rows(closing.blocked)),
                table=True,
            ),
        ),
    )


def _data(closing: Closing, printing: Printing) -> dict[str, Any]:
    sums = closing.sums
    together = _together(closing.by_payer)
    figures = (
        ("Lançado", sums.charged, counted(sums.lines, "lançamento", "lançamentos")),
        ("Faturado", together["billed"], "em remessa"),
        ("Liberado", together["ready"], "aguarda remessa"),
        ("Em andamento", together["under_way"], "parciais abertas e encerradas"),
        ("Parado", together["blocked"], "espera por alguém"),
    )
    return {
        "title": TITLE,
        "subject": _period(closing),
        "aside": closing.about,
        "office": closing.office,
        "printed_at": moment(printing.at),
        "printed_by": printing.by,
        "digest": digest(closing),
        "closing_note": "",
        "period": _period(closing),
        "about": closing.about,
        "trail_head": printing.trail_head[:32],
        "figures": [
            {"name": name, "value": brl(value), "note": note, "strong": not place}
            for place, (name, value, note) in enumerate(figures)
        ],
        "by_payer": [_cut(row) for row in closing.by_payer],
        "by_unit": [_cut(row) for row in closing.by_unit],
        "by_provider": [_cut(row) for row in closing.by_provider],
        "by_situation": [
            {"name": one.name, "lines": whole(one.lines), "charged": amount(one.charged)}
            for one in closing.by_situation
        ],
        "examined": _examined(closing),
        "obstacles": [
            {
                "code": one.code,
                "reason": one.reason,
                "parts": whole(one.parts),
                "lines": whole(one.lines),
                "charged": amount(one.charged),
            }
            for one in closing.obstacles
        ],
        "blocked": [
            {
                "name": f"{one.attendance}/{one.account}, parcial {one.seq}",
                "payer": one.payer,
                "unit": one.unit,
                "status": one.status,
                "charged": amount(one.charged),
                "reasons": list(one.reasons),
            }
            for one in closing.blocked
        ],
    }


def _period(closing: Closing) -> str:
    return f"{day(closing.first_day)} a {day(closing.last_day)}"


def _examined(closing: Closing) -> str:
    told = counted(closing.examined, "parcial conferida", "parciais conferidas")
    held = counted(len(closing.blocked), "não encerra", "não encerram")
    left = f"; {counted(closing.left, 'ficou', 'ficaram')} sem conferir" if closing.left else ""
    return f"{told}: {held}{left}."


def _together(rows: Iterable[ClosingRow]) -> dict[str, int]:
    told = list(rows)
    return {
        name: sum(getattr(row, name) for row in told)
        for name in ("billed", "ready", "under_way", "blocked")
    }


def _cut(row: ClosingRow) -> dict[str, str]:
    return {
        "name": row.name,
        "lines": whole(row.lines),
        "charged": amount(row.charged),
        "outside": amount(row.outside),
        "billed": amount(row.billed),
        "ready": amount(row.ready),
        "under_way": amount(row.under_way),
        "blocked": amount(row.blocked),
    }


def _row(row: ClosingRow) -> tuple[object, ...]:
    return (
        row.name,
        row.lines,
        Amount(row.charged),
        Amount(row.outside),
        Amount(row.billed),
        Amount(row.ready),
        Amount(row.under_way),
        Amount(row.blocked),
    )


def _blocked_rows(blocked: Iterable[BlockedPart]) -> Iterable[tuple[object, ...]]:
    for one in blocked:
        for reason in one.reasons:
            yield (
                one.attendance,
                one.account,
                one.seq,
                one.payer,
                one.unit,
                one.status,
                Amount(one.charged),
                reason,
            )


def _summary(closing: Closing, printing: Printing) -> list[tuple[object, ...]]:
    return [
        ("Cliente do sistema", closing.office),
        ("Primeiro dia", Day(closing.first_day)),
        ("Último dia", Day(closing.last_day)),
        ("Recorte", closing.about),
        ("Lançamentos", closing.sums.lines),
        ("Cobrado", Amount(closing.sums.charged)),
        ("Dentro da conta", Amount(closing.sums.inside)),
        ("Fora da conta", Amount(closing.sums.outside)),
        *((f"Situação: {one.name}", Amount(one.charged)) for one in closing.by_situation),
        ("Conferência", _examined(closing)),
        ("Trilha de auditoria", printing.trail_head),
        ("Impresso em", Moment(printing.at)),
        ("Impresso por", printing.by),
        ("Código do conteúdo (SHA-256)", digest(closing)),
    ]
