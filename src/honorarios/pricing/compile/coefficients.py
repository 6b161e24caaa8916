"""Coefficients: each period of each set as one row of values by unit, price rules' own values included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from honorarios.core.money import scaled
from honorarios.pricing.compile.names import Names
from honorarios.pricing.records import COEFFICIENT, NONE, SPECIAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from numpy.typing import NDArray

    from honorarios.catalogue.schema import CoefficientValues, SpecialValue

BRL = "BRL"
FILM = "FILM"


def plain_values(values: CoefficientValues) -> dict[str, Decimal]:
    """The values of a period that hold for every line, by unit."""
    named = {"CH": values.ch, "UCO": values.uco, FILM: values.film}
    stated = {unit: value for unit, value in named.items() if value is not None}
    return {**values.portes, **values.units, **stated}


def special_weight(value: SpecialValue) -> int:
    """How specific a special value is: code 16, group 8, specialty 4, accommodation 2, setting 1."""
    conditions = (value.code, value.group, value.specialty, value.accommodation, value.setting)
    return sum(
        weight
        for weight, stated in zip((16, 8, 4, 2, 1), conditions, strict=True)
        if stated is not None
    )


class Periods:
    """The periods of all sets, numbered; the one place that knows how a coefficient is compiled."""

    def __init__(
        self, codes: Names, groups: Names, specialties: Names, accommodations: Names
    ) -> None:
        """Share the names that special values refer to."""
        self.units = Names([BRL, FILM])
        self._codes = codes
        self._groups = groups
        self._specialties = specialties
        self._accommodations = accommodations
        self._periods: list[tuple[dict[str, Decimal], list[SpecialValue]]] = []
        self._numbers: dict[tuple[int, tuple[tuple[str, Decimal], ...]], int] = {}
        self._kept: list[CoefficientValues] = []

    def add(
        self, values: CoefficientValues | None, agreed: Mapping[str, Decimal] | None = None
    ) -> int:
        """The number of a period, with a price rule's agreed values in place of its own; NONE for neither."""
        agreed = agreed or {}
        if values is None and not agreed:
            return NONE
        key = id(values), tuple(sorted(agreed.items()))
        if key not in self._numbers:
            self._numbers[key] = len(self._periods)
            plain = plain_values(values) if values else {}
            special = (
                [value for value in values.special if value.unit not in agreed] if values else []
            )
            self._periods.append(({**plain, **agreed}, special))
            if values:
                self._kept.append(values)  # its id stays its own while it is kept
        return self._numbers[key]

    def arrays(self) -> tuple[NDArray[np.void], NDArray[np.void]]:
        """Values ``[period, unit]``, and the special values they point to, heaviest first."""
        for plain, special in self._periods:
            for unit in (*plain, *(value.unit for value in special)):
                self.units.add(unit)
        table = np.zeros((len(self._periods), len(self.units)), dtype=COEFFICIENT)
        table["mantissa"] = NONE
        table["mantissa"][:, self.units.add(BRL)] = 1
        rows: list[tuple[int, ...]] = []
        for number, (plain, special) in enumerate(self._periods):
            for unit, value in plain.items():
                cell = table[number, self.units.add(unit)]
                cell["mantissa"], cell["scale"] = scaled(value)
            for unit in {value.unit for value in special}:
                cell = table[number, self.units.add(unit)]
                cell["special"] = len(rows)
                same = [value for value in special if value.unit == unit]
                rows += [
                    self._special_row(value)
                    for value in sorted(same, key=special_weight, reverse=True)
                ]
                cell["special_end"] = len(rows)
        return table, np.array(rows, dtype=SPECIAL)

    def _special_row(self, value: SpecialValue) -> tuple[int, ...]:
        mantissa, scale = scaled(value.value)
        return (
            self._codes.number(value.code),
            self._groups.number(value.group),
            self._specialties.number(value.specialty),
            self._accommodations.number(value.accommodation),
            NONE if value.setting is None else int(value.setting),
            scale,
            mantissa,
        )
