"""The routes that may be open to an act, role and professional, each with its facts as the registers have them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.core.vocabulary import PayerGroup, Role, Setting, Side
from honorarios.launching.model import AttendanceFacts, Context, PartFacts, PlanFacts, ProviderFacts
from honorarios.launching.side import ruled_side
from honorarios.records.models import AgreementScope, ClaimState, ReceivesAs
from honorarios.routing.facts import Fact, FactStatus, known
from honorarios.routing.option import Option
from honorarios.routing.routes import PATIENT_PAID, Route
from honorarios.services.loader.terms import term
from honorarios.services.routing import registered
from honorarios.services.routing.accreditation import Accreditation
from honorarios.services.routing.book import SCOPES, wanted
from honorarios.services.routing.fitting import serves
from honorarios.services.routing.held import way_of
from honorarios.services.routing.pricing import Seller, rooms
from honorarios.services.routing.terms import clause, fact_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from honorarios.records.models import (
        Agreement,
        Cooperative,
        CooperativeMembership,
        RouteTerms,
    )
    from honorarios.services.routing.book import Book
    from honorarios.services.routing.held import Granted, HeldCase, Seat
    from honorarios.services.routing.pricing import Contracts

YES: Final = known("sim", holds=True)
NO: Final = known("não", holds=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """A route before its price, its deadline and its worth are known."""

    option: Option
    terms: RouteTerms | None
    receives_as: str
    seller: Seller | None
    """None where no contract of the catalogue is for it."""


class Offers:
    """The routes of one act, role and professional."""

    def __init__(
        self, held: HeldCase, seat: Seat, day: date, book: Book, contracts: Contracts
    ) -> None:
        """Look up what every route of theirs hangs on."""
        row, member = held.row, seat.participation
        self.held, self.seat, self.day, self.book, self.contracts = held, seat, day, book, contracts
        self.granted: Granted = held.granted[seat.act.pk]
        self.wanted = wanted(row, day, seat.act, member.provider)
        self.credential = book.credential(member.provider_id, row.payer_id, day)
        self.accreditation = Accreditation(self.credential, seat.act.code, day)
        self.repasse = book.repasse(self.wanted)
        self.units = book.units(row.hospital_id)

    def all(self) -> Iterator[Offer]:
        """Every route that anything is known of, and those that could be asked about."""
        if self.held.row.payer.group != PayerGroup.SELF_PAY.code_name:
            covered = [self._accredited(), self._repasse(), *self._cooperatives()]
            yield from covered
            if rooms(self.held) is not None:
                yield self._difference()
            exists = _any(self._pays(offer.option) for offer in covered)
            yield self._private(
                self.accreditation.binds(), self._is_covered(), covered_route_exists=exists
            )
        else:
            yield self._private(NO, NO, covered_route_exists=False)

    def _accredited(self) -> Offer:
        row = self.credential
        terms = self.book.terms_of_credential(row, self.day)
        option = replace(
            self._option(Route.ACCREDITED, terms),
            accredited=self.accreditation.direct(),
            consultation_only=self.accreditation.only_consultations(),
            allowed_by_side=self._side() is not Side.INSIDE,
        )
        seller = self.contracts.seller(Route.ACCREDITED, self.held.row.payer, self.units, self.day)
        return Offer(option, terms, self.seat.participation.receives_as, seller)

    def _repasse(self) -> Offer:
        row, case = self.repasse, self.held.row
        terms = self.book.terms_of_agreement(row, self.day)
        option = replace(
            self._option(Route.REPASSE, terms),
            agreement=self._repasse_fact(),
            characters=registered.characters(row),
            fees_requested=clause(
                case.fees_requested, "honorários pedidos pelo hospital com a autorização"
            ),
            repasse_requested=known(
                "repasse pedido pelo cirurgião, ou ainda no prazo",
                holds=True if case.repasse_requested_on is not None else None,
            ),
            accredited=self.accreditation.direct(),
            exclusive=self.accreditation.clause(
                "exclusive", "cláusula de exclusividade do credenciamento"
            ),
            accepts_direct=known("o hospital aceita repasse de médico credenciado", holds=None)
            if row is None
            else clause(row.accepts_direct, "o hospital aceita repasse de médico credenciado", row),
            allowed_by_side=self._side() is not Side.OUTSIDE,
        )
        named = ("", None) if row is None else (row.contract, row.billing_unit)
        seller = self.contracts.seller(Route.REPASSE, case.payer, self.units, self.day, named)
        return Offer(option, terms, self.seat.participation.receives_as, seller)

    def _cooperatives(self) -> Iterator[Offer]:
        member = self.seat.participation
        memberships = {
            row.cooperative_id: row for row in self.book.memberships(member.provider_id, self.day)
        }
        for cooperative in self.book.cooperatives.values():
            membership = memberships.get(cooperative.pk)
            if membership is not None or (not memberships and self._could_join(cooperative)):
                yield self._cooperative(cooperative, membership)

    def _could_join(self, cooperative: Cooperative) -> bool:
        """Whether a cooperative that nobody said they are in is worth asking about: nothing denies it."""
        agreed = self.book.cooperative(cooperative.pk, self.wanted)
        accepted = self.book.acceptance(cooperative.pk, self.wanted)
        denied = any(
            row is not None and fact_of(row, "").holds is False for row in (agreed, accepted)
        )
        return not denied and serves(cooperative, self.seat.participation) is not False

    def _cooperative(
        self, cooperative: Cooperative, membership: CooperativeMembership | None
    ) -> Offer:
        agreed = self.book.cooperative(cooperative.pk, self.wanted)
        accepted = self.book.acceptance(cooperative.pk, self.wanted)
        terms = self.book.terms_of_agreement(agreed, self.day)
        receives_as = (
            self.seat.participation.receives_as if membership is None else membership.receives_as
        )
        beside = _("a cooperativa é aceita embora haja repasse")
        option = replace(
            self._option(Route.COOPERATIVE, terms, receives_as, cooperative.code),
            billed_by=cooperative.code,
            member=registered.in_force(
                membership,
                Phrase(_("filiação à {cooperative} na data"), cooperative=cooperative.code),
                self.day,
            ),
            contract=self._contract(
                agreed,
                Phrase(_("acordo da {cooperative} com o convênio"), cooperative=cooperative.code),
            ),
            hospital_accepts=registered.agreed(
                accepted,
                Phrase(_("o hospital aceita a {cooperative}"), cooperative=cooperative.code),
            ),
            repasse_open=replace(
                self._repasse_fact(), name="repasse aberto no hospital para este convênio"
            ),
            accepted_beside_repasse=Fact(name=beside)
            if accepted is None or not accepted.beside_repasse
            else fact_of(accepted, beside),
            serves_role=serves(cooperative, self.seat.participation),
        )
        # The terms may say as what they pay; where they don't, the cooperative's own register does.
        option = replace(
            option,
            accepts_legal=registered.first_known(
                option.accepts_legal,
                clause(cooperative.accepts_legal, option.accepts_legal.name),
            ),
            accepts_natural=registered.first_known(
                option.accepts_natural,
                clause(cooperative.accepts_natural, option.accepts_natural.name),
            ),
        )
        named = ("", None) if agreed is None else (agreed.contract, agreed.billing_unit)
        seller = self.contracts.seller(
            Route.COOPERATIVE, self.held.row.payer, self.units, self.day, named
        )
        return Offer(option, terms, receives_as, seller)

    def _private(self, bound: Fact, covered: Fact, *, covered_route_exists: bool | None) -> Offer:
        case = self.held.row
        own = case.payer.group == PayerGroup.SELF_PAY.code_name
        payers = [case.payer] if own else self.book.self_pay
        terms = self.book.private_terms(self.day)
        option = replace(
            self._option(Route.PRIVATE, terms),
            has_deadline=False,
            accredited=bound,
            covered=covered,
            covered_route_exists=covered_route_exists,
        )
        sellers = (
            self.contracts.seller(Route.PRIVATE, payer, self.units, self.day) for payer in payers
        )
        seller = next((one for one in sellers if one is not None), None)
        return Offer(option, terms, self.seat.participation.receives_as, seller)

    def _difference(self) -> Offer:
        terms = self.book.private_terms(self.day)
        option = replace(
            self._option(Route.CLASS_DIFFERENCE, terms),
            has_deadline=False,
            forbids_complement=self.accreditation.clause(
                "forbids_complement", "cláusula do contrato que veda complemento"
            ),
        )
        # The patient pays what the insurer's contract adds; who would bill it is found with that one.
        return Offer(option, terms, self.seat.participation.receives_as, None)

    def _option(
        self,
        route: Route,
        terms: RouteTerms | None,
        receives_as: str | None = None,
        through: str = "",
    ) -> Option:
        """An option with what is the same for every route."""
        claim = self.held.claims.get(self.seat.key)
        # What was decided and not launched yet may still be decided another way.
        submitted = claim is not None and claim.state != ClaimState.OPEN.code_name
        claimed = way_of(claim) if claim is not None and submitted else None
        as_legal = (receives_as or self.seat.participation.receives_as) == ReceivesAs.LEGAL
        covered = route not in PATIENT_PAID
        return Option(
            route=route,
            through=through,
            authorised=self.granted.authorised if covered else None,
            claimed_by=None if claimed is None else claimed.route,
            claimed_through="" if claimed is None else claimed.through,
            is_legal_person=as_legal,
            accepts_legal=registered.accepts(terms, "legal"),
            accepts_natural=registered.accepts(terms, "natural"),
            in_package=self.book.packaged(self.wanted),
        )

    def _is_covered(self) -> Fact:
        """An authorisation shows that the plan covers the code; the lack of one shows nothing."""
        name = "cobertura do código pelo plano"
        return known(name, holds=True if self.granted.authorised else None)

    def _repasse_fact(self) -> Fact:
        return registered.agreed(self.repasse, "acordo de honorários entre hospital e convênio")

    def _pays(self, option: Option) -> bool | None:
        """Whether the payer pays the professional by a covered route; None where that isn't known."""
        if option.route is Route.ACCREDITED:
            return _all(option.accredited.holds, _not(option.consultation_only.holds))
        if option.route is Route.REPASSE:
            if option.agreement.holds and self.held.row.character not in option.characters:
                return False if option.agreement.is_sure else None
            return option.agreement.holds
        # A hospital that doesn't accept a cooperative is still asked, as E8 does.
        accepted = option.hospital_accepts.holds or None
        return _all(option.member.holds, option.contract.holds, accepted, option.serves_role)

    def _contract(self, row: Agreement | None, name: str) -> Fact:
        """A cooperative's agreement; that it is for another character closes only where it is sure."""
        fact = registered.agreed(row, name)
        if row is None or self._has_character(row):
            return fact
        return replace(fact, status=FactStatus.DENIED if fact.is_sure else FactStatus.UNKNOWN)

    def _has_character(self, row: Agreement) -> bool:
        return self.held.row.character in SCOPES[AgreementScope(row.scope)]

    def _side(self) -> Side | None:
        """What the rules of inside and outside the account say."""
        case, provider = self.held.row, self.seat.participation.provider
        rules = self.book.side_rules.get(case.payer_id, ())
        if not rules:
            return None
        context = Context(
            attendance=AttendanceFacts(setting=term(Setting, case.setting)),
            part=PartFacts(
                key=None,
                account=None,
                payer=case.payer.code,
                billing_unit="",
                period_start=self.day,
                plan=None if case.plan is None else PlanFacts(code=case.plan.code),
            ),
            providers={
                provider.code: ProviderFacts(
                    code=provider.code, provider_class=provider.provider_class or None
                )
            },
            side_rules=rules,
        )
        role = term(Role, self.seat.participation.role)
        return ruled_side(context, provider.code, self.seat.act.code, role, self.day)


def _all(*known_of: bool | None) -> bool | None:
    """Whether all hold; None where that isn't known."""
    return False if False in known_of else None if None in known_of else True


def _any(known_of: Iterable[bool | None]) -> bool | None:
    """Whether any holds; None where that isn't known."""
    return _not(_all(*map(_not, known_of)))


def _not(holds: bool | None) -> bool | None:  # noqa: FBT001 - a fact's own answer
    return None if holds is None else not holds
