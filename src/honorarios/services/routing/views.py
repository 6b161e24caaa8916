"""What the choice of a route answers, ready for JSON: the same for screen, print, API and command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.money import format_brl
from honorarios.core.vocabulary import Role
from honorarios.records.models import ReceivesAs
from honorarios.routing.document import LENS_WORDS, as_dict
from honorarios.routing.limits import limits, worth_of_asking
from honorarios.routing.ranking import Lens
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Group
from honorarios.routing.words import whom
from honorarios.services.loader.terms import term
from honorarios.services.routing.held import way_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from honorarios.records.models import Participation, RouteClaim
    from honorarios.routing.ranking import Weighed
    from honorarios.routing.team import Plan
    from honorarios.services.routing.weighing import CaseChoice, SeatChoice

VERSION: Final = "honorarios.choice/1"


@dataclass(frozen=True, slots=True)
class PriceView:
    """What the engine said of an act by a route."""

    priced: bool
    centavos: int
    contract: str
    message: str
    """Why there is no price; empty where there is."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim that stands."""

    claim_id: int
    key: str
    name: str
    state: str
    state_label: str
    line_uid: str
    """The fee line by which it was billed; empty before."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """One act of a member of the team, and the opinion on how it is billed."""

    act_id: int
    code: str
    description: str
    quantity: int
    authorised: bool | None
    recommended: str
    """Key of the way, the team as a whole considered; empty where no covered route is open."""
    opinion: dict[str, Any]
    prices: dict[str, PriceView]
    """By the key of the way."""
    claim: ClaimView | None


@dataclass(frozen=True, slots=True)
class WayView:
    """A route for all the acts of a member, in one row."""

    key: str
    name: str
    group: str
    standing: str
    standing_label: str
    gross: int
    expected: int
    nominal: int
    days: int
    """Days to the money, weighted by it."""
    median_days: int
    slow_days: int
    glosa: str
    """Expected share refused at first, of the first act."""
    fee: str
    """Share that the intermediary takes."""
    seen: int | None
    conditions: int
    deliver_until: date | None
    deadline_rule: str
    papers: tuple[str, ...]
    acts: int
    """How many of the member's acts it is open for."""
    lenses: tuple[str, ...]
    """What it is the best at, of the first act's options."""
    dominated: bool
    reasons: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class AskView:
    """Something to be confirmed, with whom, and what hangs on it."""

    text: str
    whom: str
    members: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberChoiceView:
    """A member of the team, with the recommended route and the others."""

    participation_id: int
    provider_id: int
    provider: str
    name: str
    role: str
    role_label: str
    receives_as: str
    recommended: str
    """Key of the way, where all the member's acts go the same; empty otherwise."""
    recommended_name: str
    why: str
    expected: int
    deliver_until: date | None
    ways: tuple[WayView, ...]
    seats: tuple[SeatView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A way to bill the whole team."""

    name: str
    expected: int
    gross: int
    conditions: int
    served: int


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The choice of a surgery; amounts in centavos."""

    version: str
    case_id: int
    number: str
    today: date
    surgery_on: date | None
    performed: bool
    payer: str
    hospital: str
    members: tuple[MemberChoiceView, ...]
    team: PlanView | None
    """None where only one's own part is shown."""
    others: tuple[PlanView, ...]
    whole: str
    """The route that all go by, where it asks for everybody; empty where each goes by their own."""
    asks: tuple[AskView, ...]
    next_deadline: date | None
    next_deadline_text: str
    inputs_hash: str
    catalogue_hash: str
    tax_year: date
    supposed: bool
    """Whether some input was supposed otherwise than it was found."""

    def member(self, participation_id: int) -> MemberChoiceView | None:
        """A member by the number of the participation."""
        return next((one for one in self.members if one.participation_id == participation_id), None)


def view(
    choice: CaseChoice,
    *,
    only: int | None = None,
    inputs_hash: str = "",
    supposed: bool = False,
) -> ChoiceView:
    """A surgery's choice as it is shown; ``only`` is the provider who sees nobody else's."""
    row = choice.held.row
    places = [
        place
        for place, seat in enumerate(choice.seats)
        if only is None or seat.seat.participation.provider_id == only
    ]
    members = tuple(_members(choice, places))
    team = choice.team
    deadline = _next(choice, places)
    return ChoiceView(
        version=VERSION,
        case_id=row.pk,
        number=row.number,
        today=choice.today,
        surgery_on=choice.held.surgery_on,
        performed=row.performed_at is not None,
        payer=row.payer.name,
        hospital=row.hospital.name,
        members=members,
        team=None if only is not None else _plan(team.best),
        others=() if only is not None else tuple(_plan(one) for one in team.others),
        whole="" if team.best.whole is None else team.best.whole.key,
        asks=tuple(_asks(choice, places)),
        next_deadline=None if deadline is None else deadline.option.deliver_until,
        next_deadline_text="" if deadline is None else _deadline_text(deadline),
        inputs_hash=inputs_hash,
        catalogue_hash=choice.catalogue_hash,
        tax_year=choice.year.valid_from,
        supposed=supposed,
    )


def _members(choice: CaseChoice, places: Sequence[int]) -> Iterator[MemberChoiceView]:
    by_member: dict[int, list[int]] = {}
    for place in places:
        by_member.setdefault(choice.seats[place].seat.participation.pk, []).append(place)
    for some in by_member.values():
        yield _member(choice, some)


def _member(choice: CaseChoice, places: Sequence[int]) -> MemberChoiceView:
    seats = [choice.seats[place] for place in places]
    chosen = [choice.team.best.choices[place] for place in places]
    member = seats[0].seat.participation
    keys = {None if one is None else one.option.key for one in chosen}
    same = keys.pop() if len(keys) == 1 else None
    first = chosen[0]
    due = [one.option.deliver_until for one in chosen if one is not None]
    told = tuple(_seat(choice, seat, best) for seat, best in zip(seats, chosen, strict=True))
    ways = tuple(_ways(seats))
    return MemberChoiceView(
        participation_id=member.pk,
        provider_id=member.provider_id,
        provider=member.provider.code,
        name=member.provider.name,
        role=member.role,
        role_label=role_of(member),
        receives_as=ReceivesAs(member.receives_as).label,
        recommended=same or "",
        recommended_name=_chosen_name(chosen),
        why="" if first is None else _why(choice, told, ways, first),
        expected=sum(one.value.expected for one in chosen if one is not None),
        deliver_until=min((day for day in due if day is not None), default=None),
        ways=ways,
        seats=told,
    )


def _why(
    choice: CaseChoice, seats: Sequence[SeatView], ways: Sequence[WayView], best: Weighed
) -> str:
    """Why a member goes by a route: as the claim's own opinion says, by the sum, or because all go by it."""
    if choice.team.best.whole is not None:
        return f"A equipe toda por {best.name}: esta via pede todos juntos, e é a maior soma."
    told = str(seats[0].opinion["why"])
    mine = next((way for way in ways if way.key == best.option.key), None)
    others = [
        way
        for way in ways
        if way.group == Group.COVERED.value and way.standing != "ineligible" and way is not mine
    ]
    if len(seats) == 1 or mine is None or not others:
        return told
    second = max(others, key=lambda way: way.expected)
    apart = mine.expected - second.expected
    if apart <= 0:
        return told
    return f"Rende {format_brl(apart)} a mais que {second.name}, somados os {len(seats)} atos."


def _chosen_name(chosen: Sequence[Weighed | None]) -> str:
    names = dict.fromkeys(one.name for one in chosen if one is not None)
    return " e ".join(names) if names else "Nenhuma via coberta está aberta"


def role_of(member: Participation) -> str:
    """The role as people say it."""
    return term(Role, member.role).label


def _seat(choice: CaseChoice, seat: SeatChoice, best: Weighed | None) -> SeatView:
    act, held = seat.seat.act, choice.held
    claim = held.claims.get(seat.seat.key)
    told = as_dict(
        seat.ranking,
        limits(seat.case, seat.prospects, choice.year, seat.ranking),
        worth_of_asking(seat.ranking, choice.today),
    )
    return SeatView(
        act_id=act.pk,
        code=act.code,
        description=act.description,
        quantity=act.quantity,
        authorised=held.granted[act.pk].authorised,
        recommended="" if best is None else best.option.key,
        opinion=told,
        prices={
            way.key: PriceView(
                priced=price.priced,
                centavos=price.total,
                contract=price.contract or "",
                message="" if price.priced else price.status.message,
            )
            for way, price in seat.prices.items()
        },
        claim=None if claim is None else claim_view(claim),
    )


def claim_view(claim: RouteClaim) -> ClaimView:
    """A claim as it is shown."""
    way = way_of(claim)
    name = way.route.label
    if claim.cooperative is not None:
        name = f"{name} {claim.cooperative.code}"
    return ClaimView(
        claim_id=claim.pk,
        key=way.key,
        name=name,
        state=claim.state,
        state_label=claim.get_state_display(),
        line_uid="" if claim.fee_line is None else str(claim.fee_line.uid),
    )


def _ways(seats: Sequence[SeatChoice]) -> Iterator[WayView]:
    """Each route of a member with the sums of their acts, the open ones first, the best before."""
    found: dict[str, list[tuple[SeatChoice, Weighed]]] = {}
    for seat in seats:
        ranking = seat.ranking
        for one in (*ranking.covered, *ranking.patient, *ranking.closed):
            found.setdefault(one.option.key, []).append((seat, one))
    first = seats[0].ranking
    lenses = {lens: chosen.option.key for lens in Lens if (chosen := first.by(lens)) is not None}
    dominated = {one.option.key for one in first.dominated}
    told = [_way(key, some, lenses, is_dominated=key in dominated) for key, some in found.items()]
    yield from sorted(told, key=lambda way: way.standing == "ineligible")


def _way(
    key: str,
    some: Sequence[tuple[SeatChoice, Weighed]],
    lenses: Mapping[Lens, str],
    *,
    is_dominated: bool,
) -> WayView:
    options = [one for _, one in some]
    seat, first = some[0]
    opened = [one for one in options if one.standing is not Standing.INELIGIBLE]
    standing = max(one.standing for one in options) if opened else Standing.INELIGIBLE
    if opened and standing is Standing.INELIGIBLE:
        # Closed for some acts and open for others: conditional as a whole.
        standing = Standing.CONDITIONAL
    counted = opened or options
    prospect = next(one for one in seat.prospects if one.option.key == key)
    nominal = sum(one.value.nominal for one in counted)
    weighted = sum(one.value.nominal * one.value.mean_days for one in counted)
    due = [one.option.deliver_until for one in counted if one.option.deliver_until is not None]
    return WayView(
        key=key,
        name=first.name,
        group=first.group.value,
        standing=standing.name.lower(),
        standing_label=standing.label,
        gross=sum(one.value.gross for one in counted),
        expected=sum(one.value.expected for one in counted),
        nominal=nominal,
        days=round(weighted / nominal) if nominal else 0,
        median_days=max(one.median_days for one in counted),
        slow_days=max(one.slow_days for one in counted),
        glosa=str(first.expectation.denied),
        fee=str(prospect.terms.fee or prospect.terms.fee_of_gross),
        seen=None if first.seen is None else first.seen.count,
        conditions=sum(one.conditions for one in counted),
        deliver_until=min(due, default=None),
        deadline_rule=first.deadline_rule,
        papers=first.papers,
        acts=len(opened),
        lenses=tuple(LENS_WORDS[lens] for lens, best in lenses.items() if best == key),
        dominated=is_dominated,
        reasons=tuple(_reasons(options)),
    )


def _reasons(options: Iterable[Weighed]) -> Iterator[dict[str, Any]]:
    """What was found of an option for any of the acts, each thing once."""
    seen = set()
    for one in options:
        for reason in one.reasons:
            if (reason.rule, reason.text) not in seen:
                seen.add((reason.rule, reason.text))
                yield {
                    "rule": reason.rule.rule,
                    "code": reason.rule.code,
                    "standing": reason.standing.name.lower(),
                    "text": reason.text,
                    "whom": whom(reason),
                }


def _asks(choice: CaseChoice, places: Sequence[int]) -> Iterator[AskView]:
    """What is to be confirmed of the recommended routes, and of what would beat them, each once."""
    found: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for place in places:
        seat, best = choice.seats[place], choice.team.best.choices[place]
        if best is None:
            continue
        for reason in best.reasons:
            if reason.standing is not Standing.CONDITIONAL:
                continue
            members, ways = found.setdefault((reason.text, whom(reason)), ({}, {}))
            members[role_of(seat.seat.participation)] = None
            ways[best.name] = None
    for (text, asked), (members, ways) in found.items():
        yield AskView(text, asked, tuple(members), tuple(ways))


def _next(choice: CaseChoice, places: Sequence[int]) -> Weighed | None:
    """The recommended option whose papers are due first."""
    due = [
        best
        for place in places
        if (best := choice.team.best.choices[place]) is not None
        and best.option.deliver_until is not None
        and best.option.deliver_until >= choice.today
    ]
    return min(due, key=lambda one: one.option.deliver_until or choice.today, default=None)


def _deadline_text(one: Weighed) -> str:
    rule = f" ({one.deadline_rule})" if one.deadline_rule else ""
    return f"Entregar por {one.name}{rule}"


def _plan(plan: Plan) -> PlanView:
    return PlanView(
        name="Cada um pela sua via" if plan.whole is None else f"Todos por {_whole_name(plan)}",
        expected=plan.total,
        gross=plan.gross,
        conditions=plan.conditions,
        served=plan.served,
    )


def _whole_name(plan: Plan) -> str:
    return next((one.name for one in plan.choices if one is not None), "")
