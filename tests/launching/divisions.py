"""Divisions by percentage, drawn at random, and what must hold of each."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from honorarios.core.money import RoundingMode
from honorarios.launching.split import percent_amounts

if TYPE_CHECKING:
    from random import Random

WHOLE = 100_000_000
"""100 % in millionths of a percentage."""
LARGEST = 9_999_999_999
"""R$ 99.999.999,99 in centavos."""
RECEIVERS = 20


class Case(NamedTuple):
    """A total in centavos and the percentages of its receivers, which leave the rest."""

    total: int
    percents: tuple[Decimal, ...]
    mode: RoundingMode


def case_of(total: int, cuts: list[int], mode: RoundingMode) -> Case:
    """A case from places where the 100 % are cut; the last piece is the rest."""
    ends = sorted(set(cuts))
    pieces = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    return Case(total, tuple(Decimal(piece).scaleb(-6) for piece in pieces), mode)


DIVISIONS = st.builds(
    case_of,
    st.integers(1, LARGEST),
    st.lists(st.integers(1, WHOLE), min_size=1, max_size=RECEIVERS),
    st.sampled_from(RoundingMode),
)


def drawn(random: Random) -> Case:
    """A case of a long campaign: as often a small total as a large one."""
    total = random.randint(1, 10 ** random.randint(1, 10) - 1)
    cuts = [random.randint(1, WHOLE) for _ in range(random.randint(1, RECEIVERS))]
    return case_of(total, cuts, random.choice(list(RoundingMode)))


def fault(case: Case) -> str | None:
    """What is wrong with the amounts of a case: None for nothing."""
    amounts = percent_amounts(case.total, case.percents, case.mode)
    percents = [*case.percents, 100 - sum(case.percents, Decimal(0))]
    if sum(amounts) != case.total:
        return f"{case}: {amounts} add up to {sum(amounts)}"
    for amount, percent in zip(amounts, percents, strict=True):
        exact = Fraction(percent) * case.total / 100
        if amount < 0 or abs(amount - exact) >= 1:
            return f"{case}: {amount} for {exact}"
    return None
