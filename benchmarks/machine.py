"""Where and with what a report was made."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.workbench import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

LIBRARIES: Final = (
    "honorarios",
    "numpy",
    "numba",
    "pyarrow",
    "pydantic",
    "polars",
    "duckdb",
    "django",
)
CPU_FACTS: Final = Path("/proc/cpuinfo")
MEMORY_FACTS: Final = Path("/proc/meminfo")
LOADED: Final = 2.5
"""Load from which a measurement on two cores is no measurement."""


def describe() -> dict[str, Any]:
    """Machine, versions and commit."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _fact(CPU_FACTS, "model name") or platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(int((_fact(MEMORY_FACTS, "MemTotal") or "0 kB").split()[0]) / 2**20, 1),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "commit": _git("rev-parse", "--short", "HEAD"),
        "changed_files": len(_git("status", "--short", "--", "src").splitlines()),
    }


def told(found: Mapping[str, Any]) -> str:
    """Where figures come from, in words; and that they are none to quote where the machine was busy."""
    machine, (first, last) = found["machine"], found["load"]
    changed = machine["changed_files"]
    lines = [
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB,"
        f" {machine['system']}; Python {machine['python']},"
        f" Django {machine['libraries']['django']}; commit {machine['commit']}"
        + (f" and {changed} changed files" if changed else "")
        + ".",
        f"Load at the beginning {first:.2f}, at the end {last:.2f}.",
    ]
    if first > LOADED:
        lines.append("**The machine was busy: these are no figures to quote.**")
    return "\n\n".join(lines)


def load() -> float:
    """Processes waiting for a core, on average over the last minute."""
    return os.getloadavg()[0]


def _fact(file: Path, name: str) -> str | None:
    if not file.exists():
        return None
    lines = (line.split(":", 1) for line in file.read_text().splitlines() if ":" in line)
    return next((value.strip() for key, value in lines if key.strip() == name), None)


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
