"""Where an entry goes: everything the rules need to know, loaded beforehand.

One context serves every entry of an account part. Codes of payers, plans, accommodation types and
contracts are the catalogue's ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from honorarios.core.vocabulary import (
    AttendanceStatus,
    Character,
    PartStatus,
    PayerGroup,
    Setting,
)
from honorarios.launching.parameters import GeneralParameters

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from honorarios.core.vocabulary import (
        BillingRoute,
        CredentialMode,
        Role,
        Sex,
        Side,
        UpgradeReason,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceFacts:
    """The attendance (atendimento) and its patient."""

    setting: Setting
    status: AttendanceStatus = AttendanceStatus.OPEN
    character: Character = Character.ELECTIVE
    is_emergency: bool = False
    """Whether it came in by the emergency room; it counts as urgent, whatever its character."""
    sex: Sex | None = None
    birth_date: date | None = None
    started_on: date | None = None
    """Day of admission, for contracts priced by it."""
    workstation_cost_centre: str | None = None
    """Cost centre of the workstation (estação de trabalho) that opened it."""

    @property
    def urgent(self) -> bool:
        """Whether the attendance is urgência/emergência (seed, section 03)."""
        return self.is_emergency or self.character is Character.URGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class StayFacts:
    """A patient in a bed from one moment to another; ``start`` included, ``end`` excluded, None open."""

    bed: str
    start: datetime
    end: datetime | None = None
    bed_class: str | None = None
    accommodation: str | None = None
    """Accommodation type of the bed's class; None where the class has none."""
    rank: int | None = None
    """Rank of that type: the higher, the better."""
    cost_centre: str | None = None
    reason: UpgradeReason | None = None
    """Why the patient is in this bed, where it is above the plan's."""
    consented: bool = False
    """Whether the patient's consent to pay the difference is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """The patient's plan and the accommodation it contracted."""

    code: str
    accommodation: str | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """The account part (parcial) that the entry goes to."""

    key: Hashable
    """What the record knows the part by."""
    account: Hashable
    """What the record knows its account by; packages and duplicates are the account's."""
    payer: str
    billing_unit: str
    period_start: date
    payer_group: PayerGroup = PayerGroup.INSURER
    number: int = 1
    """Number of the part in its account, for messages."""
    status: PartStatus = PartStatus.OPEN
    plan: PlanFacts | None = None
    principal_provider: str | None = None
    """Code of the billing unit's principal provider."""
    contract: str | None = None
    """Contract that was given; None: found from payer, billing unit and route."""
    route: BillingRoute | None = None
    """Billing route; None: private for self-pay, else the hospital's repasse."""
    period_end: date | None = None
    """Last day of the period, included as the first is; None: open."""
    tax_invoice: bool = False
    """Whether a nota fiscal was issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivatePart:
    """The account's part for private expenses, where the fee difference goes."""

    key: Hashable
    number: int
    status: PartStatus = PartStatus.OPEN
    tax_invoice: bool = False


@dataclass(frozen=True, slots=True)
class CredentialFacts:
    """A provider's accreditation with the part's payer; both days included, None is open."""

    mode: CredentialMode
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderFacts:
    """A provider (prestador) as the part's payer sees them."""

    code: str
    specialty: str | None = None
    provider_class: str | None = None
    credentials: tuple[CredentialFacts, ...] = ()
    """The whole history; the rules take the one in force on the date."""


@dataclass(frozen=True, slots=True)
class OpenPackage:
    """The account's open package (gabarito): the units it allows by code, and those used already."""

    name: str
    allowed: Mapping[str, int] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    """Units of covered acts already on record: the act's quantity, which the trace of each of its
    shares keeps, since a share that does not divide by it has the quantity 1."""


@dataclass(frozen=True, slots=True)
class SplitShare:
    """What one receiver gets of a division by percentage."""

    provider: str
    percent: Decimal
    """Above 0, up to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRule:
    """A rule of division by percentage (seed, section 04): what is left goes to the principal provider."""

    provider: str
    """Whose acts it divides."""
    shares: tuple[SplitShare, ...]
    """They add up to at most 100 %."""
    valid_from: date
    valid_to: date | None = None
    codes: tuple[str, ...] = ()
    """Codes, beginnings or ranges, as in a catalogue; empty: every code."""
    contract: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRule:
    """An inside/outside rule (seed, section 06); every condition that is stated must hold."""

    side: Side
    valid_from: date
    valid_to: date | None = None
    payer: str | None = None
    plan: str | None = None
    provider: str | None = None
    provider_class: str | None = None
    codes: tuple[str, ...] = ()
    """Codes, beginnings or ranges, as in a catalogue; empty: every code."""
    role: Role | None = None
    setting: Setting | None = None


class LaunchedKey(NamedTuple):
    """What makes two lines identical (V13)."""

    code: str
    provider: str | None
    role: Role | None
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything that the rules need about where an entry goes."""

    attendance: AttendanceFacts
    part: PartFacts
    parameters: GeneralParameters = field(default_factory=GeneralParameters)
    stays: tuple[StayFacts, ...] = ()
    providers: Mapping[str, ProviderFacts] = field(default_factory=dict)
    """By code: those of the entries, of divisions and the principal one."""
    package: OpenPackage | None = None
    split_rules: Mapping[str, tuple[SplitRule, ...]] = field(default_factory=dict)
    """By the provider whose acts they divide."""
    side_rules: tuple[SideRule, ...] = ()
    launched: frozenset[LaunchedKey] = frozenset()
    """Active lines already on the account."""
    private_part: PrivatePart | None = None
    """Where a private line goes. None: the account has no such part yet, and one is created with it."""
    private_parts: tuple[PrivatePart, ...] = ()
    """Every private part of the account: a difference on record may be in an older one."""
