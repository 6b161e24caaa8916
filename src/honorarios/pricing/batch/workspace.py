"""``OUT.partial``: the parts of a result that is being made, so that it can be gone on with.

``manifest.json`` says what is being priced with what; ``parts`` holds whole parts, ``reports`` what
became of each one's lines. A part is written in ``writing`` and renamed when whole; its report, written
after it, is what says that it is done. The last steps are one rename that makes the output, and taking
the workspace away. The process may die between any two steps.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Finding, Place
from honorarios.pricing import codes
from honorarios.pricing.batch.footer import copy_bytes, join_parquet
from honorarios.pricing.batch.lock import Lock
from honorarios.pricing.batch.output import Form, Output
from honorarios.pricing.batch.summary import Report, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST: Final = "manifest.json"
LOCK: Final = "lock"
PUBLISHED: Final = "published"
OWN_FOLDERS: Final = ("parts", "reports", "writing", "replaced")
OWN_FILES: Final = ("joined", "manifest.json.new", LOCK, MANIFEST)

DIFFERENCES: Final = {
    "input": "a entrada mudou",
    "catalogue": "o catálogo mudou",
    "version": "a versão do programa mudou",
    "output": "a forma da saída mudou",
    "plan": "a divisão em partes mudou",
}
"""What differs between two runs, by entry of the manifest."""


class Workspace:
    """The folder beside an output that holds it while it is made."""

    def __init__(self, output: Output) -> None:
        """Nothing is written before :meth:`open`."""
        self.output = output
        self.root = output.path.with_name(f"{output.path.name}.partial")
        self.reports: dict[int, Report] = {}
        self._manifest: dict[str, Any] = {}
        self._lock: Lock | None = None

    def published(self) -> Summary | None:
        """The summary of a run that made the output and died before it had tidied up."""
        with suppress(OSError):
            self.root.rmdir()  # empty, of a run that died in its last step
        kept = _read_json(self.root / MANIFEST).get(PUBLISHED)
        if (
            kept is None
            or not self.output.exists
            or _identity(self.output.path) != kept["identity"]
        ):
            return None
        return Summary.from_dict(kept["summary"])

    def objection(self, manifest: Mapping[str, object], *, restart: bool) -> Finding | None:
        """Why the folder cannot be taken: it is somebody's, or another run's that is not given up."""
        place = Place(str(self.root))
        if not self.root.exists():
            return None
        own = (*OWN_FOLDERS, *OWN_FILES)
        if not self.root.is_dir() or any(each.name not in own for each in self.root.iterdir()):
            return codes.NOT_OURS.at(place)
        before = _read_json(self.root / MANIFEST)
        differing = [
            words for key, words in DIFFERENCES.items() if before.get(key) != manifest[key]
        ]
        if before and differing and not restart:
            return codes.OTHER_RUN.at(place, difference="; ".join(differing))
        return None

    def kept_bytes(self) -> int:
        """Bytes of the parts that an earlier run left."""
        return sum(path.stat().st_size for path in (self.root / "parts").glob("part-*"))

    def open(self, manifest: Mapping[str, object], *, restart: bool) -> Finding | None:
        """Take the folder, and read what an earlier run left in it; a finding if another run has it."""
        self.root.mkdir(exist_ok=True)
        self._lock = Lock(self.root / LOCK)
        if not self._lock.acquire():
            self._lock = None
            return codes.IN_USE.at(Place(str(self.root)))
        if restart or not (self.root / MANIFEST).exists():
            self._remove(keep=LOCK)
        shutil.rmtree(self.root / "writing", ignore_errors=True)
        for name in ("parts", "reports", "writing"):
            (self.root / name).mkdir(exist_ok=True)
        self._manifest = dict(manifest)
        self._write_json(self.root / MANIFEST, self._manifest)
        for path in (self.root / "reports").glob("*.json"):
            number, kept = int(path.stem), _read_json(path)
            if kept and _size(self._part(number)) == kept["bytes"]:
                self.reports[number] = Report.from_dict(kept)
        return None

    def close(self) -> None:
        """Let another run take the folder."""
        if self._lock:
            self._lock.release()

    def writing(self, number: int) -> Path:
        """Where a part is written until it is whole."""
        return self.root / "writing" / self.output.part_name(number)

    def _part(self, number: int) -> Path:
        return self.root / "parts" / self.output.part_name(number)

    def keep(self, number: int, report: Report) -> None:
        """A part is whole: it takes its place, and then its report says so."""
        sync(self.writing(number))
        self.writing(number).replace(self._part(number))
        self._write_json(self.root / "reports" / f"{number:05d}.json", report.as_dict())
        self.reports[number] = report

    def publish(self, summary: Summary) -> None:
        """Make the output of the parts with one rename, and take the workspace away."""
        made = self._made()
        self._manifest[PUBLISHED] = {"identity": _identity(made), "summary": summary.as_dict()}
        self._write_json(self.root / MANIFEST, self._manifest)
        if self.output.form is Form.FOLDER and self.output.exists:
            self.output.path.rename(self.root / "replaced")
        made.replace(self.output.path)
        _sync_folder(self.output.path.parent)
        self.remove()

    def _made(self) -> Path:
        """The whole output, still in the workspace."""
        parts = [self._part(number) for number in sorted(self.reports)]
        if self.output.form is Form.FOLDER:
            shutil.rmtree(self.root / "replaced", ignore_errors=True)
            _sync_folder(self.root / "parts")
            return self.root / "parts"
        if len(parts) == 1:
            return parts[0]
        joined = self.root / "joined"
        with joined.open("wb") as target:
            if self.output.form is Form.PARQUET:
                join_parquet(parts, target)
            else:
                for path in parts:
                    with path.open("rb", buffering=0) as part:
                        copy_bytes(part, target, path.stat().st_size)
        sync(joined)
        return joined

    def remove(self) -> None:
        """Take the workspace away; its manifest goes last, as long as it is there it is known."""
        self._remove(keep="")
        self.close()
        with suppress(OSError):
            self.root.rmdir()

    def _remove(self, keep: str) -> None:
        for name in OWN_FOLDERS:
            shutil.rmtree(self.root / name, ignore_errors=True)
        for name in OWN_FILES:
            if name != keep:
                (self.root / name).unlink(missing_ok=True)

    def _write_json(self, path: Path, content: Mapping[str, object]) -> None:
        """Write a file whole or not at all."""
        aside = path.with_name(path.name + ".new")
        with aside.open("w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)


def _read_json(path: Path) -> dict[str, Any]:
    """A file's content, empty when it is not there or cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _identity(path: Path) -> list[int]:
    """What stays the same when a file or folder is renamed, and changes when it is another."""
    status = path.stat()
    return [status.st_dev, status.st_ino, status.st_mtime_ns]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def sync(path: Path) -> None:
    """Have the system put a file on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Have the system put a folder's entries on the disk, where it lets folders be opened."""
    with suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
