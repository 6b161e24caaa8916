"""THE table of permissions of the desk: address x method -> operation, or who may come.

The rows stand in a module for each noun, as the screens do. The addresses are made from them
(:mod:`honorarios.web.urls`) and the door asks them (:mod:`honorarios.web.door`): what has no row is
refused. How far an operation reaches, by role and by object, is the services' own table
(:mod:`honorarios.services.permissions`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from honorarios.services.permissions import reach
from honorarios.web.row import Access
from honorarios.web.table import (
    accounts,
    agreements,
    attendances,
    cases,
    choice,
    deadlines,
    entrance,
    imports,
    lines,
    me,
    office,
    parameters,
    registers,
    reports,
    search,
    terms,
)

if TYPE_CHECKING:
    from honorarios.services.actor import Actor, ActorRole
    from honorarios.services.operations import Operation
    from honorarios.web.row import Row

TABLE: Final[tuple[Row, ...]] = (
    *entrance.ROWS,
    *me.ROWS,
    *search.ROWS,
    *attendances.ROWS,
    *accounts.ROWS,
    *lines.ROWS,
    *cases.ROWS,
    *choice.ROWS,
    *deadlines.ROWS,
    *registers.ROWS,
    *agreements.ROWS,
    *terms.ROWS,
    *parameters.ROWS,
    *office.ROWS,
    *imports.ROWS,
    *reports.ROWS,
)
"""Every address of the desk; a path may have a row for each method, with views of their own."""


def _by_view() -> dict[tuple[str, str], list[Operation | Access]]:
    """Who may ask for a view by a method, of each of its rows."""
    found: defaultdict[tuple[str, str], list[Operation | Access]] = defaultdict(list)
    for row in TABLE:
        for method, access in row.methods.items():
            found[row.view, method].append(access)
    return {**found}


_ACCESS: Final = _by_view()


def may(actor: Actor, name: str, method: str = "GET") -> bool:
    """Whether an actor may ask for an address at all, for menus and buttons; False where it has no row."""
    return open_to(actor.role, name, method)


def open_to(role: ActorRole, name: str, method: str = "GET") -> bool:
    """The same of a role: on whom and on what it may be asked, the services decide."""
    return any(
        isinstance(access, Access) or reach(role, access) is not None
        for access in _ACCESS.get((name, method), ())
    )
