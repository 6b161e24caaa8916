"""Where a campaign ran, and on what."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
LIBRARIES: Final = ("django", "playwright")


def describe() -> dict[str, object]:
    """The machine, the versions, and the last commit that changed the product."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "commit": _git("log", "-1", "--format=%h", "--", "src"),
        "changed_files": len(_git("status", "--short", "--", "src").splitlines()),
    }


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
