"""Copies of the record and the server, as whoever keeps an installation uses them."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from django.db import connections

from tests.launching.making import entry
from tests.services.doing import launched
from tests.services.hospital import make_house
from tests.services.test_backup import tools

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.databases.own import Copies

__all__ = ["tools"]

pytestmark = pytest.mark.usefixtures("tools")


def honorarios(
    *words: object, url: str, limit: Callable[[], None] | None = None
) -> tuple[int, str, str]:
    """How the program ends in a process of its own, on a database; what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "honorarios", *map(str, words)],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        preexec_fn=limit,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def stocked(on_own_database: str) -> str:
    """The address of a database with an office and some fees."""
    house = make_house()
    launched(house, *(entry(key=number) for number in range(3)))
    connections["default"].close()
    return on_own_database


def test_a_copy_is_made_and_restored_elsewhere(
    stocked: str, database_copies: Copies, tmp_path: Path
) -> None:
    copy = tmp_path / "copia"
    code, out, err = honorarios("backup", copy, url=stocked)
    assert code == 0, err
    assert "honorarios-audit:" in out
    assert "não está na cópia" in err
    assert honorarios("backup", copy, url=stocked)[0] == 4
    with database_copies.empty() as url:
        assert honorarios("restore", copy, url=url)[0] == 2  # nobody said yes
        code, out, err = honorarios("restore", copy, "--yes", "--json", url=url)
        assert code == 0, err
        told = json.loads(out)
        assert (told["format"], told["whole"]) == ("honorarios.restore/1", True)
        code, _, err = honorarios("restore", copy, "--yes", url=url)
        assert (code, "BKP-NOT-EMPTY" in err) == (4, True)
        code, out, _ = honorarios("fees", "list", "--json", url=url)
        assert len(json.loads(out)["lines"]) == 3


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_full_disk_is_told_and_leaves_nothing(stocked: str, tmp_path: Path) -> None:
    code, out, err = honorarios("backup", tmp_path / "copia", url=stocked, limit=_small_files)
    assert code in {3, 75}
    assert out == ""
    assert "erro " in err
    assert list(tmp_path.iterdir()) == []


def test_the_server_says_where_it_is_answers_and_ends(stocked: str) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "honorarios", "serve", "--port", "0"],
        env={**os.environ, "DATABASE_URL": stocked},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with pytest.raises(urllib.error.HTTPError) as answer:
            urllib.request.urlopen(f"{address}nothing-here", timeout=60)  # noqa: S310 - our own server
        assert answer.value.code == 404
        answer.value.close()
        port = address.rstrip("/").rpartition(":")[2]
        code, out, err = honorarios("serve", "--port", port, url=stocked)
        assert (code, out) == (1, "")
        assert "CLI-ADDRESS" in err
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=60) == 0
        if server.stdout is not None:
            server.stdout.close()
