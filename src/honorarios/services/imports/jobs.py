"""Imports that run while their owner does something else: their progress, their answer, and stopping them.

A job lives in this program only. What it wrote stays when the program ends, chunk by chunk; the same
session started again goes on from there.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from django.db import connections

from honorarios.services import actor as actors
from honorarios.services.imports import codes
from honorarios.services.imports.answers import Identical, ImportAnswer, Progress
from honorarios.services.imports.running import run
from honorarios.services.imports.sessions import path_of
from honorarios.services.outcomes import Result, at

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.imports.sessions import Session

MOST_REMEMBERED: Final = 64
MOST_AT_ONCE: Final = 2
"""Jobs at work at the same time; the others wait their turn."""
MOST_OF_ONE: Final = 3
"""Jobs at work or waiting that one person may have."""


class RightsChanged(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Whoever began the job is no more what they were; what it has done stays."""


class Stopped(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Somebody asked the job to stop; what it has done stays."""


@dataclass
class Job:
    """One session being tried or imported."""

    session: Session
    """As it was when the job began."""
    dry_run: bool
    started: float = field(default_factory=time.monotonic)
    progress: Progress = field(default_factory=lambda: Progress(done=0, total=0))
    result: Result[ImportAnswer] | None = None
    stopped: bool = False
    failed: bool = False
    ended: threading.Event = field(default_factory=threading.Event)
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return not self.ended.is_set()

    @property
    def rate(self) -> float:
        """Rows a second so far."""
        elapsed = time.monotonic() - self.started
        return self.progress.done / elapsed if elapsed > 0 else 0

    @property
    def remaining(self) -> int | None:
        """Seconds that it will take at that rate; None before there is one."""
        left = self.progress.total - self.progress.done
        return round(left / self.rate) if self.rate > 0 else None

    def stop(self) -> None:
        """Ask it to stop after the rows that it has in hand."""
        self._stop.set()

    def tell(self, progress: Progress) -> None:
        """Take note of how far it is; stops it where somebody asked."""
        self.progress = progress
        if self._stop.is_set():
            raise Stopped


_jobs: dict[tuple[int, int, str], Job] = {}
_lock = threading.Lock()
_at_work = threading.BoundedSemaphore(MOST_AT_ONCE)


def of_session(actor: Actor, session: Session) -> Job | None:
    """The last job of a session in this program."""
    return _jobs.get(_key(actor, session))


def start(actor: Actor, session: Session, *, dry_run: bool) -> Job:
    """Try or import a session, unless just that is under way; a rehearsal gives way to what was changed.

    Whoever has too many jobs under way gets one that is refused.
    """
    with _lock:
        known = _jobs.get(_key(actor, session))
        if known is not None and known.running:
            if not known.dry_run or (dry_run and known.session == session):
                return known
            known.stop()
        job = Job(session, dry_run)
        if _under_way(actor, session) >= MOST_OF_ONE:
            job.result = Result(findings=(at(codes.TOO_MANY_JOBS, most=MOST_OF_ONE),))
            job.ended.set()
            return job
        _jobs[_key(actor, session)] = job
        _forget()
    thread = threading.Thread(target=_work, args=(actor, session, job), daemon=True)
    thread.start()
    return job


def _work(actor: Actor, session: Session, job: Job) -> None:
    def tell(progress: Progress) -> None:
        job.tell(progress)
        if actors.of_member(user_id=actor.user_id, office_id=actor.office_id) != actor:
            raise RightsChanged

    try:
        with _at_work:
            tell(job.progress)
            job.result = run(
                actor=actor,
                path=path_of(actor, session),
                kind=session.kind,
                mapping=session.mapping,
                identical=Identical(session.identical),
                dry_run=job.dry_run,
                name=session.file_name,
                on_progress=tell,
            )
    except Stopped:
        job.stopped = True
    except RightsChanged:
        job.result = Result(findings=(at(codes.RIGHTS_CHANGED),))
    except BaseException:
        job.failed = True
        raise
    finally:
        connections.close_all()
        job.ended.set()


def _under_way(actor: Actor, session: Session) -> int:
    """Jobs that a person has at work or waiting, but for this session's own."""
    own = (actor.office_id, actor.user_id)
    return sum(
        job.running for key, job in _jobs.items() if key[:2] == own and key != _key(actor, session)
    )


def _forget() -> None:
    """Let the oldest answers go."""
    ended = [key for key, job in _jobs.items() if not job.running]
    for key in ended[: max(0, len(_jobs) - MOST_REMEMBERED)]:
        del _jobs[key]


def _key(actor: Actor, session: Session) -> tuple[int, int, str]:
    return actor.office_id, actor.user_id, session.token
