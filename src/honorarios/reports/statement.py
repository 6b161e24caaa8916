"""Demonstrativo: what a provider did in a period, how much it is worth, and where the money is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.reports.digest import digest
from honorarios.reports.sheets import Amount, Day, Moment, Sheet, workbook
from honorarios.reports.typeset import pdf
from honorarios.reports.words import amount, brl, counted, day, moment, whole

if TYPE_CHECKING:
    from honorarios.reports.model import Printing, Statement, StatementLine, Tally

TITLE: Final = "Demonstrativo de honorários"
COLUMNS: Final = (
    "Data e hora",
    "Atendimento",
    "Paciente",
    "Convênio",
    "Unidade",
    "Código",
    "Procedimento",
    "Função",
    "Como se chegou ao valor",
    "Parte da divisão",
    "Quantidade",
    "Valor unitário",
    "Valor total",
    "Valor cobrado",
    "Fora da conta",
    "Situação",
)


def statement_pdf(statement: Statement, printing: Printing) -> bytes:
    """The statement on A4."""
    return pdf("statement", _data(statement, printing), at=printing.at)


def statement_xlsx(statement: Statement, printing: Printing) -> bytes:
    """The statement as a workbook."""
    return workbook(
        title=f"{TITLE} {statement.provider}",
        at=printing.at,
        sheets=(
            Sheet("Resumo", ("", ""), tuple(_summary(statement, printing)), widths=(40, 44)),
            Sheet("Lançamentos", COLUMNS, tuple(map(_row, statement.lines)), table=True),
        ),
    )


def _data(statement: Statement, printing: Printing) -> dict[str, Any]:
    sums = statement.sums
    lines = counted(sums.lines, "lançamento", "lançamentos")
    return {
        "title": TITLE,
        "subject": statement.provider,
        "aside": _period(statement),
        "office": statement.office,
        "printed_at": moment(printing.at),
        "printed_by": printing.by,
        "digest": digest(statement),
        "closing_note": "Só há aqui lançamentos deste prestador.",
        "provider": statement.provider,
        "council": statement.council,
        "specialty": statement.specialty,
        "period": _period(statement),
        "figures": [
            {"name": "Produção", "value": brl(sums.charged), "note": lines, "strong": True},
            {
                "name": "Pelo hospital",
                "value": brl(sums.inside),
                "note": "dentro da conta: repasse",
                "strong": False,
            },
            {
                "name": "Direto do convênio",
                "value": brl(sums.outside),
                "note": "fora da conta",
                "strong": False,
            },
        ],
        "by_situation": [_tally(tally) for tally in statement.by_situation],
        "by_payer": [_tally(tally) for tally in statement.by_payer],
        "lines": [_line(line) for line in statement.lines],
        "total": amount(sums.charged),
    }


def _period(statement: Statement) -> str:
    return f"{day(statement.first_day)} a {day(statement.last_day)}"


def _tally(tally: Tally) -> dict[str, str]:
    return {"name": tally.name, "lines": whole(tally.lines), "charged": amount(tally.charged)}


def _line(line: StatementLine) -> dict[str, Any]:
    return {
        "day": f"{line.day:%d/%m/%y}",
        "hour": f"{line.day:%H:%M}",
        "attendance": line.attendance,
        "patient": line.patient,
        "payer": line.payer,
        "code": line.code,
        "description": line.description,
        "role": line.role or "Taxa",
        "factors": line.factors,
        "share": line.share,
        "quantity": str(line.quantity),
        "charged": amount(line.charged),
        "outside": line.outside,
        "situation": line.situation,
    }


def _summary(statement: Statement, printing: Printing) -> list[tuple[object, ...]]:
    sums = statement.sums
    return [
        ("Cliente do sistema", statement.office),
        ("Prestador", statement.provider),
        ("Conselho", statement.council),
        ("Primeiro dia", Day(statement.first_day)),
        ("Último dia", Day(statement.last_day)),
        ("Lançamentos", sums.lines),
        ("Produção", Amount(sums.charged)),
        ("Dentro da conta", Amount(sums.inside)),
        ("Fora da conta", Amount(sums.outside)),
        *((f"Situação: {one.name}", Amount(one.charged)) for one in statement.by_situation),
        *((f"Convênio: {one.name}", Amount(one.charged)) for one in statement.by_payer),
        ("Impresso em", Moment(printing.at)),
        ("Impresso por", printing.by),
        ("Código do conteúdo (SHA-256)", digest(statement)),
    ]


def _row(line: StatementLine) -> tuple[object, ...]:
    return (
        Moment(line.day),
        line.attendance,
        line.patient,
        line.payer,
        line.unit,
        line.code,
        line.description,
        line.role or "Taxa",
        line.factors,
        line.share,
        line.quantity,
        Amount(line.unit_value),
        Amount(line.total),
        Amount(line.charged),
        "sim" if line.outside else "não",
        line.situation,
    )
