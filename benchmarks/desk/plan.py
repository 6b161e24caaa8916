"""What is measured on the screens, and what it should come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Plan:
    """How much of everything."""

    lines: int
    """On record."""
    base_lines: int
    """Of them made by the services; the others are copies of these."""
    users: int
    """People who ask at once."""
    requests: int
    """Of each of them."""
    pause: float
    """Seconds that somebody at work looks at a page before asking for the next, on average."""
    keystrokes: int
    """Changes typed in the fee grid, each waited for."""


FULL: Final = Plan(
    lines=1_000_000, base_lines=20_000, users=16, requests=60, pause=1, keystrokes=120
)
QUICK: Final = Plan(lines=20_000, base_lines=4_000, users=16, requests=15, pause=1, keystrokes=15)

PAGE_MS: Final = 300.0
"""p95 of a list and of an account's page, sixteen users at once."""
RECALCULATION_MS: Final = 200.0
"""p95 from a key to the new value on the screen."""
