"""What the jobs of a session tell, in a folder that every process of the server reads.

A job has a number, a file that says how it stands, and a lock that is held while it is at work: one whose
program was killed is seen to have ended. Whoever wants it to stop leaves a file beside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path  # noqa: TC003 - as below
from typing import IO, Any, Final

from django.core.files import locks
from pydantic import TypeAdapter

from honorarios.services.imports.answers import ImportAnswer, Progress
from honorarios.services.imports.sessions import Session  # noqa: TC001 - pydantic reads them
from honorarios.services.outcomes import Result  # noqa: TC001 - as above

JOB, LOCK, STOP = ".job", ".lock", ".stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """How a job stands."""

    session: Session
    """As it was when the job began."""
    dry_run: bool
    started: float
    """Seconds since 1970."""
    progress: Progress = field(default_factory=partial(Progress, done=0, total=0))
    result: Result[ImportAnswer] | None = None
    stopped: bool = False
    failed: bool = False
    ended: bool = False


_STATE: Final = TypeAdapter(JobState)


@dataclass(frozen=True, slots=True)
class JobFolder:
    """The jobs of one session, by number from 1."""

    path: Path

    def last(self) -> int:
        """The newest job's number; 0 where there is none."""
        return max((int(file.stem) for file in self.path.glob(f"*{JOB}")), default=0)

    def read(self, number: int) -> JobState:
        """How a job stands."""
        return _STATE.validate_json(self._file(number, JOB).read_bytes())

    def write(self, number: int, state: JobState) -> None:
        """Tell how a job stands; whoever reads meanwhile finds all of it, or what it was before.

        Raises:
            FileNotFoundError: if the session was given up.
        """
        draft = self._file(number, ".draft")
        draft.write_bytes(_STATE.dump_json(state))
        draft.replace(self._file(number, JOB))

    def begin(self, state: JobState) -> tuple[int, IO[Any]]:
        """A new job: its number, and its lock, which is held until it is closed."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = self.last() + 1
        lock = self._file(number, LOCK).open("w")
        locks.lock(lock, locks.LOCK_EX)
        self.write(number, state)
        return number, lock

    def at_work(self, number: int) -> bool:
        """Whether somebody holds the lock of a job."""
        try:
            with self._file(number, LOCK).open("r+") as lock:
                return not locks.lock(lock, locks.LOCK_SH | locks.LOCK_NB)
        except FileNotFoundError:
            return False

    def ask_to_stop(self, number: int) -> None:
        """Leave word that a job is to stop after the rows that it has in hand."""
        if self.path.is_dir():
            self._file(number, STOP).touch()

    def asked_to_stop(self, number: int) -> bool:
        """Whether somebody left word."""
        return self._file(number, STOP).exists()

    def _file(self, number: int, suffix: str) -> Path:
        return self.path / f"{number}{suffix}"
