"""From the decision into the account: each claim to a part of its route, launched by the rules of fees."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.core.vocabulary import (
    AccessRoute,
    BillingRoute,
    Laterality,
    LineKind,
    PartStatus,
    ProcedureKind,
    Role,
)
from honorarios.launching.model import Entry
from honorarios.records import selectors
from honorarios.records.models import Account, AccountPart, ClaimState, RouteClaim
from honorarios.routing.reasons import Standing
from honorarios.routing.routes import PATIENT_PAID, Route
from honorarios.services.attendances import opening
from honorarios.services.attendances.requests import NewPart
from honorarios.services.cases.held import hold as hold_case
from honorarios.services.fees import post
from honorarios.services.loader import Wanted
from honorarios.services.loader.terms import optional_term, term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.routing import codes
from honorarios.services.routing.held import claim_key, role_of, way_of
from honorarios.services.routing.opinions import case_of, choose
from honorarios.services.routing.pricing import BY_CONTRACT, start_of
from honorarios.services.routing.standing import follow
from honorarios.services.routing.supposing import Supposed
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from honorarios.records.models import FeeLine, SurgeryCase
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.pricing import Seller
    from honorarios.services.routing.weighing import CaseChoice, SeatChoice
    from honorarios.services.work import Work

OUTSIDE: Final = frozenset({Route.ACCREDITED})
"""Routes that the payer pays directly: outside the hospital's account (seed 001, section 06)."""


@dataclass(frozen=True, slots=True)
class LaunchedPart:
    """What was launched on a part."""

    part_id: int
    account_id: int
    route: str
    claims: int
    total: int
    """Of the lines of these claims, in centavos."""


@dataclass(frozen=True, slots=True)
class LaunchedClaims:
    """The claims that were launched."""

    parts: tuple[LaunchedPart, ...]
    left: int
    """Claims that still wait, as their acts are not authorised."""
    version: int
    """The surgery's."""


class _Where(NamedTuple):
    """What tells the part of a claim from another's."""

    payer_id: int
    unit_id: int
    route: BillingRoute
    contract: str


def launch(
    *,
    actor: Actor,
    case_id: int,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[LaunchedClaims]:
    """Launch every claim of a surgery that waits, each on a part of its own route.

    Direct accreditation goes outside the account, repasse inside; the cooperative's and the private
    ones have their own parts. All of them are launched, or none.
    """
    return perform(
        actor=actor,
        operation=Operation.ROUTES_LAUNCH,
        answer=LaunchedClaims,
        do=lambda work: _launch(work, case_id, version),
        key=key,
        request=[case_id, version],
        dry_run=dry_run,
    )


def _launch(work: Work, case_id: int, version: int | None) -> LaunchedClaims:
    case = hold_case(work, case_id, version)
    attendance_id = case.attendance_id
    if attendance_id is None or case.performed_at is None:
        refuse(at(codes.NOT_PERFORMED))
    claims = list(
        RouteClaim.objects.filter(case=case, state=ClaimState.OPEN.code_name)
        .select_related("act", "provider", "cooperative")
        .order_by("pk")
    )
    choice = choose(work, case_of(work, case_id), Supposed())
    seats = {seat.seat.key: seat for seat in choice.seats}
    ready, left = _ready(work, claims, seats, choice)
    if not ready:
        refuse(at(codes.NOTHING_OPEN))
    parts = {
        where: _part(work, case, attendance_id, where) for where in dict.fromkeys(ready.values())
    }
    wanted = [Wanted(parts[where].pk, _entry(claim, choice)) for claim, where in ready.items()]
    posted = post(work, wanted)
    sums: defaultdict[int, list[int]] = defaultdict(list)
    for claim, one, rows in zip(ready, wanted, posted.rows, strict=True):
        sums[one.part_id].append(_bill(work, claim, rows or []))
    settled = follow(work, case, {"claims": len(ready)})
    told = tuple(
        LaunchedPart(part.pk, part.account_id, part.route, len(sums[part.pk]), sum(sums[part.pk]))
        for part in parts.values()
    )
    return LaunchedClaims(told, left, settled.version)


def _ready(
    work: Work,
    claims: Sequence[RouteClaim],
    seats: Mapping[tuple[int, str, int], SeatChoice],
    choice: CaseChoice,
) -> tuple[dict[RouteClaim, _Where], int]:
    """The claims that can be launched, with where; and how many can't, as nothing authorises them."""
    ready: dict[RouteClaim, _Where] = {}
    left = 0
    for claim in claims:
        seat, way = seats.get(claim_key(claim)), way_of(claim)
        covered = way.route not in PATIENT_PAID
        if seat is None or (covered and choice.held.granted[claim.act_id].authorised is not True):
            work.notice(at(codes.NOT_AUTHORISED, procedure=claim.act.code))
            left += 1
            continue
        _look_again(work, claim, seat)
        seller = seat.sellers.get(way)
        if seller is None:
            refuse(at(codes.NO_CONTRACT, procedure=claim.act.code, way=way.route.label))
        ready[claim] = _where(seller, way.route)
    return ready, left


def _look_again(work: Work, claim: RouteClaim, seat: SeatChoice) -> None:
    """Stop where the claim's route closed since it was decided; warn of what it still hangs on."""
    way, ranking = way_of(claim), seat.ranking
    options = (*ranking.covered, *ranking.patient, *ranking.closed)
    one = next((found for found in options if found.option.way == way), None)
    if one is None or one.standing is Standing.ELIGIBLE:
        return
    told = {
        "procedure": claim.act.code,
        "member": role_of(seat.seat.participation),
        "way": one.name,
    }
    found = [reason for reason in one.reasons if reason.standing is one.standing]
    if one.standing is Standing.INELIGIBLE:
        refuse(at(codes.CLOSED_SINCE, **told, rule=found[0].rule.rule, reason=found[0].text))
    rules = ", ".join(dict.fromkeys(f"{one.rule.rule} {one.rule.code}" for one in found))
    work.notice(at(codes.STILL_ASKS, **told, rules=rules))


def _where(seller: Seller, route: Route) -> _Where:
    return _Where(seller.payer.pk, seller.unit.pk, BY_CONTRACT[route], seller.contract)


def _part(work: Work, case: SurgeryCase, attendance_id: int, where: _Where) -> AccountPart:
    """The open part of the attendance for a payer, unit and route; opened where there is none."""
    day = start_of_case(case)
    found = (
        selectors.parts(work.scope)
        .filter(
            account__attendance_id=attendance_id,
            payer_id=where.payer_id,
            billing_unit_id=where.unit_id,
            route=where.route.code_name,
            contract=where.contract,
            status=PartStatus.OPEN.code_name,
            period_start__lte=day,
        )
        .exclude(period_end__lt=day)
        .order_by("pk")
        .first()
    )
    if found is not None:
        return found
    account_id = _account(work, attendance_id, where)
    covered = where.payer_id == case.payer_id
    opened = opening.part(
        work,
        NewPart(
            account_id=account_id,
            payer_id=where.payer_id,
            billing_unit_id=where.unit_id,
            period_start=day,
            plan_id=case.plan_id if covered else None,
            contract=where.contract,
            route=where.route,
        ),
    )
    return AccountPart.objects.get(pk=opened.part_id)


def start_of_case(case: SurgeryCase) -> date:
    """The day from which the parts of a surgery run: of its admission, or of itself."""
    if case.performed_at is None:
        raise ValueError("a surgery that was not performed has no account")
    day = case.performed_at.date()
    return min(day, case.admitted_on or day)


def _account(work: Work, attendance_id: int, where: _Where) -> int:
    """The attendance's account of a unit; opened where it has none."""
    accounts = Account.objects.filter(attendance_id=attendance_id).order_by("number")
    own = accounts.filter(billing_unit_id=where.unit_id).first()
    if own is not None:
        return own.pk
    return opening.account(work, attendance_id, where.unit_id).account_id


def _entry(claim: RouteClaim, choice: CaseChoice) -> Entry:
    act, route = claim.act, way_of(claim).route
    granted = choice.held.granted[act.pk]
    covered = route not in PATIENT_PAID
    return Entry(
        code=act.code,
        start=start_of(choice.held),
        provider=claim.provider.code,
        role=term(Role, claim.role),
        access_route=term(AccessRoute, act.access_route),
        procedure_kind=ProcedureKind.PRINCIPAL if act.sequence == 1 else ProcedureKind.SECONDARY,
        quantity=min(act.quantity, granted.quantity) if covered else act.quantity,
        laterality=optional_term(Laterality, act.laterality),
        rank=act.sequence,
        outside_requested=route in OUTSIDE,
        key=claim.pk,
    )


def _bill(work: Work, claim: RouteClaim, rows: Sequence[FeeLine]) -> int:
    """Tie a claim to the line of its act; what its lines charge the payer, in centavos."""
    own = [row for row in rows if row.kind == LineKind.PROFESSIONAL_FEE.code_name]
    first = next(row for row in own if row.difference_of_id is None)
    claim.state, claim.fee_line = ClaimState.BILLED.code_name, first
    claim.save(update_fields=["state", "fee_line", "changed_at"])
    work.record("claim", claim.pk, {"state": claim.state, "line": first.pk})
    return sum(row.charged for row in own if row.part_id == first.part_id)
