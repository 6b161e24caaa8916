"""Imports that are killed at random moments, run again and again until they are done.

Whoever runs this has a process of its own with one thread: each import is a fork of it, which saves the
seconds that a program takes to start.
"""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import connection

from honorarios.records.models import ImportBatch
from honorarios.services import imports
from honorarios.services.imports import running
from honorarios.services.outcomes import Refusal
from tests.databases.own import redirect
from tests.services.imports.files import write
from tests.services.imports.scene import broken, digest, make_scene, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.databases.postgresql import PostgresServer
    from tests.services.hospital import House

    Fresh = Callable[[], AbstractContextManager[str]]

CHUNK_ROWS = 100
"""Rows of a transaction here, so that a kill finds many of them."""
REACH = 12
"""A kill comes within this part of the time that an import takes, so that one is killed many times."""
DONE, FAILED, AWAY = 0, 1, 3
"""How the process of an import ends: done, by a fault, or told that the database is away."""


@dataclass(slots=True)
class Tally:
    """What became of the imports."""

    rows: int
    kills: int = 0
    server_kills: int = 0
    imports: int = 0
    killed_with_rows_done: int = 0
    """Kills that hit an import which had rows done already, and not all."""
    told_so: int = 0
    """Imports that lost their database and said so by a finding."""
    faults: list[str] = field(default_factory=list)


class Imports:
    """One file imported over and over, each time into a database of its own."""

    def __init__(self, fresh: Fresh, folder: Path, count: int, seed: int) -> None:
        self.fresh = fresh
        self.chance = random.Random(seed)
        self.tally = Tally(count)
        running.CHUNK_ROWS = CHUNK_ROWS  # type: ignore[misc]
        self.file = write(folder / "fees.csv", rows(count))
        self.expected, self.seconds = self._without_kills()

    def until(self, kills: int) -> Tally:
        """Kill imports until there were so many kills; each import ends and is compared."""
        while self.tally.kills < kills:
            with self.fresh() as url:
                house = _house(url)
                while self.tally.kills < kills and self._killed(house):
                    pass
                self._finish(house)
                connection.close()
        return self.tally

    def until_server(self, kills: int, server: PostgresServer) -> Tally:
        """Kill the whole database server under imports, and start it again, until so many times."""
        while self.tally.server_kills < kills:
            with self.fresh() as url:
                house = _house(url)
                while self.tally.server_kills < kills and self._lost(house, server):
                    pass
                self._finish(house)
                connection.close()
        return self.tally

    def _without_kills(self) -> tuple[str, float]:
        with self.fresh() as url:
            house = _house(url)
            began = time.monotonic()
            ended = self._wait(self._start(house))
            seconds = time.monotonic() - began
            if ended != DONE or broken(house):
                raise RuntimeError(f"the import does not even work without kills: {ended}")
            found = digest()
            connection.close()
            return found, seconds

    def _killed(self, house: House) -> bool:
        """Start an import and kill it after a while; False where it was done before that."""
        child = self._start(house)
        time.sleep(self.chance.uniform(0, self.seconds / REACH))
        os.kill(child, signal.SIGKILL)
        ended = self._wait(child)
        if ended != -signal.SIGKILL:
            self._judge(ended)
            return False
        self.tally.kills += 1
        done = ImportBatch.objects.values_list("done_rows", flat=True).first() or 0
        self.tally.killed_with_rows_done += 0 < done < self.tally.rows
        return done < self.tally.rows

    def _lost(self, house: House, server: PostgresServer) -> bool:
        """Start an import and kill its server after a while; False where it was done before that."""
        child = self._start(house)
        time.sleep(self.chance.uniform(0, self.seconds / REACH))
        server.crash()
        ended = self._wait(child)
        server.start()
        self.tally.server_kills += 1
        if ended == AWAY:
            self.tally.told_so += 1
        else:
            self._judge(ended)
        done = ImportBatch.objects.values_list("done_rows", flat=True).first() or 0
        self.tally.killed_with_rows_done += 0 < done < self.tally.rows
        return done < self.tally.rows

    def _finish(self, house: House) -> None:
        self._judge(self._wait(self._start(house)))
        self.compare(house)

    def compare(self, house: House) -> None:
        """Whether the record is that of an import without kills."""
        self.tally.imports += 1
        if digest() != self.expected:
            self.tally.faults.append("the lines are not those of a run without kills")
        self.tally.faults += broken(house)

    def _judge(self, ended: int) -> None:
        if ended != DONE:
            self.tally.faults.append(f"an import ended with {ended}")

    def _start(self, house: House) -> int:
        connection.close()
        child = os.fork()
        if child == 0:
            os._exit(_import(house, self.file))
        return child

    @staticmethod
    def _wait(child: int) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _import(house: House, file: Path) -> int:
    """The work of a child, and how it ends."""
    try:
        result = imports.run(actor=house.clerk, path=file, kind="fees")
    except Exception:  # noqa: BLE001 - whatever it is, it is a fault to be counted
        traceback.print_exc()
        return FAILED
    if result.ok:
        return DONE
    return AWAY if result.refusal is Refusal.UNAVAILABLE else FAILED


def _house(url: str) -> House:
    """The scene in a database of its own, with everything loaded that an import needs."""
    redirect(url)
    return make_scene()
