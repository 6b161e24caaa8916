"""Styles, scripts and images: gathered once, compressed, each under a name that says its content.

Where nothing was gathered, as in a test or a shell, they are served from where they are installed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, get_finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.management import call_command
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage

from honorarios.services.alone import alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SERVED: Final = ("honorarios/", "django_htmx/htmx-2.min.js")
STAMP: Final = ".gathered"
"""File that says of what the folder was gathered."""


class Finder(AppDirectoriesFinder):
    """Finds the desk's own files and the one of a library that its pages load; nothing else is served."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        """The files that are served, each with where it is installed."""
        for name, storage in super().list(ignore_patterns):
            if name.startswith(SERVED):
                yield name, storage


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # the library has no types
    """Names files by their content, so that browsers keep them until they change."""

    # Modules name one another in their imports.
    support_js_module_import_aggregation = True

    def url(self, name: str | None, force: bool = False) -> str:  # noqa: FBT001, FBT002 - Django's
        """The address of a file: under its content's name where it was gathered."""
        if name in self.hashed_files:
            return str(super().url(name, force))
        return StaticFilesStorage.url(self, name)


class Middleware(WhiteNoiseMiddleware):  # type: ignore[misc] # as above
    """Serves what was gathered and what is installed."""

    def add_files(self, root: str, prefix: str | None = None) -> None:
        """The files of a folder, which isn't there before anything was gathered."""
        if Path(root).is_dir():
            super().add_files(root, prefix)


def gather() -> None:
    """Gather the files into ``STATIC_ROOT``, unless they are there as they are installed."""
    root = Path(settings.STATIC_ROOT)
    stamp, installed = root / STAMP, _digest()
    # Of servers that begin at once the first one gathers, and the others find it done.
    with alone(root.with_name(f"{root.name}.lock")):
        if stamp.exists() and stamp.read_text(encoding="ascii") == installed:
            return
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(installed, encoding="ascii")


def _digest() -> str:
    told = "\n".join(sorted(_installed()))
    return hashlib.sha256(told.encode()).hexdigest()


def _installed() -> Iterator[str]:
    """Each file by its name, size and moment."""
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            yield f"{name} {facts.st_size} {facts.st_mtime_ns}"
