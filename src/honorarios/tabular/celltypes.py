"""What the cells of a column hold, and how each is read: text, code, number, date, term."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from honorarios.core.money import format_decimal, scaled
from honorarios.core.procedure import without_decimals
from honorarios.core.vocabulary import Term, fold
from honorarios.tabular import codes
from honorarios.tabular.cells import Cell, cell_text, is_blank, is_dash, plain_text
from honorarios.tabular.numbers import Style, is_doubtful, number, style_of

if TYPE_CHECKING:
    from honorarios.core.findings import Code


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell was not read: the kind of finding, and the details of its text."""

    code: Code
    details: Mapping[str, object] = field(default_factory=dict)


Reader = Callable[[Cell], object]
"""From a cell that is not blank to its value, or to a :class:`Problem`."""


@dataclass(frozen=True, slots=True)
class CellType:
    """A kind of cell."""

    label: str
    """The Portuguese word for it."""
    read: Reader
    dash_is_blank: bool = True
    """Whether a lone dash means that nothing applies."""

    def blank(self, cell: Cell) -> bool:
        """Whether the cell holds nothing."""
        return is_blank(cell) or (self.dash_is_blank and is_dash(cell))

    def reader(self, column: Sequence[Cell]) -> Reader:  # noqa: ARG002 - some types look at the column
        """The reader of a column's cells."""
        return self.read

    def doubt(self, column: Sequence[Cell]) -> Problem | None:  # noqa: ARG002 - as above
        """What a person should look at in a column as a whole."""
        return None


def _text(cell: Cell) -> object:
    return plain_text(cell_text(cell))


TEXT: Final = CellType("texto", _text, dash_is_blank=False)

_CODE: Final = re.compile(r"[0-9]{1,10}")
_CODE_MARKS: Final = str.maketrans("", "", ".-–/ \u00a0\t")


def _code(cell: Cell) -> object:
    digits = without_decimals(cell_text(cell)).translate(_CODE_MARKS)
    return digits if _CODE.fullmatch(digits) else Problem(codes.NOT_CODE)


CODE: Final = CellType("código", _code)
"""A code of a procedure: 1 to 10 digits; dots, hyphens, slashes and blanks are dropped."""


@dataclass(frozen=True, slots=True)
class _DecimalType(CellType):
    places: int = 0
    largest: Decimal = Decimal(0)

    def reader(self, column: Sequence[Cell]) -> Reader:
        style = style_of(column)

        def read(cell: Cell) -> object:
            if style is Style.MIXED and is_doubtful(cell):
                return Problem(codes.MIXED_NUMBERS)
            return _bounded(number(cell, style), self.places, self.largest)

        return read

    def doubt(self, column: Sequence[Cell]) -> Problem | None:
        doubtful = [cell for cell in column if is_doubtful(cell)]
        if not doubtful or style_of(column) is not Style.UNKNOWN:
            return None
        return Problem(codes.DOUBTFUL_NUMBERS, {"count": len(doubtful), "value": doubtful[0]})


def _bounded(value: Decimal | None, places: int, largest: Decimal) -> object:
    if value is None:
        return Problem(codes.NOT_NUMBER)
    if not 0 <= value <= largest:
        return Problem(codes.OUT_OF_RANGE, {"range": f"de 0 a {format_decimal(largest)}"})
    if scaled(value)[1] > places:
        return Problem(codes.TOO_PRECISE, {"places": places})
    return value


def decimal_type(places: int, largest: int | Decimal) -> CellType:
    """An exact number from 0 to ``largest``; more decimals than ``places`` are refused."""
    most = Decimal(largest)

    def read(cell: Cell) -> object:
        return _bounded(number(cell, Style.UNKNOWN), places, most)

    return _DecimalType("número", read, places=places, largest=most)


def integer_type(least: int, most: int) -> CellType:
    """A whole number between two bounds, both included."""

    def read(cell: Cell) -> object:
        value = number(cell, Style.UNKNOWN)
        if value is None or not least <= value <= most or value != int(value):
            return Problem(codes.NOT_INTEGER, {"least": least, "most": most})
        return int(value)

    return CellType("número inteiro", read)


_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})([T ]00:00(:00)?)?", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_SERIAL: Final = re.compile(r"\d{5}", re.ASCII)
_SERIAL_START: Final = date(1899, 12, 30)
"""Day 0 of a spreadsheet's calendar, for days after 28 February 1900."""


def read_date(cell: Cell) -> object:
    """A day: ISO, day/month/year, or the number by which spreadsheets count days.

    >>> read_date("31/01/2024") == read_date("2024-01-31") == read_date(Decimal(45322))
    True
    """
    text = cell_text(cell)
    if match := _ISO.fullmatch(text):
        parts = match.group(1, 2, 3)
    elif match := _DAY_FIRST.fullmatch(text):
        parts = match.group(3, 2, 1)
    elif _SERIAL.fullmatch(text):
        return _SERIAL_START + timedelta(days=int(text))
    else:
        return Problem(codes.NOT_DATE)
    try:
        return date(*map(int, parts))
    except ValueError:
        return Problem(codes.NOT_DATE)


DATE: Final = CellType("data", read_date)

_YES: Final = frozenset({"sim", "s", "true", "verdadeiro", "yes", "y", "x", "1"})
_NO: Final = frozenset({"nao", "n", "false", "falso", "no", "0"})


def _boolean(cell: Cell) -> object:
    word = fold(cell_text(cell))
    if word in _YES:
        return True
    return False if word in _NO else Problem(codes.NOT_BOOLEAN)


BOOLEAN: Final = CellType("sim ou não", _boolean)

AnyTerm = TypeVar("AnyTerm", bound=Term)


def term_type(spellings: Mapping[str, AnyTerm]) -> CellType:
    """A member of a closed list, in any of its spellings."""
    known = ", ".join(dict.fromkeys(term.label for term in spellings.values()))

    def read(cell: Cell) -> object:
        term = spellings.get(fold(cell_text(cell)))
        return Problem(codes.NOT_TERM, {"known": known}) if term is None else term

    return CellType("termo", read)
