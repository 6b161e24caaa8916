"""What is to be launched, from the options of a command or from JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from honorarios.cli import screen
from honorarios.cli.record import codes
from honorarios.cli.record.ending import end
from honorarios.core.findings import Place
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.launching.model import Entry
    from honorarios.services.outcomes import Result

T = TypeVar("T")

STDIN: Final = Path("-")


def entries_of(given: Mapping[str, object], file: Path | None, *, as_json: bool) -> list[Entry]:
    """The entries of a file of JSON, or the one that the options describe.

    What a row lacks is taken from the options: a surgery's hour and part of its team are said once.
    """
    from honorarios.launching.reading import read_entry

    if file is None:
        return [read_entry(given)]
    rows = _rows(file, as_json=as_json)
    return [read_entry({**given, **row}, number) for number, row in enumerate(rows, 1)]


def placed(result: Result[T], file: Path | None) -> Result[T]:
    """An answer whose findings say in which file their entries are; an entry is counted, not a line."""
    if file is None:
        return result
    name = _name(file)
    told = (replace(each, place=replace(each.place, file=name)) for each in result.findings)
    return replace(result, findings=tuple(told))


def _rows(file: Path, *, as_json: bool) -> list[Mapping[str, Any]]:
    name = _name(file)
    try:
        text = sys.stdin.read() if file == STDIN else file.read_text("utf-8-sig")
        rows = json.loads(text)
    except OSError as problem:
        finding = codes.FILE.at(Place(), file=name, why=reason_of(problem))
        end([finding], screen.FINDINGS, as_json=as_json)
    except ValueError:
        rows = None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        end([codes.NOT_ENTRIES.at(Place(), file=name)], screen.REFUSED, as_json=as_json)
    return rows


def _name(file: Path) -> str:
    return "stdin" if file == STDIN else str(file)
