"""Databases of one test: whole, prepared, and apart from the one that the other tests share.

A test of several processes or threads needs commits that others see, and so a database of its own. It is
a copy of a template that is prepared (migrated, at least) beforehand, once a run where its workers share
a folder: a copied file on SQLite, ``CREATE DATABASE ... TEMPLATE`` on PostgreSQL.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
from django.core.files import locks
from django.db import connections
from psycopg import sql

from honorarios.config.databases import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from urllib.parse import SplitResult

# Of two ways to copy a small database, by far the quicker one: the other writes all of it to the log.
COPY = "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY"
DROP = "DROP DATABASE IF EXISTS {} WITH (FORCE)"


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
    # A thread of a test's server ends without closing what it opened, which only PostgreSQL's driver minds.
    kept = {} if url.startswith("sqlite") else {"CONN_MAX_AGE": 0}
    described = connections.configure_settings({"default": {**connection(url), **kept}})
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


def once(mark: Path, make: Callable[[], None]) -> None:
    """Make what processes share and ``mark`` stands for, unless another one has; or is about to: then wait."""
    if mark.exists():
        return
    with mark.with_suffix(".lock").open("w") as lock:
        locks.lock(lock, locks.LOCK_EX)
        if not mark.exists():
            make()
            mark.touch()


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
        once(self.template, self._prepare)
        copy = self.folder / f"{uuid.uuid4().hex}.sqlite3"
        shutil.copyfile(self.template, copy)
        yield f"sqlite:///{copy}"
        self._remove(copy)

    def _prepare(self) -> None:
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


class PostgresqlCopies:
    """Fresh databases of a server; ``url`` is the address of any of its databases.

    The template is named after the folder ``templates``, where another process finds whether it is made.
    Templates stay until :func:`forget`, or as long as their server.
    """

    def __init__(self, url: str, templates: Path, prepare: Callable[[str], str] = migrated) -> None:
        self.server = urlsplit(url)
        self.prepare = prepare
        self.mark = templates / f"{prepare.__name__}.template"
        self.template = f"{_common_name(templates)}_{prepare.__name__}"

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a new prepared database, dropped afterwards."""
        once(self.mark, self._prepare)
        yield from self._lent(COPY, self.template)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a new database without a table, dropped afterwards."""
        yield from self._lent("CREATE DATABASE {}")

    def _prepare(self) -> None:
        _run(self.server, "CREATE DATABASE {}", self.template)
        self.prepare(_address(self.server, self.template))

    def _lent(self, statement: str, *names: str) -> Iterator[str]:
        name = f"honorarios_{uuid.uuid4().hex}"
        _run(self.server, statement, name, *names)
        try:
            yield _address(self.server, name)
        finally:
            _run(self.server, DROP, name)


def forget(url: str, templates: Path) -> None:
    """Drop the templates of a run from a server that outlives it."""
    server = urlsplit(url)
    with psycopg.connect(_address(server, "postgres")) as asked:
        found = asked.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)",
            [_common_name(templates)],
        ).fetchall()
    for (name,) in found:
        _run(server, DROP, name)


def _common_name(templates: Path) -> str:
    return f"honorarios_of_{templates.name}"


def _run(server: SplitResult, statement: str, *names: str) -> None:
    with psycopg.connect(_address(server, "postgres"), autocommit=True) as asked:
        asked.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _address(server: SplitResult, database: str) -> str:
    return server._replace(path=f"/{database}").geturl()


Copies = SqliteCopies | PostgresqlCopies


def copies(prepare: Callable[[str], str], folder: Path) -> Copies:
    """Copies for a worker of this run's tests, as files of the folder where they are files."""
    url, templates = os.environ["DATABASE_URL"], Path(os.environ["HONORARIOS_HOME"])
    if url.startswith("sqlite"):
        return SqliteCopies(folder, prepare, templates)
    return PostgresqlCopies(url, templates, prepare)
