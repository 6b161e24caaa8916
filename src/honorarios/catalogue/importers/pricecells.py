"""How a cell of each price column is read from people's lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import codes
from honorarios.catalogue.schema import PRICE_COLUMNS, Basis
from honorarios.catalogue.schema.base import LARGEST_PERCENT, PERCENT_PLACES, PORTES
from honorarios.catalogue.schema.prices import LARGEST_QUANTITY, QUANTITY_PLACES
from honorarios.core.vocabulary import ROLE_SPELLINGS, SETTING_SPELLINGS
from honorarios.tabular import (
    BOOLEAN,
    CODE,
    DATE,
    TEXT,
    Cell,
    CellType,
    Column,
    decimal_type,
    integer_type,
    term_type,
)
from honorarios.tabular.cells import cell_text
from honorarios.tabular.celltypes import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

QUANTITY: Final = decimal_type(QUANTITY_PLACES, LARGEST_QUANTITY)
"""Reais, CH, UCO, m², fractions of a porte."""
COUNT: Final = integer_type(0, 99_999)
"""Auxiliaries, incidences, ages in months."""


def _word(form: str, pattern: str, change: Callable[[str], str]) -> CellType:
    """A word that follows a pattern, in upper or lower case."""
    whole = re.compile(pattern, re.ASCII)

    def read(cell: Cell) -> object:
        word = change(cell_text(cell))
        return word if whole.fullmatch(word) else Problem(codes.BAD_WORD, {"form": form})

    return CellType("palavra", read)


def _compact(text: str) -> str:
    return "".join(text.upper().split())


PORTE: Final = _word("de 1A a 14C", "|".join(PORTES), _compact)
ANAESTHETIC_PORTE: Final = _word("de 0 a 8, ou uma letra de A a P", "[0-8A-P]", _compact)
ACCOMMODATION: Final = _word(
    "um nome em minúsculas, sem acentos nem espaços: apartment",
    r"[a-z0-9][a-z0-9._-]{0,63}",
    str.lower,
)
UNIT: Final = _word(
    "a unidade em maiúsculas, sem espaços: US", r"[A-Z0-9][A-Z0-9_]{0,31}", _compact
)
BASIS: Final = _word(", ".join(Basis), "|".join(Basis), _compact)
SEX: Final = _word("M ou F", "[MF]", _compact)
_CODES: Final = re.compile(r"[0-9]{1,10}")


def _code_list(cell: Cell) -> object:
    listed = re.split(r"[\s,;]+", re.sub(r"[.-]", "", cell_text(cell)))
    found = sorted({code for code in listed if code})
    if all(map(_CODES.fullmatch, found)):
        return " ".join(found)
    return Problem(codes.BAD_WORD, {"form": "códigos separados por espaços"})


_BY_NAME: Final[dict[str, CellType]] = {
    "role": term_type(ROLE_SPELLINGS),
    "setting": term_type(SETTING_SPELLINGS),
    "patient_setting": term_type(SETTING_SPELLINGS),
    "accommodation": ACCOMMODATION,
    "porte": PORTE,
    "unit": UNIT,
    "cost_unit": UNIT,
    "anaesthetic_porte": ANAESTHETIC_PORTE,
    "sex": SEX,
}
_BY_TYPE: Final[dict[str, CellType]] = {
    "text": TEXT,
    "code": CODE,
    "codes": CellType("códigos", _code_list),
    "date": DATE,
    "decimal": QUANTITY,
    "percent": decimal_type(PERCENT_PLACES, LARGEST_PERCENT),
    "integer": COUNT,
    "boolean": BOOLEAN,
    "basis": BASIS,
}

CELL_TYPES: Final = {
    column.name: _BY_NAME.get(column.name) or _BY_TYPE[column.type] for column in PRICE_COLUMNS
}
"""The kind of cell of every price column."""
_TITLES: Final = {column.name: column.title for column in PRICE_COLUMNS}


def price_column(name: str, *aliases: str, required: bool = False) -> Column:
    """A column of people's lists that is read as that price column, under these headers too."""
    return Column(name, CELL_TYPES[name], required, aliases, _TITLES[name])
