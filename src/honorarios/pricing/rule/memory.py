"""A compiled catalogue in memory: the rule reads its arrays by address.

Numba counts references to arrays at each call; with the addresses in one record, a part of the rule
gets one pointer and counts nothing. :class:`~honorarios.pricing.records.Arrays` keeps the memory alive.
No index is checked here: the compiler of the catalogue makes them, and input cells are checked first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from honorarios.core.vocabulary import BillingRoute, Role
from honorarios.pricing.records import (
    ANNEX,
    CASCADES,
    CATALOGUE,
    COEFFICIENT,
    CONTRACT,
    HOLIDAYS_DAYS,
    KEYS,
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


def _element(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - the compiler's own types
    """A pointer to one element of an array at an address."""
    address, index = arguments[0], builder.sext(arguments[1], ir.IntType(64))
    data = context.get_data_type(signature.return_type)
    size = context.get_abi_sizeof(data)
    place = builder.add(address, builder.mul(index, ir.Constant(ir.IntType(64), size)))
    return builder.inttoptr(place, data.as_pointer())


@intrinsic
def _record(_typing: Any, address: Any, index: Any, kind: Any) -> Any:  # noqa: ANN401 - as above
    """One record of the array at an address."""
    return kind.dtype(address, index, kind), _element


@intrinsic
def _number(_typing: Any, address: Any, index: Any, kind: Any) -> Any:  # noqa: ANN401 - as above
    """One number of the array at an address."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - as above
        return builder.load(_element(context, builder, signature, arguments))

    return kind.dtype(address, index, kind), code


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


@intrinsic
def _blank(_typing: Any, kind: Any) -> Any:  # noqa: ANN401 - the compiler's own types
    """A record of the function's own, with nothing in it: no other name is the same memory's.

    So the compiler need not read anything again because the record was written to.
    """

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - as above
        del arguments
        return cgutils.alloca_once(builder, context.get_data_type(signature.return_type))  # type: ignore[no-untyped-call]

    return kind.dtype(kind), code


@intrinsic
def _copy(_typing: Any, target: Any, source: Any) -> Any:  # noqa: ANN401 - the compiler's own types
    """Copy one record over another of the same kind."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - as above
        size = context.get_constant(types.intp, signature.args[0].size)
        cgutils.raw_memcpy(builder, arguments[0], arguments[1], size, 1)  # type: ignore[no-untyped-call]
        return context.get_dummy_value()

    return types.void(target, source), code


# As the rule calls them: without the compiler's own first argument.
record: Any = _record
number: Any = _number
fetch_ahead: Any = _fetch_ahead
blank: Any = _blank
copy: Any = _copy


def addresses(arrays: Arrays) -> NDArray[np.void]:
    """One record with the address of each array, and the sizes that tell rows apart."""
    found = np.zeros(1, dtype=CATALOGUE)
    for name, array in arrays._asdict().items():
        found[name] = array.ctypes.data
    found["billing_units"] = arrays.contract_groups.shape[1]
    found["units"] = arrays.coefficients.shape[1]
    found["codes"] = len(arrays.in_table)
    found["category_count"] = len(arrays.category_patterns)
    return found


@part
def contracts(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.contracts, i, CONTRACT)


@part
def segments(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.segments, i, SEGMENT)


@part
def keys(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.keys, i, KEYS)


@part
def slots(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.slots, i, SLOT)


@part
def rules(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.rules, i, RULE)


@part
def annex(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.annex, i, ANNEX)


@part
def standards(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.standards, i, STANDARD)


@part
def overtime(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.overtime, i, OVERTIME)


@part
def paediatric(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.paediatric, i, PAEDIATRIC)


@part
def numbers(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.numbers, i, NUMBER)


@part
def series(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.series, i, SERIES)


@part
def rows(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.rows, i, ROW)


@part
def specials(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.specials, i, SPECIAL)


@part
def scope_patterns(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.scope_patterns, i, PATTERN)


@part
def category_patterns(a: Catalogue, i: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.category_patterns, i, PATTERN)


@part
def candidate_ends(a: Catalogue, i: int) -> int:
    return number(a.candidate_ends, i, np.int32)


@part
def candidates(a: Catalogue, i: int) -> int:
    return number(a.candidates, i, np.int32)


@part
def cascade_numbers(a: Catalogue, i: int) -> int:
    return number(a.cascade_numbers, i, np.int32)


@part
def scope_ends(a: Catalogue, i: int) -> int:
    return number(a.scope_ends, i, np.int64)


@part
def categories(a: Catalogue, i: int) -> int:
    return number(a.categories, i, np.int32)


@part
def in_table(a: Catalogue, i: int) -> int:
    return number(a.in_table, i, np.int8)


@part
def contract_groups(a: Catalogue, payer: int, unit: int, route: int) -> int:
    return number(a.contract_groups, (payer * a.billing_units + unit) * ROUTES + route, np.int32)


@part
def roles(a: Catalogue, standard: int, role: int) -> int:
    return number(a.roles, standard * ROLES + role, np.int32)


@part
def cascades(a: Catalogue, standard: int, cascade: int, end: int) -> int:
    return number(a.cascades, (standard * CASCADES + cascade) * 2 + end, np.int32)


@part
def anaesthetic_units(a: Catalogue, standard: int, porte: int) -> int:
    return number(a.anaesthetic_units, standard * ANAESTHETIC_PORTES + porte, np.int16)


@part
def first_series(a: Catalogue, table: int, code: int) -> int:
    return number(a.first_series, table * a.codes + code, np.int32)


@part
def holidays(a: Catalogue, calendar: int, day: int) -> int:
    return number(a.holidays, calendar * HOLIDAYS_DAYS + day, np.int8)


@part
def scopes(a: Catalogue, scope: int, code: int) -> int:
    return number(a.scopes, scope * a.codes + code, np.int8)


@part
def coefficients(a: Catalogue, period: int, unit: int) -> Any:  # noqa: ANN401 - a record of the compiler
    return record(a.coefficients, period * a.units + unit, COEFFICIENT)
