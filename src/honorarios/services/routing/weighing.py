"""Surgeries' options priced, estimated and weighed: thousands at a time as one at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.records.models import ReceivesAs
from honorarios.routing.option import Case, Character, UpgradeReason
from honorarios.routing.pressure import pressed
from honorarios.routing.prospect import Prospect, compare
from honorarios.routing.routes import PATIENT_PAID, Route
from honorarios.routing.team import Team, together
from honorarios.routing.value import USUAL_RATE, Expectation
from honorarios.services.deadlines.events import events_of
from honorarios.services.holidays import Places
from honorarios.services.pressure import missing_papers, table_of
from honorarios.services.routing.book import Book
from honorarios.services.routing.history import APPEAL_DAYS, history
from honorarios.services.routing.offers import Offers
from honorarios.services.routing.pricing import Asked, Contracts, ask_difference, engine_line
from honorarios.services.routing.taxed import paid_by, receiver_of
from honorarios.services.routing.terms import terms_of
from honorarios.services.routing.windows import repasse_still_possible, window
from honorarios.services.routing.years import year_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from honorarios.launching.prices import Price, Pricer
    from honorarios.planning.cutoffs import Event
    from honorarios.routing.pressure import Pressure
    from honorarios.routing.ranking import Ranking
    from honorarios.routing.routes import Way
    from honorarios.routing.taxes import Receiver, TaxYear
    from honorarios.services.routing.changes import Change
    from honorarios.services.routing.held import Granted, HeldCase, Seat
    from honorarios.services.routing.history import History
    from honorarios.services.routing.offers import Offer
    from honorarios.services.routing.pricing import Difference, Seller

UPGRADES: Final = {
    "": UpgradeReason.NONE,
    "patient_option": UpgradeReason.PATIENTS_OPTION,
    "no_bed": UpgradeReason.NO_BED,
    "medical_need": UpgradeReason.MEDICAL,
}


@dataclass(slots=True)
class SeatChoice:
    """The options of one act, role and professional, with the prices that they stand on."""

    seat: Seat
    case: Case
    prospects: list[Prospect]
    prices: Mapping[Way, Price]
    """Of the options that the engine was asked about; the class difference has its own account."""
    sellers: Mapping[Way, Seller]
    ranking: Ranking


@dataclass(slots=True)
class CaseChoice:
    """The choice of a surgery."""

    held: HeldCase
    today: date
    year: TaxYear
    seats: list[SeatChoice]
    team: Team
    whole: frozenset[Way]
    """Routes that take everybody or nobody."""
    catalogue_hash: str
    pressure: Pressure
    """The office's table of what missing papers cost."""

    @property
    def day(self) -> date:
        """The surgery's, or today's where it has none yet."""
        return self.held.surgery_on or self.today


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for every surgery that is weighed."""

    office_id: int
    today: date
    pricer: Pricer
    rate: Decimal = USUAL_RATE
    changes: Mapping[str, Change] = field(default_factory=dict)
    """By the key of a way."""


def weigh_cases(cases: Sequence[HeldCase], setting: Setting) -> list[CaseChoice]:
    """The choice of each surgery, in their order; what the engine is asked, it is asked at once."""
    book = Book(setting.office_id, cases)
    desk = _Desk(setting, book, Contracts(setting.pricer), cases)
    drafts = [[desk.draft(held, seat) for seat in held.seats] for held in cases]
    desk.asked.answer(setting.pricer)
    return [desk.choose(held, seats) for held, seats in zip(cases, drafts, strict=True)]


@dataclass(slots=True)
class _Priced:
    """An offer and where the engine's answers for it will be."""

    offer: Offer
    place: int | None = None
    granted: int | None = None
    """Of a code that the payer refused: where its price is, had it been authorised."""
    difference: Difference | None = None


@dataclass(slots=True)
class _Draft:
    """A seat with its offers asked about."""

    seat: Seat
    case: Case
    granted: Granted
    events: Mapping[Event, date]
    """What cut-offs count from, of what has a day."""
    offers: list[_Priced]


class _Desk:
    """What weighing leans on, and the lines that it asks of the engine."""

    def __init__(
        self, setting: Setting, book: Book, contracts: Contracts, cases: Sequence[HeldCase]
    ) -> None:
        self.setting, self.book, self.contracts = setting, book, contracts
        self.history: History = history(setting.office_id, setting.today)
        self.asked = Asked()
        self.places = Places(setting.office_id)
        self.pressure = table_of(setting.office_id)
        self.missing = missing_papers([case.row.pk for case in cases])
        self._years: dict[date, TaxYear] = {}

    def draft(self, held: HeldCase, seat: Seat) -> _Draft:
        """The offers of a seat, each with its question to the engine."""
        day = held.surgery_on or self.setting.today
        offers = list(Offers(held, seat, day, self.book, self.contracts).all())
        case, granted = self._case(held, seat, day), held.granted[seat.act.pk]
        events = events_of(held.row, granted)
        return _Draft(seat, case, granted, events, list(self._ask(held, seat, offers)))

    def choose(self, held: HeldCase, drafts: Sequence[_Draft]) -> CaseChoice:
        """The choice of a surgery whose lines are priced."""
        year = self._year(held.surgery_on or self.setting.today)
        seats = [self._seat(held, draft, year) for draft in drafts]
        whole = frozenset(
            priced.offer.option.way
            for draft in drafts
            for priced in draft.offers
            if priced.offer.terms is not None
            and priced.offer.terms.same_route_for_all
            and priced.offer.option.route not in PATIENT_PAID
        )
        team = together([seat.ranking for seat in seats], whole)
        today, catalogue = self.setting.today, self.setting.pricer.catalogue_hash
        return CaseChoice(held, today, year, seats, team, whole, catalogue, self.pressure)

    def _year(self, day: date) -> TaxYear:
        first = day.replace(month=1, day=1)
        if first not in self._years:
            self._years[first] = year_of(self.setting.office_id, day)
        return self._years[first]

    def _ask(self, held: HeldCase, seat: Seat, offers: Sequence[Offer]) -> Iterator[_Priced]:
        """Ask for the price of each offer; the difference is priced by the covered contract that has one."""
        for offer in offers:
            if offer.option.route is Route.CLASS_DIFFERENCE:
                yield _Priced(offer, difference=self._difference(held, seat, offers))
            elif offer.seller is None:
                yield _Priced(offer)
            else:
                line = engine_line(held, seat, offer.option.route, offer.seller)
                place, granted = self.asked.ask(line), None
                if line.get("authorised") is False:
                    granted = self.asked.ask(line | {"authorised": True})
                yield _Priced(offer, place, granted)

    def _difference(self, held: HeldCase, seat: Seat, offers: Sequence[Offer]) -> Difference | None:
        for offer in offers:
            if offer.seller is None or offer.option.route in PATIENT_PAID:
                continue
            line = engine_line(held, seat, offer.option.route, offer.seller)
            found = ask_difference(held, line, offer.seller.terms, self.setting.pricer, self.asked)
            if found is not None:
                return found
        return None

    def _case(self, held: HeldCase, seat: Seat, day: date) -> Case:
        row, granted = held.row, held.granted[seat.act.pk]
        return Case(
            today=self.setting.today,
            surgery_on=day,
            character=Character(row.character),
            admitted_on=row.admitted_on,
            upgrade=UPGRADES[row.upgrade_reason],
            senha_valid_until=granted.valid_until,
            is_public=row.payer.group == "sus",
            consent_signed_on=row.consent_signed_on,
            budget_signed_on=row.budget_signed_on,
            knew_of_network={"yes": True, "no": False}.get(row.knew_of_network),
        )

    def _seat(self, held: HeldCase, draft: _Draft, year: TaxYear) -> SeatChoice:
        prospects, prices, sellers = [], {}, {}
        for priced in draft.offers:
            way = priced.offer.option.way
            if priced.place is not None:
                prices[way] = self.asked.prices[priced.place]
            if priced.offer.seller is not None:
                sellers[way] = priced.offer.seller
            prospect = self._prospect(held, draft, priced, year)
            change = self.setting.changes.get(way.key)
            prospects.append(prospect if change is None else change.of(prospect))
        ranking = compare(draft.case, prospects, year)
        return SeatChoice(draft.seat, draft.case, prospects, prices, sellers, ranking)

    def _prospect(self, held: HeldCase, draft: _Draft, priced: _Priced, year: TaxYear) -> Prospect:
        offer, seat = priced.offer, draft.seat
        gross, unpriced = self._gross(priced)
        place = self.places.of(held.row.hospital.place)
        presumed = draft.granted.valid_until is None
        deadline = window(
            offer.terms, draft.events, place, self.setting.today, senha_presumed=presumed
        )
        route = offer.option.route
        option = replace(
            offer.option,
            unpriced=unpriced,
            deliver_until=deadline.until,
            has_deadline=offer.option.has_deadline and not deadline.waits,
        )
        if route is Route.REPASSE:
            option = repasse_still_possible(option, draft.case)
        payer_id = held.row.payer_id
        term_days = None if offer.terms is None else offer.terms.payment_days
        delay = self.history.delay(route, payer_id, term_days)
        later = APPEAL_DAYS
        if offer.terms is not None and offer.terms.appeal_days is not None:
            # The payer has as long to answer an appeal as there was to file it.
            later = 2 * offer.terms.appeal_days
        seen = self.history.glosa(route, payer_id, seat.act.code)
        by_patient = route in PATIENT_PAID
        terms = terms_of(offer.terms, self.setting.rate)
        until, missing = deadline.until, () if by_patient else self.missing.get(held.row.pk, ())
        left = None if until is None else (until - self.setting.today).days
        expectation = Expectation(
            denied=Decimal(0) if by_patient else seen.share,
            recovered=self.history.recovery(route, payer_id, seat.act.code),
            days=delay.median,
            appeal_days=delay.median + later,
        )
        return Prospect(
            option=option,
            gross=gross,
            if_authorised=self._if_authorised(priced),
            expectation=expectation,
            terms=pressed(terms, missing, left, self.pressure),
            own_loss=terms.loss,
            missing=missing,
            paid_by=paid_by(route, held.row.hospital, draft.case.surgery_on),
            receiver=self._receiver(seat, offer.receives_as, draft.case.surgery_on, year),
            other_receiver=self._other_receiver(seat, offer, draft.case.surgery_on, year),
            counted_from=draft.case.surgery_on,
            slow_days=delay.slow,
            seen=None if by_patient else seen,
            papers=() if offer.terms is None else offer.terms.papers_asked,
            deadline_rule=deadline.rule,
        )

    def _gross(self, priced: _Priced) -> tuple[int, str]:
        """What the engine gives, in centavos, and why it gives nothing."""
        if priced.offer.option.route is Route.CLASS_DIFFERENCE:
            amount = (
                None
                if priced.difference is None
                else priced.difference.amount(self.asked, self.setting.pricer)
            )
            return (0, "o contrato não prevê diferença") if amount is None else (amount, "")
        if priced.place is None:
            return 0, "nenhum contrato do catálogo é desta via"
        price = self.asked.prices[priced.place]
        return (price.total, "") if price.priced else (0, price.status.message)

    def _receiver(self, seat: Seat, receives_as: str, day: date, year: TaxYear) -> Receiver:
        profile = self.book.profile(seat.participation.provider_id, receives_as, day)
        return receiver_of(profile, receives_as, year)

    def _other_receiver(
        self, seat: Seat, offer: Offer, day: date, year: TaxYear
    ) -> Receiver | None:
        """The professional as the other kind of person, where they are registered as one too."""
        natural = offer.receives_as == ReceivesAs.LEGAL
        other = ReceivesAs.NATURAL if natural else ReceivesAs.LEGAL
        profile = self.book.profile(seat.participation.provider_id, other, day)
        return None if profile is None else receiver_of(profile, other, year)

    def _if_authorised(self, priced: _Priced) -> int | None:
        """What a code that the payer refused would be worth, in centavos."""
        if priced.granted is None:
            return None
        price = self.asked.prices[priced.granted]
        return price.total if price.priced else None
