"""Which open option is the best: by expected value, with ties, lenses and dominated options (5.4).

Ties are looked for against the leader only, since being close is not transitive. What the patient pays
is never ranked with what coverage pays, and never recommended over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Group
from honorarios.routing.value import share

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from honorarios.routing.history import Estimate
    from honorarios.routing.option import Option
    from honorarios.routing.reasons import Reason
    from honorarios.routing.value import Expectation, Valuation

TIE_SHARE: Final = Decimal("0.03")
"""Of the leader's value: what is this close is a tie."""
TIE_CENTAVOS: Final = 50_00


class Lens(StrEnum):
    """What somebody may want most."""

    MOST = "most"
    """Greatest expected value."""
    SOONEST = "soonest"
    """Fewest days to the money."""
    SAFEST = "safest"
    """Smallest share lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An option with what was found about it and what it is worth."""

    option: Option
    reasons: tuple[Reason, ...]
    standing: Standing
    value: Valuation
    expectation: Expectation
    median_days: int
    slow_days: int
    """P80 of the days to the first payment."""
    seen: Estimate | None = None
    """On what the expected glosa stands."""
    papers: tuple[str, ...] = ()
    """Documents that it asks for."""
    deadline_rule: str = ""
    """Why it is due when it is."""

    @property
    def conditions(self) -> int:
        """Facts that are still to be confirmed."""
        return sum(reason.standing is Standing.CONDITIONAL for reason in self.reasons)

    @property
    def name(self) -> str:
        """What people call the option."""
        return self.option.name

    @property
    def group(self) -> Group:
        """Who pays."""
        return self.option.route.group


@dataclass(frozen=True, slots=True)
class Ranking:
    """The options of one claim, the best first."""

    covered: tuple[Weighed, ...]
    """Group A: what may be recommended."""
    patient: tuple[Weighed, ...]
    """Group B: the patient's own options, apart."""
    closed: tuple[Weighed, ...]
    tied: tuple[Weighed, ...]
    """Those of group A that are as good as the leader by value, itself among them."""

    @property
    def best(self) -> Weighed | None:
        """What is recommended; None where no covered route is open."""
        return self.covered[0] if self.covered else None

    @property
    def sure(self) -> Weighed | None:
        """The best that hangs on no open question."""
        return next((one for one in self.covered if one.standing is Standing.ELIGIBLE), None)

    def by(self, lens: Lens) -> Weighed | None:
        """The best of group A by a lens."""
        return min(self.covered, key=_LENSES[lens], default=None)

    @property
    def dominated(self) -> tuple[Weighed, ...]:
        """Those of group A that another beats or equals on every count, and beats on one."""
        return tuple(
            one for one in self.covered if any(_dominates(other, one) for other in self.covered)
        )


def rank(options: Sequence[Weighed]) -> Ranking:
    """The ranking of the options of one act, role and professional."""
    opened = [one for one in options if one.standing is not Standing.INELIGIBLE]
    covered = _ordered([one for one in opened if one.group is Group.COVERED])
    # In the order of their values those that tie with the leader come first.
    count = sum(_ties(one, covered[0]) for one in covered)
    # Within the tie the quieter option wins; whatever is not tied keeps its place by value.
    quiet, rest = sorted(covered[:count], key=_quietness), covered[count:]
    return Ranking(
        covered=(*quiet, *rest),
        patient=tuple(_ordered([one for one in opened if one.group is Group.PATIENT])),
        closed=tuple(one for one in options if one.standing is Standing.INELIGIBLE),
        tied=tuple(quiet),
    )


def best_of(covered: Sequence[Weighed]) -> Weighed:
    """The best of open covered options, as :func:`rank` has it, without the order of the others."""
    leader = max(one.value.expected for one in covered)
    tied = [one for one in covered if near(one.value.expected, leader)]
    return min(tied, key=_quietness)


def _ordered(options: Sequence[Weighed]) -> list[Weighed]:
    """By expected value; the order in which they came decides nothing."""
    return sorted(options, key=lambda one: (-one.value.expected, *_quietness(one)))


def near(expected: int, leader: int) -> bool:
    """Whether a value is as good as the leader's: behind it by 3 % of it or R$ 50 at most."""
    return leader - expected <= max(share(abs(leader), TIE_SHARE), TIE_CENTAVOS)


def _ties(one: Weighed, leader: Weighed) -> bool:
    return near(one.value.expected, leader.value.expected)


def _quietness(one: Weighed) -> tuple[int, Decimal, int, int, int, int, str]:
    return (
        one.conditions,
        one.expectation.denied,
        one.median_days,
        len(one.papers),
        -one.value.expected,
        int(one.option.route),
        one.option.through,
    )


def _lost(one: Weighed) -> Decimal:
    gross = one.value.gross
    return Decimal(one.value.denied - one.value.recovered) / gross if gross else Decimal(0)


_LENSES: Final[dict[Lens, Callable[[Weighed], tuple[Decimal | int | str, ...]]]] = {
    Lens.MOST: lambda one: (-one.value.expected, *_quietness(one)),
    Lens.SOONEST: lambda one: (one.slow_days, *_quietness(one)),
    Lens.SAFEST: lambda one: (_lost(one), *_quietness(one)),
}


def _counts(one: Weighed) -> tuple[Decimal | int, ...]:
    """What is compared of an option, each the less the better."""
    return (-one.value.expected, one.slow_days, _lost(one), one.conditions)


def _dominates(one: Weighed, other: Weighed) -> bool:
    mine, theirs = _counts(one), _counts(other)
    return mine != theirs and all(a <= b for a, b in zip(mine, theirs, strict=True))
