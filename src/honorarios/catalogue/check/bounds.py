"""The largest amounts that a catalogue can give: proof that exact integers of 64 bits hold them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

import pyarrow.compute as pc

from honorarios.catalogue import codes
from honorarios.catalogue.check.units import components, plain_values
from honorarios.catalogue.schema.prices import LARGEST_BASE
from honorarios.core.money import format_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.check.subject import Subject
    from honorarios.core.findings import Finding, Place

LARGEST_AMOUNT: Final = Decimal(LARGEST_BASE)
"""Reais: with 8 decimals it fits 18 digits, and so 64 bits."""


class _Quantity(NamedTuple):
    quantity: Decimal
    code: str
    place: Place


def bounds(subject: Subject) -> Iterator[Finding]:
    """Each unit of which some row has more than the dearest value of the unit allows.

    Any row may meet any value: a contract that brings them together may come tomorrow.
    """
    values = _greatest_values(subject)
    for unit, greatest in _greatest_quantities(subject).items():
        value = values.get(unit, Decimal(0))
        if greatest.quantity * value >= LARGEST_AMOUNT:
            yield codes.AMOUNT_BOUND.at(
                greatest.place,
                quantity=format_decimal(greatest.quantity),
                unit=unit,
                value=format_decimal(value, 2),
                bound=format_decimal(LARGEST_AMOUNT),
                code=greatest.code,
            )


def _greatest_quantities(subject: Subject) -> dict[str, _Quantity]:
    greatest: dict[str, _Quantity] = {}
    for schedule, edition, table in subject.editions():
        for name, (quantities, units) in components(table).items():
            for unit in pc.unique(units.drop_null()).to_pylist():
                # `index` finds the first row that has the greatest quantity of the unit.
                of_unit = pc.if_else(pc.equal(units, unit), quantities, None)
                largest = pc.max(of_unit)
                if unit in greatest and largest.as_py() <= greatest[unit].quantity:
                    continue
                row = pc.index(of_unit, largest).as_py()
                place = subject.sources.row(schedule.id, edition, row, name)
                greatest[unit] = _Quantity(largest.as_py(), table["code"][row].as_py(), place)
    return greatest


def _greatest_values(subject: Subject) -> dict[str, Decimal]:
    greatest: dict[str, Decimal] = {}
    for unit, value in _values(subject):
        greatest[unit] = max(value, greatest.get(unit, Decimal(0)))
    return greatest


def _values(subject: Subject) -> Iterator[tuple[str, Decimal]]:
    for one in subject.catalogue.coefficients.values():
        for values in one.values:
            yield from plain_values(values).items()
            yield from ((special.unit, special.value) for special in values.special)
    for _, _, terms in subject.terms():
        for rule in terms.price_rules:
            yield from rule.values.items()
