"""THE table of permissions of the desk: address x method -> operation, or who may come.

The rows stand in a module for each noun, as the screens do. The addresses are made from them
(:mod:`honorarios.web.urls`) and the door asks them (:mod:`honorarios.web.door`): what has no row is
refused. How far an operation reaches, by role and by object, is the services' own table
(:mod:`honorarios.services.permissions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.services.permissions import allows
from honorarios.web.row import Access, Row
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
    from collections.abc import Iterator

    from honorarios.services.actor import Actor

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


def named(name: str) -> Iterator[Row]:
    """The rows of a view's name."""
    return (row for row in TABLE if row.view == name)


def may(actor: Actor, name: str, method: str = "GET") -> bool:
    """Whether an actor may ask for an address at all, for menus and buttons; False where it has no row."""
    return any(
        isinstance(access, Access) or allows(actor, access)
        for row in named(name)
        if (access := row.methods.get(method)) is not None
    )
