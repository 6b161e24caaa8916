"""What the reports show: plain data, already cut to what its reader may see. Amounts are centavos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - the digest of the content reads the annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """When and for whom a document is made; it is no part of its content."""

    at: datetime
    """Wall time of the office."""
    by: str
    """Name of the person who asked for it."""
    trail_head: str = ""
    """Hash of the newest event of the audit trail, so that a trail cut short is noticed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What some lines add up to, as the heading and the foot of a report say it."""

    lines: int = 0
    """Lines in force."""
    total: int = 0
    """By the tables, whatever packages cover."""
    charged: int = 0
    outside: int = 0
    """Of what is charged, what the payer owes the provider and not the hospital."""

    @property
    def inside(self) -> int:
        """Of what is charged, what the hospital receives."""
        return self.charged - self.outside

    @property
    def covered(self) -> int:
        """What packages cover, or nobody is charged."""
        return self.total - self.charged

    def __add__(self, other: Sums) -> Sums:
        """Both together."""
        return Sums(
            lines=self.lines + other.lines,
            total=self.total + other.total,
            charged=self.charged + other.charged,
            outside=self.outside + other.outside,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorLine:
    """A fee line of an account mirror."""

    number: int
    day: datetime
    code: str
    description: str
    role: str
    """Portuguese word, as every text here."""
    provider: str
    council: str
    factors: str
    """How the value came to be, in a few words."""
    quantity: int
    unit_value: int
    total: int
    charged: int
    outside: bool
    mark: str = ""
    """What is particular about it: reversed, in the package, share of a division."""
    struck: bool = False
    """Whether it counts for nothing: reversed, or the reversal itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorGroup:
    """Lines of one surgery, or the acts of no surgery."""

    title: str
    lines: tuple[MirrorLine, ...]
    sums: Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorPart:
    """An account part."""

    seq: int
    payer: str
    plan: str
    unit: str
    period: str
    status: str
    private: bool
    """Whether the patient pays."""
    papers: str
    """Tax invoice and remittance, where there are any."""
    groups: tuple[MirrorGroup, ...]
    sums: Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A patient as the reader may see them."""

    name: str
    record: str
    """Number of the record (prontuário); empty where only initials are shown."""
    birth: date | None
    sex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Espelho de conta: an account with its parts, lines and sums, as it stands."""

    office: str
    hospital: str
    attendance: str
    account: int
    setting: str
    character: str
    admission: datetime
    discharge: datetime | None
    attendance_status: str
    patient: Person
    parts: tuple[MirrorPart, ...]
    only_of: str = ""
    """The physician to whose production it is cut; empty where it is whole."""

    @property
    def sums(self) -> Sums:
        """What all parts add up to."""
        return sum((part.sums for part in self.parts), Sums())

    @property
    def private(self) -> Sums:
        """What the patient pays: parts of a self-paying payer."""
        return sum((part.sums for part in self.parts if part.private), Sums())


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A line of a physician's production."""

    day: datetime
    attendance: str
    patient: str
    """Initials."""
    payer: str
    unit: str
    code: str
    description: str
    role: str
    factors: str
    quantity: int
    unit_value: int
    total: int
    charged: int
    outside: bool
    share: str
    """Share of a division in percent, or empty."""
    situation: str
    """Where the money is: in course, blocked and why, billed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An amount under a name: of a payer, of a state."""

    name: str
    lines: int
    charged: int
    outside: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Demonstrativo: a provider's own lines of a period, with where the money of each is."""

    office: str
    provider: str
    council: str
    specialty: str
    first_day: date
    last_day: date
    lines: tuple[StatementLine, ...]
    by_payer: tuple[Tally, ...]
    by_situation: tuple[Tally, ...]
    sums: Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingRow:
    """What was launched for a payer, a unit, a provider or in a state, and how much of it stands where."""

    name: str
    lines: int
    charged: int
    outside: int
    billed: int
    ready: int
    """Released, waiting for the remittance."""
    under_way: int
    """In open or closed parts that nothing holds up."""
    blocked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Something that keeps parts from being closed."""

    code: str
    """Code of the finding."""
    reason: str
    parts: int
    lines: int
    charged: int
    """In the parts that it keeps open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedPart:
    """A part that can't be closed, and why."""

    attendance: str
    account: int
    seq: int
    payer: str
    unit: str
    status: str
    charged: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Fechamento: what was launched in a period, by whom it is owed, and what keeps it from being billed."""

    office: str
    first_day: date
    last_day: date
    about: str
    """The filters, in words."""
    by_payer: tuple[ClosingRow, ...]
    by_unit: tuple[ClosingRow, ...]
    by_provider: tuple[ClosingRow, ...]
    by_situation: tuple[Tally, ...]
    obstacles: tuple[Obstacle, ...]
    blocked: tuple[BlockedPart, ...]
    examined: int
    """Parts that went through the closing checks."""
    left: int
    """Parts that were too many to go through them."""
    sums: Sums
