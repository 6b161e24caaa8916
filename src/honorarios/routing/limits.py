"""How far a key input may move before the advice changes, told as sentences (``spec: routes 5.4, 5.4b``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.routing.breakeven import Asking, asking, greatest_share, indifferent_probability
from honorarios.routing.prospect import compare, weigh_again
from honorarios.routing.ranking import best_of
from honorarios.routing.reasons import Standing
from honorarios.routing.value import USUAL_RATE, present_value
from honorarios.routing.words import percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from honorarios.routing.option import Case
    from honorarios.routing.prospect import Prospect
    from honorarios.routing.ranking import Ranking, Weighed
    from honorarios.routing.routes import Way
    from honorarios.routing.taxes import TaxYear

FAR_DAYS: Final = 720
"""Days beyond which no payment is imagined."""
LIKELY: Final = Decimal("0.5")
"""Probability of an agreement that nobody knows of, where nobody says otherwise (A)."""
ANSWER_DAYS: Final = 10
"""Days that a refusal costs before another route is begun (A)."""


class Input(StrEnum):
    """What may move."""

    FEE = "fee"
    GLOSA = "glosa"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Limit:
    """How far an input may move before the advice changes."""

    sentence: str
    """What comes after "Muda se": the input, from where, to where."""
    input: Input | None = None
    way: Way | None = None
    """Whose input it is."""
    threshold: Decimal | int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What it is worth to ask about the leader before billing by it."""

    asked: Weighed
    certain: Weighed
    probability: Decimal
    told: Asking
    indifferent: Decimal | None
    """Probability from which trying is as good as the certain route."""

    @property
    def worth(self) -> int:
        """In whole centavos."""
        return int(self.told.worth)


def limits(
    case: Case, prospects: Sequence[Prospect], year: TaxYear, ranking: Ranking | None = None
) -> tuple[Limit, ...]:
    """What would change the advice on a claim, one input at a time; empty where only one route is open.

    Args:
        case: The surgery.
        prospects: The options of one claim.
        year: The tax parameters.
        ranking: Theirs, where it is known already.
    """
    ranking = ranking or compare(case, prospects, year)
    best = ranking.best
    if best is None or len(ranking.covered) == 1:
        return ()
    return tuple(_limits(_Search(tuple(prospects), year, ranking)))


def worth_of_asking(
    ranking: Ranking, today: date, probability: Decimal = LIKELY, days: int = ANSWER_DAYS
) -> Question | None:
    """The value of asking about the leader; None where it hangs on nothing, or nothing else is sure.

    Args:
        ranking: Of the claim.
        today: The day from which a refusal costs its days.
        probability: That what is asked about is so.
        days: Days until a refusal; where the sure route is to be handed in by then, it is lost.
    """
    best, sure = ranking.best, ranking.sure
    if best is None or sure is None or best.standing is not Standing.CONDITIONAL:
        return None
    until = sure.option.deliver_until
    closed = until is not None and until < today + timedelta(days=days)
    later = 0 if closed else present_value(sure.value.expected, days, USUAL_RATE)
    uncertain, certain = best.value.expected, sure.value.expected
    told = asking(probability, uncertain, certain, later)
    return Question(
        best, sure, probability, told, indifferent_probability(uncertain, certain, later)
    )


class _Search:
    """Weighs the claim again with one input of one prospect changed."""

    def __init__(self, prospects: tuple[Prospect, ...], year: TaxYear, ranking: Ranking) -> None:
        self.prospects = prospects
        self.year = year
        self.ranking = ranking

    def prospect_of(self, one: Weighed) -> Prospect:
        return next(found for found in self.prospects if found.option is one.option)

    def wins(self, one: Weighed, changed: Prospect) -> bool:
        """Whether an option is the best once its money is another."""
        others = [found for found in self.ranking.covered if found is not one]
        best = best_of([*others, weigh_again(one, changed, self.year)])
        return best.option is one.option


def _limits(search: _Search) -> Iterator[Limit]:
    best, *others = search.ranking.covered
    for rival in others:
        yield from _rivals_fee(search, rival)
    mine = search.prospect_of(best)
    name = best.name
    most = greatest_share(lambda fee: search.wins(best, mine.with_fee(fee)))
    if most is not None and mine.terms.fee < most < 1 and mine.terms.fee:
        yield Limit(
            Phrase(
                _("a taxa de {name} passar de {most} (hoje {today})."),
                name=name,
                most=percent(most),
                today=percent(mine.terms.fee),
            ),
            Input.FEE,
            best.option.way,
            most,
        )
    most = greatest_share(lambda part: search.wins(best, mine.with_glosa(part)))
    if most is not None and mine.expectation.denied <= most < 1:
        yield Limit(
            Phrase(
                _("a glosa de {name} passar de {most} (esperada: {expected})."),
                name=name,
                most=percent(most),
                expected=percent(mine.expectation.denied),
            ),
            Input.GLOSA,
            best.option.way,
            most,
        )
    days = _greatest_days(lambda days: search.wins(best, mine.with_days(days)))
    if days is not None and days < FAR_DAYS:
        yield Limit(
            Phrase(
                _(
                    "o pagamento de {name} demorar mais de {days} dias depois da apresentação"
                    " (esperado: {expected})."
                ),
                name=name,
                days=days,
                expected=best.median_days,
            ),
            Input.DAYS,
            best.option.way,
            days,
        )


def _rivals_fee(search: _Search, rival: Weighed) -> Iterator[Limit]:
    """The fee at which another route would be the advice."""
    theirs = search.prospect_of(rival)
    fee = theirs.terms.fee
    if not fee:
        return
    most = greatest_share(lambda part: search.wins(rival, theirs.with_fee(part)))
    if most is not None and most < fee:
        yield Limit(
            Phrase(
                _("a taxa de {name} cair de {fee} para {most} ou menos (aí {name} vence)."),
                name=rival.name,
                fee=percent(fee),
                most=percent(most),
            ),
            Input.FEE,
            rival.option.way,
            most,
        )


def _greatest_days(holds: Callable[[int], bool]) -> int | None:
    """The most days for which something still holds, up to :data:`FAR_DAYS`."""
    if not holds(0):
        return None
    low, high = 0, FAR_DAYS
    if holds(high):
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
