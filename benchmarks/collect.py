"""One run: agreement first, then everything that is measured, in interleaved rounds."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from benchmarks import machine, startup
from benchmarks.figures import FILE_PEERS
from benchmarks.rounds import interleaved, run, say

if TYPE_CHECKING:
    from benchmarks.plan import Plan
    from benchmarks.rounds import Job


def collect(plan: Plan) -> dict[str, Any]:
    """Measure everything of a plan.

    Raises:
        RuntimeError: An engine's results differ from ours: then there is no report.
    """
    began, load_before = time.monotonic(), machine.load()
    say("Preparing files")
    run(("prepare", *(f"{kind}:{count}" for kind, count in plan.files)))
    say("Comparing every engine's results with ours")
    agreement = run(("agreement", str(plan.agreement_lines), str(plan.orm_lines)))
    if any(agreement.values()):
        raise RuntimeError(f"results differ, nothing was timed: {agreement}")
    found: dict[str, Any] = {
        "plan": asdict(plan),
        "machine": machine.describe(),
        "agreement": agreement,
    }
    say("Start-up and profiles")
    found["startup"] = startup.measure(plan.start_ups, plan.file_lines)
    found["stages"] = {
        kind: run(("stages", kind, str(plan.stage_lines))) for kind in ("core", "full")
    }
    found["decimal_profile"] = run(("decimal_profile",))["functions"]
    say("Timing, round by round")
    found["rounds"] = interleaved(_jobs(plan), plan.rounds)
    _check_totals(found["rounds"], plan.file_lines)
    if plan.hundred_million:
        say("A hundred million lines")
        found["rounds"] |= interleaved([("file_ours", "full", str(100_000_000))], 1)
    found["load"] = {"before": load_before, "after": machine.load()}
    found["made"] = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    found["minutes"] = (time.monotonic() - began) / 60
    return found


def _check_totals(rounds: dict[str, list[dict[str, Any]]], lines: int) -> None:
    """Every engine came to the same total in every round."""
    files = [f"file_ours core {lines}", *(f"{peer} {lines}" for peer in FILE_PEERS)]
    totals = {job: {each["total_centavos"] for each in rounds[job]} for job in files}
    if len(set.union(*totals.values())) != 1:
        raise RuntimeError(f"totals differ: {totals}")


def _jobs(plan: Plan) -> list[Job]:
    files = str(plan.file_lines)
    return [
        ("engine_table", "core", str(plan.engine_lines)),
        ("decimal_table", str(plan.decimal_lines)),
        ("engine_rule", "core", str(plan.engine_lines)),
        ("decimal_rule", str(plan.decimal_lines)),
        ("engine_table", "full", str(plan.engine_lines)),
        ("engine_rule", "full", str(plan.engine_lines)),
        ("orm_lines", str(plan.orm_lines)),
        ("one_line", "full", str(plan.line_calls)),
        ("file_ours", "core", files),
        ("file_nop", "core", files),
        ("file_duckdb", files),
        ("file_polars_joins", files),
        ("file_polars_gathers", files),
        *(("file_ours", "full", str(count)) for count in plan.growth),
        ("file_nop", "full", str(plan.growth[-1])),
    ]
