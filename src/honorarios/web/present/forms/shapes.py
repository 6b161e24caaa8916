"""What the fields of the catalogue's models hold, for a form to draw and to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from django.utils.translation import gettext
from pydantic import BaseModel

from honorarios.core.vocabulary import Term
from honorarios.web.present import meanings

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK: Final = "="
"""Before a name of a fixed mapping, so that "1" is no number of a row."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds."""

    kind: str
    """``text number whole day flag choice choices list group rows map``."""
    of: Any = None
    """The model of a group or a row, the enumeration of a choice, the type of a value."""
    pattern: str = ""


def shape_of(annotation: object, metadata: Sequence[object] = ()) -> Shape:  # noqa: PLR0911, C901 - a case for each kind
    """What a field of a model holds, from its type."""
    kind, more = _bare(annotation)
    metadata = (*metadata, *more)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return Shape("choice", tuple(map(str, inner)))
    if origin is tuple:
        item, item_more = _bare(inner[0])
        if isinstance(item, type) and issubclass(item, BaseModel):
            return Shape("rows", item)
        if isinstance(item, type) and issubclass(item, Enum):
            return Shape("choices", item)
        return Shape("list", item, _pattern(item_more))
    if origin is dict:
        return Shape("map", shape_of(inner[1]))
    if not isinstance(kind, type):
        raise TypeError(f"no form for {annotation!r}")
    if issubclass(kind, BaseModel):
        return Shape("group", kind)
    if issubclass(kind, Enum):
        return Shape("choice", kind)
    if kind is bool:
        return Shape("flag")
    if issubclass(kind, Decimal):
        return Shape("number")
    if kind is int:
        return Shape("whole")
    if issubclass(kind, date):
        return Shape("day")
    return Shape("text", kind, _pattern(metadata))


def _bare(annotation: object) -> tuple[Any, tuple[object, ...]]:
    """A type without None and without what annotates it, which comes apart."""
    if get_origin(annotation) in {UnionType, Union}:
        choices = [one for one in get_args(annotation) if one is not type(None)]
        return _bare(choices[0])
    if get_origin(annotation) is Annotated:
        kind, *more = get_args(annotation)
        bare, inner = _bare(kind)
        return bare, (*more, *inner)
    return annotation, ()


def _pattern(metadata: Sequence[object]) -> str:
    for one in metadata:
        for held in getattr(one, "metadata", (one,)):
            found = getattr(held, "pattern", None)
            if found:
                return str(found)
    return ""


def members(name: str, kind: object) -> list[tuple[str, str]]:
    """The members of a closed list by the name that files use, and as a person says them."""
    if isinstance(kind, tuple):
        return [(value, meanings.choice(name, value)) for value in kind]
    if isinstance(kind, type) and issubclass(kind, Term):
        return [(one.code_name, gettext(one.label)) for one in kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [(str(one.value), meanings.choice(kind.__name__, str(one.value))) for one in kind]
    return []


def word(value: object) -> str:
    """A value as files write it."""
    if isinstance(value, Term):
        return value.code_name
    if isinstance(value, Enum):
        return str(value.value)
    return "" if value is None else str(value)


def pairs(value: object) -> list[tuple[str, Any]]:
    """The names and values of a mapping: as the model has it, or as rows that were typed."""
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list):
        return [
            (str(one.get("name", "")), one.get("value", ""))
            for one in value
            if isinstance(one, dict)
        ]
    return []


def is_day(kind: object) -> bool:
    """Whether a type is a date's."""
    return isinstance(kind, type) and issubclass(kind, date)
