"""Surgeries with all that the choice of a route asks of them, some or thousands in the same few queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import Role
from honorarios.records.models import (
    AuthorisedAct,
    CaseRequest,
    Participation,
    PlannedAct,
    RequestAnswer,
    RouteClaim,
    SurgeryCase,
)
from honorarios.records.models.decisions import STANDING
from honorarios.routing.routes import Route, Way
from honorarios.services.loader.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from django.db.models import QuerySet


FINAL: Final = {RequestAnswer.AUTHORISED, RequestAnswer.PARTIAL, RequestAnswer.DENIED}
"""Answers that settle what they are about; a generic one doesn't count."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What the payer said of a planned act."""

    authorised: bool | None = None
    """None: there is no answer yet."""
    quantity: int = 0
    """How many of it were authorised."""
    valid_until: date | None = None
    """Last day of the senha that covers it; None: nobody knows."""
    granted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One act, role and professional: what one claim is of."""

    act: PlannedAct
    participation: Participation

    @property
    def key(self) -> tuple[int, str, int]:
        """As claims tell them apart."""
        return (self.act.pk, self.participation.role, self.participation.provider_id)

    @property
    def role(self) -> Role:
        """The role in the team."""
        return term(Role, self.participation.role)


@dataclass(slots=True)
class HeldCase:
    """A surgery, its acts, its team, what was authorised and what is claimed already."""

    row: SurgeryCase
    acts: list[PlannedAct] = field(default_factory=list)
    team: list[Participation] = field(default_factory=list)
    granted: dict[int, Granted] = field(default_factory=dict)
    """By act."""
    claims: dict[tuple[int, str, int], RouteClaim] = field(default_factory=dict)
    """Those that stand, by act, role and professional."""
    seats: list[Seat] = field(default_factory=list)

    @property
    def surgery_on(self) -> date | None:
        """The day of the surgery: performed, or else planned."""
        at = self.row.performed_at or self.row.planned_at
        return None if at is None else at.date()


def hold(rows: Iterable[SurgeryCase]) -> list[HeldCase]:
    """Surgeries with what hangs on them, in the order they came."""
    held = {row.pk: HeldCase(row) for row in rows}
    keys = list(held)
    for act in PlannedAct.objects.filter(case_id__in=keys).order_by("case_id", "sequence"):
        held[act.case_id].acts.append(act)
    members = (
        Participation.objects.filter(case_id__in=keys)
        .select_related("provider")
        .order_by("case_id", "pk")
    )
    for member in members:
        held[member.case_id].team.append(member)
    chosen = _chosen_acts(keys)
    granted = _granted(keys)
    claims = _claims(keys)
    for case in held.values():
        case.team.sort(key=lambda member: (int(term(Role, member.role)), member.pk))
        case.granted = {act.pk: _of(act, granted, case) for act in case.acts}
        case.claims = {claim_key(one): one for one in claims[case.row.pk]}
        case.seats = [
            Seat(act, member)
            for member in case.team
            for act in case.acts
            if member.pk not in chosen or act.pk in chosen[member.pk]
        ]
    return list(held.values())


def claim_key(claim: RouteClaim) -> tuple[int, str, int]:
    """Act, role and professional."""
    return (claim.act_id, claim.role, claim.provider_id)


def way_of(claim: RouteClaim) -> Way:
    """The route of a claim, with who bills by it."""
    through = "" if claim.cooperative is None else claim.cooperative.code
    return Way(term(Route, claim.route), through)


def receiver_of(claim: RouteClaim) -> str:
    """The name of who a claim is sent to; the patient of a private one has none here."""
    match term(Route, claim.route):
        case Route.COOPERATIVE if claim.cooperative is not None:
            return claim.cooperative.name
        case Route.REPASSE:
            return claim.case.hospital.name
        case Route.ACCREDITED:
            return claim.case.payer.name
    return "Paciente"


def role_of(member: Participation) -> str:
    """The role as people say it."""
    return term(Role, member.role).label


def joined(rows: QuerySet[SurgeryCase]) -> QuerySet[SurgeryCase]:
    """With what every surgery is read with."""
    return rows.select_related(
        "hospital",
        "payer",
        "plan__accommodation_type",
        "contracted_accommodation",
        "occupied_accommodation",
        "patient",
        "attendance",
    ).prefetch_related("attendance__accounts__parts")


@dataclass(slots=True)
class _Requests:
    """What was asked of the payer for surgeries, and what it granted."""

    pending: set[int]
    """Surgeries with a request that waits for its answer."""
    answered: set[int]
    """Surgeries with one that was answered."""
    acts: Mapping[int, Sequence[AuthorisedAct]]


def _chosen_acts(keys: Sequence[int]) -> dict[int, set[int]]:
    """The acts of those who don't take part in all."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    through = Participation.acts.through
    rows = through.objects.filter(participation__case_id__in=keys)
    for member, act in rows.values_list("participation_id", "plannedact_id"):
        found[member].add(act)
    return found


def _claims(keys: Sequence[int]) -> defaultdict[int, list[RouteClaim]]:
    found: defaultdict[int, list[RouteClaim]] = defaultdict(list)
    rows = RouteClaim.objects.filter(case_id__in=keys, state__in=STANDING)
    for claim in rows.select_related("act", "provider", "cooperative", "fee_line"):
        found[claim.case_id].append(claim)
    return found


def _granted(keys: Sequence[int]) -> _Requests:
    pending: set[int] = set()
    answered: set[int] = set()
    requests = CaseRequest.objects.filter(case_id__in=keys, withdrawn_on__isnull=True)
    for case_id, answer in requests.values_list("case_id", "answer"):
        (answered if answer in FINAL else pending).add(case_id)
    acts: defaultdict[int, list[AuthorisedAct]] = defaultdict(list)
    rows = AuthorisedAct.objects.filter(
        authorisation__request__case_id__in=keys,
        authorisation__request__withdrawn_on__isnull=True,
    )
    for row in rows.select_related("authorisation"):
        acts[row.act_id].append(row)
    return _Requests(pending, answered, acts)


def _of(act: PlannedAct, requests: _Requests, case: HeldCase) -> Granted:
    rows = requests.acts.get(act.pk, ())
    if not rows:
        waits = case.row.pk in requests.pending or case.row.pk not in requests.answered
        return Granted(None if waits else False)
    newest = max(rows, key=lambda row: (row.authorisation.granted_on, row.pk)).authorisation
    return Granted(
        authorised=True,
        quantity=sum(row.quantity for row in rows),
        valid_until=newest.valid_until,
        granted_on=newest.granted_on,
    )
