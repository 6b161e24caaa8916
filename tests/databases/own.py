"""Databases of one test: whole, prepared, and apart from the one that the other tests share.

A test of several processes or threads needs commits that others see, and so a database of its own. It is
a copy of a template that is prepared (migrated, at least) beforehand: a copied file on SQLite, prepared once a run where its workers
share a folder; ``CREATE DATABASE ... TEMPLATE`` on PostgreSQL, once a worker.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
from django.core.files import locks
from django.db import connections
from psycopg import sql

from honorarios.config.databases import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def migrated(url: str) -> str:
    """Migrate the database at ``url`` in a process of its own, as an installation would."""
    subprocess.run(
        [sys.executable, "-c", "import honorarios.config; honorarios.config.migrate()"],
        env={**os.environ, "DATABASE_URL": url},
        check=True,
    )
    return url


def redirect(url: str) -> None:
    """Make Django's default connection, in every thread that opens one from now on, go to ``url``."""
    described = connections.configure_settings({"default": connection(url)})
    connections.settings["default"] = described["default"]
    connections["default"] = connections.create_connection("default")


@contextmanager
def turned_to(url: str) -> Iterator[None]:
    """Django's own connections, of every thread that opens one meanwhile, go to ``url``."""
    shared = connections["default"]
    redirect(url)
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = shared.settings_dict
        connections["default"] = shared


class SqliteCopies:
    """Fresh databases as files of a folder; ``prepare`` makes the one that is copied.

    It lies in ``templates``, where another process that wants the same one finds it.
    """

    def __init__(
        self,
        folder: Path,
        prepare: Callable[[str], str] = migrated,
        templates: Path | None = None,
    ) -> None:
        self.folder = folder
        self.prepare = prepare
        self.template = (templates or folder) / f"{prepare.__name__}.template"

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a new prepared file."""
        if not self.template.exists():
            self._prepare()
        copy = self.folder / f"{uuid.uuid4().hex}.sqlite3"
        shutil.copyfile(self.template, copy)
        yield f"sqlite:///{copy}"
        self._remove(copy)

    def _prepare(self) -> None:
        """Make the template, unless another process is about to: then wait for its."""
        with self.template.with_suffix(".lock").open("w") as lock:
            locks.lock(lock, locks.LOCK_EX)
            if not self.template.exists():
                draft = self.template.with_suffix(".draft")
                self.prepare(f"sqlite:///{draft}")
                draft.replace(self.template)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a file that isn't there yet."""
        file = self.folder / f"{uuid.uuid4().hex}.sqlite3"
        yield f"sqlite:///{file}"
        self._remove(file)

    def _remove(self, copy: Path) -> None:
        for file in self.folder.glob(f"{copy.name}*"):
            file.unlink()

    def close(self) -> None:
        """Nothing to do: the folder goes with the tests."""


class PostgresqlCopies:
    """Fresh databases of a server; ``url`` is the address of any of its databases."""

    def __init__(self, url: str, prepare: Callable[[str], str] = migrated) -> None:
        self.server = urlsplit(url)
        self.prepare = prepare
        self.template = ""

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a new prepared database, dropped afterwards."""
        if not self.template:
            template = self._create("CREATE DATABASE {}")
            self.prepare(self._url(template))
            self.template = template
        yield from self._lent(self._create("CREATE DATABASE {} TEMPLATE {}", self.template))

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a new database without a table, dropped afterwards."""
        yield from self._lent(self._create("CREATE DATABASE {}"))

    def _lent(self, name: str) -> Iterator[str]:
        try:
            yield self._url(name)
        finally:
            self._drop(name)

    def close(self) -> None:
        """Drop the template."""
        if self.template:
            self._drop(self.template)

    def _create(self, statement: str, *names: str) -> str:
        name = f"honorarios_{uuid.uuid4().hex}"
        self._run(statement, name, *names)
        return name

    def _drop(self, name: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _run(self, statement: str, *names: str) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as server:
            words = sql.SQL(statement).format(*map(sql.Identifier, names))
            server.execute(words)

    def _url(self, database: str) -> str:
        return self.server._replace(path=f"/{database}").geturl()


Copies = SqliteCopies | PostgresqlCopies
