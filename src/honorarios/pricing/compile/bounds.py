"""The proof that no component can leave 64 bits: greatest quantity of each unit times its greatest value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from honorarios.catalogue.schema.prices import LARGEST_BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from honorarios.pricing.records import Array

PLACES = 4
"""Decimals of a quantity and of a coefficient."""


class UnboundedCatalogueError(ValueError):
    """A catalogue whose amounts could exceed what the engine computes with; its check says where."""


def greatest(mantissas: Array, scales: Array, units: Array, count: int) -> NDArray[np.int64]:
    """The greatest amount by unit, with 4 decimals."""
    found = np.zeros(count, dtype=np.int64)
    np.maximum.at(found, units, mantissas * 10 ** (PLACES - scales.astype(np.int64)))
    return found


def prove_bounds(rows: Array, coefficients: Array, specials: Array, units: Sequence[str]) -> None:
    """Raise :class:`UnboundedCatalogueError` unless every component stays within its bound."""
    count = len(units)
    fee = greatest(rows["fee"], rows["fee_scale"], rows["fee_unit"], count)
    cost = greatest(
        rows["operating_cost"], rows["operating_cost_scale"], rows["operating_cost_unit"], count
    )
    film = np.zeros(count, dtype=np.int64)
    film[units.index("FILM")] = (
        rows["film"] * 10 ** (PLACES - rows["film_scale"].astype(np.int64))
    ).max()
    # One of any unit: the anaesthetist's fee is 1 porte, whatever the rows count.
    quantities = np.maximum.reduce([fee, cost, film, np.full(count, 10**PLACES)])
    values = np.zeros(count, dtype=np.int64)
    for unit in range(count):
        column = coefficients[:, unit]
        plain = np.maximum(column["mantissa"], 0) * 10 ** (
            PLACES - column["scale"].astype(np.int64)
        )
        special = [
            int(one["mantissa"]) * 10 ** (PLACES - int(one["scale"]))
            for cell in column
            for one in specials[cell["special"] : cell["special_end"]]
        ]
        values[unit] = max([*plain.tolist(), *special, 10**PLACES if unit == 0 else 0])
    for name, quantity, value in zip(units, quantities.tolist(), values.tolist(), strict=True):
        if quantity * value > LARGEST_BASE * 10 ** (2 * PLACES):
            message = f"{quantity / 10**PLACES:.4f} {name} at {value / 10**PLACES:.4f} reais is above {LARGEST_BASE} reais"
            raise UnboundedCatalogueError(message)
