"""What the database itself has to hold: its triggers, and the fence between offices."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey

from honorarios.records import triggers
from honorarios.records.models.base import Owned

if TYPE_CHECKING:
    from collections.abc import Iterator

    Reference: TypeAlias = ForeignKey[Any, Any]


def missing_triggers(_office_id: int) -> Iterator[str]:
    """The triggers that were dropped or disabled."""
    for name in triggers.missing(connection):
        yield f"falta a trava {name}"


def foreign_rows(office_id: int) -> Iterator[str]:
    """Rows of the office that refer to a row of another one."""
    with connection.cursor() as cursor:
        for field in _references():
            cursor.execute(_strangers(field), [office_id])
            name = field.model._meta.verbose_name  # noqa: SLF001 - Django's own way to ask for names
            for (pk,) in cursor.fetchall():
                yield f"{name} {pk}: {field.verbose_name} é de outro cliente"


@cache
def _references() -> tuple[Reference, ...]:
    """Every reference from what an office owns to what an office owns."""
    return tuple(
        field
        for model in apps.get_app_config("records").get_models()
        if issubclass(model, Owned)
        for field in model._meta.get_fields()  # noqa: SLF001 - Django's own way to ask for fields
        if isinstance(field, ForeignKey) and issubclass(field.related_model, Owned)
    )


def _strangers(field: Reference) -> str:
    # The names are those of the record's own models; built by the ORM, this took half of a proof.
    table, other = field.model._meta.db_table, field.related_model._meta.db_table  # noqa: SLF001
    return (
        f"SELECT mine.id FROM {table} AS mine JOIN {other} AS theirs"  # noqa: S608
        f" ON theirs.id = mine.{field.column}"
        " WHERE mine.office_id = %s AND theirs.office_id <> mine.office_id ORDER BY mine.id"
    )
