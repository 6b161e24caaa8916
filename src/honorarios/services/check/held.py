"""What the database itself has to hold: its triggers, and the fence between offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import connection
from django.db.models import F, ForeignKey

from honorarios.records import triggers
from honorarios.records.models.base import Owned

if TYPE_CHECKING:
    from collections.abc import Iterator


def missing_triggers(_office_id: int) -> Iterator[str]:
    """The triggers that were dropped or disabled."""
    for name in triggers.missing(connection):
        yield f"falta a trava {name}"


def foreign_rows(office_id: int) -> Iterator[str]:
    """Rows of the office that refer to a row of another one."""
    for model in apps.get_app_config("records").get_models():
        if not issubclass(model, Owned):
            continue
        for field in model._meta.get_fields():  # noqa: SLF001 - Django's own way to ask for fields
            if not isinstance(field, ForeignKey) or not issubclass(field.related_model, Owned):
                continue
            strangers = model._default_manager.filter(office_id=office_id).exclude(  # noqa: SLF001
                **{f"{field.name}__isnull": True}
            )
            strangers = strangers.exclude(**{f"{field.name}__office_id": F("office_id")})
            for pk in strangers.order_by("pk").values_list("pk", flat=True).iterator():
                yield f"{model._meta.verbose_name} {pk}: {field.verbose_name} é de outro cliente"  # noqa: SLF001
