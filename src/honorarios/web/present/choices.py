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
    """Beds with their class, of a hospital, or of all with the hospital's name."""
    only = {"hospital": hospital} if hospital else {}
    classes = _names(call, "bed-classes")
    hospitals = {} if hospital else _names(call, "hospitals")

    def title(values: Mapping[str, object]) -> str:
        told = f"{values['code']} · {_named(classes, values['bed_class'])}"
        return told if hospital else f"{told} · {_named(hospitals, values['hospital'])}"

    return [(str(key), title(values)) for key, values in rows(call, "beds", **only)]


def plans(call: Call) -> list[Option]:
    """Plans with their payer."""
    payers = _names(call, "payers")
    return [
        (str(key), f"{_named(payers, values['payer'])} · {values['name']}")
        for key, values in rows(call, "plans")
    ]


def templates(call: Call) -> list[Option]:
    """Package templates by code and name."""
    return [
        (str(key), f"{values['code']} · {values['name']}")
        for key, values in rows(call, "package-templates")
    ]


def _names(call: Call, register: str) -> dict[str, str]:
    """Names of a register's rows by their codes."""
    return {str(values["code"]): str(values["name"]) for _, values in rows(call, register)}


def _named(known: Mapping[str, str], code: object) -> str:
    """A name; the code itself for a row that the lists don't reach."""
    return known.get(str(code), str(code))
