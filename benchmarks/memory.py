"""Peak memory of this process, since it began or since a moment, as the operating system counts it."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import Final

CLEAR_REFS: Final = Path("/proc/self/clear_refs")
STATUS: Final = Path("/proc/self/status")
RESET_PEAK: Final = "5"
"""Linux sets the peak to the present size when this is written to ``clear_refs`` (``man 5 proc``)."""


def reset_peak() -> None:
    """Begin anew, where the system can; elsewhere the peak is that of the whole process."""
    if CLEAR_REFS.exists():
        CLEAR_REFS.write_text(RESET_PEAK)


def peak_bytes() -> int:
    """The most memory since the last :func:`reset_peak`."""
    if STATUS.exists():
        fields = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return int(fields["VmHWM"].split()[0]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
