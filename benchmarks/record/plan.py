"""What is measured, how often, and what it should come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Plan:
    """How much of everything."""

    lines: int
    """On record before anything is measured."""
    base_lines: int
    """Of them made by the services; the others are copies of these through the database's triggers."""
    rounds: int
    launches: int
    """In each round: surgeries of twelve lines."""
    reads: int
    """In each round: of each kind of list, and of accounts."""
    import_rows: int


FULL: Final = Plan(
    lines=1_000_000, base_lines=20_000, rounds=3, launches=200, reads=100, import_rows=100_000
)
QUICK: Final = Plan(
    lines=20_000, base_lines=4_000, rounds=1, launches=30, reads=20, import_rows=5_000
)

TEAM_LINES: Final = 12
"""Lines of the surgery that is launched: three acts by a team of four."""
LAUNCH_MS: Final = 50.0
"""p95 of launching it, in the service."""
READ_MS: Final = 100.0
"""p95 of each list and of an account."""
IMPORT_SECONDS: Final = 60.0
"""Of 100,000 rows."""
IMPORT_ROWS: Final = 100_000
