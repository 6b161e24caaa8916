"""The facts of one line, read as the engine reads them but with names, to tell about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from honorarios.core.vocabulary import (
    ACCESS_ROUTE_SPELLINGS,
    CHARACTER_SPELLINGS,
    LATERALITY_SPELLINGS,
    PROCEDURE_KIND_SPELLINGS,
    ROLE_SPELLINGS,
    SETTING_SPELLINGS,
    TECHNIQUE_SPELLINGS,
    AccessRoute,
    Character,
    Laterality,
    ProcedureKind,
    Role,
    Setting,
    Technique,
    Term,
    accommodation_type,
    fold,
)
from honorarios.pricing.cells import (
    code_digits,
    day_cell,
    is_empty,
    moment_number,
    whole_number,
    written,
)
from honorarios.pricing.interned import BAD_DAY, BAD_NUMBER, BAD_TIME, NO_DAY, NO_NUMBER, NO_TIME

if TYPE_CHECKING:
    from collections.abc import Mapping

AnyTerm = TypeVar("AnyTerm", bound=Term)


@dataclass(frozen=True, slots=True)
class Facts:
    """A line that passed the engine's checks; None is an empty cell that has no default."""

    code: str
    """Digits only."""
    role: Role
    start: int
    """Seconds since 1970, local wall time."""
    end: int | None
    admission: int | None
    """Days since 1970."""
    plan: str | None
    specialty: str | None
    accommodation: str | None
    """The type, whatever word the line has for it."""
    access_route: AccessRoute | None
    procedure_kind: ProcedureKind
    rank: int
    character: Character
    setting: Setting | None
    quantity: int
    age_months: int | None
    weight_grams: int | None
    technique: Technique
    laterality: Laterality | None


def read_facts(line: Mapping[str, object]) -> Facts:
    """The facts of a line.

    Raises:
        ValueError: if a cell cannot be read, which a line past the engine's checks does not have.
    """
    kind = _term(line, "procedure_kind", PROCEDURE_KIND_SPELLINGS) or ProcedureKind.PRINCIPAL
    quantity = _number(line, "quantity") if "quantity" in line else 1
    bed = _name(line, "accommodation")
    return Facts(
        code=code_digits(line.get("code")),
        role=_needed(_term(line, "role", ROLE_SPELLINGS), "role"),
        start=_needed(_moment(line, "start"), "start"),
        end=_moment(line, "end"),
        admission=_day(line, "admission"),
        plan=_name(line, "plan"),
        specialty=_name(line, "specialty"),
        accommodation=None if bed is None else accommodation_type(bed),
        access_route=_term(line, "access_route", ACCESS_ROUTE_SPELLINGS),
        procedure_kind=kind,
        rank=_number(line, "rank") or 2,
        character=_term(line, "character", CHARACTER_SPELLINGS) or Character.ELECTIVE,
        setting=_term(line, "setting", SETTING_SPELLINGS),
        quantity=_needed(quantity, "quantity"),
        age_months=_number(line, "age_months"),
        weight_grams=_number(line, "weight_grams"),
        technique=_term(line, "technique", TECHNIQUE_SPELLINGS) or Technique.CONVENTIONAL,
        laterality=_term(line, "laterality", LATERALITY_SPELLINGS),
    )


Anything = TypeVar("Anything")


def _needed(value: Anything | None, column: str) -> Anything:
    if value is None:
        raise ValueError(column)
    return value


def _name(line: Mapping[str, object], column: str) -> str | None:
    value = line.get(column)
    return None if is_empty(value) else written(value)


def _term(
    line: Mapping[str, object], column: str, spellings: Mapping[str, AnyTerm]
) -> AnyTerm | None:
    value = line.get(column)
    if is_empty(value):
        return None
    text = value.code_name if isinstance(value, Term) else written(value)
    term = spellings.get(text)
    if term is None:
        term = spellings.get(fold(text))
    if term is None:
        raise ValueError(column)
    return term


def _moment(line: Mapping[str, object], column: str) -> int | None:
    return _known(moment_number(line.get(column)), NO_TIME, BAD_TIME, column)


def _day(line: Mapping[str, object], column: str) -> int | None:
    return _known(day_cell(line.get(column)), NO_DAY, BAD_DAY, column)


def _number(line: Mapping[str, object], column: str) -> int | None:
    return _known(whole_number(line.get(column)), NO_NUMBER, BAD_NUMBER, column)


def _known(number: int, empty: int, bad: int, column: str) -> int | None:
    if number == bad:
        raise ValueError(column)
    return None if number == empty else number
