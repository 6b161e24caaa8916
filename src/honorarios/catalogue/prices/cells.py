"""Cells of a price file, a column at once: text into typed values, and what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import TypeAdapter

from honorarios.catalogue.prices.schema import PRICE_SCHEMA
from honorarios.catalogue.schema import Basis, PriceColumn
from honorarios.catalogue.schema.base import LARGEST_PERCENT, PERCENT_PLACES, Identifier, Porte
from honorarios.catalogue.schema.coefficients import Unit
from honorarios.catalogue.schema.prices import LARGEST_QUANTITY, QUANTITY_PLACES
from honorarios.core.money import format_decimal
from honorarios.core.procedure import FROM_A_NUMBER
from honorarios.core.vocabulary import ROLE_SPELLINGS, SETTING_SPELLINGS, Term, fold, listed
from honorarios.tabular import codes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from honorarios.core.findings import Code

LARGEST_INTEGER: Final = 99_999
"""No count, age in months or number of incidences is greater."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Cells of a column that share what is wrong with them."""

    code: Code
    cells: pa.BooleanArray
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cells:
    """A column's values, empty where a cell could not be read, and why it could not."""

    values: pa.Array
    problems: tuple[Problem, ...] = ()


def plain_text(values: pa.Array) -> pa.Array:
    """Text in NFC, without control characters and doubled blanks; what is blank is empty."""
    values = pc.utf8_normalize(values, form="NFC")
    values = pc.replace_substring_regex(values, r"[\s\p{Cc}\x{00A0}]+", " ")
    values = pc.utf8_trim_whitespace(values)
    return pc.if_else(pc.equal(values, ""), None, values)


def writes_commas(text: pa.Array) -> bool:
    """Whether a column has a number with a decimal comma."""
    return bool(pc.any(pc.match_substring_regex(text, r"^[+-]?[\d.]*\d,\d+$")).as_py())


def read_cells(  # noqa: PLR0911 - a case for each type of column
    text: pa.Array, column: PriceColumn, *, commas: bool
) -> Cells:
    """The values of a column.

    Args:
        text: Its cells, through :func:`plain_text`.
        column: Which column it is.
        commas: Whether the file writes decimal commas: ``1.234`` is then refused, for it may be
            one thousand two hundred and thirty-four or a little more than one.
    """
    match column.type:
        case "code":
            return _codes(text)
        case "decimal":
            return _numbers(text, QUANTITY_PLACES, LARGEST_QUANTITY, commas=commas)
        case "percent":
            return _numbers(text, PERCENT_PLACES, int(LARGEST_PERCENT), commas=commas)
        case "integer":
            return _integers(text)
        case _ if column.name in _WORDS:
            return _by_word(text, _WORDS[column.name], PRICE_SCHEMA.field(column.name).type)
        case "date":
            return _by_word(text, _DATE, pa.date32())
        case "boolean":
            return _by_word(text, _BOOLEAN, pa.bool_())
        case "codes":
            return _by_word(text, _CODE_LIST, pa.string())
        case _:
            return Cells(text)


def _codes(text: pa.Array) -> Cells:
    plain = pc.replace_substring_regex(text, FROM_A_NUMBER, r"\1")
    digits = pc.replace_substring_regex(plain, r"[.\s-]", "")
    wrong = pc.invert(pc.match_substring_regex(digits, r"^[0-9]{1,10}$"))
    return _without(digits, Problem(codes.NOT_CODE, wrong))


def _without(values: pa.Array, *problems: Problem) -> Cells:
    """The values, empty in the cells that have a problem; a cell has the first problem it shows."""
    told: list[Problem] = []
    wrong = pa.repeat(pa.scalar(value=False), len(values))
    for problem in problems:
        cells = pc.and_(pc.fill_null(problem.cells, fill_value=False), pc.invert(wrong))
        if pc.any(cells).as_py():
            told.append(Problem(problem.code, cells, problem.details))
            wrong = pc.or_(wrong, cells)
    if not told:
        return Cells(values)
    return Cells(pc.if_else(wrong, pa.scalar(None, values.type), values), tuple(told))


def _numbers(text: pa.Array, places: int, largest: int, *, commas: bool) -> Cells:
    text = pc.replace_substring_regex(text, r"^R\$\s*", "")
    plain = pc.match_substring_regex(text, r"^[+-]?[0-9]+(\.[0-9]+)?$")
    grouped = pc.match_substring_regex(text, r"^[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?$")
    doubtful = pc.match_substring_regex(text, r"^[+-]?[1-9][0-9]{0,2}\.[0-9]{3}$")
    point = pc.replace_substring(pc.replace_substring(text, ".", ""), ",", ".")
    point = pc.if_else(plain, text, point)
    out_of_range = {"range": f"de 0 a {format_decimal(Decimal(largest))}"}
    read = _without(
        point,
        Problem(codes.NOT_NUMBER, pc.invert(pc.or_(plain, grouped))),
        Problem(codes.MIXED_NUMBERS, pc.and_(doubtful, pa.scalar(commas))),
        Problem(codes.OUT_OF_RANGE, pc.match_substring_regex(point, r"^-.*[1-9]"), out_of_range),
        Problem(codes.OUT_OF_RANGE, _longer_than(point, len(str(largest))), out_of_range),
        Problem(
            codes.TOO_PRECISE,
            pc.match_substring_regex(point, rf"\.[0-9]{{{places}}}[0-9]*[1-9]"),
            {"places": places},
        ),
    )
    cut = pc.replace_substring_regex(read.values, rf"(\.[0-9]{{{places}}})[0-9]+$", r"\1")
    values = pc.cast(cut, pa.decimal128(15 if places == QUANTITY_PLACES else 12, places))
    bounded = _without(
        values, Problem(codes.OUT_OF_RANGE, pc.greater(values, largest), out_of_range)
    )
    return Cells(bounded.values, read.problems + bounded.problems)


def _longer_than(number: pa.Array, digits: int) -> pa.Array:
    """Whether the whole part has more digits: told before the cast, which it would not fit."""
    return pc.match_substring_regex(number, rf"^[+-]?0*[1-9][0-9]{{{digits},}}(\.|$)")


def _integers(text: pa.Array) -> Cells:
    whole = pc.replace_substring_regex(text, r"^\+?([0-9]+)([.,]0+)?$", r"\1")
    wrong = pc.invert(pc.match_substring_regex(whole, r"^0*[0-9]{1,5}$"))
    details = {"least": 0, "most": LARGEST_INTEGER}
    read = _without(whole, Problem(codes.NOT_INTEGER, wrong, details))
    return Cells(pc.cast(read.values, pa.int32()), read.problems)


@dataclass(frozen=True, slots=True)
class _Words:
    """How the distinct texts of a column are read: few in any column, so each is read once."""

    read: Callable[[str], object]
    """The value of a text; ``ValueError`` when it has none."""
    code: Code
    known: str = ""


def _by_word(text: pa.Array, words: _Words, value_type: pa.DataType) -> Cells:
    encoded = text.dictionary_encode()
    values: list[object] = []
    wrong: list[bool] = []
    for word in encoded.dictionary.to_pylist():
        try:
            value = words.read(word)
        except ValueError:
            value = None
        values.append(value)
        wrong.append(value is None)
    taken = pc.take(pa.array(values, value_type), encoded.indices)
    cells = pc.take(pa.array(wrong, pa.bool_()), encoded.indices)
    return _without(taken, Problem(words.code, cells, {"known": words.known}))


_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BRAZILIAN_DAY: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def _date(word: str) -> date:
    if match := _BRAZILIAN_DAY.fullmatch(word):
        day, month, year = map(int, match.groups())
        return date(year, month, day)
    if not _ISO_DAY.fullmatch(word):
        raise ValueError(word)
    return date.fromisoformat(word)


_YES: Final = frozenset({"yes", "sim", "s", "true", "verdadeiro", "1"})
_NO: Final = frozenset({"no", "nao", "n", "false", "falso", "0"})


def _boolean(word: str) -> bool | None:
    folded = fold(word)
    return True if folded in _YES else False if folded in _NO else None


_MARKS: Final = re.compile(r"[.-]")
_SEPARATORS: Final = re.compile(r"[\s,;]+")
_CODES: Final = re.compile(r"[0-9]{1,10}( [0-9]{1,10})*")


def _code_list(word: str) -> str:
    bare = _SEPARATORS.sub(" ", _MARKS.sub("", word)).strip()
    if not _CODES.fullmatch(bare):
        raise ValueError(word)
    return " ".join(sorted(set(bare.split())))


def _term(spellings: Mapping[str, Term]) -> _Words:
    def read(word: str) -> int | None:
        term = spellings.get(fold(word))
        return None if term is None else int(term)

    return _Words(read, codes.NOT_TERM, listed(spellings.values()))


def _named(adapter: TypeAdapter[str], change: Callable[[str], str], known: str) -> _Words:
    """Words that follow one of the schema's own types, in upper or lower case."""
    return _Words(lambda word: adapter.validate_python(change(word)), codes.NOT_TERM, known)


def _one_of(words: str, known: str) -> _Words:
    return _Words(
        lambda word: word.upper() if word.upper() in words.split() else None, codes.NOT_TERM, known
    )


_DATE: Final = _Words(_date, codes.NOT_DATE)
_BOOLEAN: Final = _Words(_boolean, codes.NOT_BOOLEAN)
_CODE_LIST: Final = _Words(_code_list, codes.NOT_CODE)
_UNIT: Final = _named(
    TypeAdapter(Unit), str.upper, "CH, UCO, BRL ou um nome em maiúsculas, sem espaços"
)
_WORDS: Final[dict[str, _Words]] = {
    "basis": _one_of(" ".join(Basis), ", ".join(Basis)),
    "role": _term(ROLE_SPELLINGS),
    "setting": _term(SETTING_SPELLINGS),
    "patient_setting": _term(SETTING_SPELLINGS),
    "accommodation": _named(
        TypeAdapter(Identifier), str.lower, "nomes em minúsculas, sem espaços: ward, apartment"
    ),
    "porte": _named(TypeAdapter(Porte), str.upper, "1A a 14C"),
    "unit": _UNIT,
    "cost_unit": _UNIT,
    "anaesthetic_porte": _one_of(
        "0 1 2 3 4 5 6 7 8 A B C D E F G H I J K L M N O P", "0 a 8, ou uma letra de A a P"
    ),
    "sex": _one_of("M F", "M, F"),
}
"""Columns whose words follow a list or a type of the schema."""
