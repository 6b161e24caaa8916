"""Django for one SQLite file and nothing else: no server, no applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django
from django.conf import settings

if TYPE_CHECKING:
    from pathlib import Path


def configure(database: Path) -> None:
    """Set Django up; once per process, before :mod:`benchmarks.peers.orm_models` is imported."""
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database)}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=False,
    )
    django.setup()
