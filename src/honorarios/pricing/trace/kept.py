"""The engine's columns of a priced line, read back from its dict or from a row of a file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import Term
from honorarios.pricing.cells import is_empty
from honorarios.pricing.columns import INPUT_NAMES
from honorarios.pricing.trace.factors import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPONENTS: Final = ("fee", "operating_cost", "film")
FIGURES: Final = (*(f"{component}_adjustment" for component in COMPONENTS), *COLUMNS.values())
"""The columns of adjustments and factors."""


class KeptError(ValueError):
    """A column of the result, named by the text, is missing or not what the engine writes."""


def kept_text(result: Mapping[str, object], column: str) -> str | None:
    """A name, None when the cell is empty."""
    value = result.get(column)
    return None if is_empty(value) else str(value)


def kept_number(result: Mapping[str, object], column: str) -> int | None:
    """A whole number, None when the cell is empty."""
    value = result.get(column)
    if is_empty(value):
        return None
    if isinstance(value, int):
        return value
    number = kept_decimal(result, column)
    if number != number.to_integral_value():
        raise KeptError(column)
    return int(number)


def kept_decimal(result: Mapping[str, object], column: str) -> Decimal:
    """A decimal that must be there."""
    value = result.get(column)
    if isinstance(value, Decimal):
        return value
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise KeptError(column) from None


def kept_day(result: Mapping[str, object], column: str) -> date | None:
    """A date, None when the cell is empty."""
    value = result.get(column)
    if is_empty(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise KeptError(column) from None


def kept_figures(result: Mapping[str, object]) -> dict[str, Decimal]:
    """Every adjustment and factor by column."""
    return {column: kept_decimal(result, column) for column in FIGURES}


def given_cells(result: Mapping[str, object]) -> dict[str, str]:
    """The cells of the line that the engine reads, as text; empty ones are left out."""
    told = {}
    for name in INPUT_NAMES:
        value = result.get(name)
        if value is None or is_empty(value):
            continue
        if isinstance(value, Term):
            told[name] = value.code_name
        elif isinstance(value, datetime):
            told[name] = value.isoformat(" ", "minutes" if not value.second else "seconds")
        else:
            told[name] = str(value)
    return told
