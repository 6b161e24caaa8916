"""From a catalogue to the engine's immutable arrays: interned names, dated segments, sorted rows.

Compiling is done once per catalogue; afterwards a line is a few gathers and one exact product.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from honorarios.catalogue.schema import Calendar, Catalogue
from honorarios.catalogue.version import catalogue_hash
from honorarios.core.calendar import day_number, day_of, holidays_between, yearly
from honorarios.pricing.compile.bounds import prove_bounds
from honorarios.pricing.compile.coefficients import Periods
from honorarios.pricing.compile.contracts import Contracts, Shared
from honorarios.pricing.compile.names import AccommodationNames, Names
from honorarios.pricing.compile.numbers import Numbers
from honorarios.pricing.compile.scopes import Scopes, categories_of, category_patterns
from honorarios.pricing.compile.standards import Standards
from honorarios.pricing.compile.tables import BASES, Tables
from honorarios.pricing.records import CACHE_LINE, HOLIDAYS_DAYS, HOLIDAYS_FROM, Arrays
from honorarios.pricing.rule.memory import addresses
from honorarios.pricing.status import STATUS_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Compiled:
    """A catalogue ready to price: the arrays, and the numbers behind every name on a line."""

    catalogue: Catalogue
    hash: str
    arrays: Arrays
    addresses: NDArray[np.void]
    """Where the arrays are, for the rule."""
    numbers: dict[str, dict[str, int]]
    """By column of a line: contract, payer, billing_unit, plan, provider, specialty, code, accommodation.

    Usual accommodation types have their English names, whatever the catalogue calls them.
    """
    schedules: tuple[str, ...]
    """``schedule@edition`` by number, as a price row refers to it."""
    rule_names: tuple[str, ...]
    units: tuple[str, ...]
    contracts: tuple[str, ...]

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The names behind the numbers of the result's columns that are names."""
        return {
            "status": STATUS_NAMES,
            "contract_used": self.contracts,
            "price_rule": self.rule_names,
            "schedule": self.schedules,
            "basis": BASES,
            "fee_unit": self.units,
            "catalogue_hash": (self.hash,),
        }

    @cached_property
    def name_arrays(self) -> dict[str, pa.Array]:
        """Those names as Arrow dictionaries, made once for all batches."""
        return {column: pa.array(names, pa.string()) for column, names in self.names.items()}


def compile_catalogue(catalogue: Catalogue) -> Compiled:
    """Compile a catalogue that :func:`honorarios.catalogue.check.check` finds without errors.

    A catalogue with dangling references raises KeyError: checking it is the caller's duty. One whose
    amounts could leave 64 bits raises :class:`~honorarios.pricing.compile.bounds.UnboundedCatalogueError`.
    """
    codes, groups, specialties, accommodations = Names(), Names(), Names(), AccommodationNames()
    numbers, scopes = Numbers(), Scopes()
    periods = Periods(codes, groups, specialties, accommodations)
    tables = Tables(catalogue, codes, groups, accommodations, periods.units, numbers)
    standards = Standards(numbers, scopes, periods.units)
    shared = Shared(
        catalogue=catalogue,
        numbers=numbers,
        scopes=scopes,
        periods=periods,
        tables=tables,
        standards=standards,
        calendars=Names([""]),
        categories=Names(category.id for category in catalogue.manifest.categories),
        accommodations=accommodations,
        payers=Names(),
        billing_units=Names(),
        plans=Names(),
        providers=Names(),
        specialties=specialties,
    )
    contracts = Contracts(shared)
    coefficients, specials = periods.arrays()
    patterns = category_patterns(catalogue.manifest.categories)
    scope_patterns, scope_ends = scopes.patterns()
    arrays = Arrays(
        **contracts.arrays(),
        **standards.arrays(),
        **tables.arrays(len(codes)),
        numbers=numbers.array(),
        coefficients=coefficients,
        specials=specials,
        holidays=holiday_table(catalogue, shared.calendars.names),
        scopes=scopes.table(codes.names),
        scope_patterns=scope_patterns,
        scope_ends=scope_ends,
        categories=categories_of(patterns, codes.names),
        category_patterns=patterns,
        in_table=tables.codes_in_tables(len(codes)),
    )
    arrays = Arrays(*(frozen(array) for array in arrays))
    prove_bounds(arrays.rows, arrays.coefficients, arrays.specials, periods.units.names)
    return Compiled(
        catalogue=catalogue,
        hash=catalogue_hash(catalogue),
        arrays=arrays,
        addresses=addresses(arrays),
        numbers={
            "contract": {name: number for number, name in enumerate(contracts.names)},
            "payer": shared.payers.numbers,
            "billing_unit": shared.billing_units.numbers,
            "plan": shared.plans.numbers,
            "provider": shared.providers.numbers,
            "specialty": specialties.numbers,
            "code": codes.numbers,
            "accommodation": accommodations.numbers,
        },
        schedules=tuple(tables.schedules),
        rule_names=tuple(contracts.rule_names.names),
        units=tuple(periods.units.names),
        contracts=tuple(contracts.names),
    )


def frozen(array: NDArray[np.generic]) -> NDArray[np.generic]:
    """The array, contiguous, closed to writing, and at the beginning of a cache line."""
    room = np.empty(array.nbytes + CACHE_LINE, np.uint8)
    begin = -room.ctypes.data % CACHE_LINE
    aligned = room[begin : begin + array.nbytes].view(array.dtype).reshape(array.shape)
    aligned[...] = array
    aligned.flags.writeable = False
    return aligned


def holiday_table(catalogue: Catalogue, names: Sequence[str]) -> NDArray[np.int8]:
    """``[calendar, day]``: 1 on holidays; the calendar without a name has the national ones."""
    table = np.zeros((len(names), HOLIDAYS_DAYS), dtype=np.int8)
    first, last = day_of(HOLIDAYS_FROM).year, day_of(HOLIDAYS_FROM + HOLIDAYS_DAYS - 1).year
    for number, name in enumerate(names):
        calendar = catalogue.calendars[name] if name else Calendar(id="nacional", name="Nacional")
        found = set(
            holidays_between(
                first, last, state=calendar.state, optional_days=calendar.optional_days
            )
        )
        for local in calendar.local:
            found |= set(local.dates)
            found |= yearly(local.day, range(first, last + 1)) if local.day else set()
        for day in found:
            place = day_number(day) - HOLIDAYS_FROM
            if 0 <= place < HOLIDAYS_DAYS:
                table[number, place] = 1
    return table


__all__ = ["Compiled", "compile_catalogue"]
