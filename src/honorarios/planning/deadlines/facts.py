"""What deadlines are counted from: the dated facts of a case and of the office's agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from honorarios.planning.clocks import Request
    from honorarios.planning.cutoffs import Cutoff, Event
    from honorarios.planning.deadlines.deadline import Kind, Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Surgery:
    """The surgery itself."""

    planned_on: date | None = None
    performed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request to the payer."""

    request: Request
    on: date
    answered_on: date | None = None
    """When an answer came that counts: generic ones (em análise, em auditoria) don't (RN 623/2024)."""
    performed_on: date | None = None
    """When what was asked was done."""
    ended_on: date | None = None
    """When the request was given up, or finally refused: nothing of it is waited for any more."""
    protocol: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Senha:
    """An authorisation, with the number that the payer gave it."""

    number: str
    granted_on: date
    valid_until: date | None = None
    """None: the payer didn't say."""
    used_on: date | None = None
    """When what it authorises was done, or it was replaced."""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An OPME quote asked of a supplier."""

    supplier: str
    requested_on: date
    received_on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """A pending item with its owner."""

    title: str
    due: date | None
    owner: str = ""
    """Name of the user whose it is."""
    done_on: date | None = None
    rule: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Papers to be handed in by one route."""

    kind: Kind
    """:attr:`Kind.HOSPITAL_INCLUSION`, ``COOPERATIVE_DELIVERY`` or ``PRESENTATION``."""
    receiver: str
    """Who takes them."""
    cutoff: Cutoff | None
    """None: nobody knows the rule."""
    source: str
    """Where the rule stands."""
    presumed: bool = False
    """Whether it counts from a day that is planned, and may still move."""
    delivered_on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A fee handed in, and when it should be paid."""

    payer: str
    owner: Owner
    """Who pays it: the payer itself, the hospital or the cooperative."""
    on: date
    usual_days: int | None = None
    """Median of the days that the office saw."""
    slow_days: int | None = None
    """P80 of them."""
    contract_due: date | None = None
    """When the contract has it paid, where nothing was seen."""
    paid_on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """A glosa, told by a statement."""

    on: date
    """Of the statement."""
    receiver: str
    appeal_days: int | None = None
    """By the contract; the payer has as many to reply (RN 503/2022)."""
    working: bool = False
    filed_on: date | None = None
    accepted_on: date | None = None
    """When it was decided not to contest it."""
    replied_on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """A payment, for its receipt or invoice."""

    on: date
    payer: str
    by_patient: bool
    to_company: bool
    """Whether a legal person received it."""
    documented_on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Reembolso of a patient who chose freely; the system never files it."""

    papers_on: date
    """When the patient's papers were complete at the payer."""
    payer: str
    refunded_on: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract with a payer, readjusted at its anniversary."""

    name: str
    payer: str
    """Whom its values are negotiated with."""
    since: date
    until: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A fact of the register of agreements that somebody confirmed until a day."""

    name: str
    expires_on: date
    asks: str = ""
    """Who can confirm it again, in Portuguese."""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """All that the deadlines of one case are counted from."""

    surgery: Surgery
    events: Mapping[Event, date]
    """What has happened of what cut-off rules count from."""
    requests: tuple[Asked, ...] = ()
    senhas: tuple[Senha, ...] = ()
    quotes: tuple[Quote, ...] = ()
    todos: tuple[Todo, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    closing_on: date | None = None
    """Day on which the hospital closes the account, where it is known."""
    closed_on: date | None = None
    presented: tuple[Presented, ...] = ()
    denied: tuple[Denied, ...] = ()
    paid: tuple[Paid, ...] = ()
    refunds: tuple[Refund, ...] = ()
