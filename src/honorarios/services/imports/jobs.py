"""Imports that run while their owner does something else: their progress, their answer, and stopping them.

A job is at work in the process that was asked to begin it, and seen from all of them. What it wrote stays
when its program ends, chunk by chunk; the same session started again goes on from there.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import connections

from honorarios.services import actor as actors
from honorarios.services.alone import alone
from honorarios.services.imports import codes, sessions
from honorarios.services.imports.answers import Identical, ImportAnswer, Progress
from honorarios.services.imports.job_folder import JobFolder, JobState
from honorarios.services.imports.running import run
from honorarios.services.outcomes import Result, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.actor import Actor
    from honorarios.services.imports.answers import OnProgress
    from honorarios.services.imports.sessions import Session


MOST_AT_ONCE: Final = 2
"""Jobs at work at the same time in a process; the others wait their turn."""
MOST_OF_ONE: Final = 3
"""Jobs at work or waiting that one person may have."""
ROWS_KEPT: Final = 100
"""Rows of a rehearsal that are shown, one by one; what was found in all of them is told by reason."""
LOOK: Final = 1.0
"""Seconds after which a job that waits its turn sees whether it is still wanted."""
GLANCE: Final = 0.02
"""Seconds between two looks at a job that is waited for."""


class RightsChanged(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Whoever began the job is no more what they were; what it has done stays."""


class Stopped(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Somebody asked the job to stop, or gave its session up; what it has done stays."""


@dataclass(frozen=True, slots=True)
class Job:
    """One session being tried or imported, as it was when it was looked at."""

    folder: JobFolder
    number: int
    state: JobState
    running: bool
    """Whether it is at work, or waits its turn."""

    @property
    def session(self) -> Session:
        """As it was when the job began."""
        return self.state.session

    @property
    def dry_run(self) -> bool:
        """Whether it is a rehearsal."""
        return self.state.dry_run

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self.state.progress

    @property
    def result(self) -> Result[ImportAnswer] | None:
        """What it answered; None before it has."""
        return self.state.result

    @property
    def stopped(self) -> bool:
        """Whether it ended because somebody asked it to."""
        return self.state.stopped

    @property
    def failed(self) -> bool:
        """Whether it ended without an answer: its program had a fault, or was killed."""
        return self.state.failed or not (self.running or self.state.ended)

    @property
    def rate(self) -> float:
        """Rows a second so far."""
        elapsed = time.time() - self.state.started
        return self.progress.done / elapsed if elapsed > 0 else 0

    @property
    def remaining(self) -> int | None:
        """Seconds that it will take at that rate; None before there is one."""
        left = self.progress.total - self.progress.done
        return round(left / self.rate) if self.rate > 0 else None

    def stop(self) -> None:
        """Ask it to stop after the rows that it has in hand."""
        self.folder.ask_to_stop(self.number)

    def later(self, seconds: float) -> Job:
        """The job when it has ended, or as it is after so many seconds."""
        until = time.monotonic() + seconds
        seen = self
        while seen.running and time.monotonic() < until:
            time.sleep(GLANCE)
            seen = _seen(self.folder, self.number) or replace(seen, running=False)
        return seen


_at_work = threading.BoundedSemaphore(MOST_AT_ONCE)


def of_session(actor: Actor, session: Session) -> Job | None:
    """The last job of a session, whichever process it is at work in."""
    folder = JobFolder(sessions.jobs_path_of(actor, session))
    return _seen(folder, folder.last())


def start(actor: Actor, session: Session, *, dry_run: bool) -> Job:
    """Try or import a session, unless just that is under way; a rehearsal gives way to what was changed.

    Whoever has too many jobs under way gets one that is refused.
    """
    folder = JobFolder(sessions.jobs_path_of(actor, session))
    state = JobState(session=session, dry_run=dry_run, started=time.time())
    with alone(_starting()):
        known = _seen(folder, folder.last())
        if known is not None and known.running:
            if not known.dry_run or (dry_run and known.session == session):
                return known
            known.stop()
        if _under_way(actor, folder) >= MOST_OF_ONE:
            many = at(codes.TOO_MANY_JOBS, most=MOST_OF_ONE)
            state = replace(state, result=Result(findings=(many,)), ended=True)
            return Job(folder, 0, state, running=False)
        number, lock = folder.begin(state)
    job = Job(folder, number, state, running=True)
    threading.Thread(target=_work, args=(actor, job, lock), daemon=True).start()
    return job


def _work(actor: Actor, job: Job, lock: IO[Any]) -> None:
    """Do a job, and let its lock go; how it ended is told before."""
    telling = _Telling(actor, job)
    try:
        telling(job.progress)
        with _turn(telling, job.progress):
            telling.change(result=_run(actor, job, telling))
    except Stopped:
        telling.change(stopped=True)
    except RightsChanged:
        telling.change(result=Result(findings=(at(codes.RIGHTS_CHANGED),)))
    except BaseException:
        telling.change(failed=True)
        raise
    finally:
        connections.close_all()
        with suppress(FileNotFoundError), lock:
            telling.change(ended=True)
            telling.write()


@contextmanager
def _turn(telling: _Telling, progress: Progress) -> Iterator[None]:
    """One of those at work, once there is room; it may be stopped while it waits."""
    while not _at_work.acquire(timeout=LOOK):
        telling(progress)
    try:
        telling(progress)
        yield
    finally:
        _at_work.release()


def _run(actor: Actor, job: Job, on_progress: OnProgress) -> Result[ImportAnswer]:
    session = job.session
    result = run(
        actor=actor,
        path=sessions.path_of(actor, session),
        kind=session.kind,
        mapping=session.mapping,
        identical=Identical(session.identical),
        dry_run=job.dry_run,
        name=session.file_name,
        on_progress=on_progress,
    )
    if result.value is None:
        return result
    return replace(result, value=replace(result.value, rows=result.value.rows[:ROWS_KEPT]))


class _Telling:
    """Tells how far a job is, and stops it where somebody asked, or where its owner's rights changed."""

    def __init__(self, actor: Actor, job: Job) -> None:
        self._actor = actor
        self._job = job
        self._state = job.state

    def __call__(self, progress: Progress) -> None:
        self.change(progress=progress)
        try:
            self.write()
        except FileNotFoundError:
            raise Stopped from None
        if self._job.folder.asked_to_stop(self._job.number):
            raise Stopped
        actor = self._actor
        if actors.of_member(user_id=actor.user_id, office_id=actor.office_id) != actor:
            raise RightsChanged

    def change(self, **changed: Any) -> None:  # noqa: ANN401 - fields of the state
        self._state = replace(self._state, **changed)

    def write(self) -> None:
        self._job.folder.write(self._job.number, self._state)


def _seen(folder: JobFolder, number: int) -> Job | None:
    """A job as it is now; None where there is no such job any more."""
    # Its lock before its state: a job that ends between the two has told how.
    at_work = folder.at_work(number)
    try:
        state = folder.read(number)
    except FileNotFoundError:
        return None
    return Job(folder, number, state, running=at_work and not state.ended)


def _starting() -> Path:
    """The file by which one job begins at a time; beside the folder, which is swept."""
    folder = Path(settings.IMPORT_FOLDER)
    return folder.with_name(f"{folder.name}.lock")


def _under_way(actor: Actor, own: JobFolder) -> int:
    """Jobs that a person has at work or waiting, but for those of one session."""
    folders = (JobFolder(path) for path in sessions.jobs_paths(actor) if path != own.path)
    return sum(folder.at_work(folder.last()) for folder in folders)
