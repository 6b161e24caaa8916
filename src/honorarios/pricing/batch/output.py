"""Where the result goes: one Parquet, one CSV, or a folder of Parquet parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.pricing import codes

if TYPE_CHECKING:
    from pathlib import Path

PART_NAME: Final = re.compile(r"part-\d{5,}\.parquet")
_SUFFIX: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]*")


class Form(StrEnum):
    """What the output is."""

    PARQUET = "parquet"
    CSV = "csv"
    FOLDER = "folder"


@dataclass(frozen=True)
class Output:
    """The path of a result and its form, told by its ending."""

    path: Path
    form: Form

    @property
    def part_suffix(self) -> str:
        """Ending of a part's name."""
        return ".csv" if self.form is Form.CSV else ".parquet"

    def part_name(self, number: int) -> str:
        """Name of a part; sorted names are in the order of the lines."""
        return f"part-{number:05d}{self.part_suffix}"

    @property
    def exists(self) -> bool:
        """Whether something is in its place."""
        return self.path.exists() or self.path.is_symlink()

    def replaceable(self) -> bool:
        """Whether what is in its place is a result, and not somebody's other files."""
        if self.form is Form.FOLDER:
            return self.path.is_dir() and all(
                PART_NAME.fullmatch(each.name) for each in self.path.iterdir()
            )
        return self.path.is_file()


def output_of(path: Path, source: Path, *, overwrite: bool) -> tuple[Output | None, list[Finding]]:
    """The output that a path names, or why it cannot be one."""
    place = Place(str(path))
    suffix = path.suffix.lower()
    if suffix not in (".parquet", ".csv") and _SUFFIX.fullmatch(suffix):
        return None, [codes.OUT_SUFFIX.at(place, suffix=suffix)]
    form = {".parquet": Form.PARQUET, ".csv": Form.CSV}.get(suffix, Form.FOLDER)
    output = Output(path, form)
    inside = source.resolve() in (path.resolve(), *path.resolve().parents)
    if inside or (output.exists and path.resolve() in source.resolve().parents):
        return None, [codes.OVER_INPUT.at(place)]
    if not path.resolve().parent.is_dir():
        return None, [codes.NO_FOLDER.at(place, folder=path.resolve().parent)]
    if output.exists and overwrite and not output.replaceable():
        return None, [codes.NOT_OURS.at(place)]
    return output, []
