"""The register of patients: the screens of every register, by a permission of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.web.screens import registers

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

SLUG: Final = "pacientes"


def listing(call: Call) -> Answer:
    """Patients, by their initials."""
    return registers.listing(call, SLUG)


def show(call: Call, row_id: int) -> Answer:
    """A patient; the reading is recorded."""
    return registers.show(call, SLUG, row_id)


def new(call: Call) -> Answer:
    """A patient to be registered."""
    return registers.new(call, SLUG)


def edit(call: Call, row_id: int) -> Answer:
    """A patient to be changed."""
    return registers.edit(call, SLUG, row_id)
