"""Every fault of a line at once, where its status tells the first alone.

The cell that the status is about is replaced by one that passes, and the line is priced again: what
the next status says is the next fault. So the law of the checks is the engine's, and nobody else's.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import Role
from honorarios.pricing.columns import INPUT_NAMES
from honorarios.pricing.line import LinePricer
from honorarios.pricing.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.pricing.compile import Compiled

STATUSES: Final = {status.code_name: status for status in Status}
PASSING: Final[Mapping[Status, tuple[str, object]]] = {
    Status.MISSING_CODE: ("code", "0"),
    Status.INVALID_CODE: ("code", "0"),
    Status.MISSING_START: ("start", datetime(2000, 1, 1)),
    Status.INVALID_START: ("start", datetime(2000, 1, 1)),
    Status.INVALID_END: ("end", None),
    Status.START_AFTER_END: ("end", None),
    Status.ACT_TOO_LONG: ("end", None),
    Status.MISSING_ROLE: ("role", Role.SURGEON),
    Status.INVALID_ROLE: ("role", Role.SURGEON),
    Status.INVALID_ACCESS_ROUTE: ("access_route", None),
    Status.INVALID_PROCEDURE_KIND: ("procedure_kind", None),
    Status.INVALID_RANK: ("rank", None),
    Status.INVALID_CHARACTER: ("character", None),
    Status.INVALID_SETTING: ("setting", None),
    Status.INVALID_TECHNIQUE: ("technique", None),
    Status.INVALID_LATERALITY: ("laterality", None),
    Status.INVALID_ADMISSION: ("admission", None),
    Status.INVALID_AGE: ("age_months", None),
    Status.INVALID_WEIGHT: ("weight_grams", None),
    Status.INVALID_QUANTITY: ("quantity", 1),
    Status.NOT_AUTHORISED: ("authorised", None),
}
"""For each check of a cell, the cell and a content that passes it."""
DATES: Final = frozenset({"start", "end", "admission"})
FOLLOWS_FROM: Final[Mapping[Status, frozenset[str]]] = {
    **{status: frozenset[str]() for status in PASSING},
    Status.START_AFTER_END: frozenset({"start"}),
    Status.ACT_TOO_LONG: frozenset({"start"}),
    Status.UNKNOWN_CONTRACT: frozenset(),
    Status.MISSING_CONTRACT: frozenset(),
    Status.NO_CONTRACT: DATES,
    Status.CONTRACT_NOT_IN_FORCE: DATES,
    Status.UNKNOWN_CODE: frozenset({"code"}),
}
"""The faults that can be told of a mended line, each unless it may follow from one of these cells."""


def other_faults(line: Mapping[str, object], compiled: Compiled) -> tuple[Status, ...]:
    """What is wrong with a line besides what its status says, in the order of the checks."""
    pricer = LinePricer(compiled)
    cells = {name: line[name] for name in INPUT_NAMES if name in line}
    mended: set[str] = set()
    found: list[Status] = []
    while True:
        status = STATUSES[str(pricer.price([cells])[0]["status"])]
        if mended.isdisjoint(FOLLOWS_FROM.get(status, mended)):
            found.append(status)
        if status not in PASSING:
            return tuple(found[1:])
        column, content = PASSING[status]
        cells[column] = content
        mended.add(column)
