"""Accommodation types that a contract uses and its annex Acomodação does not have."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from honorarios.catalogue import codes
from honorarios.catalogue.check.terms import coefficient_references, table_references
from honorarios.catalogue.documents import near
from honorarios.catalogue.schema import StandardKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.check.terms import Path
    from honorarios.catalogue.schema import Terms
    from honorarios.core.findings import Finding


def accommodations(subject: Subject) -> Iterator[Finding]:
    """A bed of such a type would leave most lines without an accommodation factor."""
    in_tables = _in_tables(subject)
    in_sets = _in_sets(subject)
    for contract, index, terms in subject.terms():
        standard = subject.catalogue.standards.get(terms.standard)
        if standard is not None and standard.kind is StandardKind.IAMSPE:
            continue
        annex = dict.fromkeys(row.type for row in terms.accommodation)
        told: set[str] = set()
        for used, path, where in _used(terms, in_tables, in_sets):
            if used in annex or used in told:
                continue
            told.add(used)
            place = subject.place("contracts", contract.id, "terms", index, *path)
            yield codes.UNKNOWN_ACCOMMODATION.at(
                place, type=used, where=where, near=near(used, annex)
            )


def _used(
    terms: Terms, in_tables: dict[str, set[str]], in_sets: dict[str, set[str]]
) -> Iterator[tuple[str, Path, str]]:
    for number, plan in enumerate(terms.plans):
        if plan.accommodation:
            yield plan.accommodation, ("plans", number, "accommodation"), f"no plano “{plan.plan}”"
    for path, table in table_references(terms):
        for used in sorted(in_tables[table.schedule]):
            yield used, path, f"nos preços de “{table.schedule}”"
    for path, name in coefficient_references(terms):
        for used in sorted(in_sets[name]):
            yield used, path, f"nos coeficientes de “{name}”"


def _in_tables(subject: Subject) -> dict[str, set[str]]:
    """The types that each schedule has prices for."""
    found: dict[str, set[str]] = defaultdict(set)
    for schedule, _, table in subject.editions():
        found[schedule.id] |= set(pc.unique(table["accommodation"].drop_null()).to_pylist())
    return found


def _in_sets(subject: Subject) -> dict[str, set[str]]:
    """The types that each coefficient set has values for."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in subject.catalogue.coefficients.values():
        special = [value for values in one.values for value in values.special]
        found[one.id] = {value.accommodation for value in special if value.accommodation}
    return found
