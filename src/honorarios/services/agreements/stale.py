"""Facts that have to be confirmed, or confirmed again, and whom to ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.records import selectors
from honorarios.records.models import (
    Agreement,
    AgreementScope,
    Contact,
    CooperativeMembership,
    Credential,
    FactStatus,
    HospitalContact,
)
from honorarios.services.agreements.facts import FactView, view_of
from honorarios.services.agreements.grid import REFERRED, in_force
from honorarios.services.days import today
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.services.registers.rows import views
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.records.selectors import Scope
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

SOON: Final = 30
"""Days before its last one in which a fact is asked for again."""
MOST_TOLD: Final = 500
"""Facts of each kind that one answer tells."""
LATEST: Final = date.max


class Why(StrEnum):
    """Why a fact is asked for."""

    EXPIRED = "expired"
    """It was believed until a day that is past (E20)."""
    SOON = "soon"
    """That day is near."""
    UNCONFIRMED = "unconfirmed"
    """Nobody confirmed it yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A contact that can say."""

    kind: str
    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class StaleFact:
    """A fact to be confirmed."""

    register: str
    """One of :data:`~honorarios.services.agreements.CONFIRMED`."""
    row_id: int
    tag: str
    """What a confirmation says that it saw."""
    title: str
    """What it is, in Portuguese."""
    why: Why
    fact: FactView
    kinds: tuple[str, ...]
    """Who can confirm it, by the hospital's three kinds of contacts; none where it is no hospital's."""
    contacts: tuple[Asked, ...]
    """Those in force; none where it is no hospital's fact, or none is registered."""


@dataclass(frozen=True, slots=True)
class StaleView:
    """What is asked for on a day: the expired first, then what ends soonest."""

    day: date
    facts: tuple[StaleFact, ...]
    more: bool
    """Whether there are others beyond :data:`MOST_TOLD` of a kind."""

    def of(self, why: Why) -> int:
        """How many of a reason."""
        return sum(one.why is why for one in self.facts)


def stale(*, actor: Actor, on: date | None = None, within: int = SOON) -> Result[StaleView]:
    """Every fact in force that is expired, expires within so many days, or was never confirmed."""

    def do(work: Work) -> StaleView:
        day = on or today(work.actor.office_id, work.now)
        until = day + timedelta(days=max(0, within))
        found: list[StaleFact] = []
        more = False
        hospitals = _contacts(work.scope, day)
        for name, rows in _asked_for(work.scope, day, until):
            more = more or len(rows) > MOST_TOLD
            told = rows[:MOST_TOLD]
            tags = {view.id: view.tag for view in views(REGISTERS[name], told)}
            found += [_stale(name, row, tags[row.pk], day, hospitals) for row in told]
        return StaleView(day, tuple(sorted(found, key=_urgency)), more)

    return consult(actor=actor, operation=Operation.AGREEMENTS_READ, do=do)


AnyFact = Agreement | CooperativeMembership | Credential


def _asked_for(scope: Scope, day: date, until: date) -> Iterable[tuple[str, list[AnyFact]]]:
    """The rows of each register that are asked for, one more than is told."""
    asked = Q(expires_on__lte=until) | Q(fact_status__in=[FactStatus.UNKNOWN, FactStatus.PRESUMED])
    agreements = selectors.owned(Agreement, scope).select_related(*REFERRED)
    members = selectors.owned(CooperativeMembership, scope)
    memberships = members.select_related("provider", "cooperative")
    credentials = selectors.owned(Credential, scope).select_related("provider", "payer")
    held, order = asked & in_force(day), ("expires_on", "pk")
    yield "agreements", list(agreements.filter(held).order_by(*order)[: MOST_TOLD + 1])
    yield "memberships", list(memberships.filter(held).order_by(*order)[: MOST_TOLD + 1])
    yield "credentials", list(credentials.filter(held).order_by(*order)[: MOST_TOLD + 1])


def _stale(
    name: str, row: AnyFact, tag: str, day: date, hospitals: Mapping[int, Sequence[Asked]]
) -> StaleFact:
    fact = view_of(row, day)
    if fact.expired:
        why = Why.EXPIRED
    elif row.fact_status in {FactStatus.UNKNOWN, FactStatus.PRESUMED}:
        why = Why.UNCONFIRMED
    else:
        why = Why.SOON
    hospital = row.hospital_id if isinstance(row, Agreement) else None
    kinds = (fact.asks or tuple(Contact.values)) if hospital is not None else ()
    contacts = [one for one in hospitals.get(hospital or 0, ()) if one.kind in kinds]
    return StaleFact(name, row.pk, tag, _title(row), why, fact, kinds, tuple(contacts))


def _title(row: AnyFact) -> str:
    """What a fact is about: its parties, and what of it where that isn't all."""
    if isinstance(row, CooperativeMembership):
        return f"{row.provider.name} · {row.cooperative.code}"
    if isinstance(row, Credential):
        return f"{row.provider.name} · {row.payer.name}"
    cooperative = None if row.cooperative is None else row.cooperative.code
    named = (row.hospital, row.payer, row.plan, row.billing_unit)
    hospital, *others = [None if one is None else one.name for one in named]
    told = [hospital, cooperative, *others, row.specialty, row.codes]
    if row.scope != AgreementScope.BOTH:
        told.append(str(row.get_scope_display()).lower())
    return " · ".join(one for one in told if one)


def _contacts(scope: Scope, day: date) -> Mapping[int, Sequence[Asked]]:
    """The contacts in force, by the key of their hospital."""
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    for one in selectors.owned(HospitalContact, scope).filter(in_force(day)).order_by("name"):
        found[one.hospital_id].append(Asked(one.kind, one.name, one.email, one.phone))
    return found


def _urgency(one: StaleFact) -> tuple[int, date, str]:
    order = (Why.EXPIRED, Why.SOON, Why.UNCONFIRMED)
    return order.index(one.why), one.fact.expires_on or LATEST, one.title
