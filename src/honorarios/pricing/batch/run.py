"""Pricing a file of lines from end to end: tasks side by side, parts, one output."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from honorarios import __version__
from honorarios.core.findings import Finding, Place
from honorarios.core.system import FULL, reason_of
from honorarios.pricing import codes
from honorarios.pricing.batch.disk import little_disk
from honorarios.pricing.batch.fingerprint import fingerprint
from honorarios.pricing.batch.open import open_source
from honorarios.pricing.batch.output import Form, Output, output_of
from honorarios.pricing.batch.parts import CsvPart, ParquetPart, Part, csv_findings
from honorarios.pricing.batch.pricer import SlicePricer
from honorarios.pricing.batch.source import Refusal, Slice, Source, Task
from honorarios.pricing.batch.summary import Report, Summary, counted, refused
from honorarios.pricing.batch.workspace import Workspace
from honorarios.pricing.folder import compile_folder
from honorarios.pricing.status import STATUS_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from honorarios.pricing.compile import Compiled

FORMAT: Final = 2
"""Of the parts and the manifest: parts of another format are not gone on with."""
_LOOK: Final = 0.2
"""Seconds between two looks at whether the run was interrupted."""


@dataclass(frozen=True)
class Progress:
    """How far a run has come."""

    lines: int
    """Lines priced, those of an interrupted run included."""
    done: int
    """Of ``size``."""
    size: int
    """Of the whole input, in ``unit``."""
    unit: str
    """``lines`` or ``bytes``."""
    joining: bool = False
    """Whether all is priced, and the parts are being made one output."""


def price_files(
    source: Path | str,
    catalogue: Compiled | Path | str,
    out: Path | str,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    resume: bool = True,
    overwrite: bool = False,
) -> Summary:
    """Price a CSV, a Parquet file or a folder of Parquet files, in flat memory, on all cores.

    Args:
        source: the lines; columns that the engine does not know pass through untouched.
        catalogue: compiled, or the folder of one.
        out: a name that ends in ``.parquet`` or ``.csv`` is one file; any other a folder of parts.
        workers: threads; by default one for each core that the process may use.
        progress: called from any thread, one call at a time, after every few lines.
        resume: go on with an interrupted run; otherwise what it left is thrown away.
        overwrite: replace an output that exists, at the very end.

    Returns:
        what became of the lines; without ``complete``, the findings say why there is no output.

    Raises:
        KeyboardInterrupt: when interrupted; what was done is kept, and the same call goes on with it.
    """
    source = Path(source)
    output, findings = output_of(Path(out), source, overwrite=overwrite)
    if output is None:
        return refused(findings)
    opened, findings = open_source(source)
    if opened is None:
        return refused(findings)
    compiled: Compiled | None
    if not isinstance(catalogue, Path | str):
        compiled = catalogue
    else:
        compiled, of_catalogue = compile_folder(Path(catalogue))
        if compiled is None:
            return refused(of_catalogue)
    run = _Run(opened, source, compiled, output, progress)
    try:
        summary = run.price(workers or cores(), restart=not resume, overwrite=overwrite)
    except Refusal as refusal:
        return refused([*findings, *refusal.findings])
    except OSError as problem:
        return refused([*findings, _unwritten(output, problem)])
    return replace(summary, findings=(*findings, *summary.findings))


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _unwritten(output: Output, problem: OSError) -> Finding:
    place = Place(str(output.path))
    if problem.errno in FULL:
        return codes.DISK_FULL.at(place)
    return codes.NOT_WRITTEN.at(place, reason=reason_of(problem))


class _Run:
    """One source, one catalogue, one output."""

    def __init__(
        self,
        source: Source,
        path: Path,
        compiled: Compiled,
        output: Output,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self._source = source
        self._path = path
        self._compiled = compiled
        self._output = output
        self._progress = progress
        self._pricer = SlicePricer(source, compiled)
        self._workspace = Workspace(output)
        self._tasks: Iterator[Task] = iter(())
        self._taking = threading.Lock()
        self._counting = threading.Lock()
        self._stop = threading.Event()
        self._done = 0
        self._lines = 0

    def price(self, workers: int, *, restart: bool, overwrite: bool) -> Summary:
        """Price everything that is not done, and make the output."""
        began = time.perf_counter()
        if kept := self._workspace.published():
            self._workspace.remove()
            return kept
        stamps = self._stamps()
        manifest = {
            "input": fingerprint(self._source.files, self._path),
            "catalogue": self._compiled.hash,
            "version": [__version__, FORMAT],
            "output": self._output.form.value,
            "plan": dict(self._source.plan),
        }
        self._check(manifest, restart=restart, overwrite=overwrite)
        problem = self._workspace.open(manifest, restart=restart)
        if problem:
            raise Refusal(problem)
        try:
            resumed = dict(self._workspace.reports)
            self._price_rest(workers, resumed)
            self._refuse_if_changed(stamps)
            return self._finish(resumed, began)
        except Refusal:
            if not self._workspace.kept_bytes():  # there is nothing to go on with
                self._workspace.remove()
            raise
        finally:
            self._workspace.close()

    def _stamps(self) -> list[tuple[int, int]]:
        """Size and time of the last change of each file of the input that is there."""
        states = [path.stat() for path in self._source.files if path.exists()]
        return [(state.st_size, state.st_mtime_ns) for state in states]

    def _refuse_if_changed(self, stamps: list[tuple[int, int]]) -> None:
        if self._stamps() != stamps:
            raise Refusal(codes.CHANGED.at(Place(str(self._path))))

    def _check(self, manifest: Mapping[str, object], *, restart: bool, overwrite: bool) -> None:
        """Whatever can be known before anything is written."""
        findings = []
        if self._output.exists and not overwrite:
            findings.append(codes.EXISTS.at(Place(str(self._output.path))))
        if self._output.form is Form.CSV:
            findings += csv_findings(self._source.schema, str(self._path))
        if objection := self._workspace.objection(manifest, restart=restart):
            findings.append(objection)
        kept = 0 if restart else self._workspace.kept_bytes()
        if not findings and (
            little := little_disk(self._output, self._source, self._pricer, kept=kept)
        ):
            findings.append(little)
        if findings:
            raise Refusal(*findings)

    def _price_rest(self, workers: int, resumed: Mapping[int, Report]) -> None:
        self._lines = sum(report.lines for report in resumed.values())
        self._done = sum(report.weight for report in resumed.values())
        self._tasks = self._source.tasks({n: report.end for n, report in resumed.items()})
        with ThreadPoolExecutor(workers, thread_name_prefix="price") as pool:
            try:
                crew = [pool.submit(self._work) for _ in range(workers)]
                self._watch(crew)
            finally:
                self._stop.set()

    @staticmethod
    def _watch(crew: Sequence[Future[None]]) -> None:
        """Wait for the threads, with an ear open for an interruption; pass on what one met."""
        waiting = set(crew)
        while waiting:
            done, waiting = wait(waiting, timeout=_LOOK, return_when=FIRST_EXCEPTION)
            for thread in done:
                thread.result()

    def _work(self) -> None:
        while not self._stop.is_set():
            with self._taking:
                task = next(self._tasks, None)
            if task is None:
                return
            self._price(task)

    def _price(self, task: Task) -> None:
        path = self._workspace.writing(task.number)
        part = self._part(path, task.number)
        statuses = np.zeros(len(STATUS_NAMES), np.int64)
        firsts: dict[str, str] = {}
        total = wide = weight = 0
        for lines in task.slices:
            result = self._pricer.price(lines)
            part.write(result.batch)
            for status in np.flatnonzero((statuses == 0) & (result.priced.counts > 0)):
                firsts[STATUS_NAMES[status]] = result.first(int(status))
            statuses += result.priced.counts
            total += result.priced.total_centavos
            wide += result.priced.wide_lines
            weight += lines.weight
            self._tell(lines)
            if self._stop.is_set():
                return
        part.close()
        names = zip(STATUS_NAMES, statuses.tolist(), strict=True)
        report = Report(
            statuses={name: count for name, count in names if count},
            first_lines=firsts,
            total_centavos=total,
            wide_lines=wide,
            refused=task.refused,
            end=task.end,
            weight=weight,
            bytes=path.stat().st_size,
        )
        self._workspace.keep(task.number, report)

    def _part(self, path: Path, number: int) -> Part:
        if self._output.form is not Form.CSV:
            return ParquetPart(path, self._pricer.schema)
        return CsvPart(path, self._pricer.schema, self._source.delimiter, header=number == 0)

    def _tell(self, lines: Slice) -> None:
        with self._counting:
            self._lines += len(lines.numbers)
            self._done += lines.weight
            if self._progress:
                source = self._source
                self._progress(Progress(self._lines, self._done, source.size, source.unit))

    def _finish(self, resumed: Mapping[int, Report], began: float) -> Summary:
        summary = replace(
            counted(self._workspace.reports, str(self._path)),
            resumed_parts=len(resumed),
            catalogue_hash=self._compiled.hash,
            output=str(self._output.path),
        )
        if not summary.lines:
            self._workspace.remove()
            raise Refusal(codes.NO_LINES.at(Place(str(self._path))), *summary.findings)
        if self._progress:
            size, unit = self._source.size, self._source.unit
            self._progress(Progress(summary.lines, size, size, unit, joining=True))
        self._workspace.publish(summary)
        seconds = time.perf_counter() - began
        priced_now = summary.lines - sum(report.lines for report in resumed.values())
        return replace(summary, seconds=seconds, lines_per_second=priced_now / seconds)
