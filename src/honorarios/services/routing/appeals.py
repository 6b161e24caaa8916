"""Which refused fees of a surgery are worth an appeal, by route and statement (``spec: routes 5.4b``)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import Role
from honorarios.records.models import ReceivesAs, RouteClaim
from honorarios.routing.appeals import Appeal, Refused, triage
from honorarios.routing.taxes import tax_of
from honorarios.routing.value import USUAL_RATE
from honorarios.services import days
from honorarios.services.deadlines.paid import Money, of_cases
from honorarios.services.loader.terms import term
from honorarios.services.operations import Operation
from honorarios.services.permissions import sees_values_of
from honorarios.services.routing.book import Book
from honorarios.services.routing.held import hold
from honorarios.services.routing.history import APPEAL_DAYS, history
from honorarios.services.routing.opinions import case_of
from honorarios.services.routing.taxed import paid_by, receiver_of
from honorarios.services.routing.terms import terms_of
from honorarios.services.routing.years import too_early, year_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.routing.appeals import Item, Triage
    from honorarios.routing.taxes import TaxYear
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.held import HeldCase
    from honorarios.services.routing.history import History
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class AppealItemView:
    """A refused fee; amounts in centavos."""

    claim_id: int
    code: str
    role_label: str
    provider: str
    refused: int
    recovery: str
    """Probability that an appeal brings it back, as the history tells, from 0 to 1."""
    worth: int
    """Today's value of contesting it, after fee and tax."""


@dataclass(frozen=True, slots=True)
class AppealView:
    """One appeal: what one statement refused by one route; amounts in centavos."""

    route_label: str
    receiver: str
    """Who is appealed to."""
    told_on: date
    """Day of the statement."""
    file_until: date | None
    """Last day to file it; None: the terms don't say."""
    closed: bool
    worth_filing: bool
    worth: int
    """Of the whole appeal, its cost taken off."""
    cost: int
    carried: tuple[AppealItemView, ...]
    """What is worth carrying, the dearest first."""
    left: tuple[AppealItemView, ...]


def appeals(
    *, actor: Actor, case_id: int, cost: int = 0, made: bool = False
) -> Result[tuple[AppealView, ...]]:
    """What to contest of what was refused of a surgery's fees, and until when; a physician's own only.

    Args:
        actor: Who asks.
        case_id: The surgery.
        cost: Of making one appeal, in centavos.
        made: Whether an appeal is made anyway, on which these items would ride.
    """

    def do(work: Work) -> tuple[AppealView, ...]:
        desk = _Desk(work, case_id)
        return tuple(desk.view(money, cost, made=made) for money in desk.statements())

    return consult(actor=actor, operation=Operation.ROUTES_READ, do=do)


class _Desk:
    """What an appeal is weighed with."""

    def __init__(self, work: Work, case_id: int) -> None:
        self.held: HeldCase = hold([case_of(work, case_id)])[0]
        self.work = work
        self.today = days.today(work.actor.office_id, work.now)
        self.book = Book(work.actor.office_id, [self.held])
        self.year: TaxYear = year_of(work.actor.office_id, self.today)
        self.history: History = history(work.actor.office_id, self.today)
        work.notice(*too_early(self.year, self.today))

    def statements(self) -> Iterator[list[Money]]:
        """What was refused and not recovered yet, of one route and day at a time."""
        found: defaultdict[tuple[str, date], list[Money]] = defaultdict(list)
        for one in of_cases([self.held], self.book).get(self.held.row.pk, ()):
            open_still = one.row.denied and not one.row.recovered
            mine = sees_values_of(self.work.actor, one.row.provider_id)
            if open_still and mine and one.row.paid_on is not None:
                found[one.way.key, one.row.paid_on].append(one)
        yield from found.values()

    def view(self, money: Sequence[Money], cost: int, *, made: bool) -> AppealView:
        """One appeal, weighed."""
        first = money[0]
        way, told_on = first.way, first.row.paid_on
        if told_on is None:
            raise ValueError("a statement has its day")
        term_days = None if way.terms is None else way.terms.appeal_days
        appeal = Appeal(
            terms=terms_of(way.terms, USUAL_RATE),
            # The payer has as long to answer as there was to file (RN 503/2022).
            answer_days=APPEAL_DAYS if term_days is None else term_days,
            cost=cost,
            is_made=made,
            file_until=None if term_days is None else told_on + timedelta(days=term_days),
        )
        found = triage([self._refused(one) for one in money], appeal, self.today)
        return self._view(way.route.label, way.receiver, told_on, found)

    def _refused(self, money: Money) -> Refused:
        row, route = money.row, money.way.route
        day = self.held.surgery_on or self.today
        receives_as = ReceivesAs.LEGAL if money.to_company else ReceivesAs.NATURAL
        profile = self.book.profile(row.provider_id or 0, receives_as, day)
        payer = paid_by(route, self.held.row.hospital, day)
        return Refused(
            key=str(row.claim_id),
            centavos=row.denied,
            recovery=self.history.recovery(route, row.payer_id, row.code),
            tax=tax_of(self.year, receiver_of(profile, receives_as, self.year), payer),
        )

    def _view(self, route: str, receiver: str, told_on: date, found: Triage) -> AppealView:
        keys = [item.refused.key for item in (*found.carried, *found.left)]
        rows = RouteClaim.objects.filter(pk__in=keys).select_related("act", "provider")
        claims = {str(row.pk): row for row in rows}

        def item(one: Item) -> AppealItemView:
            claim = claims[one.refused.key]
            return AppealItemView(
                claim_id=claim.pk,
                code=claim.act.code,
                role_label=term(Role, claim.role).label,
                provider=claim.provider.name,
                refused=one.refused.centavos,
                recovery=str(one.refused.recovery),
                worth=one.worth,
            )

        return AppealView(
            route_label=route,
            receiver=receiver,
            told_on=told_on,
            file_until=found.file_until,
            closed=found.closed,
            worth_filing=found.worth_filing,
            worth=found.worth,
            cost=found.cost,
            carried=tuple(map(item, found.carried)),
            left=tuple(map(item, found.left)),
        )
