"""What a contract's terms refer to, with where each reference stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.schema import TableReference, Terms

Path: TypeAlias = tuple[str | int, ...]


def coefficient_references(terms: Terms) -> Iterator[tuple[Path, str]]:
    """Every coefficient set that terms name, with where."""
    if terms.coefficients:
        yield ("coefficients",), terms.coefficients
    for index, plan in enumerate(terms.plans):
        if plan.coefficients:
            yield ("plans", index, "coefficients"), plan.coefficients
    for index, rule in enumerate(terms.price_rules):
        if rule.coefficients:
            yield ("price_rules", index, "coefficients"), rule.coefficients


def table_references(terms: Terms) -> Iterator[tuple[Path, TableReference]]:
    """Every table that terms name, with where."""
    for field in ("special_table", "procedure_table"):
        table = getattr(terms, field)
        if table:
            yield (field,), table
        for index, plan in enumerate(terms.plans):
            plan_table = getattr(plan, field)
            if plan_table:
                yield ("plans", index, field), plan_table
    for index, rule in enumerate(terms.price_rules):
        if rule.table:
            yield ("price_rules", index, "table"), rule.table
