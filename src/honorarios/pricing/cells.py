"""Reading one cell of a line: any usual Python value or text becomes the rule's number for it.

``NONE`` (or ``NO_…``) stands for an empty cell, ``BAD`` (or ``BAD_…``) for one that cannot be read.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.core.calendar import day_number
from honorarios.core.money import parse_decimal
from honorarios.core.procedure import without_decimals
from honorarios.core.vocabulary import Term, accommodation_type, fold
from honorarios.pricing.interned import (
    BAD,
    BAD_DAY,
    BAD_NUMBER,
    BAD_TIME,
    NO_DAY,
    NO_NUMBER,
    NO_TIME,
)
from honorarios.pricing.records import NONE
from honorarios.pricing.rule.constants import DAY, UNKNOWN_CODE_BASE

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_NUMBER: Final = 2**31 - 1
CODE_DIGITS: Final = 10
_NOT_IN_CODE = re.compile(r"[\s.\-]+")
_BRAZILIAN_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})(.*)")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?")


def is_empty(value: object) -> bool:
    """None, NaN, NaT and blank text are empty cells."""
    return value is None or (isinstance(value, str) and not value.strip()) or value != value  # noqa: PLR0124 - NaN


def written(value: object) -> str:
    """A cell as people write it: columns with empty cells often come as 31003079.0 for 31003079.

    >>> written(31003079.0), written(Decimal("12.00")), written(1.5), written(" 00 ")
    ('31003079', '12', '1.5', '00')
    """
    if isinstance(value, float | Decimal) and math.isfinite(value) and value == int(value):
        value = int(value)
    return str(value).strip()


def name_number(value: object, numbers: Mapping[str, int]) -> int:
    """The number of an id, BAD when the catalogue does not have it."""
    if is_empty(value):
        return NONE
    return numbers.get(written(value), BAD)


def accommodation_number(value: object, numbers: Mapping[str, int]) -> int:
    """The number of an accommodation type by its id or a usual word for it."""
    if is_empty(value):
        return NONE
    word = written(value)
    known = numbers.get(word)
    return numbers.get(accommodation_type(word), BAD) if known is None else known


def code_digits(value: object) -> str:
    """A code without what people write between its digits, or a spreadsheet after them.

    >>> code_digits("3.10.03.07-9"), code_digits("31003079.0"), code_digits(31003079.0)
    ('31003079', '31003079', '31003079')
    """
    return _NOT_IN_CODE.sub("", without_decimals(written(value)))


def code_number(value: object, numbers: Mapping[str, int]) -> int:
    """The number of a code; a negative one that carries the digits when the catalogue lacks it."""
    if is_empty(value):
        return NONE
    digits = code_digits(value)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= CODE_DIGITS):
        return BAD
    known = numbers.get(digits)
    if known is not None:
        return known
    return UNKNOWN_CODE_BASE - (int(digits.ljust(CODE_DIGITS, "0")) * 16 + len(digits))


def term_number(value: object, spellings: Mapping[str, Term]) -> int:
    """The number of a closed list's member by any of its spellings; one of another list is BAD."""
    if is_empty(value):
        return NONE
    term = spellings.get(value.code_name if isinstance(value, Term) else fold(written(value)))
    return BAD if term is None else int(term)


def moment_number(value: object) -> int:
    """Seconds since 1970 of a local date and time; a date alone does not say the hour, and is bad."""
    if is_empty(value):
        return NO_TIME
    moment = parse_moment(value) if isinstance(value, str) else value
    if not isinstance(moment, datetime) or moment.tzinfo is not None:
        return BAD_TIME
    clock = moment.hour * 3600 + moment.minute * 60 + moment.second
    return day_number(moment.date()) * DAY + clock


def parse_moment(text: str) -> datetime | None:
    """A local date and time as people write it: ``2025-03-01 19:30`` or ``01/03/2025 19:30``."""
    text = iso_text(text)
    if not _ISO_MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def iso_text(text: str) -> str:
    """The text with a Brazilian date in front turned into ISO order."""
    text = text.strip()
    if brazilian := _BRAZILIAN_DAY.fullmatch(text):
        day, month, year, rest = brazilian.groups()
        return f"{year}-{month}-{day}{rest}"
    return text


def day_cell(value: object) -> int:
    """Days since 1970 of a date, or of a date and time's day."""
    if is_empty(value):
        return NO_DAY
    if isinstance(value, str):
        moment = parse_moment(value)
        value = moment or parse_day(iso_text(value))
    if isinstance(value, datetime):
        value = value.date()
    return day_number(value) if isinstance(value, date) else BAD_DAY


def parse_day(text: str) -> date | None:
    """A day written as ISO 8601 does; None where it is none."""
    try:
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def whole_number(value: object) -> int:
    """A whole number, also as text or as a decimal without a fraction."""
    if is_empty(value):
        return NO_NUMBER
    if isinstance(value, bool):
        return BAD_NUMBER
    if isinstance(value, str):
        value = None if "$" in value else parse_decimal(value)  # an amount is no count
    if isinstance(value, float | Decimal):
        value = int(value) if math.isfinite(value) and value == int(value) else None
    try:
        number = int(value)  # type: ignore[call-overload]
    except (TypeError, ValueError, OverflowError):
        return BAD_NUMBER
    return number if abs(number) <= LARGEST_NUMBER else BAD_NUMBER


FLAGS: Final = dict.fromkeys(("true", "1", "yes", "sim", "s", "y"), 1) | dict.fromkeys(
    ("false", "0", "no", "nao", "n"), 0
)


def flag_number(value: object) -> int:
    """1 for yes and for an empty cell, 0 for no or for what is neither: an unclear authorisation is none."""
    if is_empty(value):
        return 1
    return FLAGS.get(fold(written(value)), 0)
