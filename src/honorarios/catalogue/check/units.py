"""Units: what a price row counts, for a whole table at once, and what a period's values give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.catalogue.schema import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from honorarios.catalogue.schema import CoefficientValues

BRL: Final = "BRL"
FILM: Final = "FILM"
_OF_FEE: Final = {Basis.BRL: BRL, Basis.CH: "CH"}
_OF_COST: Final = {Basis.BRL: BRL, Basis.CH: "CH", Basis.PORTE: "UCO"}


def plain_values(values: CoefficientValues) -> dict[str, Decimal]:
    """The values of a period that hold for every line, by unit."""
    named = {"CH": values.ch, "UCO": values.uco, "FILM": values.film}
    stated = {unit: value for unit, value in named.items() if value is not None}
    return {**values.portes, **values.units, **stated}


def components(table: pa.Table) -> dict[str, tuple[pa.Array, pa.Array]]:
    """Quantity and unit of the fee, the operating cost and the film of each row, by component.

    Where a row has nothing of a component, or 0, both are empty.
    """
    table = table.combine_chunks()
    basis = table["basis"].combine_chunks()
    is_porte = pc.equal(basis, Basis.PORTE)
    fee = pc.if_else(pc.and_(is_porte, pc.is_null(table["fee"])), 1, table["fee"])
    fee_unit = pc.if_else(is_porte, table["porte"], _by_basis(basis, _OF_FEE))
    fee_unit = pc.coalesce(fee_unit, table["unit"])
    cost_unit = pc.coalesce(table["cost_unit"], _by_basis(basis, _OF_COST), table["unit"])
    film_unit = pa.repeat(pa.scalar(FILM), table.num_rows)
    return {
        "fee": _stated(fee, fee_unit, basis),
        "operating_cost": _stated(table["operating_cost"], cost_unit, basis),
        "film": _stated(table["film"], film_unit, basis),
    }


def _by_basis(basis: pa.Array, units: Mapping[Basis, str]) -> pa.Array:
    at = pc.index_in(basis, pa.array([str(one) for one in units]))
    return pc.take(pa.array(list(units.values())), at)


def _stated(
    quantity: pa.ChunkedArray, unit: pa.ChunkedArray, basis: pa.Array
) -> tuple[pa.Array, pa.Array]:
    counts = pc.and_(pc.greater(quantity, 0), pc.not_equal(basis, Basis.REMOVED))
    counts = pc.fill_null(counts, fill_value=False)
    empty = pa.scalar(None, pa.string())
    return (
        _whole(pc.if_else(counts, quantity, pa.scalar(None, quantity.type))),
        _whole(pc.if_else(counts, unit, empty)),
    )


def _whole(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
