"""What is asked to plan a surgery. Clinical hours are wall time of the place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import AccessRoute, Character, Laterality, Setting, UpgradeReason
from honorarios.records.models.facts import Answer, ReceivesAs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from honorarios.core.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What may be said of a surgery and changed until it ends."""

    hospital_id: int | None
    payer_id: int | None
    plan_id: int | None = None
    character: Character = Character.ELECTIVE
    setting: Setting = Setting.INPATIENT
    indicated_on: date | None
    planned_at: datetime | None = None
    admitted_on: date | None = None
    discharged_on: date | None = None
    contracted_accommodation_id: int | None = None
    """None: what the plan says, where it says any."""
    occupied_accommodation_id: int | None = None
    upgrade_reason: UpgradeReason | None = None
    responsible_id: int | None = None
    needs_opme: bool = False
    free_choice: bool = False
    fees_requested: Answer = Answer.UNKNOWN
    repasse_requested_on: date | None = None
    consent_signed_on: date | None = None
    budget_signed_on: date | None = None
    knew_of_network: Answer = Answer.UNKNOWN
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAct:
    """A procedure to plan."""

    code: str
    quantity: int = 1
    access_route: AccessRoute = AccessRoute.SINGLE
    laterality: Laterality | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Somebody to take part."""

    provider_id: int | None = None
    provider_code: str = ""
    """Instead of the number: the code, as files and lists have it."""
    role: Role
    receives_as: ReceivesAs = ReceivesAs.NATURAL
    act_ids: tuple[int, ...] = ()
    """Acts in which they act; none: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A surgery to plan, with its acts and its team at once."""

    patient_id: int | None
    """Somebody who is registered; None: ``patient`` is registered with it."""
    patient: Mapping[str, object] = field(default_factory=dict)
    """Values of a new patient, by the fields of their register."""
    number: str = ""
    """Empty: the next one of the year."""
    facts: CaseFacts
    acts: tuple[NewAct, ...] = ()
    members: tuple[NewMember, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """A request to the payer."""

    kind: str
    """A value of :class:`honorarios.records.models.RequestKind`."""
    requested_on: date
    protocol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswer:
    """What the payer answered to a request."""

    answer: str
    """A value of :class:`honorarios.records.models.RequestAnswer` but for pending."""
    answered_on: date
    text: str = ""
    senha: str = ""
    valid_until: date | None = None
    quantities: Mapping[int, int] = field(default_factory=dict)
    """Of a partial answer: how many times each planned act was authorised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTask:
    """Something that is pending."""

    title: str
    kind: str = "other"
    owner_id: int | None = None
    due: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """How a surgery was done, and the attendance that it is part of."""

    performed_at: datetime
    attendance_id: int | None = None
    """One that is open already; None: one is opened where ``attendance_number`` names it."""
    attendance_number: str = ""
