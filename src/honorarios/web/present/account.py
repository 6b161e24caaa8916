"""An account as its page shows it: the lines of a part by surgery, each with what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from honorarios.core.vocabulary import LineKind, LineStatus, SplitForm, Treatment
from honorarios.services.fees.accounts import sums_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from honorarios.services.fees import AccountView, LineView, PartView, Sums

ACTIVE = LineStatus.ACTIVE.code_name
REVERSAL = LineStatus.REVERSAL.code_name


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know of a line, and where to read on."""

    text: str
    href: str = ""
    kind: str = "muted"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A line of the table."""

    line: LineView
    provider: str
    """Name of whoever acted, or the code where it isn't registered."""
    child: bool
    """Whether it hangs on the line above: a share, a fee that came by itself, a reversal."""
    notes: tuple[Note, ...]
    fresh: bool
    """Whether it was launched just now."""
    changeable: bool
    reversible: bool

    @property
    def spot(self) -> str:
        """The row's name in the page's address."""
        return f"linha-{self.line.uid}"

    @property
    def crossed(self) -> bool:
        """Whether it counts no longer: reversed, or the reversal itself."""
        return self.line.status != ACTIVE


@dataclass(frozen=True, slots=True)
class Surgery:
    """Lines of acts that began together."""

    start: datetime
    end: datetime | None
    loose: bool
    """Whether each act has an hour of its own: visits, consultations."""
    acts: int
    people: int
    rows: tuple[LineRow, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Shown:
    """What the rows of a part depend on besides its lines."""

    names: Mapping[str, str]
    """Of providers, by code."""
    elsewhere: Mapping[UUID, tuple[PartView, LineView]]
    """Every line of the account with its part, by identifier."""
    differences: Mapping[UUID, Sequence[tuple[PartView, LineView]]] = field(default_factory=dict)
    """Private lines of fee differences in force, by the line that they are the other half of."""
    fresh: Collection[int] = field(default_factory=frozenset)
    """Numbers of lines launched just now."""
    open: bool = False
    """Whether the part takes changes."""


def lines_of(account: AccountView) -> dict[UUID, tuple[PartView, LineView]]:
    """Every line of an account with its part."""
    return {line.uid: (part, line) for part in account.parts for line in part.lines if line.uid}


def differences_of(account: AccountView) -> dict[UUID, list[tuple[PartView, LineView]]]:
    """The private lines of fee differences in force, by the line that they are the other half of."""
    found: dict[UUID, list[tuple[PartView, LineView]]] = {}
    for part in account.parts:
        for line in part.lines:
            if isinstance(line.difference_of, UUID) and line.status == ACTIVE:
                found.setdefault(line.difference_of, []).append((part, line))
    return found


def surgeries(part: PartView, shown: Shown) -> list[Surgery]:
    """The lines of a part, those of acts that began together under one head, in time's order.

    Acts of one person alone, as visits are, stand under one head while no surgery comes between.
    """
    ordered = sorted(_in_order(part.lines), key=lambda pair: pair[0].start)
    together = [list(pairs) for _start, pairs in groupby(ordered, key=lambda pair: pair[0].start)]
    groups = groupby(together, key=_alone)
    return [
        _surgery(pairs, shown, loose=alone)
        for alone, some in groups
        for pairs in ([[pair for one in some for pair in one]] if alone else some)
    ]


def _alone(pairs: Sequence[tuple[LineView, bool]]) -> bool:
    """Whether lines that began together are one act of one person."""
    active = [line for line, _ in pairs if line.status == ACTIVE]
    return len({line.code for line in active}) <= 1 and len({line.provider for line in active}) <= 1


def _surgery(pairs: Sequence[tuple[LineView, bool]], shown: Shown, *, loose: bool) -> Surgery:
    lines = [line for line, _ in pairs]
    active = [line for line in lines if line.status == ACTIVE]
    return Surgery(
        start=lines[0].start,
        end=max((line.end for line in lines if line.end), default=None),
        loose=loose,
        acts=(
            len([line for line in active if line.automatic_of is None])
            if loose
            else len({line.code for line in active if line.automatic_of is None})
        ),
        people=len({line.provider for line in active if line.provider}),
        rows=tuple(_row(line, shown, child=child) for line, child in pairs),
        sums=sums_of(lines),
    )


def _in_order(lines: Sequence[LineView]) -> Iterator[tuple[LineView, bool]]:
    """Lines by number, each followed by what hangs on it; with whether it hangs."""
    hanging: dict[UUID, list[LineView]] = {}
    own = {line.uid for line in lines}
    first_share: dict[object, LineView] = {}
    roots = []
    for line in lines:
        on = line.reverses or line.automatic_of or line.difference_of
        if on is None and line.split_group is not None and line.status == ACTIVE:
            head = first_share.setdefault(line.split_group, line)
            on = None if head is line else head.uid
        # What it hangs on may be in another part.
        if on in own and on != line.uid:
            hanging.setdefault(on, []).append(line)  # type: ignore[arg-type]
        else:
            roots.append(line)
    for line in roots:
        yield from _with_hanging(line, hanging, child=False)


def _with_hanging(
    line: LineView, hanging: Mapping[UUID, list[LineView]], *, child: bool
) -> Iterator[tuple[LineView, bool]]:
    yield line, child
    for other in hanging.get(line.uid, ()) if line.uid else ():
        yield from _with_hanging(other, hanging, child=True)


def _row(line: LineView, shown: Shown, *, child: bool) -> LineRow:
    active = line.status == ACTIVE
    fee = line.kind == LineKind.FACILITY_FEE.code_name
    return LineRow(
        line=line,
        provider=shown.names.get(line.provider or "", line.provider or ""),
        child=child,
        notes=tuple(_notes(line, shown)),
        fresh=line.number in shown.fresh,
        changeable=shown.open and active and not fee and not line.special,
        reversible=shown.open and active,
    )


def _notes(line: LineView, shown: Shown) -> Iterator[Note]:
    if line.status == REVERSAL and line.reverses is not None:
        of = shown.elsewhere.get(line.reverses)
        number = of[1].number if of else "—"
        told = _("estorno da linha %(number)s") % {"number": number}
        yield Note(f"{told}: {line.reason}" if line.reason else told)
    elif line.status != ACTIVE:
        yield Note(_("estornada"))
    if line.split_form == SplitForm.PERCENT.code_name and line.split_percent is not None:
        percent = f"{line.split_percent.normalize():f}".replace(".", ",")
        yield Note(_("divisão: %(percent)s %%") % {"percent": percent}, kind="info")
    elif line.split_form == SplitForm.VALUE.code_name:
        yield Note(_("divisão por valor"), kind="info")
    if line.outside:
        yield Note(_("fora da conta"), kind="info")
    if line.automatic_of is not None:
        yield Note(_("taxa automática"), kind="info")
    yield from _differences(line, shown)
    if line.treatment != Treatment.NORMAL.code_name:
        yield Note(_(Treatment[line.treatment.upper()].label), kind="warn")
    if line.special:
        yield Note(_("item especial"), kind="warn")


def _differences(line: LineView, shown: Shown) -> Iterator[Note]:
    """The other half of a fee difference, in its part."""
    if isinstance(line.difference_of, int) or line.uid is None:
        return
    if line.difference_of is not None and line.difference_of in shown.elsewhere:
        part, other = shown.elsewhere[line.difference_of]
        text = _("diferença da linha %(number)s da parcial %(seq)s")
        yield Note(
            text % {"number": other.number, "seq": part.seq},
            f"?parcial={part.id}#linha-{other.uid}",
            "info",
        )
    for part, other in shown.differences.get(line.uid, ()):
        text = _("diferença na parcial %(seq)s")
        yield Note(text % {"seq": part.seq}, f"?parcial={part.id}#linha-{other.uid}", "info")
