"""The CBHPM, from a sheet that the user owns: a porte with its fraction, UCO, film, auxiliaries.

The book's list is the AMB's; none of it comes with this program. Its columns go by many names, and
``–`` in it means "not applicable", which is not a zero (``spec: pricing 0.10``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import codes
from honorarios.catalogue.importers.assemble import assemble
from honorarios.catalogue.importers.lists import (
    ANAESTHETIC_PORTE,
    ASSISTANTS,
    CODE_COLUMN,
    DESCRIPTION,
    FILM,
    INCIDENCES,
    code_of,
    with_prices,
)
from honorarios.catalogue.importers.pricecells import QUANTITY, price_column
from honorarios.catalogue.schema import Basis, ScheduleKind
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.findings import Finding
from honorarios.core.money import parse_decimal
from honorarios.tabular import CellType, Column, read_rows
from honorarios.tabular.cells import cell_text, plain_text, shown
from honorarios.tabular.celltypes import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from honorarios.catalogue.importers.assemble import Outcome
    from honorarios.catalogue.importers.report import Head, ImportReport
    from honorarios.tabular import Cell, Row, Rows

DIGITS: Final = 8
"""Digits of a CBHPM code, the check digit included."""
UCO: Final = "UCO"


@dataclass(frozen=True, slots=True)
class PorteFraction:
    """A porte and how much of it, either of which a cell may leave to another column."""

    porte: str | None = None
    fraction: Decimal | None = None


_CELL: Final = re.compile(
    r"(?:(?P<fraction>[0-9][0-9.,/]*)\s*(?:DE|DO|X|×|\*)?\s*)??"
    r"(?:PORTE\s*)?(?P<porte>[0-9]{1,2}\s*[ABC])|(?P<alone>[0-9][0-9.,/]*)",
)


def read_porte_fraction(cell: Cell) -> object:
    """``8A``, ``0,04 de 1A``, ``1/4 de 1A`` or a fraction alone.

    >>> read_porte_fraction("0,04 de 1A")
    PorteFraction(porte='1A', fraction=Decimal('0.04'))
    >>> read_porte_fraction("10 c"), read_porte_fraction("0,5")
    (PorteFraction(porte='10C', fraction=None), PorteFraction(porte=None, fraction=Decimal('0.5')))
    """
    match = _CELL.fullmatch(plain_text(cell_text(cell)).upper())
    if match is None:
        return Problem(codes.NOT_PORTE)
    porte = match["porte"] and "".join(match["porte"].split())
    if porte and porte not in PORTES:
        return Problem(codes.NOT_PORTE)
    written = match["fraction"] or match["alone"]
    if not written:
        return PorteFraction(porte)
    fraction = _fraction(written)
    value = QUANTITY.read(fraction) if fraction is not None else None
    if not isinstance(value, Decimal):
        return value if isinstance(value, Problem) else Problem(codes.NOT_PORTE)
    return PorteFraction(porte, value)


def _fraction(written: str) -> Decimal | None:
    over, slash, under = written.partition("/")
    dividend, divisor = parse_decimal(over), parse_decimal(under) if slash else Decimal(1)
    if dividend is None or not divisor:
        return None
    return dividend / divisor


_PORTE: Final = CellType("porte", read_porte_fraction)
COLUMNS: Final = (
    CODE_COLUMN,
    DESCRIPTION,
    Column(
        "porte",
        _PORTE,
        aliases=("Porte do procedimento", "Porte cirúrgico", "Porte/Fração", "Porte e fração"),
    ),
    Column(
        "fraction",
        _PORTE,
        aliases=("Fração", "Fração de porte", "Fração do porte", "Fr."),
        title="fração",
    ),
    price_column(
        "operating_cost",
        "Custo Oper.",
        "Custo Op.",
        "Custo Operac.",
        "C. Oper.",
        "UCO",
        "Qtd. UCO",
        "Qtde UCO",
        "Quantidade de UCO",
    ),
    ASSISTANTS,
    ANAESTHETIC_PORTE,
    FILM,
    INCIDENCES,
    price_column("group"),
)
"""What a CBHPM sheet may have. A column of portes must be there; in a line, a cost alone is a price too."""


def import_cbhpm(
    path: Path, head: Head, *, mapping: Mapping[str, str] | None = None, sheet: str = ""
) -> ImportReport:
    """Read a CBHPM sheet (XLSX, XLS, ODS, CSV, Parquet); nothing is written.

    Args:
        path: The sheet.
        head: The schedule and edition it becomes.
        mapping: Header by column (:data:`COLUMNS`), where names alone do not tell.
        sheet: Name of the workbook's sheet; empty for the first with content.
    """
    rows = read_rows(path, COLUMNS, mapping, sheet=sheet)
    rows = with_prices(rows, COLUMNS, ("porte", "fraction"))
    return assemble(rows, lambda row: _price(row, rows), head, ScheduleKind.CBHPM)


def _price(row: Row, rows: Rows) -> Outcome:
    stated = [row.get(name, PorteFraction) for name in ("porte", "fraction")]
    cost, film = row.decimal("operating_cost"), row.decimal("film")
    code = code_of(row, rows, [*stated, cost, film], digits=DIGITS)
    if isinstance(code, Finding):
        return code
    merged = _merge([part for part in stated if part], row, rows)
    if isinstance(merged, Finding):
        return merged
    price: dict[str, object] = {
        "code": code,
        "operating_cost": cost,
        "film": film,
        **{name: row.values.get(name) for name in _PLAIN},
    }
    if merged.porte is None:
        # What has no porte is all cost: a fee of nothing, and UCO said by name.
        unit = UCO if cost is not None else None
        return [price | {"basis": Basis.BRL, "fee": Decimal(0), "cost_unit": unit}]
    return [price | {"basis": Basis.PORTE, "porte": merged.porte, "fee": merged.fraction}]


_PLAIN: Final = ("description", "assistants", "anaesthetic_porte", "incidences", "group")


def _merge(stated: list[PorteFraction], row: Row, rows: Rows) -> PorteFraction | Finding:
    """One porte and one fraction out of two columns that may each say both."""
    place = rows.place(row.number, "porte")
    portes = list(dict.fromkeys(part.porte for part in stated if part.porte))
    fractions = list(dict.fromkeys(part.fraction for part in stated if part.fraction is not None))
    for values in (portes, fractions):
        if len(values) > 1:
            first, second = (shown(str(value)) for value in values)
            return codes.TWO_PORTES.at(place, first=first, second=second)
    if fractions and not portes:
        return codes.FRACTION_ALONE.at(place, fraction=fractions[0])
    return PorteFraction(portes[0] if portes else None, fractions[0] if fractions else None)
