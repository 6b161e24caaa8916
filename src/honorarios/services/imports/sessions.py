"""Files that somebody is about to import: kept on this server, with the columns chosen so far, until done.

The file is on disk, readable by the program only; what it is to be read as is a draft of its owner's.
Both are gone when the import is done, when they are given up, or when the draft expires.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Mapping  # noqa: TC003 - pydantic reads the annotations
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime  # noqa: TC003 - as above
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from honorarios.catalogue.importers import ImportMapping
from honorarios.services import drafts
from honorarios.services.imports import codes
from honorarios.services.imports.answers import Identical
from honorarios.services.imports.known import kind_of
from honorarios.services.outcomes import Refused, Result, at
from honorarios.services.permissions import scope
from honorarios.tabular import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.services.actor import Actor

KIND: Final = "import"
TOKEN_BYTES: Final = 12
LONGEST_SUFFIX: Final = 8
LONGEST_NAME: Final = 255
JOBS: Final = "-jobs"
"""How the folder of a session's jobs ends; no file's name does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A file on its way in."""

    token: str
    """By which its addresses call it."""
    kind: str
    file_name: str
    size: int
    suffix: str
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    identical: str = Identical.HOLD.value
    updated_at: datetime | None = field(default=None, compare=False)

    @property
    def mapping(self) -> ImportMapping:
        """How the file is to be read."""
        return ImportMapping(
            columns=dict(self.columns), constants=dict(self.constants), sheet=self.sheet
        )


def begin(*, actor: Actor, kind: str, file_name: str, chunks: Iterable[bytes]) -> Result[Session]:
    """Keep a file that is to be imported; nothing of it is read yet."""
    try:
        scope(actor, kind_of(kind).operation)
    except Refused as refused:
        return Result(findings=refused.findings)
    ending = PurePath(file_name).suffix
    session = Session(
        token=secrets.token_hex(TOKEN_BYTES),
        kind=kind,
        file_name=PurePath(file_name).name[-LONGEST_NAME:],
        size=0,
        suffix=ending if ending[1:].isalnum() and len(ending) <= LONGEST_SUFFIX else "",
    )
    _sweep()
    path = path_of(actor, session)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    size, most = 0, Limits().size
    with path.open("xb") as file:
        path.chmod(0o600)
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                break
            file.write(chunk)
    if size > most:
        path.unlink()
        return Result(findings=(at(codes.TOO_LARGE, "file", megabytes=most >> 20),))
    return keep(actor=actor, session=replace(session, size=size))


def keep(*, actor: Actor, session: Session) -> Result[Session]:
    """Remember how a file is to be read."""
    content = asdict(session)
    del content["updated_at"], content["token"]
    kept = drafts.keep(actor=actor, kind=KIND, place=session.token, content=content)
    if kept.value is None or not kept.ok:
        return Result(findings=kept.findings)
    return Result(replace(session, updated_at=kept.value.updated_at))


def get(*, actor: Actor, token: str) -> Result[Session]:
    """One of one's own; PER-NOT-FOUND where it is done, given up, or its file is gone."""
    held = drafts.get(actor=actor, kind=KIND, place=token)
    if not held.ok:
        return Result(findings=held.findings)
    if held.value is not None:
        session = _session(token, held.value.content, held.value.updated_at)
        if path_of(actor, session).exists():
            return Result(session)
    return Result(findings=(at(codes.NO_SESSION),))


def listed(*, actor: Actor) -> Result[tuple[Session, ...]]:
    """One's own, the last one first."""
    held = drafts.listed(actor=actor, kind=KIND)
    if held.value is None or not held.ok:
        return Result(findings=held.findings)
    found = (_session(one.place, one.content, one.updated_at) for one in held.value)
    return Result(tuple(one for one in found if path_of(actor, one).exists()))


def drop(*, actor: Actor, session: Session) -> None:
    """Forget a session and its file: it was imported, or given up."""
    path_of(actor, session).unlink(missing_ok=True)
    _give_up(jobs_path_of(actor, session))
    drafts.drop(actor=actor, kind=KIND, place=session.token)


def path_of(actor: Actor, session: Session) -> Path:
    """Where the file of a session is."""
    return Path(settings.IMPORT_FOLDER, f"{_name(actor, session.token)}{session.suffix}")


def jobs_path_of(actor: Actor, session: Session) -> Path:
    """Where the jobs of a session tell how they stand."""
    return Path(settings.IMPORT_FOLDER, f"{_name(actor, session.token)}{JOBS}")


def jobs_paths(actor: Actor) -> Iterator[Path]:
    """Where the jobs of all of one's sessions do."""
    return Path(settings.IMPORT_FOLDER).glob(f"{_name(actor, '*')}{JOBS}")


def _name(actor: Actor, token: str) -> str:
    return f"{actor.office_id}-{actor.user_id}-{token}"


def _session(token: str, content: Mapping[str, Any], updated_at: datetime) -> Session:
    return Session(token=token, updated_at=updated_at, **content)


def _give_up(jobs: Path) -> None:
    """Take the folder away under those who write in it: they find it gone, and stop."""
    gone = jobs.with_name(f"{jobs.name}-gone")
    with suppress(FileNotFoundError):
        jobs.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _sweep() -> None:
    """Remove files whose drafts have expired."""
    folder = Path(settings.IMPORT_FOLDER)
    oldest = time.time() - drafts.EXPIRES_AFTER.total_seconds()
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.stat().st_mtime >= oldest:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
