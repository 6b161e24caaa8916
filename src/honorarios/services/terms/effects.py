"""What a change of terms does to real acts: each priced by both catalogues, side by side.

Only what an act is (its code, its role, its hour) and its value are told, never whose it is: who keeps
the terms sees no patient and no colleague's production by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.vocabulary import LineKind, LineStatus
from honorarios.records import selectors
from honorarios.records.selectors import Scope
from honorarios.services.check.prices import asked
from honorarios.services.pricers import pricer_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.launching.prices import Price
    from honorarios.pricing.compile import Compiled
    from honorarios.services.actor import Actor

MOST_LINES: Final = 2_000
"""Acts of one comparison: enough for the last month of a contract, few enough for a form."""
SPAN: Final = timedelta(days=31)
FAR: Final = timedelta(days=366)
EXAMPLES: Final = 8
_COLUMNS: Final = ("code", "description", "start", "role", "kept", "split_group")


@dataclass(frozen=True, slots=True)
class Example:
    """An act priced by both."""

    code: str
    description: str
    role: str
    start: datetime
    before: int | None
    """In centavos; None where there is no price."""
    after: int | None
    before_status: str
    after_status: str

    @property
    def moved(self) -> int:
        """How much more it is, in centavos."""
        return (self.after or 0) - (self.before or 0)


@dataclass(frozen=True, slots=True)
class Effects:
    """What both catalogues make of the acts of a span of days."""

    first: date | None = None
    last: date | None = None
    acts: int = 0
    changed: int = 0
    """Acts whose value, or its absence, isn't the same."""
    before: int = 0
    """Sum by the first catalogue, in centavos."""
    after: int = 0
    unpriced: int = 0
    """Acts that the second catalogue has no price for, while the first has."""
    bounded: bool = False
    """Whether there are more acts than were priced."""
    examples: tuple[Example, ...] = ()
    """Of those that change, of each kind of act the one that moves most; else some that don't."""

    @property
    def moved(self) -> int:
        """How much more money it is, in centavos."""
        return self.after - self.before


def effects_of(
    actor: Actor, before: Compiled, after: Compiled, contract: str | None = None
) -> Effects:
    """The last month of acts that the actor's units launched, or of one contract's, by both catalogues."""
    rows = _acts(actor, contract)
    if not rows:
        return Effects()
    lines = [asked(row["kept"]) for row in rows[:MOST_LINES]]
    examples = [
        _example(row, one, other)
        for row, one, other in zip(
            rows, pricer_of(before).price(lines), pricer_of(after).price(lines), strict=False
        )
    ]
    return Effects(
        first=min(one.start for one in examples).date(),
        last=max(one.start for one in examples).date(),
        acts=len(examples),
        changed=sum(one.before != one.after for one in examples),
        before=sum(one.before or 0 for one in examples),
        after=sum(one.after or 0 for one in examples),
        unpriced=sum(one.after is None and one.before is not None for one in examples),
        bounded=len(rows) > MOST_LINES,
        examples=_told(examples),
    )


def _acts(actor: Actor, contract: str | None) -> list[Mapping[str, Any]]:
    """The fees of the last month that there are any of; of a division, the act once."""
    rows = (
        selectors.lines(Scope(actor.office_id, actor.unit_ids))
        .filter(
            status=LineStatus.ACTIVE.code_name,
            kind=LineKind.PROFESSIONAL_FEE.code_name,
            difference_of__isnull=True,
        )
        .order_by("-start", "-pk")
    )
    newest = rows.values_list("start", flat=True).first()
    if newest is not None and contract is not None:
        # What a trace says has no index: a contract without acts in a year isn't looked for further.
        rows = rows.filter(start__gt=newest - FAR, kept__contract_used=contract)
        newest = rows.values_list("start", flat=True).first()
    if newest is None:
        return []
    found = rows.filter(start__gt=newest - SPAN).values(*_COLUMNS)[: MOST_LINES + 1]
    seen: set[object] = set()
    acts = []
    for row in found:
        if row["split_group"] is not None and row["split_group"] in seen:
            continue
        seen.add(row["split_group"])
        acts.append(row)
    return acts


def _example(row: Mapping[str, Any], before: Price, after: Price) -> Example:
    return Example(
        code=row["code"],
        description=row["description"],
        role=row["role"],
        start=row["start"],
        before=before.total if before.priced else None,
        after=after.total if after.priced else None,
        before_status=before.status.code_name,
        after_status=after.status.code_name,
    )


def _told(examples: Sequence[Example]) -> tuple[Example, ...]:
    ordered = sorted(examples, key=lambda one: (one.before == one.after, -abs(one.moved)))
    found: dict[tuple[str, str], Example] = {}
    for one in ordered:
        found.setdefault((one.code, one.role), one)
    return tuple(found.values())[:EXAMPLES]
