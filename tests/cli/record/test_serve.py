"""The server in several processes: all answer at one address, and one that dies is begun again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESSES = 2
PATIENCE = 60
SERVE = (sys.executable, "-m", "honorarios", "serve", "--processes", str(PROCESSES))


def begun(url: str, home: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*SERVE, *words],
        env={**os.environ, "DATABASE_URL": url, "HONORARIOS_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def served(url: str, home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server, and its address; ended as the system would."""
    with begun(url, home, "--port", "0") as program:
        assert program.stdout is not None
        address = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)\n", program.stdout.readline())
        try:
            assert address is not None
            yield program, address[1]
        finally:
            program.send_signal(signal.SIGTERM)
            program.communicate(timeout=PATIENCE)
    assert program.returncode == 0


def children(process: int) -> set[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return set(map(int, listed.split()))


def answered(address: str) -> bool:
    with urllib.request.urlopen(f"{address}entrar/", timeout=PATIENCE) as page:  # noqa: S310 - our own server
        return 'type="password"' in page.read().decode()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_processes_answer_at_one_address_and_are_begun_again(
    own_database: str, tmp_path: Path
) -> None:
    with served(own_database, tmp_path) as (program, address):
        assert answered(address)
        first = children(program.pid)
        assert len(first) == PROCESSES
        os.kill(min(first), signal.SIGKILL)
        until = time.monotonic() + PATIENCE
        while (now := children(program.pid)) == first or len(now) < PROCESSES:
            assert time.monotonic() < until
            time.sleep(0.05)
        assert answered(address)
    assert not any(Path(f"/proc/{process}").exists() for process in first | now)


def test_an_address_that_somebody_has_is_told(own_database: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        program = begun(own_database, tmp_path, "--port", str(port))
        _, told = program.communicate(timeout=PATIENCE)
    assert program.returncode == 1
    assert "CLI-ADDRESS" in told
    assert str(port) in told
