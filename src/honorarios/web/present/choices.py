"""What forms offer to choose from: rows of registers as options, by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import fold
from honorarios.services.registers import LARGEST_PAGE, REGISTERS, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.web.call import Call
    from honorarios.web.present.filters import Option

Narrowed = tuple[str, str, str]
"""An option, and the value of another field that it belongs to."""


def rows(call: Call, register: str, **only: str) -> list[tuple[int, Mapping[str, object]]]:
    """All rows of a register, each by its number with its values."""
    found: list[tuple[int, Mapping[str, object]]] = []
    after: int | None = None
    while True:
        page = call.take(
            listed(
                actor=call.actor,
                register=REGISTERS[register],
                only=only,
                after=after,
                size=LARGEST_PAGE,
            )
        )
        found += [(row.id, row.values) for row in page.rows]
        after = page.after
        if after is None:
            return sorted(found, key=_name)


def _name(row: tuple[int, Mapping[str, object]]) -> str:
    """What a row is ordered by, accents and case aside."""
    return fold(str(row[1].get("name") or row[1].get("code") or ""))


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


def beds_by_hospital(call: Call) -> list[Narrowed]:
    """Every bed with its class and hospital, each belonging to its hospital's number."""
    keys = _keys(call, "hospitals")
    owners = {str(key): str(values["hospital"]) for key, values in rows(call, "beds")}
    return [(key, title, keys.get(owners[key], "")) for key, title in beds(call)]


def plans_by_payer(call: Call) -> list[Narrowed]:
    """Every plan with its payer, each belonging to its payer's number."""
    payers = {str(values["code"]): (key, values) for key, values in rows(call, "payers")}
    found = []
    for key, values in rows(call, "plans"):
        payer, own = payers.get(str(values["payer"]), ("", {"name": values["payer"]}))
        found.append((str(key), f"{own['name']} · {values['name']}", str(payer)))
    return found


def cost_centres(call: Call) -> list[Option]:
    """Cost centres by their codes."""
    return [(str(one["code"]), str(one["name"])) for _, one in rows(call, "cost-centres")]


def _keys(call: Call, register: str) -> dict[str, str]:
    """Numbers of a register's rows by their codes."""
    return {str(values["code"]): str(key) for key, values in rows(call, register)}


def _names(call: Call, register: str) -> dict[str, str]:
    """Names of a register's rows by their codes."""
    return {str(values["code"]): str(values["name"]) for _, values in rows(call, register)}


def _named(known: Mapping[str, str], code: object) -> str:
    """A name; the code itself for a row that the lists don't reach."""
    return known.get(str(code), str(code))
