"""What the rules look at: one act, role and professional by one route, with the facts of the case."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from honorarios.core.phrase import Phrase
from honorarios.routing.facts import Fact
from honorarios.routing.routes import Route, Way

if TYPE_CHECKING:
    from datetime import date


class Character(StrEnum):
    """Caráter do atendimento."""

    ELECTIVE = "elective"
    URGENT = "urgent"


class UpgradeReason(StrEnum):
    """Why the patient is in a higher accommodation than the contracted one."""

    NONE = "none"
    PATIENTS_OPTION = "patients_option"
    NO_BED = "no_bed"
    MEDICAL = "medical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is the same for every option of a surgery."""

    today: date
    surgery_on: date
    character: Character = Character.ELECTIVE
    admitted_on: date | None = None
    upgrade: UpgradeReason = UpgradeReason.NONE
    senha_valid_until: date | None = None
    """None: nobody knows."""
    is_public: bool = False
    """SUS, which bars any complement."""
    consent_signed_on: date | None = None
    """The patient's own, for the class difference."""
    budget_signed_on: date | None = None
    """The patient's own, for a private fee."""
    knew_of_network: bool | None = None
    """Whether the patient knew of an option within the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A route for one act, role and professional."""

    route: Route
    through: str = ""
    """Code of who bills by it, where there may be several: the cooperative's."""
    billed_by: str = ""
    """The name of that one."""
    authorised: bool | None = None
    """Whether the payer authorised the code; None: there is no answer yet."""
    deliver_until: date | None = None
    """Last day to hand the papers in; None: nobody knows."""
    has_deadline: bool = True
    claimed_by: Route | None = None
    """The route by which this claim was already submitted."""
    claimed_through: str = ""
    """Who bills that claim, as in :attr:`through`."""
    is_legal_person: bool = False
    accepts_legal: Fact = field(default=Fact(name="aceita pessoa jurídica"))
    accepts_natural: Fact = field(default=Fact(name="aceita pessoa física"))

    accredited: Fact = field(
        default=Fact(name="credenciamento direto do médico no convênio, na data e no código")
    )
    consultation_only: Fact = field(default=Fact(name="credenciamento limitado a consultas"))
    covered: Fact = field(default=Fact(name="cobertura do código pelo plano"))
    forbids_complement: Fact = field(default=Fact(name="cláusula do contrato que veda complemento"))
    exclusive: Fact = field(default=Fact(name="cláusula de exclusividade do credenciamento"))

    agreement: Fact = field(default=Fact(name="acordo de honorários entre hospital e convênio"))
    characters: frozenset[Character] = frozenset(Character)
    """Those for which the agreement holds."""
    fees_requested: Fact = field(
        default=Fact(name="honorários pedidos pelo hospital com a autorização")
    )
    repasse_requested: Fact = field(
        default=Fact(name="repasse pedido pelo cirurgião, ou ainda no prazo")
    )
    accepts_direct: Fact = field(
        default=Fact(name="o hospital aceita repasse de médico credenciado")
    )
    allowed_by_side: bool = True
    """What the hospital's inside/outside rule says of the route."""
    in_package: bool = False

    member: Fact = field(default=Fact(name="filiação do médico à cooperativa na data"))
    contract: Fact = field(default=Fact(name="acordo da cooperativa com o convênio"))
    hospital_accepts: Fact = field(default=Fact(name="o hospital aceita a cooperativa"))
    repasse_open: Fact = field(default=Fact(name="repasse aberto no hospital para este convênio"))
    accepted_beside_repasse: Fact = field(
        default=Fact(name="a cooperativa é aceita embora haja repasse")
    )
    serves_role: bool | None = None
    """Whether the cooperative's specialty serves the role."""

    covered_route_exists: bool | None = None
    """Whether the case has a covered route at all, for what the patient would pay."""
    unpriced: str = ""
    """Why its contract gives the code no price; empty where it does."""
    others: tuple[Fact, ...] = ()
    """Other facts that it leans on: the table's, the deadline's."""

    @property
    def name(self) -> str:
        """What people call it: the route, with who bills by it."""
        if not self.billed_by:
            return self.route.label
        return Phrase("{route} {who}", route=self.route.label, who=self.billed_by)

    @property
    def way(self) -> Way:
        """The route with who bills by it, which tell an option from the others of its claim."""
        return Way(self.route, self.through)

    @property
    def key(self) -> str:
        """The same in one word."""
        return self.way.key

    @property
    def leans_on(self) -> tuple[Fact, ...]:
        """The facts that decide this route, whose age matters."""
        pays = self.accepts_legal if self.is_legal_person else self.accepts_natural
        # That the hospital has no repasse is what opens a cooperative without its word on both.
        closed = (self.repasse_open,) if self.repasse_open.holds is False else ()
        by_route = {
            Route.ACCREDITED: (self.accredited, self.consultation_only, pays),
            Route.REPASSE: (self.agreement, self.accredited, pays),
            Route.COOPERATIVE: (self.member, self.contract, self.hospital_accepts, pays, *closed),
            Route.PRIVATE: (self.accredited, self.covered),
            Route.CLASS_DIFFERENCE: (self.forbids_complement,),
        }
        return (*by_route[self.route], *self.others)
