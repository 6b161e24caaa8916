"""Kinds of values that requests are made of, with bounds that every database holds."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Final, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from honorarios.planning.days import YEARS
from honorarios.pricing.cells import parse_moment

LARGEST_KEY: Final = 2**63 - 1
Near = TypeVar("Near", bound=date)


def _no_flag(value: object) -> object:
    """A number as it is written; without this true would be read as 1."""
    if isinstance(value, bool):
        raise PydanticCustomError("int_type", "not a number")
    return value


Key = Annotated[int, Field(ge=1, le=LARGEST_KEY), BeforeValidator(_no_flag)]
"""The number of a row."""
Code = Annotated[str, Field(max_length=120)]
"""The code of a register's row, or the beginning of a procedure's."""
Mark = Annotated[str, Field(max_length=400)]
"""Where the page before ended, as it was answered."""
Words = Annotated[str, Field(max_length=2_000)]
"""A text of people; the services say how long each may be."""
Whole = Annotated[int, Field(ge=-(2**31), le=2**31 - 1), BeforeValidator(_no_flag)]
"""A whole number that the services judge."""
Size = Annotated[int, Field(ge=1, le=500)]
"""Items of a page."""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> object:
    """A day as it is written; without this a bare number would be read as seconds since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("date_parsing", "not a day")


def _moment(value: object) -> datetime:
    """A wall time as it is written: no zone, no 24:00."""
    found = parse_moment(value) if isinstance(value, str) else value
    if isinstance(found, datetime):
        return found
    raise PydanticCustomError("datetime_parsing", "not an hour")


def _near(value: Near) -> Near:
    """A day or an hour of a year that days are reckoned in."""
    if value.year not in YEARS:
        raise PydanticCustomError("year_range", "not a year that is reckoned with")
    return value


Day = Annotated[date, BeforeValidator(_day), AfterValidator(_near)]
"""A day: ``2025-11-22``."""
Moment = Annotated[datetime, BeforeValidator(_moment), AfterValidator(_near)]
"""Wall time of the place, to the second: ``2025-11-22T10:00``."""


class Given(BaseModel):
    """A body or a query: a field that nobody declared is refused, never written."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reasoned(Given):
    """A verb with its reason."""

    reason: Words = Field(default="", description="Motivo, exigido para voltar atrás.")
