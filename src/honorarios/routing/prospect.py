"""An option with all that its worth depends on, so that any of it may be changed and weighed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from honorarios.routing.eligibility import reasons
from honorarios.routing.ranking import Ranking, Weighed, rank
from honorarios.routing.reasons import worst
from honorarios.routing.taxes import tax_of
from honorarios.routing.value import NONE, value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from honorarios.routing.history import Estimate
    from honorarios.routing.option import Case, Option
    from honorarios.routing.taxes import Payer, Receiver, TaxYear
    from honorarios.routing.value import Expectation, Terms, Valuation


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """One act, role and professional by one route, before it is weighed."""

    option: Option
    gross: int
    """What the engine gives it by the route's contract, in centavos; 0 without a price."""
    expectation: Expectation
    terms: Terms
    paid_by: Payer
    """Who pays the professional, as social security tells them apart."""
    receiver: Receiver
    slow_days: int
    """P80 of the days to the first payment."""
    seen: Estimate | None = None
    """On what the expected glosa stands; None where somebody gave it."""
    papers: tuple[str, ...] = ()
    deadline_rule: str = ""
    missing: tuple[str, ...] = ()
    """Papers to hand in that are not there; :attr:`terms` have their risk."""
    own_loss: Decimal = NONE
    """The terms' own risk, apart from that of papers."""
    counted_from: date | None = None
    """The day from which the days are counted, which says the month of each payment; None: any."""
    if_authorised: int | None = None
    """What the engine would give a code that the payer refused, in centavos; None: refused none, or no price."""
    other_receiver: Receiver | None = None
    """The professional as the other kind of person, where a tax profile of it is on record."""

    def worth(self, year: TaxYear) -> Valuation:
        """What it is worth by the tax parameters of a year.

        Raises:
            KeyError: if the year knows no such regime as the receiver's.
        """
        # What the payer refused to authorise has no amount, whatever its price would be.
        gross = 0 if self.option.authorised is False else self.gross
        days = (self.expectation.days, self.expectation.appeal_days)
        first, later = (tax_of(year, self.receiver_on(day), self.paid_by) for day in days)
        return value(gross, self.expectation, self.terms, first, later)

    def receiver_on(self, days: int) -> Receiver:
        """The receiver in the month of a payment that comes in so many days."""
        if self.counted_from is None:
            return self.receiver
        return self.receiver.on(self.counted_from + timedelta(days=days))

    def with_fee(self, fee: Decimal) -> Prospect:
        """The same, where who passes the fee on takes another share."""
        return replace(self, terms=replace(self.terms, fee=fee))

    def with_glosa(self, denied: Decimal) -> Prospect:
        """The same, where another share is refused at first."""
        return replace(self, expectation=replace(self.expectation, denied=denied))

    def with_days(self, days: int) -> Prospect:
        """The same, where the first payment comes on another day, and all later ones with it."""
        later = days - self.expectation.days
        return replace(
            self,
            expectation=replace(
                self.expectation, days=days, appeal_days=self.expectation.appeal_days + later
            ),
            slow_days=max(0, self.slow_days + later),
        )


def weigh(case: Case, prospect: Prospect, year: TaxYear) -> Weighed:
    """What is found about a prospect, and what it is worth.

    Raises:
        KeyError: if the year knows no such regime as the receiver's.
    """
    found = reasons(case, prospect.option)
    return Weighed(
        option=prospect.option,
        reasons=found,
        standing=worst(found),
        value=prospect.worth(year),
        expectation=prospect.expectation,
        median_days=prospect.expectation.days,
        slow_days=prospect.slow_days,
        seen=prospect.seen,
        papers=prospect.papers,
        deadline_rule=prospect.deadline_rule,
    )


def weigh_again(weighed: Weighed, changed: Prospect, year: TaxYear) -> Weighed:
    """The same option with other money: what was found about it stays."""
    return replace(
        weighed,
        value=changed.worth(year),
        expectation=changed.expectation,
        median_days=changed.expectation.days,
        slow_days=changed.slow_days,
    )


def compare(case: Case, prospects: Sequence[Prospect], year: TaxYear) -> Ranking:
    """The ranking of the prospects of one claim."""
    return rank([weigh(case, one, year) for one in prospects])
