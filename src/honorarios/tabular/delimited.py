"""CSV of any dialect into records: the separator is found, cells stay text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place
from honorarios.tabular import codes
from honorarios.tabular.inert import restored
from honorarios.tabular.rows import Record, Records

if TYPE_CHECKING:
    from honorarios.tabular.limits import Limits

_SEPARATORS: Final = ";\t|,"
"""In the order that breaks ties: a comma is also what Brazilians write decimals with."""
_SAMPLE: Final = 100_000
_SAMPLE_ROWS: Final = 100
_SAID: Final = re.compile(r"sep=([;,|\t])\r?\n", re.IGNORECASE)
"""The first line by which spreadsheets say their separator."""


def parse_delimited(text: str, file: str, limits: Limits) -> Records:
    """The records of a CSV text; a quote that never closes ends the reading with a finding."""
    said = _SAID.match(text)
    separator = said.group(1) if said else _separator(text[:_SAMPLE])
    skipped = 1 if said else 0
    # The module's limit holds for the whole program: it is raised, and ours is a finding.
    csv.field_size_limit(max(csv.field_size_limit(), limits.size))
    reader = csv.reader(
        io.StringIO(text[said.end() :] if said else text, newline=""),
        delimiter=separator,
        strict=True,
    )
    records: list[Record] = []
    findings: list[Finding] = []
    start = 1 + skipped
    try:
        for cells in reader:
            if len(records) > limits.rows:
                findings.append(codes.TOO_MANY_ROWS.at(Place(file), limit=limits.rows))
                break
            records.append(Record(start, [restored(cell) for cell in cells]))
            start = reader.line_num + 1 + skipped
    except csv.Error:
        findings.append(codes.OPEN_QUOTES.at(Place(file, start)))
    return Records(file, records, tuple(findings))


def _separator(sample: str) -> str:
    """The separator that cuts most lines into the same number of cells, above one."""

    def evenness(separator: str) -> tuple[int, int]:
        lines = islice(
            csv.reader(io.StringIO(sample, newline=""), delimiter=separator), _SAMPLE_ROWS
        )
        widths = Counter(len(cells) for cells in lines if len(cells) > 1)
        width, lines_of_it = widths.most_common(1)[0] if widths else (0, 0)
        return lines_of_it, -_SEPARATORS.index(separator) if width else -len(_SEPARATORS)

    return max(_SEPARATORS, key=evenness)
