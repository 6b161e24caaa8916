"""The Django application of the record."""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The only application of the project that owns tables."""

    name = "honorarios.records"
    label = "records"
    verbose_name = "Registros"
    default_auto_field = "django.db.models.BigAutoField"
