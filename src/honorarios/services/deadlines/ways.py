"""The routes by which a case's papers go: the chosen one of each member, or else those that seem open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.planning.deadlines import Kind, Owner
from honorarios.records.models import CaseStatus, CredentialScope, FactStatus
from honorarios.routing.routes import Route
from honorarios.services.loader.terms import term
from honorarios.services.routing.book import wanted
from honorarios.services.routing.fitting import is_direct, reaches, serves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from honorarios.records.models import (
        Agreement,
        Credential,
        Participation,
        RouteClaim,
        RouteTerms,
    )
    from honorarios.services.routing.book import Book, Wanted
    from honorarios.services.routing.held import HeldCase, Seat

KINDS: Final[Mapping[Route, Kind]] = {
    Route.ACCREDITED: Kind.PRESENTATION,
    Route.REPASSE: Kind.HOSPITAL_INCLUSION,
    Route.COOPERATIVE: Kind.COOPERATIVE_DELIVERY,
}
"""Which deadline a route has for its papers; what the patient pays has none."""
OWNERS: Final[Mapping[Route, Owner]] = {
    Route.ACCREDITED: Owner.PAYER,
    Route.REPASSE: Owner.HOSPITAL,
    Route.COOPERATIVE: Owner.COOPERATIVE,
    Route.PRIVATE: Owner.PATIENT,
}
"""Who pays by a route."""


@dataclass(frozen=True, slots=True)
class Way:
    """A route with whom the papers go to, and its terms."""

    route: Route
    receiver: str
    terms: RouteTerms | None
    party_id: int
    """Of the payer, the hospital or the cooperative."""

    @property
    def key(self) -> str:
        """What tells it from the others of a case."""
        terms = "" if self.terms is None else f".{self.terms.pk}"
        return f"{int(self.route)}-{self.party_id}{terms}"


@dataclass(frozen=True, slots=True)
class Papers:
    """What one professional hands in for one act by a way."""

    way: Way
    claim: RouteClaim | None = None
    """None: the way isn't decided, it only seems open."""


def ways(case: HeldCase, book: Book, today: date) -> tuple[Papers, ...]:
    """By which ways papers go: each standing claim's own, and all that seem open to who has none.

    Nobody waits for what was not decided any more once a surgery is paid.
    """
    day = case.surgery_on or today
    found = [Papers(way_of(claim, case, book, day), claim) for claim in case.claims.values()]
    if case.row.status != CaseStatus.PAID:
        undecided = (seat for seat in case.seats if seat.key not in case.claims)
        found += [Papers(way) for seat in undecided for way in _open(seat, case, book, day)]
    return tuple(found)


def way_of(claim: RouteClaim, case: HeldCase, book: Book, day: date) -> Way:
    """The way of a claim."""
    asked = wanted(case.row, day, claim.act, claim.provider)
    route = term(Route, claim.route)
    if route is Route.REPASSE:
        return _repasse(case, book, asked)
    if route is Route.COOPERATIVE and claim.cooperative_id is not None:
        return _cooperative(claim.cooperative_id, book, asked)
    if route is Route.ACCREDITED:
        return _accredited(claim.provider_id, case, book, day)
    return Way(route, "Paciente", book.private_terms(day), case.row.patient_id)


def _open(seat: Seat, case: HeldCase, book: Book, day: date) -> Iterator[Way]:
    """Every covered way that nobody denied to an act and who does it."""
    member = seat.participation
    asked = wanted(case.row, day, seat.act, member.provider)
    if _stands(book.repasse(asked)):
        yield _repasse(case, book, asked)
    if _is_accredited(book.credential(member.provider_id, case.row.payer_id, day), seat, day):
        yield _accredited(member.provider_id, case, book, day)
    for key in _cooperatives(member, book, asked):
        yield _cooperative(key, book, asked)


def _repasse(case: HeldCase, book: Book, asked: Wanted) -> Way:
    terms = book.terms_of_agreement(book.repasse(asked), asked.day)
    return Way(Route.REPASSE, case.row.hospital.name, terms, case.row.hospital_id)


def _cooperative(key: int, book: Book, asked: Wanted) -> Way:
    terms = book.terms_of_agreement(book.cooperative(key, asked), asked.day)
    return Way(Route.COOPERATIVE, book.cooperatives[key].name, terms, key)


def _accredited(provider_id: int, case: HeldCase, book: Book, day: date) -> Way:
    payer = case.row.payer
    terms = book.terms_of_credential(book.credential(provider_id, payer.pk, day), day)
    return Way(Route.ACCREDITED, payer.name, terms, payer.pk)


def _cooperatives(member: Participation, book: Book, asked: Wanted) -> Iterator[int]:
    for membership in book.memberships(member.provider_id, asked.day):
        key = membership.cooperative_id
        ended = membership.valid_to is not None and membership.valid_to < asked.day
        denied = membership.fact_status == FactStatus.DENIED
        serving = serves(book.cooperatives[key], member) is not False
        if not ended and not denied and serving and _stands(book.cooperative(key, asked)):
            yield key


def _stands(agreement: Agreement | None) -> bool:
    return agreement is not None and agreement.fact_status != FactStatus.DENIED


def _is_accredited(credential: Credential | None, seat: Seat, day: date) -> bool:
    return (
        credential is not None
        and is_direct(credential)
        and credential.fact_status != FactStatus.DENIED
        and credential.scope != CredentialScope.CONSULTATION
        and reaches(credential, seat.act.code, day)
    )
