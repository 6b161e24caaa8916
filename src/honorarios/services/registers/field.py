"""What a register's column is to people: its title, its kind, what it may hold; told by the model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from django.db import models
from django.db.models import NOT_PROVIDED

from honorarios.core.vocabulary import (
    CREDENTIAL_MODE_SPELLINGS,
    PAYER_GROUP_SPELLINGS,
    ROLE_SPELLINGS,
    SETTING_SPELLINGS,
    SEX_SPELLINGS,
    SIDE_SPELLINGS,
    Role,
    Term,
    fold,
)
from honorarios.records.fields import ExactField
from honorarios.records.models import Contact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.records.models.base import Owned

LARGEST_SMALL: Final = 32_767
"""What every database holds in a small whole number."""
LONGEST_TEXT: Final = 4_000


class Kind(Enum):
    """How a value is read and shown."""

    TEXT = "text"
    CODES = "codes"
    """Procedure codes, beginnings or ranges, separated by spaces."""
    CPF = "cpf"
    WHOLE = "whole"
    EXACT = "exact"
    DAY = "day"
    FLAG = "flag"
    """True or false."""
    TERM = "term"
    """One of a closed list, by its code name or its label."""
    SEVERAL = "several"
    """Any of a closed list, their code names separated by spaces."""
    REFERENCE = "reference"
    """Another row of the office, by its code, or by its number where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column."""

    name: str
    title: str
    help: str
    kind: Kind
    required: bool
    nullable: bool
    """Whether an empty value is None; otherwise it is empty text."""
    default: object = None
    """What a new row has where nothing is said."""
    longest: int = LONGEST_TEXT
    largest: object = None
    """Of a number; the least is 0, or above it for an exact one."""
    zero: bool = False
    """Whether an exact number may be 0."""
    places: int = 0
    terms: Mapping[str, str] | None = None
    """Spellings, folded, to code names."""
    labels: Mapping[str, str] | None = None
    """Code names to their labels, in order."""
    refers_to: type[Owned] | None = None
    by: str = "code"
    """What names the row referred to: ``code``, or ``id``."""
    within: str = ""
    """A field of both rows that must be the same: a plan is the payer's own."""


_SPECIAL: Final = {"cpf": Kind.CPF, "codes": Kind.CODES}
_SEVERAL: Final[Mapping[str, Mapping[str, str]]] = {
    "asks": {str(one.value): str(one.label) for one in Contact},
    "roles": {one.code_name: one.label for one in Role},
}
"""Code names and labels of the columns that hold any of a closed list."""
_SPELLINGS: Final[Mapping[str, Mapping[str, Term]]] = {
    "group": PAYER_GROUP_SPELLINGS,
    "mode": CREDENTIAL_MODE_SPELLINGS,
    "role": ROLE_SPELLINGS,
    "setting": SETTING_SPELLINGS,
    "sex": SEX_SPELLINGS,
    "side": SIDE_SPELLINGS,
}
"""Every way that people write the terms of a column."""


def field_of(model: type[Owned], name: str, **more: Any) -> Field:  # noqa: ANN401 - fields of Field
    """The description of a model's column."""
    column: Any = model._meta.get_field(name)  # noqa: SLF001 - Django's own way to ask for fields
    has_default = column.default is not NOT_PROVIDED
    told: dict[str, Any] = {
        "name": name,
        "title": str(column.verbose_name),
        "help": str(column.help_text),
        "required": not (column.null or column.blank or has_default),
        "nullable": column.null,
        "default": column.default if has_default else None if column.null else "",
    }
    return Field(**{**told, **_kind(column), **more})


def spelt(field: Field, spellings: Mapping[str, str]) -> Field:
    """A field of a closed list with more ways to write its terms."""
    return replace(field, terms={**(field.terms or {}), **spellings})


def _kind(column: Any) -> dict[str, Any]:  # noqa: ANN401 - one of Django's many kinds of fields
    if isinstance(column, models.ForeignKey):
        referred: Any = column.related_model
        has_code = any(field.name == "code" for field in referred._meta.get_fields())  # noqa: SLF001 - as above
        return {
            "kind": Kind.REFERENCE,
            "refers_to": referred,
            "by": "code" if has_code else "id",
        }
    if column.choices or column.name in _SEVERAL:
        return _listed(column)
    if isinstance(column, ExactField):
        return {"kind": Kind.EXACT, "places": column.places, "largest": 100}
    if isinstance(column, models.PositiveSmallIntegerField):
        return {"kind": Kind.WHOLE, "largest": LARGEST_SMALL}
    plain = {models.DateField: Kind.DAY, models.BooleanField: Kind.FLAG}
    if type(column) in plain:
        return {"kind": plain[type(column)]}
    longest = column.max_length or LONGEST_TEXT
    return {"kind": _SPECIAL.get(column.name, Kind.TEXT), "longest": longest}


def _listed(column: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Of a column that holds one, or any, of a closed list."""
    if column.name in _SEVERAL:
        labels = dict(_SEVERAL[column.name])
        return {"kind": Kind.SEVERAL, "labels": labels, "terms": _spelt(labels)}
    labels = {str(name): str(label) for name, label in column.choices if name}
    known = _SPELLINGS.get(column.name, {})
    spellings = {spelling: term.code_name for spelling, term in known.items()}
    return {"kind": Kind.TERM, "labels": labels, "terms": spellings | _spelt(labels)}


def _spelt(labels: Mapping[str, str]) -> dict[str, str]:
    """Labels and code names, folded, to code names."""
    return {fold(label): name for name, label in labels.items()} | {
        fold(name): name for name in labels
    }
