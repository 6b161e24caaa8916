"""The demonstration serves what it made, at an address that it prints, until somebody ends it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

from honorarios.services.demonstration import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = (sys.executable, "-m", "honorarios", "demo", "--lines", "500")
LOGINS = ("faturista", "auditoria", "medica", "financeiro", "administracao")


@contextmanager
def demonstrated(home: Path, *words: str) -> Iterator[tuple[str, str]]:
    """What the demonstration printed until it served, and its address; ended as the system would."""
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    program = subprocess.Popen(
        [*COMMAND, *words],
        env={**own, "HONORARIOS_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert program.stdout is not None
    printed = ""
    address = None
    while address is None and (line := program.stdout.readline()):
        printed += line
        address = re.fullmatch(r"(http://\S+/)\n", line)
    assert address is not None, printed
    try:
        yield printed, address[1]
    finally:
        program.send_signal(signal.SIGTERM)
        program.communicate()
    assert program.returncode == 0


def test_it_prints_a_login_of_each_role_and_serves_beside_who_has_its_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        except OSError:  # somebody else has it: as well
            pass
        with demonstrated(tmp_path) as (printed, address):
            assert ":8000/" not in address
            assert PASSWORD in printed
            for login in LOGINS:
                assert re.search(rf"^  {login}\s+\w", printed, re.MULTILINE)
            with urllib.request.urlopen(address) as page:  # noqa: S310 - our own server
                text = page.read().decode()
    assert 'type="password"' in text
