"""Where the time goes: our batch stage by stage on one core, and the functions of the Decimal peer."""

from __future__ import annotations

import cProfile
import pstats
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final

from benchmarks import workbench
from benchmarks.peers.decimal_dicts import DecimalDicts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FUNCTIONS: Final = 12
PROFILED_LINES: Final = 100_000


class Stopwatch:
    """Adds up the seconds spent within functions."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def around(self, owner: Any, function: str, stage: str) -> Iterator[None]:  # noqa: ANN401 - a module or a class
        """Time every call of an owner's function for a while."""
        plain = getattr(owner, function)
        self.seconds.setdefault(stage, 0.0)

        def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            began = time.perf_counter()
            try:
                return plain(*arguments, **named)
            finally:
                self.seconds[stage] += time.perf_counter() - began

        setattr(owner, function, timed)
        try:
            yield
        finally:
            setattr(owner, function, plain)


def batch_stages(kind: str, count: int) -> dict[str, float]:
    """Seconds of each stage of pricing a file with one thread."""
    from honorarios.pricing import engine  # noqa: PLC0415 - loaded by this job only
    from honorarios.pricing.batch import pricer  # noqa: PLC0415 - as above
    from honorarios.pricing.batch.parts import ParquetPart  # noqa: PLC0415 - as above
    from honorarios.pricing.batch.run import price_files  # noqa: PLC0415 - as above
    from honorarios.pricing.batch.workspace import Workspace  # noqa: PLC0415 - as above

    lines, out = workbench.lines_file(kind, count), workbench.output("stages.parquet")
    compiled = workbench.compiled(kind)
    price_files(
        workbench.lines_file(kind, PROFILED_LINES), compiled, out, overwrite=True, workers=1
    )
    watch = Stopwatch()
    parts = (
        (engine, "lines_of", "intern"),
        (engine, "price", "rule"),
        (engine, "widen", "wide products"),
        (pricer, "price_batch", "engine"),
        (ParquetPart, "write", "encode"),
        (ParquetPart, "close", "encode"),
        (Workspace, "keep", "sync parts"),
        (Workspace, "publish", "join parts"),
    )
    with ExitStack() as stack:
        for owner, function, stage in parts:
            stack.enter_context(watch.around(owner, function, stage))
        began = time.perf_counter()
        price_files(lines, compiled, out, overwrite=True, workers=1)
        whole = time.perf_counter() - began
    found = watch.seconds
    inside = found["intern"] + found["rule"] + found["wide products"]
    found["assemble columns"] = found.pop("engine") - inside
    found["decode"] = _reading(lines)
    found["rest"] = max(0.0, whole - sum(found.values()))
    return found | {"whole": whole}


def _reading(lines: Path) -> float:
    """Seconds of decoding the input and nothing else."""
    from honorarios.pricing.batch.open import open_source  # noqa: PLC0415 - as above

    source, _ = open_source(lines)
    if source is None:
        raise RuntimeError(f"not readable: {lines}")
    began = time.perf_counter()
    for task in source.tasks({}):
        for _ in task.slices:
            pass
    return time.perf_counter() - began


def decimal_profile(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The functions that take most of the Decimal peer's time; a profiler slows all of them down."""
    peer = DecimalDicts(workbench.peer_tables())
    peer.price(lines)
    profile = cProfile.Profile()
    profile.runcall(peer.price, lines)
    stats = pstats.Stats(profile).get_stats_profile().func_profiles
    whole = sum(function.tottime for function in stats.values())
    ranked = sorted(stats.items(), key=lambda item: -item[1].tottime)[:FUNCTIONS]
    return [
        {"function": name, "calls": function.ncalls, "share": function.tottime / whole}
        for name, function in ranked
    ]
