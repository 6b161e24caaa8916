"""Measurements in turn, A B C A B C …, so that a slower minute of the machine slows all of them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from benchmarks.workbench import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Job = tuple[str, ...]


def run(job: Job, environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run one job in a process of its own; its result."""
    command = [sys.executable, "-m", "benchmarks.jobs", *job]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def interleaved(jobs: Sequence[Job], rounds: int) -> dict[str, list[dict[str, Any]]]:
    """Every job once in each round; results by the job's words."""
    found: dict[str, list[dict[str, Any]]] = {" ".join(job): [] for job in jobs}
    for number in range(1, rounds + 1):
        for job in jobs:
            began = time.monotonic()
            found[" ".join(job)].append(run(job))
            say(f"  {number}/{rounds}  {' '.join(job):<42} {time.monotonic() - began:6.1f} s")
    return found


def say(text: str) -> None:
    """Progress, apart from any output."""
    print(text, file=sys.stderr, flush=True)
