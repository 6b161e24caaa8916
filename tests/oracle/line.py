"""Sections 1 and 3 of the law: the line as people give it, checked in the law's order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from honorarios.core.vocabulary import (
    ACCESS_ROUTE_SPELLINGS,
    ACCOMMODATION_SPELLINGS,
    BILLING_ROUTE_SPELLINGS,
    CHARACTER_SPELLINGS,
    LATERALITY_SPELLINGS,
    PROCEDURE_KIND_SPELLINGS,
    ROLE_SPELLINGS,
    SETTING_SPELLINGS,
    TECHNIQUE_SPELLINGS,
    AccessRoute,
    BillingRoute,
    Character,
    Laterality,
    ProcedureKind,
    Role,
    Setting,
    Technique,
    Term,
    fold,
)
from tests.oracle.result import NotPricedError

LONGEST_ACT = timedelta(days=366)
DROPPED_FROM_CODES = str.maketrans("", "", ".- ")
CODE = re.compile(r"[0-9]{1,10}")
FROM_A_NUMBER = re.compile(r"([0-9]{8}|[0-9]{10})\.0+")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2})?")
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,18}")

Given = Mapping[str, object]
AnyTerm = TypeVar("AnyTerm", bound=Term)
fold_once = lru_cache(maxsize=10_000)(fold)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that passed every check of its own cells."""

    code: str
    start: datetime
    end: datetime | None
    admission: date | None
    role: Role
    access_route: AccessRoute | None
    kind: ProcedureKind
    rank: int
    accommodation: str | None
    character: Character
    setting: Setting | None
    quantity: int
    age_months: int | None
    weight_grams: int | None
    technique: Technique
    laterality: Laterality | None
    contract: str | None
    payer: str | None
    billing_unit: str | None
    route: BillingRoute | None
    plan: str | None
    provider: str | None
    specialty: str | None


def read_line(cells: Given) -> Line:
    """The line, or the first check that fails."""
    given = {name: cell.strip() if isinstance(cell, str) else cell for name, cell in cells.items()}
    code = _code(given)
    start = _start(given)
    end = _end(given, start)
    role = _role(given)
    access_route = _term(given, "access_route", ACCESS_ROUTE_SPELLINGS)
    kind = _term(given, "procedure_kind", PROCEDURE_KIND_SPELLINGS) or ProcedureKind.PRINCIPAL
    rank = _number(given, "rank", "invalid_rank", 1, 99)
    character = _term(given, "character", CHARACTER_SPELLINGS) or Character.ELECTIVE
    setting = _term(given, "setting", SETTING_SPELLINGS)
    technique = _term(given, "technique", TECHNIQUE_SPELLINGS) or Technique.CONVENTIONAL
    laterality = _term(given, "laterality", LATERALITY_SPELLINGS)
    admission = _admission(given)
    age_months = _number(given, "age_months", "invalid_age", 0, 2400)
    weight_grams = _number(given, "weight_grams", "invalid_weight", 1, 999_999)
    quantity = _quantity(given)
    if given.get("authorised") is False:
        raise NotPricedError("not_authorised")
    return Line(
        code=code,
        start=start,
        end=end,
        admission=admission,
        role=role,
        access_route=access_route,
        kind=kind,
        rank=rank if rank is not None else 2,
        accommodation=bed_type(_text(given, "accommodation")),
        character=character,
        setting=setting,
        quantity=quantity,
        age_months=age_months,
        weight_grams=weight_grams,
        technique=technique,
        laterality=laterality,
        contract=_text(given, "contract"),
        payer=_text(given, "payer"),
        billing_unit=_text(given, "billing_unit"),
        route=_billing_route(given),
        plan=_text(given, "plan"),
        provider=_text(given, "provider"),
        specialty=_text(given, "specialty"),
    )


def bed_type(word: str | None) -> str | None:
    """The accommodation type that a line or a document means: a usual one, or one of the catalogue's own."""
    if word is None:
        return None
    folded = fold_once(word)
    usual = ACCOMMODATION_SPELLINGS.get(folded)
    return folded if usual is None else usual.name.lower()


def _empty(value: object) -> bool:
    return value is None or value == ""


def _text(given: Given, column: str) -> str | None:
    value = given.get(column)
    return None if _empty(value) else str(value)


def _code(given: Given) -> str:
    text = _text(given, "code")
    if text is None:
        raise NotPricedError("missing_code")
    number = FROM_A_NUMBER.fullmatch(text)
    code = number[1] if number else text.translate(DROPPED_FROM_CODES)
    if not CODE.fullmatch(code):
        raise NotPricedError("invalid_code")
    return code


def _date_and_time(value: object, status: str) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and DATE_AND_TIME.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise NotPricedError(status)


def _start(given: Given) -> datetime:
    if _empty(given.get("start")):
        raise NotPricedError("missing_start")
    return _date_and_time(given["start"], "invalid_start")


def _end(given: Given, start: datetime) -> datetime | None:
    if _empty(given.get("end")):
        return None
    end = _date_and_time(given["end"], "invalid_end")
    if end < start:
        raise NotPricedError("start_after_end")
    if end - start > LONGEST_ACT:
        raise NotPricedError("act_too_long")
    return end


def _admission(given: Given) -> date | None:
    value = given.get("admission")
    if _empty(value):
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise NotPricedError("invalid_admission")


def _spelled(value: object, spellings: Mapping[str, AnyTerm]) -> AnyTerm | None:
    if isinstance(value, Term):
        return spellings[value.code_name]
    return spellings.get(fold_once(str(value)))


def _term(given: Given, column: str, spellings: Mapping[str, AnyTerm]) -> AnyTerm | None:
    value = given.get(column)
    if _empty(value):
        return None
    term = _spelled(value, spellings)
    if term is None:
        raise NotPricedError(f"invalid_{column}")
    return term


def _role(given: Given) -> Role:
    role = _term(given, "role", ROLE_SPELLINGS)
    if role is None:
        raise NotPricedError("missing_role")
    return role


def _billing_route(given: Given) -> BillingRoute | None:
    value = given.get("route")
    return None if _empty(value) else _spelled(value, BILLING_ROUTE_SPELLINGS)


def _whole(value: object, status: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value):
        return int(value)
    raise NotPricedError(status)


def _number(given: Given, column: str, status: str, least: int, greatest: int) -> int | None:
    value = given.get(column)
    if _empty(value):
        return None
    number = _whole(value, status)
    if not least <= number <= greatest:
        raise NotPricedError(status)
    return number


def _quantity(given: Given) -> int:
    if "quantity" not in given:
        return 1
    quantity = _whole(given["quantity"], "invalid_quantity")
    if not 1 <= abs(quantity) <= 999:
        raise NotPricedError("invalid_quantity")
    return quantity
