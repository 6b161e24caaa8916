"""The routes by which a case's papers go: those that were chosen, or else those that seem open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import CredentialMode
from honorarios.planning.deadlines import Kind, Owner
from honorarios.records.models import FactStatus
from honorarios.routing.routes import Route
from honorarios.services.loader.terms import term
from honorarios.services.routing.book import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from honorarios.records.models import Agreement, Credential, Participation, RouteTerms
    from honorarios.services.routing.book import Book
    from honorarios.services.routing.held import HeldCase

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


def ways(case: HeldCase, book: Book, today: date) -> tuple[Way, ...]:
    """Each way once: of the standing claims, or of every agreement that nobody denied."""
    day = case.surgery_on or today
    found = _claimed(case, book, day) if case.claims else _open(case, book, day)
    return tuple({way.key: way for way in found}.values())


def way_of(
    case: HeldCase,
    book: Book,
    route: Route,
    cooperative_id: int | None,
    provider_id: int,
    day: date,
) -> Way:
    """The way of one professional by a route."""
    row = case.row
    if route is Route.REPASSE:
        agreement = book.repasse(_wanted(case, day))
        terms = book.terms_of_agreement(agreement, day)
        return Way(route, row.hospital.name, terms, row.hospital_id)
    if route is Route.COOPERATIVE and cooperative_id is not None:
        agreement = book.cooperative(cooperative_id, _wanted(case, day))
        terms = book.terms_of_agreement(agreement, day)
        return Way(route, book.cooperatives[cooperative_id].name, terms, cooperative_id)
    if route is Route.ACCREDITED:
        credential = book.credential(provider_id, row.payer_id, day)
        return Way(route, row.payer.name, book.terms_of_credential(credential, day), row.payer_id)
    return Way(route, "Paciente", book.private_terms(day), row.patient_id)


def _claimed(case: HeldCase, book: Book, day: date) -> Iterator[Way]:
    for claim in case.claims.values():
        route = term(Route, claim.route)
        yield way_of(case, book, route, claim.cooperative_id, claim.provider_id, day)


def _open(case: HeldCase, book: Book, day: date) -> Iterator[Way]:
    wanted = _wanted(case, day)
    if _stands(book.repasse(wanted)):
        yield way_of(case, book, Route.REPASSE, None, 0, day)
    for member in case.team:
        if _accredited(book.credential(member.provider_id, case.row.payer_id, day), day):
            yield way_of(case, book, Route.ACCREDITED, None, member.provider_id, day)
        for key in _cooperatives(member, book, wanted):
            yield way_of(case, book, Route.COOPERATIVE, key, member.provider_id, day)


def _cooperatives(member: Participation, book: Book, wanted: Wanted) -> Iterator[int]:
    for membership in book.memberships(member.provider_id, wanted.day):
        ended = membership.valid_to is not None and membership.valid_to < wanted.day
        denied = membership.fact_status == FactStatus.DENIED
        if (
            not ended
            and not denied
            and _stands(book.cooperative(membership.cooperative_id, wanted))
        ):
            yield membership.cooperative_id


def _stands(agreement: Agreement | None) -> bool:
    return agreement is not None and agreement.fact_status != FactStatus.DENIED


def _accredited(credential: Credential | None, day: date) -> bool:
    return (
        credential is not None
        and credential.mode == CredentialMode.DIRECT.code_name
        and credential.fact_status != FactStatus.DENIED
        and (credential.valid_to is None or day <= credential.valid_to)
    )


def _wanted(case: HeldCase, day: date) -> Wanted:
    return Wanted(
        day=day,
        hospital_id=case.row.hospital_id,
        payer_id=case.row.payer_id,
        plan_id=case.row.plan_id,
        code=case.acts[0].code if case.acts else "",
        specialty=case.team[0].provider.specialty if case.team else "",
        character=case.row.character,
    )
