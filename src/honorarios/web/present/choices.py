"""What forms offer to choose from: rows of registers as options, by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.services.registers import REGISTERS, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.web.call import Call
    from honorarios.web.present.filters import Option

LARGEST: Final = 500
"""Rows of a register that a list of options holds."""


def rows(call: Call, register: str, **only: str) -> list[tuple[int, Mapping[str, object]]]:
    """Rows of a register, each by its number with its values."""
    found = call.take(
        listed(actor=call.actor, register=REGISTERS[register], only=only, size=LARGEST)
    )
    return [(row.id, row.values) for row in found.rows]


def named(call: Call, register: str, **only: str) -> list[Option]:
    """Rows by their names."""
    return [(str(key), str(values["name"])) for key, values in rows(call, register, **only)]


def beds(call: Call, hospital: str = "") -> list[Option]:
    """Beds with their class, of a hospital or of all."""
    only = {"hospital": hospital} if hospital else {}
    return [
        (str(key), f"{values['code']} · {values['bed_class']}")
        for key, values in rows(call, "beds", **only)
    ]


def plans(call: Call) -> list[Option]:
    """Plans with their payer."""
    return [
        (str(key), f"{values['payer']} · {values['name']}") for key, values in rows(call, "plans")
    ]


def templates(call: Call) -> list[Option]:
    """Package templates by code and name."""
    return [
        (str(key), f"{values['code']} · {values['name']}")
        for key, values in rows(call, "package-templates")
    ]
