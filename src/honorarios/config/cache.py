"""The cache in the data folder: how often somebody tried, counted for all processes of a server at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

from honorarios.services.alone import alone


class SharedCache(FileBasedCache):
    """Django's cache of files, of whose callers only one adds a key: locks are made of it."""

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        super().__init__(folder, params)
        self._lock = Path(f"{folder}.lock")

    def add(
        self,
        key: Any,  # noqa: ANN401 - as Django's
        value: Any,  # noqa: ANN401 - as Django's
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Whether the key was absent, and is there now."""
        with alone(self._lock):
            return bool(super().add(key, value, timeout, version))
