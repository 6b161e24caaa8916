"""A compiled catalogue in memory: the rule reads its arrays by address.

Numba counts references to arrays at each call; with the addresses in one record, a part of the rule
gets one pointer and counts nothing. :class:`~honorarios.pricing.layout.Arrays` keeps the memory alive.
No index is checked here: the compiler of the catalogue makes them, and input cells are checked first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from llvmlite import ir
from numba import carray, types
from numba.core import cgutils
from numba.extending import intrinsic

from honorarios.core.vocabulary import BillingRoute, Role
from honorarios.pricing.layout import (
    ANNEX,
    CASCADES,
    CATALOGUE,
    COEFFICIENT,
    CONTRACT,
    HOLIDAYS_DAYS,
    NUMBER,
    OVERTIME,
    PAEDIATRIC,
    PATTERN,
    ROW,
    RULE,
    SEGMENT,
    SERIES,
    SLOT,
    SPECIAL,
    STANDARD,
    Arrays,
    Catalogue,
)
from honorarios.pricing.rule.compiler import part

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROUTES: Final = len(BillingRoute)
ROLES: Final = len(Role)
ANAESTHETIC_PORTES: Final = 9


@intrinsic
def _pointer(_typing: Any, address: Any) -> Any:  # noqa: ANN401 - the compiler's own types
    """The address as a pointer that an array can be laid over."""

    def code(_context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - as above
        del signature
        kind = _context.get_value_type(types.voidptr)
        return builder.inttoptr(arguments[0], kind)

    return types.voidptr(address), code


@intrinsic
def _fetch_ahead(_typing: Any, address: Any) -> Any:  # noqa: ANN401 - the compiler's own types
    """Ask for the memory at an address before it is needed; nothing else happens."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - as above
        del signature
        place = builder.inttoptr(arguments[0], ir.IntType(8).as_pointer())
        flag = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [place.type, flag, flag, flag])
        prefetch = cgutils.get_or_insert_function(  # type: ignore[no-untyped-call]
            builder.module, kind, "llvm.prefetch.p0i8"
        )
        builder.call(prefetch, [place, flag(0), flag(3), flag(1)])
        return context.get_dummy_value()

    return types.void(address), code


pointer: Any = _pointer
"""As the rule calls it: with the address only."""
fetch_ahead: Any = _fetch_ahead


def addresses(arrays: Arrays) -> NDArray[np.void]:
    """One record with the address of each array, and the sizes that tell rows apart."""
    record = np.zeros(1, dtype=CATALOGUE)
    for name, array in arrays._asdict().items():
        record[name] = array.ctypes.data
    record["billing_units"] = arrays.contract_groups.shape[1]
    record["units"] = arrays.coefficients.shape[1]
    record["codes"] = len(arrays.in_table)
    record["category_count"] = len(arrays.category_patterns)
    return record


@part
def contracts(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.contracts), (1,), CONTRACT)


@part
def segments(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.segments), (1,), SEGMENT)


@part
def slots(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.slots), (1,), SLOT)


@part
def rules(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.rules), (1,), RULE)


@part
def annex(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.annex), (1,), ANNEX)


@part
def standards(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.standards), (1,), STANDARD)


@part
def overtime(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.overtime), (1,), OVERTIME)


@part
def paediatric(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.paediatric), (1,), PAEDIATRIC)


@part
def numbers(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.numbers), (1,), NUMBER)


@part
def series(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.series), (1,), SERIES)


@part
def rows(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.rows), (1,), ROW)


@part
def specials(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.specials), (1,), SPECIAL)


@part
def scope_patterns(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.scope_patterns), (1,), PATTERN)


@part
def category_patterns(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.category_patterns), (1,), PATTERN)


@part
def candidate_ends(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.candidate_ends), (1,), np.int32)


@part
def candidates(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.candidates), (1,), np.int32)


@part
def cascade_numbers(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.cascade_numbers), (1,), np.int32)


@part
def scope_ends(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.scope_ends), (1,), np.int64)


@part
def categories(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.categories), (1,), np.int32)


@part
def in_table(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.in_table), (1,), np.int8)


@part
def contract_groups(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.contract_groups), (1, int(a.billing_units), ROUTES), np.int32)


@part
def roles(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.roles), (1, ROLES), np.int32)


@part
def cascades(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.cascades), (1, CASCADES, 2), np.int32)


@part
def anaesthetic_units(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.anaesthetic_units), (1, ANAESTHETIC_PORTES), np.int16)


@part
def first_series(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.first_series), (1, int(a.codes)), np.int32)


@part
def row_days(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.row_days), (1, 2), np.int32)


@part
def coefficients(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.coefficients), (1, int(a.units)), COEFFICIENT)


@part
def holidays(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.holidays), (1, HOLIDAYS_DAYS), np.int8)


@part
def scopes(a: Catalogue) -> Any:  # noqa: ANN401 - records of the compiler
    return carray(pointer(a.scopes), (1, int(a.codes)), np.int8)
