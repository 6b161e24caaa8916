"""The model: parts, acts and what each act is on the account, decided by the rules alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.services.model import prices
from tests.services.model.prices import APARTMENT, EXAM, INSURER, OVERTIME, PRIVATE, SURGERY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

LAUNCHABLE: Final = ("open", "closed")
DIFFERENCES: Final = ("diferenca", "privado")
"""Contracts of fee difference: without and with a private table."""
DIRECT: Final = ("medico", "hospital")
"""Accredited directly; ``indireto`` is not."""
PRINCIPAL: Final = "hospital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was entered: one act of one professional."""

    code: str
    start: datetime
    provider: str
    role: str
    quantity: int = 1
    secondary: bool = False
    """Second act by the same route: half."""
    outside: bool = False
    receiver: str | None = None
    """Who gets the fee of a division by value."""
    decision: str | None = None


class Line(NamedTuple):
    """What an act is on the account; ``part`` is the key of a part."""

    part: int
    provider: str | None
    total: int
    charged: int
    outside: bool = False


@dataclass(slots=True)
class Part:
    """A part of the account."""

    key: int
    contract: str
    seq: int
    private: bool = False
    status: str = "open"
    invoiced: bool = False
    remittance: int | None = None

    @property
    def takes_lines(self) -> bool:
        """Whether V2 and V3 let lines in."""
        return self.status in LAUNCHABLE and not (self.private and self.invoiced)


@dataclass(slots=True)
class Entry:
    """An act on record: one portion of what was entered, with its lines."""

    act: Act
    part: int
    treatment: str
    form: str
    lines: list[Line]
    uid: str
    """Of the line that stands for it."""
    special: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """What a portion of an act becomes; its private line is on the key 0 until a part is known."""

    act: Act
    treatment: str
    form: str
    shares: tuple[tuple[str, int, bool], ...]
    private: int = 0
    fee: bool = False


@dataclass(slots=True)
class World:
    """What the office decided, and where the patient lies; a sequence begins with one of these."""

    urgent: bool
    beds: str
    """``none``, ``ward``, ``apartment`` or ``moved``, to the apartment on the 20th."""
    package: str
    """``none``, ``unchecked``, ``covered``, ``on_top``, ``ask`` or ``allowance``."""
    allowed: int = 0
    """Units of the surgery that the package allows."""

    def is_superior(self, moment: datetime) -> bool:
        """Whether the patient is in the apartment then."""
        return self.beds == "apartment" or (self.beds == "moved" and moment.day >= 20)


class RefusedError(Exception):
    """The rules let nothing be written."""


@dataclass(slots=True)
class Book:
    """The whole account."""

    world: World
    rules: dict[str, list[tuple[str, Decimal]]] = field(default_factory=dict)
    """Who receives what of a provider's acts, in %."""
    parts: dict[int, Part] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    sent: dict[int, dict[int, int]] = field(default_factory=dict)
    """What each remittance was issued with, by part."""
    cancelled: bool = False

    # What becomes of an act.

    def launched(self, acts: Sequence[Act], part: Part) -> list[list[Portion]] | None:
        """What acts that are launched together become: nothing if one is asked about, None if one is refused."""
        found, taken = [], dict[str, int]()
        try:
            self.check_place(part)
            for act in acts:
                portions = list(self.portions(act, part, taken.get(act.code, 0)))
                covered = sum(one.act.quantity for one in portions if one.treatment == "covered")
                taken[act.code] = taken.get(act.code, 0) + covered
                found.append(portions)
        except RefusedError:
            return None
        asked = self.world.package == "ask" and any(act.decision is None for act in acts)
        return [] if asked else found

    def portions(self, act: Act, part: Part, taken: int) -> Iterator[Portion]:
        """What an act becomes; ``taken`` units of its code are the package's by acts of the same launch."""
        if part.private:
            raise RefusedError("no contract with private payers")
        for number, (quantity, treatment) in enumerate(self.treated(act, taken)):
            portion = self.portion(replace(act, quantity=quantity), part, treatment)
            yield replace(portion, fee=number == 0 and self.brings_fee(act, part))

    def portion(self, act: Act, part: Part, treatment: str, *, undivided: bool = False) -> Portion:
        """What some units of an act become under a treatment; an undivided act that is edited stays so."""
        superior = self.world.is_superior(act.start)
        difference = superior and part.contract in DIFFERENCES
        factors = self.factors(act)
        bed = 1 if difference or not superior else APARTMENT
        row = INSURER[act.code]
        total = prices.unit_of(row, act.role, (*factors, bed)) * act.quantity
        fee = prices.rounded(prices.fee_of(row, act.role, (*factors, bed))) * act.quantity
        form, shares = self.shares(act, total, fee, undivided=undivided)
        if any(amount <= 0 for _, amount, _ in shares):
            raise RefusedError("V7")
        if any(outside and provider == PRINCIPAL for provider, _, outside in shares):
            raise RefusedError("V11")
        private = self.private_total(act, part, factors, total) if difference else 0
        if private > 0 and not self.has_room_for_private():
            raise RefusedError("frozen private part")
        return Portion(act, treatment, form, tuple(shares), max(private, 0))

    def check_place(self, part: Part) -> None:
        """V1 to V3."""
        if self.cancelled or not part.takes_lines:
            raise RefusedError("V1 to V3")

    def factors(self, act: Act) -> list[Decimal | int]:
        """What multiplies the fee besides the bed."""
        hours = OVERTIME if self.world.urgent and prices.is_overtime(act.start) else 1
        return [hours, Decimal("0.5") if act.secondary else 1]

    def shares(
        self, act: Act, total: int, fee: int, *, undivided: bool
    ) -> tuple[str, list[tuple[str, int, bool]]]:
        """Who gets what of an act, inside or outside the account (3.10, 3.12)."""
        if act.receiver is not None:
            if act.provider != PRINCIPAL or act.code != EXAM:
                raise RefusedError("no division by value")
            cost = (PRINCIPAL, total - fee, self.is_outside(act, PRINCIPAL))
            return "value", [cost, (act.receiver, fee, self.is_outside(act, act.receiver))]
        rule = self.rules.get(act.provider)
        if rule is None or undivided:
            return "none", [(act.provider, total, self.is_outside(act, act.provider))]
        *amounts, rest = prices.percent_shares(total, [percent for _, percent in rule])
        found = [
            (receiver, amount, receiver == act.provider or self.is_outside(act, receiver))
            for (receiver, _), amount in zip(rule, amounts, strict=True)
        ]
        if sum(percent for _, percent in rule) < 100:
            found.append((PRINCIPAL, rest, False))
        return "percent", found

    def is_outside(self, act: Act, provider: str) -> bool:
        """Rows 4, 5 and 7 of 3.12."""
        return act.outside and provider in DIRECT

    def private_total(
        self, act: Act, part: Part, factors: list[Decimal | int], insurer: int
    ) -> int:
        """The private line of a difference (3.11); 0 where there is none."""
        if part.contract == "diferenca":
            superior = INSURER[act.code]
        elif act.code in PRIVATE:
            superior = PRIVATE[act.code]
        else:
            return 0
        unit = prices.unit_of(superior, act.role, (*factors, APARTMENT))
        return unit * act.quantity - insurer

    def brings_fee(self, act: Act, part: Part) -> bool:
        """The conditions of 3.4b."""
        surgeons = act.role == "surgeon" and not act.secondary
        return part.contract == "taxas" and act.code == SURGERY and surgeons

    # The package (3.4).

    def treated(self, act: Act, taken: int) -> list[tuple[int, str]]:
        """The units of an act by what the package does to them."""
        match self.world.package:
            case "none" | "unchecked":
                return [(act.quantity, "normal")]
            case "ask":
                declined = act.decision == "decline"
                return [(act.quantity, "covered" if declined else "on_top")]
            case "allowance":
                covered = min(act.quantity, max(self.allowance(act.code) - taken, 0))
                found = [(covered, "covered"), (act.quantity - covered, "on_top")]
                return [(units, treatment) for units, treatment in found if units]
            case always:
                return [(act.quantity, always)]

    def allowance(self, code: str) -> int:
        """What the package still allows of a code."""
        used = sum(
            entry.act.quantity
            for entry in self.entries
            if entry.act.code == code and entry.treatment == "covered"
        )
        return (self.world.allowed if code == SURGERY else 0) - used

    # Parts.

    def private_part(self) -> Part | None:
        """Where a private line goes: a part that takes lines if any does, else the newest; None opens one."""
        private = [part for part in self.parts.values() if part.private]
        alive = [part for part in private if part.status != "cancelled"]
        return max(alive, key=usefulness, default=None)

    def has_room_for_private(self) -> bool:
        """Whether a private line can be written at all."""
        part = self.private_part()
        return part is None or part.takes_lines

    def is_held_elsewhere(self, entry: Entry) -> bool:
        """Whether a line of an act is in a private part that is frozen."""
        elsewhere = {line.part for line in entry.lines} - {entry.part}
        return any(not self.parts[key].takes_lines for key in elsewhere)

    def has_halves_elsewhere(self, key: int) -> bool:
        """Whether a part has half of a difference whose other half is in another one."""
        halves = ({line.part for line in entry.lines} for entry in self.entries)
        return any(key in parts and len(parts) > 1 for parts in halves)

    def lines(self, key: int) -> Iterator[Line]:
        """The lines in force of a part."""
        for entry in self.entries:
            yield from (line for line in entry.lines if line.part == key)

    def charged(self, key: int) -> int:
        """What a part charges."""
        return sum(line.charged for line in self.lines(key))

    # What is written.

    def written(self, portion: Portion, part: int, private: int | None) -> list[Line]:
        """The lines of a portion, its private one in the part of that key."""
        charged = portion.treatment not in ("covered", "not_charged")
        found = [
            Line(part, provider, total, total if charged else 0, outside)
            for provider, total, outside in portion.shares
        ]
        if portion.private and private is not None:
            provider, total = portion.act.provider, portion.private
            found.append(Line(private, provider, total, total))
        if portion.fee:
            fee = prices.FACILITY_FEE
            found.append(Line(part, None, fee, fee if charged else 0))
        return found


def usefulness(part: Part) -> tuple[bool, bool, int]:
    """Of several private parts, which one a line goes to."""
    return part.takes_lines, part.status == "open", part.seq
