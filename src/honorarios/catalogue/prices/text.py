"""A price column as text: one spelling for each value, whatever the column's type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from honorarios.core.vocabulary import Role, Setting, Term

if TYPE_CHECKING:
    from honorarios.catalogue.schema import PriceColumn

TERMS: Final[dict[str, type[Term]]] = {
    "role": Role,
    "setting": Setting,
    "patient_setting": Setting,
}
"""The closed list of each column of terms."""


def as_text(values: pa.Array, column: PriceColumn) -> pa.StringArray:
    """Each value as price files write it; what is empty stays empty.

    Two values have the same text exactly when they are equal: numbers carry no trailing zeros,
    dates are ISO, roles and settings have their English names.
    """
    match column.type:
        case "decimal" | "percent":
            return pc.replace_substring_regex(pc.cast(values, pa.string()), r"\.?0+$", "")
        case "boolean":
            return pc.if_else(values, "yes", "no")
        case "term":
            return _names(values, TERMS[column.name])
        case _:
            return pc.cast(values, pa.string())


def _names(values: pa.Array, terms: type[Term]) -> pa.StringArray:
    names = [""] * (max(terms) + 1)
    for term in terms:
        names[term] = term.code_name
    return pc.take(pa.array(names), values)
