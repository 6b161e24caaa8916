"""The test bench: which database the tests run on, and how a test gets one.

``pytest`` runs on SQLite, ``pytest --database postgresql`` on PostgreSQL: the server that TEST_DATABASE_URL
names, or else one that the run brings up and takes down, shared by its workers. A test marked
``database`` runs in a transaction that is undone (``django_db``); one that needs several connections asks
for the fixture ``own_database`` or ``on_own_database`` instead, and one of the screens for ``hospital``
(``tests/web``). Who uses one of these fixtures, or ``db``, needs no mark.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.conf import settings
from django.db import connections
from django.test.signals import setting_changed

from honorarios.web.translations import compile_all
from tests import quick
from tests.databases.own import copies, forget, migrated, redirect, turned_to
from tests.databases.postgresql import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

    from tests.databases.own import Copies

OWN = {"own_database", "on_own_database"}

server_key = pytest.StashKey[PostgresServer]()
home_key = pytest.StashKey[str]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="the database that the tests run on",
    )
    parser.addoption(
        "--pictures",
        action="store_true",
        help="keep what the browser tests see, for the documentation",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    # No test depends on how long something takes, nor does an example of one.
    hypothesis.settings.register_profile("suite", deadline=None)
    hypothesis.settings.load_profile("suite")
    # The workers inherit this process's environment, and so read the same settings.
    settings.PASSWORD_HASHERS = ["tests.quick.QuickArgon2"]
    # How often somebody tried is counted apart from the other workers' tests.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    worker = getattr(config, "workerinput", None)
    if worker is not None:
        _gather_apart(worker["workerid"])
        return
    config.stash[home_key] = os.environ["HONORARIOS_HOME"] = tempfile.mkdtemp()
    # Playwright leaves a loop of events in the tests' thread; Django would take all of it for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    os.environ["DATABASE_URL"] = _address(config)
    compile_all()
    # pytest-django has read the settings already; nobody has connected yet.
    redirect(os.environ["DATABASE_URL"])
    _gather_apart("alone")


def _gather_apart(worker: str) -> None:
    """What a worker's server serves is its own: nobody else gathers it anew meanwhile."""
    settings.STATIC_ROOT = Path(os.environ["HONORARIOS_HOME"]) / f"static-{worker}"
    setting_changed.send(sender=None, setting="STATIC_ROOT", value=settings.STATIC_ROOT, enter=True)


def _address(config: pytest.Config) -> str:
    if config.getoption("database") == "sqlite":
        return f"sqlite:///{config.stash[home_key]}/tests.sqlite3"
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        return given
    server = config.stash[server_key] = PostgresServer()
    server.start()
    return server.url()


def pytest_unconfigure(config: pytest.Config) -> None:
    if home_key not in config.stash:
        return
    home = Path(config.stash[home_key])
    if server_key in config.stash:
        config.stash[server_key].stop()
    elif config.getoption("database") == "postgresql":
        forget(os.environ["DATABASE_URL"], home)
    shutil.rmtree(home, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("once"):
            continue
        fixtures = set(getattr(item, "fixturenames", ()))
        if "hospital" in fixtures:
            # The services that a screen calls are tested on both: one of it is enough, unless a test says more.
            continue
        if fixtures & {*OWN, "db"} or item.get_closest_marker("django_db"):
            item.add_marker("database")
        elif item.get_closest_marker("database"):
            item.add_marker("django_db")
    # The loop of events that a browser test leaves behind is in no other test's way.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_collection_finish() -> None:
    # What was collected stays to the end: looking through it for garbage again and again finds none.
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,  # noqa: ARG001 - it comes first
    database_copies: Copies,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The database that tests share, each in a transaction that is undone: a copy as any other.

    pytest-django's own would be migrated anew for each worker.
    """
    with database_copies.fresh() as url:
        redirect(url)
        yield
        with django_db_blocker.unblock():
            connections["default"].close()


@pytest.fixture(scope="session", autouse=True)
def _quick(django_test_environment: None) -> Iterator[None]:  # noqa: ARG001 - it comes first
    """What costs much and proves nothing is done at less cost; see also ``PASSWORD_HASHERS``."""
    with pytest.MonkeyPatch.context() as instead:
        instead.setattr("honorarios.services.catalogues.store.check", quick.check_once)
        yield


@pytest.fixture(scope="session")
def database_copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The maker of fresh databases of this worker."""
    return copies(migrated, tmp_path_factory.mktemp("databases"))


@pytest.fixture
def own_database(database_copies: Copies) -> Iterator[str]:
    """The address of a fresh migrated database, for the DATABASE_URL of other processes."""
    with database_copies.fresh() as url:
        yield url


@pytest.fixture
def on_own_database(own_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """As ``own_database``, and Django's own connections, of every thread, go to it meanwhile.

    A thread closes its connection before it ends: ``django.db.connection.close()``.
    """
    with django_db_blocker.unblock(), turned_to(own_database):
        yield own_database
