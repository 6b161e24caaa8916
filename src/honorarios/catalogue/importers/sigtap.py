"""SIGTAP, the table of the SUS: the fixed-width file of DATASUS and its CSV.

A procedure has up to two fees: VL_SP (serviço profissional) for inpatients and VL_SA (serviço
ambulatorial) for outpatients; VL_SH is the hospital's and no fee (``spec: pricing 1.4``). A fee of
zero is no price: the procedure is not paid that way, so it gets no row for that setting, and a line
there has no price instead of a price of zero.

The file holds one competência, a month; the edition is valid from its first day on, until another
edition replaces it. Values are whole centavos; ages are months, 9999 where there is no limit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import codes
from honorarios.catalogue.importers.assemble import assemble
from honorarios.catalogue.importers.lists import code_of
from honorarios.catalogue.importers.pricecells import COUNT
from honorarios.catalogue.importers.report import Head, ImportReport
from honorarios.catalogue.schema import Basis, ScheduleKind
from honorarios.catalogue.schema.prices import LARGEST_QUANTITY
from honorarios.core.findings import Finding, Place, has_errors
from honorarios.core.vocabulary import Setting
from honorarios.tabular import (
    CellType,
    Column,
    Field,
    Limits,
    Records,
    Rows,
    parse_fixed_width,
    read_records,
    read_rows,
    read_text,
    rows_of,
)
from honorarios.tabular.cells import cell_text
from honorarios.tabular.celltypes import Problem
from honorarios.tabular.codes import MISSING_COLUMN

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.catalogue.importers.assemble import Outcome
    from honorarios.tabular import Cell, Row

LAYOUT: Final = (
    Field("CO_PROCEDIMENTO", 1, 10),
    Field("NO_PROCEDIMENTO", 11, 260),
    Field("TP_SEXO", 262, 262),
    Field("VL_IDADE_MINIMA", 275, 278),
    Field("VL_IDADE_MAXIMA", 279, 282),
    Field("VL_SA", 293, 302),
    Field("VL_SP", 303, 312),
    Field("DT_COMPETENCIA", 325, 330),
)
"""Places of what is read of ``tb_procedimento``, where no layout file stands beside it."""
DIGITS: Final = 10
"""Digits of a procedure's code."""
_NO_LIMIT: Final = 9999
"""Months that stand for no limit of age."""
_MOST_DIGITS: Final = 12
"""Digits of the longest number in the table."""
_FIXED: Final = re.compile(r"[0-9]{10}[^;\t]{300}")
"""A line of the fixed-width file begins with a code and is long."""


def _digits(cell: Cell) -> str:
    text = cell_text(cell)
    return text if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else ""


def _centavos(cell: Cell) -> object:
    digits = _digits(cell)
    reais = Decimal(digits or -1).scaleb(-2)
    return reais if 0 <= reais <= LARGEST_QUANTITY else Problem(codes.NOT_CENTAVOS)


def _months(cell: Cell) -> object:
    months = COUNT.read(cell)
    return None if months == _NO_LIMIT else months


def _sex(cell: Cell) -> object:
    sex = cell_text(cell)
    if sex in {"I", "N"}:
        return None  # either sex, or none that matters
    return sex if sex in {"M", "F"} else Problem(codes.BAD_WORD, {"form": "M, F, I ou N"})


def _competence(cell: Cell) -> object:
    digits = _digits(cell)
    try:
        return date(int(digits[:4]), int(digits[4:]), 1)
    except ValueError:
        return Problem(codes.NOT_COMPETENCE)


def _fee_column(name: str, header: str, title: str) -> Column:
    kind = CellType("centavos", _centavos)
    return Column(name, kind, required=True, blank_allowed=True, aliases=(header,), title=title)


_MONTHS: Final = CellType("meses", _months)
_CODE: Final = Column(
    "code", required=True, blank_allowed=True, aliases=("CO_PROCEDIMENTO",), title="código"
)
_MONTH: Final = Column(
    "competence",
    CellType("competência", _competence),
    required=True,
    blank_allowed=True,
    aliases=("DT_COMPETENCIA",),
    title="competência",
)
COLUMNS: Final = (
    _CODE,
    Column("description", aliases=("NO_PROCEDIMENTO",), title="nome"),
    Column("sex", CellType("sexo", _sex), aliases=("TP_SEXO",), title="sexo"),
    Column("age_from_months", _MONTHS, aliases=("VL_IDADE_MINIMA",), title="idade mínima"),
    Column("age_to_months", _MONTHS, aliases=("VL_IDADE_MAXIMA",), title="idade máxima"),
    _fee_column("inpatient", "VL_SP", "serviço profissional"),
    _fee_column("outpatient", "VL_SA", "serviço ambulatorial"),
    _MONTH,
)
"""What is read of the table, under the names that DATASUS gives its columns."""
_SETTINGS: Final = (("inpatient", Setting.INPATIENT), ("outpatient", Setting.OUTPATIENT))
_PLAIN: Final = ("description", "sex", "age_from_months", "age_to_months")
_LAYOUT_COLUMNS: Final = (
    Column("name", required=True, aliases=("Coluna",), title="coluna"),
    Column("first", COUNT, required=True, aliases=("Inicio",), title="início"),
    Column("last", COUNT, required=True, aliases=("Fim",), title="fim"),
)


def import_sigtap(path: Path, *, schedule: str = "sigtap") -> ImportReport:
    """Read a competência of SIGTAP; nothing is written.

    Args:
        path: ``tb_procedimento.txt`` or the folder that holds it, with its layout file beside it if
            there is one; or a CSV or spreadsheet with the same columns.
        schedule: Id of the schedule; the edition's id is the competência.
    """
    path = path / "tb_procedimento.txt" if path.is_dir() else path
    rows = rows_of(_records(path), COLUMNS)
    missing = [finding for finding in rows.findings if finding.code == MISSING_COLUMN.name]
    if missing:
        return ImportReport(file=rows.file, findings=(codes.NOT_SIGTAP.at(Place(rows.file)),))
    competences = sorted({day for row in rows.rows if (day := row.day("competence"))})
    if len(competences) != 1:
        return replace(_unfinished(rows), findings=(*rows.findings, *_no_month(rows, competences)))
    head = Head(
        schedule=schedule,
        name="SIGTAP",
        edition=f"{competences[0]:%Y%m}",
        valid_from=competences[0],
        source=f"SIGTAP, competência {competences[0]:%m/%Y} ({path.name})",
        owner="Ministério da Saúde",
        licence_note="Conteúdo público do Ministério da Saúde.",
        tiss_code="00",
    )
    return assemble(rows, lambda row: _price(row, rows), head, ScheduleKind.SIGTAP)


def _unfinished(rows: Rows) -> ImportReport:
    return ImportReport(
        file=rows.file, rows_read=rows.count, refused=rows.refused, headers=rows.headers
    )


def _no_month(rows: Rows, competences: list[date]) -> list[Finding]:
    if competences:
        told = ", ".join(f"{day:%Y%m}" for day in competences)
        return [codes.COMPETENCES.at(Place(rows.file), competences=told)]
    return [] if has_errors(rows.findings) else [codes.NO_PRICES.at(Place(rows.file))]


def _price(row: Row, rows: Rows) -> Outcome:
    fees = [(setting, row.decimal(name)) for name, setting in _SETTINGS]
    code = code_of(row, rows, [fee for _, fee in fees], digits=DIGITS, padded=True)
    if isinstance(code, Finding):
        return code
    plain = {name: row.values.get(name) for name in _PLAIN}
    prices = [
        {"code": code, "setting": setting, "basis": Basis.BRL, "fee": fee, **plain}
        for setting, fee in fees
        if fee
    ]
    return prices or codes.NO_SUS_FEE.at(rows.place(row.number, "inpatient"), code=code)


def _records(path: Path) -> Records:
    """The lines of the file, cut by the layout if it has fixed width."""
    text = read_text(path)
    if isinstance(text, Finding) or not _FIXED.match(text):
        return read_records(path)
    layout, faults = _layout(path.with_name(f"{path.stem}_layout.txt"))
    if faults:
        return Records(str(path), findings=tuple(faults))
    return parse_fixed_width(text, layout, str(path), Limits())


def _layout(path: Path) -> tuple[tuple[Field, ...], list[Finding]]:
    """The layout that stands beside the file, or the one that DATASUS has used since 2008."""
    if not path.exists():
        return LAYOUT, []
    rows = read_rows(path, _LAYOUT_COLUMNS)
    faults = [*rows.findings, *(reason for row in rows.refused for reason in row.reasons)]
    fields = tuple(
        Field(row.text("name") or "", row.integer("first") or 1, row.integer("last") or 1)
        for row in rows.rows
    )
    return fields, faults
