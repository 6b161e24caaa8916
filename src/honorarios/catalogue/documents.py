"""A YAML document checked against its model: every fault a finding in Portuguese, at its line."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from types import UnionType
from typing import TYPE_CHECKING, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from honorarios.catalogue import codes
from honorarios.catalogue.schema.base import Document
from honorarios.core.findings import Code, Finding, Place
from honorarios.core.money import format_decimal
from honorarios.core.vocabulary import fold, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

    from honorarios.catalogue.yaml_source import YamlDocument
    from honorarios.core.vocabulary import Term

Model = TypeVar("Model", bound=Document)
Location = tuple[str | int, ...]
MOST_NEAR: Final = 4
"""Members of a closed list that a message takes for the one that was meant."""
ALIKE: Final = 0.7
"""How alike a spelling must be for that, from 0 to 1."""

FORMS: Final[dict[str, str]] = {
    r"^[a-z0-9][a-z0-9._-]{0,63}$": "Use letras minúsculas sem acento, algarismos, ponto, hífen e"
    " sublinhado: cbhpm-2022.",
    r"^[0-9]{1,10}(-[0-9]{1,10})?$": "Escreva um código (31003079), o começo de códigos (3100)"
    " ou uma faixa (10101012-10101039), sem pontos.",
    r"^[0-9]{1,10}$": "Escreva só os algarismos do código: 31003079.",
    r"^([1-9]|1[0-4])[ABC]$": "Os portes vão de 1A a 14C.",
    r"^[A-Z0-9][A-Z0-9_]{0,31}$": "Use maiúsculas sem acento, algarismos e sublinhado: CH, AN_J.",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$": "Escreva horas e minutos: 19:00.",
    r"^[A-Za-z0-9._-]+\.(csv|parquet)$": "Escreva o nome de um arquivo .csv ou .parquet.",
    r"^[A-Z]{2}$": "Escreva a sigla: SP.",
    r"^[0-9]{2}-[0-9]{2}$": "Escreva mês e dia: 02-02.",
    r"^[0-9]{2}$": "Escreva os dois algarismos do domínio 87 da TISS: 22.",
    r"^[1-8]$": "Os portes anestésicos vão de 1 a 8.",
    r"^[0-8]$": "Os portes anestésicos vão de 0 a 8.",
    r"^[0-8A-P]$": "Os portes anestésicos vão de 0 a 8, ou são uma letra de A a P.",
}
"""What each pattern of the schema asks, in words."""


def read_document(
    model: type[Model], document: YamlDocument, file: str
) -> tuple[Model | None, list[Finding]]:
    """The document as its model; None with the reasons when it is not one."""
    if document.findings:
        return None, list(document.findings)
    try:
        return model.model_validate(document.data), []
    except ValidationError as problem:
        faults = problem.errors(include_url=False)
    return None, [_finding(model, fault, document, file) for fault in faults if not _echo(fault)]


def _echo(fault: ErrorDetails) -> bool:
    """Whether a list only counts as too short because its items have faults, told already."""
    return fault["type"] == "too_short" and bool(fault["input"])


def _finding(
    model: type[Document], fault: ErrorDetails, document: YamlDocument, file: str
) -> Finding:
    path = tuple(part for part in fault["loc"] if part != "[key]")
    place = Place(file, document.line(path), ".".join(map(str, path)))
    field = str(path[-1]) if path else file
    if fault["type"] == "missing":
        return codes.MISSING_FIELD.at(place, field=field)
    if fault["type"] == "extra_forbidden":
        known = fields_at(model, path[:-1])
        return codes.UNKNOWN_FIELD.at(
            place, field=field, near=near(field, known), known=", ".join(known)
        )
    if fault["input"] is None:
        return codes.EMPTY_FIELD.at(place, field=field)
    code, details = _told(fault)
    told = {"field": field, "value": str(fault["input"]), **details}
    return code.at(place, **told)


_CODES: Final = {
    "bool_parsing": codes.NOT_BOOLEAN,
    "code_range": codes.BAD_RANGE,
    "date_from_datetime_parsing": codes.NOT_DATE,
    "date_parsing": codes.NOT_DATE,
    "decimal_parsing": codes.NOT_NUMBER,
    "difference_factor": codes.DIFFERENCE_WITHOUT_FACTOR,
    "excluded_with_price": codes.EXCLUDED_WITH_PRICE,
    "finite_number": codes.NOT_NUMBER,
    "int_from_float": codes.NOT_INTEGER,
    "int_parsing": codes.NOT_INTEGER,
    "int_parsing_size": codes.NOT_INTEGER,
    "iso_date": codes.NOT_DATE,
    "string_too_short": codes.EMPTY_FIELD,
    "too_short": codes.EMPTY_FIELD,
    "validity_order": codes.VALIDITY_ORDER,
}
"""Kinds of fault that need no more than what pydantic tells."""
_SHAPES: Final = {
    "dict_type": "um grupo de campos",
    "model_type": "um grupo de campos",
    "tuple_type": "uma lista",
}
_BOUNDS: Final = {
    "decimal_max_digits": ("max_digits", "no máximo {} algarismos"),
    "decimal_whole_digits": ("whole_digits", "no máximo {} algarismos antes da vírgula"),
    "greater_than": ("gt", "mais que {}"),
    "greater_than_equal": ("ge", "no mínimo {}"),
    "less_than_equal": ("le", "no máximo {}"),
}


def _told(  # noqa: PLR0911 - a case for each kind of fault
    fault: ErrorDetails,
) -> tuple[Code, Mapping[str, object]]:
    """The kind of finding of a fault, and the details of its text."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in _CODES:
        return _CODES[kind], context
    if kind in _SHAPES:
        return codes.WRONG_SHAPE, {"shape": _SHAPES[kind]}
    if isinstance(fault["input"], list | dict):
        return codes.WRONG_SHAPE, {"shape": "um valor simples"}
    if kind in _BOUNDS:
        name, bound = _BOUNDS[kind]
        limit = format_decimal(Decimal(str(context[name])))
        return codes.OUT_OF_RANGE, {"range": bound.format(limit)}
    if kind == "decimal_max_places":
        return codes.TOO_PRECISE, {"places": context["decimal_places"]}
    if kind == "string_pattern_mismatch":
        return codes.BAD_FORM, {"form": FORMS[context["pattern"]]}
    if kind == "unknown_term":
        return codes.NOT_LISTED, _spelled(str(fault["input"]), context["spellings"])
    if kind in {"enum", "literal_error"}:
        known = re.findall(r"'([^']*)'", context["expected"])  # as pydantic quotes them
        value = str(fault["input"])
        return codes.NOT_LISTED, {"near": near(value, known), "known": ", ".join(known)}
    return codes.BAD_VALUE, {"reason": fault["msg"]}


def _spelled(value: str, spellings: Mapping[str, Term]) -> Mapping[str, object]:
    """The members of a closed list, and those of them that a value is nearly a spelling of."""
    close = get_close_matches(fold(value), spellings, n=MOST_NEAR, cutoff=ALIKE)
    meant = sorted({spellings[spelling] for spelling in close})
    hint = " ou ".join(f"“{term.label}”" for term in meant)
    return {"near": f"Seria {hint}? " if hint else "", "known": listed(spellings.values())}


def near(name: str, known: Iterable[str]) -> str:
    """``Seria “standard”? `` when a known name is like the one given, else nothing.

    >>> near("standart", ["standard", "source"])
    'Seria “standard”? '
    """
    close = get_close_matches(name, list(known), n=1)
    return f"Seria “{close[0]}”? " if close else ""


def fields_at(model: type[Document], path: Location) -> list[str]:
    """The fields that a part of a document may have.

    >>> from honorarios.catalogue.schema import Contract
    >>> fields_at(Contract, ("terms", 0, "rounding"))
    ['mode', 'point']
    """
    kind: object = model
    for part in path:
        kind = _inside(kind, part)
    found = _model(kind)
    return list(found.model_fields) if found else []


def _inside(kind: object, part: str | int) -> object:
    """The type of a field of a model, an item of a list or a value of a mapping."""
    found = _model(kind)
    if found:
        return found.model_fields[str(part)].annotation
    bare = _bare(kind)
    return get_args(bare)[1 if get_origin(bare) is dict else 0]


def _model(kind: object) -> type[BaseModel] | None:
    bare = _bare(kind)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def _bare(kind: object) -> object:
    """A type without None."""
    if get_origin(kind) in {UnionType, Union}:
        return _bare(next(choice for choice in get_args(kind) if choice is not type(None)))
    return kind
