"""Choosing the routes of a surgery: the opinion as it was, its claims, what was foretold, and what is to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Max
from pydantic import TypeAdapter

from honorarios.records.models import (
    ClaimState,
    Cooperative,
    RouteClaim,
    RouteDecision,
    RoutePrediction,
)
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import Route, Way
from honorarios.services import texts
from honorarios.services.cases.held import hold as hold_case
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.routing import codes
from honorarios.services.routing.held import role_of, way_of
from honorarios.services.routing.opinions import case_of, choose, inputs_hash
from honorarios.services.routing.shown import ChoiceView
from honorarios.services.routing.standing import follow
from honorarios.services.routing.supposing import Supposed
from honorarios.services.routing.tasks import UNPAID, ask
from honorarios.services.routing.views import view
from honorarios.services.routing.whole import stop_partial
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.records.models import SurgeryCase
    from honorarios.routing.ranking import Weighed
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.weighing import CaseChoice, SeatChoice
    from honorarios.services.work import Work

_VIEW: Final = TypeAdapter(ChoiceView)


@dataclass(frozen=True, slots=True)
class DecisionAnswer:
    """A decision that was written."""

    decision_id: int
    number: int
    claims: int
    """How many were opened by it."""
    tasks: int
    version: int
    """The surgery's."""


@dataclass(frozen=True, slots=True)
class _Pick:
    """What was chosen for one act, role and professional."""

    place: int
    seat: SeatChoice
    chosen: Weighed
    advised: Weighed | None


def decide(
    *,
    actor: Actor,
    case_id: int,
    chosen: Mapping[int, str],
    reason: str = "",
    seen_hash: str | None = None,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[DecisionAnswer]:
    """Choose a route for members of the team; who is left out is decided another day.

    Args:
        actor: Who decides.
        case_id: The surgery.
        chosen: Key of the way by participation.
        reason: Why another than the recommended one, where any is.
        seen_hash: The inputs' hash of the page that was seen; another one now stops the decision.
        version: The surgery's, as it was seen.
        key: Idempotency key.
        dry_run: Answer what would be written, and write nothing.
    """
    return perform(
        actor=actor,
        operation=Operation.ROUTES_DECIDE,
        answer=DecisionAnswer,
        do=lambda work: _decide(work, case_id, dict(chosen), reason, seen_hash, version),
        key=key,
        request=[case_id, sorted(chosen.items()), reason, seen_hash, version],
        dry_run=dry_run,
    )


def _decide(
    work: Work,
    case_id: int,
    chosen: dict[int, str],
    reason: str,
    seen_hash: str | None,
    version: int | None,
) -> DecisionAnswer:
    case = hold_case(work, case_id, version)
    choice = choose(work, case_of(work, case_id), Supposed())
    told = inputs_hash(choice)
    if seen_hash is not None and seen_hash != told:
        refuse(at(codes.CHANGED))
    why = texts.within(reason, "reason", title="Motivo", longest=500)
    picks = list(_picks(choice, chosen))
    if not picks:
        refuse(at(codes.NOTHING_CHOSEN))
    stop_partial(choice, {pick.place: pick.chosen.option.way for pick in picks})
    _against_advice(work, picks, why)
    decision = _write(work, case, choice, chosen, told, why)
    opened = [claim for pick in picks if (claim := _claim(work, decision, pick)) is not None]
    tasks = ask(work, case, decision, [pick.chosen for pick in picks], _undone(choice, picks))
    detail = {
        "decision": decision.number,
        "chosen": {str(member): key for member, key in sorted(chosen.items())},
        "claims": len(opened),
        "tasks_ended": tasks.ended,
    }
    settled = follow(work, case, detail)
    return DecisionAnswer(decision.pk, decision.number, len(opened), tasks.asked, settled.version)


def _picks(choice: CaseChoice, chosen: Mapping[int, str]) -> Iterator[_Pick]:
    """What was chosen, act by act; stops where a choice is none, or is closed."""
    members = {seat.seat.participation.pk for seat in choice.seats}
    for member in chosen:
        if member not in members:
            refuse(at(codes.NOT_A_MEMBER, member=member))
    for place, seat in enumerate(choice.seats):
        key = chosen.get(seat.seat.participation.pk)
        if key is None:
            continue
        name = role_of(seat.seat.participation)
        way, ranking = Way.read(key), seat.ranking
        options = (*ranking.covered, *ranking.patient, *ranking.closed)
        one = next((found for found in options if found.option.way == way), None)
        if one is None or way is None or way.route is Route.CLASS_DIFFERENCE:
            refuse(at(codes.UNKNOWN_WAY, "chosen", way=key, member=name))
        if one.standing is Standing.INELIGIBLE:
            closing = next(r for r in one.reasons if r.standing is Standing.INELIGIBLE)
            refuse(at(codes.CLOSED_WAY, "chosen", way=one.name, member=name, reason=closing.text))
        yield _Pick(place, seat, one, choice.team.best.choices[place])


def _against_advice(work: Work, picks: list[_Pick], why: str) -> None:
    """Warn of what is not as advised, and ask why; warn of what hangs on a confirmation."""
    beside = {}
    for pick in picks:
        name = role_of(pick.seat.seat.participation)
        if pick.advised is not None and pick.advised.option.way != pick.chosen.option.way:
            beside[name] = at(
                codes.BESIDE_ADVICE,
                member=name,
                chosen=pick.chosen.name,
                advised=pick.advised.name,
            )
        if pick.chosen.conditions:
            work.notice(
                at(
                    codes.CONDITIONS,
                    member=name,
                    way=pick.chosen.name,
                    count=pick.chosen.conditions,
                )
            )
    if beside and not why:
        refuse(at(codes.REASON_ASKED, "reason"), *beside.values())
    work.notice(*beside.values())


def _write(
    work: Work,
    case: SurgeryCase,
    choice: CaseChoice,
    chosen: Mapping[int, str],
    told: str,
    why: str,
) -> RouteDecision:
    last = RouteDecision.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0
    return RouteDecision.objects.create(
        office_id=case.office_id,
        case=case,
        number=last + 1,
        made_by_id=work.actor.user_id,
        inputs_hash=told,
        catalogue_hash=choice.catalogue_hash,
        document=_VIEW.dump_python(view(choice, inputs_hash=told), mode="json"),
        chosen={str(member): key for member, key in chosen.items()},
        reason=why,
    )


def _claim(work: Work, decision: RouteDecision, pick: _Pick) -> RouteClaim | None:
    """Open the claim of an act; one that only waits to be launched gives way to it."""
    seat, way = pick.seat.seat, pick.chosen.option.way
    standing = RouteClaim.objects.select_related("cooperative").filter(
        act=seat.act,
        role=seat.participation.role,
        provider_id=seat.participation.provider_id,
        state__in=[
            ClaimState.OPEN.code_name,
            ClaimState.BILLED.code_name,
            ClaimState.PAID.code_name,
        ],
    )
    for claim in standing:
        if way_of(claim) == way:
            return None
        if claim.state != ClaimState.OPEN.code_name:
            name, taken = role_of(seat.participation), way_of(claim).route.label
            refuse(at(codes.CLAIMED, procedure=seat.act.code, member=name, way=taken))
        claim.state = ClaimState.WITHDRAWN.code_name
        claim.note = f"Substituída pela decisão {decision.number}."
        claim.save(update_fields=["state", "note", "changed_at"])
    cooperative = None
    if way.through:
        cooperative = Cooperative.objects.get(office_id=decision.office_id, code=way.through)
    claim = RouteClaim.objects.create(
        office_id=decision.office_id,
        decision=decision,
        case_id=decision.case_id,
        act=seat.act,
        role=seat.participation.role,
        provider_id=seat.participation.provider_id,
        route=way.route.code_name,
        cooperative=cooperative,
    )
    value = pick.chosen.value
    RoutePrediction.objects.create(
        office_id=decision.office_id,
        decision=decision,
        claim=claim,
        presented=value.gross,
        expected=value.expected,
        received=value.gross - value.denied + value.recovered,
        days=pick.chosen.median_days,
    )
    work.record("claim", claim.pk, {"decision": decision.pk, "route": claim.route})
    return claim


def _undone(choice: CaseChoice, picks: Sequence[_Pick]) -> Iterator[Weighed]:
    """The routes of earlier decisions that this one leaves as they are, and that are not paid yet."""
    picked = {pick.place for pick in picks}
    for place, seat in enumerate(choice.seats):
        claim = choice.held.claims.get(seat.seat.key)
        if place in picked or claim is None or claim.state not in UNPAID:
            continue
        ranking, way = seat.ranking, way_of(claim)
        options = (*ranking.covered, *ranking.patient, *ranking.closed)
        yield from (one for one in options if one.option.way == way)
