"""The choice of a surgery as it is shown: its members, their routes, what is to be asked and brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.money import format_brl
from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.records.models import ClaimState, ReceivesAs
from honorarios.routing.document import as_dict
from honorarios.routing.limits import limits, worth_of_asking
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Group
from honorarios.routing.words import whom
from honorarios.services.routing.held import role_of, way_of
from honorarios.services.routing.relieving import relief_views
from honorarios.services.routing.shown import (
    VERSION,
    AskView,
    ChoiceView,
    ClaimView,
    MemberChoiceView,
    PlanView,
    PriceView,
    SeatView,
)
from honorarios.services.routing.ways import tax_views, way_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.records.models import RouteClaim
    from honorarios.routing.ranking import Weighed
    from honorarios.routing.team import Plan
    from honorarios.services.routing.shown import WayView
    from honorarios.services.routing.weighing import CaseChoice, SeatChoice


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
        case_version=row.version,
        number=row.number,
        today=choice.today,
        surgery_on=choice.held.surgery_on,
        performed=row.performed_at is not None,
        free_choice=row.free_choice,
        payer=row.payer.name,
        hospital=row.hospital.name,
        members=members,
        team=None if only is not None else _plan(team.best),
        others=() if only is not None else tuple(_plan(one) for one in team.others),
        whole="" if team.best.whole is None else team.best.whole.key,
        asks=tuple(_asks(choice, places)),
        reliefs=tuple(relief_views(choice, places)),
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
    advised = [(seat, one) for seat, one in zip(seats, chosen, strict=True) if one is not None]
    ways = tuple(way_views(seats, choice))
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
        taxes=tuple(tax_views(advised, choice.year)),
        ways=ways,
        seats=told,
    )


def _why(
    choice: CaseChoice, seats: Sequence[SeatView], ways: Sequence[WayView], best: Weighed
) -> str:
    """Why a member goes by a route: as the claim's own opinion says, by the sum, or because all go by it."""
    if choice.team.best.whole is not None:
        whole = _("A equipe toda por {way}: esta via pede todos juntos, e é a maior soma.")
        return Phrase(whole, way=best.name)
    told: str = seats[0].opinion["why"]
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
    return Phrase(
        _("Rende {apart} a mais que {way}, somados os {acts} atos."),
        apart=format_brl(apart),
        way=second.name,
        acts=len(seats),
    )


def _chosen_name(chosen: Sequence[Weighed | None]) -> str:
    told = ""
    for name in dict.fromkeys(one.name for one in chosen if one is not None):
        told = Phrase(_("{one} e {another}"), one=told, another=name) if told else name
    return told or _("Nenhuma via coberta está aberta")


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
        name = Phrase("{route} {who}", route=name, who=claim.cooperative.code)
    return ClaimView(
        claim_id=claim.pk,
        key=way.key,
        name=name,
        state=claim.state,
        state_label=claim.get_state_display(),
        line_uid="" if claim.fee_line is None else str(claim.fee_line.uid),
    )


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
        and not _is_paid(choice, place)
    ]
    return min(due, key=lambda one: one.option.deliver_until or choice.today, default=None)


def _is_paid(choice: CaseChoice, place: int) -> bool:
    claim = choice.held.claims.get(choice.seats[place].seat.key)
    return claim is not None and claim.state == ClaimState.PAID.code_name


def _deadline_text(one: Weighed) -> str:
    if not one.deadline_rule:
        return Phrase(_("Entregar por {way}"), way=one.name)
    return Phrase(_("Entregar por {way} ({rule})"), way=one.name, rule=one.deadline_rule)


def _plan(plan: Plan) -> PlanView:
    return PlanView(
        name=_("Cada um pela sua via")
        if plan.whole is None
        else Phrase(_("Todos por {way}"), way=_whole_name(plan)),
        expected=plan.total,
        gross=plan.gross,
        conditions=plan.conditions,
        served=plan.served,
    )


def _whole_name(plan: Plan) -> str:
    return next((one.name for one in plan.choices if one is not None), "")
