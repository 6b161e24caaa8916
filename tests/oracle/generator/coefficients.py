"""Random coefficient sets: portes, CH, UCO, film, letters, private units and special values."""

from __future__ import annotations

from typing import Any, Final

from honorarios.catalogue.schema import CoefficientSet
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.vocabulary import Setting
from tests.oracle.generator.world import (
    GROUPS,
    LETTERS,
    PRIVATE_UNITS,
    SPECIALTIES,
    World,
)

Part = dict[str, Any]
SPECIAL_UNITS: Final = ("CH", "CH", "UCO", "FILM", "2B", "AN_C", *PRIVATE_UNITS, *PORTES[:12])
RIVALS: Final = (
    (("code",), ("group",)),
    (("code",), ("group", "specialty", "accommodation", "setting")),
    (("group",), ("specialty", "accommodation", "setting")),
    (("specialty",), ("accommodation", "setting")),
    (("accommodation",), ("setting",)),
)
"""Conditions of which the first outweighs all the lighter ones together."""


def draw_coefficients(world: World, name: str) -> CoefficientSet:
    """A set with one entry of values per period; now and then a unit has none."""
    values = [
        {"valid_from": first, "valid_to": last, "source": "sorteio", **_values(world)}
        for first, last in world.periods(rarely=0.05)
    ]
    return CoefficientSet.model_validate({"id": name, "name": f"Valores {name}", "values": values})


def _values(world: World) -> Part:
    draw = world.draw
    known = draw.weighted({0.998: 96, 0.7: 2, 0.0: 2})
    letters = {f"AN_{letter}" for letter in LETTERS}
    return {
        "portes": {porte: draw.coefficient() for porte in PORTES if draw.chance(known)},
        "ch": draw.maybe(0.98, draw.coefficient()),
        "uco": draw.maybe(0.975, draw.coefficient()),
        "film": draw.maybe(0.975, draw.coefficient()),
        "units": {
            unit: draw.coefficient()
            for unit in sorted({*letters, *PRIVATE_UNITS})
            if draw.chance(known)
        },
        "special": _special_values(world),
    }


def _special_values(world: World) -> list[Part]:
    """Special values; no two of a unit with the same conditions."""
    draw = world.draw
    units, codes, beds = draw.some(SPECIAL_UNITS, 2), draw.some(world.codes, 3), world.beds()
    special: dict[tuple[tuple[str, object], ...], Part] = {}
    for _ in range(draw.between(0, 10)):
        conditions = {
            "code": draw.pick(codes),
            "group": draw.pick(GROUPS),
            "specialty": draw.pick(SPECIALTIES),
            "accommodation": draw.pick(beds),
            "setting": draw.pick(list(Setting)),
        }
        unit = draw.pick(units)
        names: list[tuple[str, ...]] = [tuple(name for name in conditions if draw.chance(0.4))]
        if draw.chance(0.5):
            names = list(draw.pick(RIVALS))
        for stated in names:
            value = {"unit": unit, **{name: conditions[name] for name in stated}}
            special[tuple(sorted(value.items()))] = {**value, "value": draw.coefficient()}
    return list(special.values())
