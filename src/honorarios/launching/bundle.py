"""A bundle: the lines on record that one act made, which are edited and reversed together.

The shares of a division, the private line of their difference and their facility fees name each
other by the record's keys; a line of none of these is a bundle of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import LineStatus

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from honorarios.launching.model import Recorded


@dataclass(frozen=True, slots=True)
class Bundle:
    """The lines in force that stand and fall together."""

    acts: tuple[Recorded, ...]
    """The line of the act, or the shares it was divided into, in their order on record."""
    differences: tuple[Recorded, ...] = ()
    """The private line of the fee difference, if any."""
    fees: tuple[Recorded, ...] = ()
    """The facility fees that the act brought."""

    @property
    def head(self) -> Recorded:
        """The line that stands for the act: the first of its shares."""
        return self.acts[0]

    @property
    def part(self) -> Hashable:
        """The key of the part of the account that the act is in."""
        return self.head.part

    @property
    def lines(self) -> tuple[Recorded, ...]:
        """All of them."""
        return self.acts + self.differences + self.fees


def bundle_of(account: Iterable[Recorded], which: Recorded) -> Bundle:
    """The bundle of a line, given the account's lines.

    A difference leads to the act it is of; a facility fee may go without its act, and is alone. A line
    that is not in force is alone too.
    """
    if which.status is not LineStatus.ACTIVE or which.automatic_of is not None:
        return Bundle((which,))
    active = [line for line in account if line.status is LineStatus.ACTIVE]
    of = which.key if which.difference_of is None else which.difference_of
    act = next((line for line in active if line.key == of), None)
    if act is None:
        return Bundle((which,))
    acts = tuple(line for line in active if line is act or _same_group(line, act))
    keys = {line.key for line in acts}
    return Bundle(
        acts=acts,
        differences=tuple(line for line in active if line.difference_of in keys),
        fees=tuple(line for line in active if line.automatic_of in keys),
    )


def bundles_of(account: Iterable[Recorded]) -> Iterator[Bundle]:
    """Every bundle of an account that is in force, in the order of their acts."""
    lines = list(account)
    seen: set[Hashable] = set()
    for line in lines:
        follows = line.difference_of is not None or line.automatic_of is not None
        if line.status is not LineStatus.ACTIVE or follows or line.key in seen:
            continue
        bundle = bundle_of(lines, line)
        seen.update(member.key for member in bundle.lines)
        yield bundle


def _same_group(line: Recorded, act: Recorded) -> bool:
    return act.split_group is not None and line.split_group == act.split_group
