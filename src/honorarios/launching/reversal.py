"""Reversal (estorno): an opposite line for each line of a bundle (``spec: launching 3.3``).

The division, the fee difference and the facility fees of an act are reversed with it; special items
may be reversed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.core.findings import Place, has_errors
from honorarios.launching import checks, codes
from honorarios.launching.bundle import bundle_of
from honorarios.launching.states import frozen_state, is_frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Context, Line, Recorded


@dataclass(frozen=True, slots=True)
class Mirror:
    """The opposite of a line on record, to be written; it goes to the part the line is in."""

    of: Recorded
    line: Line
    reason: str


@dataclass(frozen=True, slots=True)
class Reversal:
    """What becomes of a wish to reverse."""

    preview: tuple[Mirror, ...]
    """The opposite lines, to be shown."""
    findings: tuple[Finding, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether something forbids it."""
        return has_errors(self.findings)

    @property
    def mirrors(self) -> tuple[Mirror, ...]:
        """The opposite lines to write; none if it is forbidden."""
        return () if self.blocked else self.preview


def reverse(
    account: Sequence[Recorded], which: Recorded, context: Context, reason: str
) -> Reversal:
    """Reverse a line of an account with everything that goes with it.

    ``context`` is that of the act's own part (:attr:`~honorarios.launching.bundle.Bundle.part`), which
    is another one than that of a private line of difference.
    """
    bundle = bundle_of(account, which)
    found = checks.of_reversal(which, context, Place())
    found += frozen_elsewhere(bundle, context)
    if not reason.strip():
        found.append(codes.NO_REASON.at(Place(field="reason")))
    why = reason.strip()
    return Reversal(tuple(mirror(line, why) for line in bundle.lines), tuple(found))


def mirror(recorded: Recorded, reason: str) -> Mirror:
    """The opposite of a line: the same unit value, the other sign of quantity, total and charge."""
    line = recorded.line
    opposite = replace(line, quantity=-line.quantity, total=-line.total, charged=-line.charged)
    return Mirror(recorded, opposite, reason)


def frozen_elsewhere(bundle: Bundle, context: Context) -> list[Finding]:
    """What forbids touching the lines of a bundle that are in private parts of the account.

    Raises:
        ValueError: if a line is neither in the context's part nor in a private one.
    """
    known = {part.key: part for part in context.private_parts}
    if context.private_part is not None:
        known[context.private_part.key] = context.private_part
    elsewhere = dict.fromkeys(line.part for line in bundle.lines if line.part != context.part.key)
    if elsewhere.keys() - known.keys():
        message = f"the context is not that of the act's part: {list(elsewhere)}"
        raise ValueError(message)
    frozen = [known[key] for key in elsewhere if is_frozen(known[key])]
    return [
        codes.FROZEN_PRIVATE_PART.at(Place(), number=part.number, state=frozen_state(part))
        for part in frozen
    ]
