"""What every document of a catalogue shares: strict fields, names, exact numbers, dates, codes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from honorarios.core.validity import shown_day
from honorarios.core.vocabulary import Term, fold

COEFFICIENT_PLACES: Final = 4
"""Decimal places of a coefficient in reais (R$ per CH, UCO, porte, m² of film)."""
PERCENT_PLACES: Final = 6
"""Decimal places of a percentage."""
FACTOR_PLACES: Final = 6
"""Decimal places of a multiplying factor (accommodation, video)."""
LARGEST_COEFFICIENT: Final = Decimal(1_000_000)
LARGEST_PERCENT: Final = Decimal(10_000)
LARGEST_FACTOR: Final = Decimal(100)

Identifier = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$",
        description="Lower case letters, digits, ``.``, ``_`` and ``-``.",
    ),
]


def _rising_range(pattern: str) -> str:
    low, dash, high = pattern.partition("-")
    if dash and (len(low) != len(high) or low > high):
        raise PydanticCustomError("code_range", "{pattern} is no range", {"pattern": pattern})
    return pattern


CodePattern = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{1,10}(-[0-9]{1,10})?$",
        description="A code (``31003079``), the start of codes (``3100``: a chapter or group) or a range of"
        " whole codes, both ends included (``10101012-10101039``).",
    ),
    AfterValidator(_rising_range),
]
Percent = Annotated[
    Decimal, Field(ge=0, le=LARGEST_PERCENT, max_digits=11, decimal_places=PERCENT_PLACES)
]
Factor = Annotated[
    Decimal, Field(ge=0, le=LARGEST_FACTOR, max_digits=9, decimal_places=FACTOR_PLACES)
]
Coefficient = Annotated[
    Decimal, Field(ge=0, le=LARGEST_COEFFICIENT, max_digits=11, decimal_places=COEFFICIENT_PLACES)
]
Porte = Annotated[
    str, Field(pattern=r"^([1-9]|1[0-4])[ABC]$", description="One of the 42 portes, 1A to 14C.")
]


def _iso_text(value: object) -> object:
    """A day as it is written; without this a bare number would be read as seconds since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and _ISO.fullmatch(value)):
        return value
    raise PydanticCustomError("iso_date", "{value} is no date", {"value": str(value)})


_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
IsoDate = Annotated[date, BeforeValidator(_iso_text)]

PORTES: Final = tuple(f"{number}{letter}" for number in range(1, 15) for letter in "ABC")
"""The 42 portes of the CBHPM in rising order."""


class Document(BaseModel):
    """A part of a catalogue: unknown fields are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=False)


class Dated(Document):
    """Something valid from one day to another, both included."""

    valid_from: IsoDate = Field(
        title="início da vigência", description="First day of validity, included."
    )
    valid_to: IsoDate | None = Field(
        default=None,
        title="fim da vigência",
        description="Last day of validity, included; empty = until further notice.",
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Dated:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise PydanticCustomError(
                "validity_order",
                "valid_to {last} is before valid_from {first}",
                {"first": shown_day(self.valid_from), "last": shown_day(self.valid_to)},
            )
        return self


class Sourced(Dated):
    """Dated, and saying where it comes from."""

    source: str = Field(
        min_length=1,
        title="fonte",
        description="Where these values come from: contract, communiqué, page, clause.",
    )


AnyTerm = TypeVar("AnyTerm", bound=Term)


def spelled(spellings: dict[str, AnyTerm]) -> BeforeValidator:
    """A validator that accepts every known spelling of a closed list's member."""

    def read(value: object) -> object:
        if isinstance(value, Term):
            return value
        term = spellings.get(fold(str(value)))
        if term is None:
            raise PydanticCustomError(
                "unknown_term",
                "unknown value {value}",
                {"value": str(value), "spellings": spellings},
            )
        return term

    return BeforeValidator(read)
