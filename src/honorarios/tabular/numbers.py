"""How a column writes its numbers: decimal comma, decimal point, or one that cannot be told.

``1.234`` is one thousand two hundred and thirty-four to a Brazilian and a little more than one to a
program. A single cell cannot say which; its neighbours in the column often can.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from honorarios.core.money import parse_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.tabular.cells import Cell

_DOUBTFUL: Final = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
LONGEST_NUMBER: Final = 40
"""Characters of the longest text that is still read as a number."""


class Style(Enum):
    """How the text cells of a column write numbers."""

    UNKNOWN = auto()
    """No cell tells."""
    COMMA = auto()
    POINT = auto()
    MIXED = auto()
    """Some with a comma, others with a point."""


def is_doubtful(cell: Cell) -> bool:
    """Whether the cell may be thousands or decimals: ``1.234``, but not ``0.234``."""
    return isinstance(cell, str) and _DOUBTFUL.fullmatch(_bare(cell)) is not None


def style_of(column: Iterable[Cell]) -> Style:
    """The style of a column.

    >>> style_of(["890,00", "1.234"]), style_of(["890.5", "1.234"]), style_of(["1.234", "7"])
    (<Style.COMMA: 2>, <Style.POINT: 3>, <Style.UNKNOWN: 1>)
    """
    comma = point = False
    for cell in column:
        if isinstance(cell, Decimal) or is_doubtful(cell) or number(cell, Style.UNKNOWN) is None:
            continue
        comma = comma or "," in cell or cell.count(".") > 1
        point = point or ("," not in cell and cell.count(".") == 1)
    if comma and point:
        return Style.MIXED
    return Style.COMMA if comma else Style.POINT if point else Style.UNKNOWN


def number(cell: Cell, style: Style) -> Decimal | None:
    """The number of a cell in a column of that style, None when it is no number.

    >>> number("1.234", Style.COMMA), number("1.234", Style.POINT), number("R$ 1,5", Style.POINT)
    (Decimal('1234'), Decimal('1.234'), Decimal('1.5'))
    """
    if isinstance(cell, Decimal):
        return cell if cell.is_finite() else None
    text = _bare(cell)
    if not text.isascii() or len(text) > LONGEST_NUMBER:
        return None
    if style is Style.COMMA and is_doubtful(cell):
        text = text.replace(".", "")
    return parse_decimal(text)


def _bare(cell: str) -> str:
    return cell.replace("\u00a0", " ").strip().removeprefix("R$").strip()
