"""What a sequence is drawn from."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.services.model.book import Act, World
from tests.services.model.prices import EXAM, INSURER, ROLES, SURGERY

if TYPE_CHECKING:
    from random import Random

FIRST = datetime(2025, 11, 1)
MINUTES = 30 * 24 * 60
PERCENTS = ("70", "33.333333", "12.5", "100")
COUPLES = (("50", "25"), ("33.333333", "33.333333"), ("50", "49.999999"))


def draw_world(random: Random) -> World:
    """Where the patient lies, and what the office decided about the package."""
    return World(
        urgent=random.random() < 0.5,
        beds=random.choice(["none", "ward", "apartment", "apartment", "moved"]),
        package=random.choice(
            ["none", "none", "unchecked", "covered", "on_top", "ask", "allowance"]
        ),
        allowed=random.randint(0, 5),
    )


def draw_act(random: Random) -> Act:
    """An act of November 2025; one in six asks for a division by value, rightly or not."""
    start = FIRST + timedelta(minutes=random.randrange(MINUTES))
    quantity = random.choice([1, 1, 1, 2, 3, 7])
    decision = random.choice(["confirm", "decline", None])
    if random.random() < 1 / 6:
        return Act(
            code=random.choice([EXAM, EXAM, EXAM, SURGERY]),
            start=start,
            provider=random.choice(["hospital", "hospital", "hospital", "medico"]),
            role="clinician",
            quantity=quantity,
            outside=random.random() < 0.2,
            receiver=random.choice(["medico", "indireto"]),
            decision=decision,
        )
    return Act(
        code=random.choice([SURGERY, SURGERY, *INSURER]),
        start=start,
        provider=random.choice(["medico", "medico", "indireto", "sem-credencial", "hospital"]),
        role=random.choice(["surgeon", "surgeon", *ROLES]),
        quantity=quantity,
        secondary=random.random() < 0.3,
        outside=random.random() < 0.3,
        decision=decision,
    )


def draw_rule(random: Random, provider: str) -> list[tuple[str, str]]:
    """A rule of division of a provider's acts, or none."""
    other = "indireto" if provider == "medico" else "medico"
    match random.randrange(4):
        case 0:
            return []
        case 1:
            return list(zip((provider, other), random.choice(COUPLES), strict=True))
        case _:
            return [(provider, random.choice(PERCENTS))]
