"""Rows of a register as they are shown: references by code, lists whole, and a tag of all of it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.crypto import salted_hmac
from pydantic_core import to_jsonable_python

from honorarios.services.registers.field import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import QuerySet

    from honorarios.records.models.base import Owned
    from honorarios.services.registers.register import Register

TAG_DIGITS = 16


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a register."""

    id: int
    tag: str
    """Changes with any value: what a person saw, to be named when they change it."""
    values: Mapping[str, Any]
    """By the names of the register's fields."""


def with_references(register: Register, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows with the codes of what they refer to, in the same query."""
    names = [field.name for field in register.fields if field.refers_to and field.by == "code"]
    return rows.select_related(*names) if names else rows


def references_of(model: type[Owned]) -> list[str]:
    """The columns of a model that refer to the office's other rows."""
    fields = model._meta.get_fields()  # noqa: SLF001 - Django's own way to ask
    return [one.name for one in fields if one.many_to_one and one.name != "office"]


def views(register: Register, rows: Sequence[Any]) -> list[RowView]:
    """Rows as they are shown; one query more for their lists."""
    lists = _lists(register, rows)
    found = []
    for row in rows:
        values = {field.name: _shown(field, row) for field in register.fields}
        if register.children is not None:
            values[register.children.name] = lists[row.pk]
        found.append(RowView(row.pk, _tag(register, row.pk, values), values))
    return found


def _tag(register: Register, pk: int, values: Mapping[str, Any]) -> str:
    """The tag of a row's values; keyed, so that it tells nobody what they are."""
    told = json.dumps([pk, to_jsonable_python(values)], sort_keys=True)
    return salted_hmac(f"register/{register.name}", told, algorithm="sha256").hexdigest()[
        :TAG_DIGITS
    ]


def _shown(field: Field, row: Any) -> Any:  # noqa: ANN401 - a row of any register, a value of any kind
    if field.kind is not Kind.REFERENCE:
        return getattr(row, field.name)
    if field.by == "id":
        return getattr(row, f"{field.name}_id")
    referred = getattr(row, field.name)
    return None if referred is None else referred.code


def _lists(register: Register, rows: Iterable[Owned]) -> Mapping[int, list[dict[str, Any]]]:
    """The lists of rows, by the rows' keys."""
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    children = register.children
    if children is None:
        return found
    names = [field.name for field in children.fields if field.refers_to]
    every = children.model._default_manager.order_by(children.order)  # noqa: SLF001 - Django's own way to ask
    held = every.select_related(*names) if names else every
    for child in held.filter(**{f"{children.parent}__in": [row.pk for row in rows]}):
        owner = getattr(child, f"{children.parent}_id")
        found[owner].append({field.name: _shown(field, child) for field in children.fields})
    return found
