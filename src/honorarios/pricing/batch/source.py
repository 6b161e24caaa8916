"""Where lines come from: a CSV, a Parquet file or a folder of them, in tasks side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from honorarios.core.findings import Finding
    from honorarios.pricing.batch.header import Header

SLICE_LINES: Final = 131_072
"""Lines that are priced in one call: enough to make the call cheap, few enough for the caches."""


class Refusal(Exception):  # noqa: N818 - it carries findings out of a thread; nothing is wrong with the program
    """Data or disk forbid going on; the findings say why."""

    def __init__(self, *findings: Finding) -> None:
        """What is wrong."""
        super().__init__(*map(str, findings))
        self.findings = findings


@dataclass(frozen=True)
class Slice:
    """Lines of one task, priced together."""

    batch: pa.RecordBatch
    numbers: NDArray[np.int64]
    """Place of each line in the input, from 0."""
    weight: int
    """How much of the source's ``size`` they are."""


@dataclass(frozen=True)
class Refused:
    """Rows of a text file that are no lines."""

    count: int = 0
    findings: tuple[Finding, ...] = field(default=())
    """Of the first of them."""


@dataclass(frozen=True)
class Task:
    """A piece of the input; its result is one part of the output."""

    number: int
    """From 0, in the order of the lines."""
    slices: Iterator[Slice]
    """The lines in order, read while iterating, in whatever thread."""
    refused: Refused = Refused()
    end: Mapping[str, int] = field(default_factory=dict)
    """What the source needs to go on after this task without reading it again."""


class Source(Protocol):
    """Lines that can be read in tasks."""

    @property
    def files(self) -> Sequence[Path]:
        """Where the lines are."""

    @property
    def header(self) -> Header:
        """What the columns are."""

    @property
    def schema(self) -> pa.Schema:
        """The file's columns as the slices have them."""

    @property
    def size(self) -> int:
        """Of the whole, in ``unit``."""

    @property
    def unit(self) -> str:
        """What progress is counted in: ``lines`` or ``bytes``."""

    @property
    def delimiter(self) -> str:
        """Of a CSV; a comma for what has none."""

    @property
    def plan(self) -> Mapping[str, int]:
        """What the division into tasks follows from: it must not change between two runs."""

    def sample(self) -> Slice | None:
        """A few lines, to see how much room a result takes."""

    def tasks(self, ends: Mapping[int, Mapping[str, int]]) -> Iterator[Task]:
        """The tasks in order, without those done, whose ends are given; for one thread at a time."""
