"""What was priced in vain: every line went through, and none of them has a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.findings import Finding


def nothing_priced(statuses: Mapping[str, int]) -> list[Finding]:
    """The finding that no line has a value, with the most frequent reason; none if one has.

    Args:
        statuses: Lines by status, priced ones included.
    """
    from honorarios.cli import codes
    from honorarios.core.findings import Place
    from honorarios.pricing.status import Status

    if not statuses or statuses.get(Status.PRICED.code_name):
        return []
    name = max(statuses, key=lambda status: statuses[status])
    status = Status[name.upper()]
    words = {"count": statuses[name], "lines": sum(statuses.values())}
    found = codes.NOTHING_PRICED.at(Place(), reason=status.message, tip=status.tip, **words)
    return [found]
