"""Accommodation types: those that a contract's annex Acomodação lacks, and two names for one type."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from honorarios.catalogue import codes
from honorarios.catalogue.check.terms import coefficient_references, table_references
from honorarios.catalogue.documents import near
from honorarios.catalogue.schema import StandardKind
from honorarios.core.vocabulary import accommodation_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.check.terms import Path
    from honorarios.catalogue.schema import Terms
    from honorarios.core.findings import Finding, Place


def accommodations(subject: Subject) -> Iterator[Finding]:
    """What would leave most lines of a bed without a factor, or give one bed two prices."""
    yield from _twice_in_prices(subject)
    yield from _twice_in_sets(subject)
    in_tables = _in_tables(subject)
    in_sets = _in_sets(subject)
    for contract, index, terms in subject.terms():
        standard = subject.catalogue.standards.get(terms.standard)
        if standard is not None and standard.kind is StandardKind.IAMSPE:
            continue
        annex = dict.fromkeys(row.type for row in terms.accommodation)
        place = subject.place("contracts", contract.id, "terms", index, "accommodation")
        yield from _twice(annex, "o anexo Acomodação", place)
        known = set(map(accommodation_type, annex))
        for used, path, where in _used(terms, in_tables, in_sets):
            if accommodation_type(used) in known:
                continue
            known.add(accommodation_type(used))
            place = subject.place("contracts", contract.id, "terms", index, *path)
            yield codes.UNKNOWN_ACCOMMODATION.at(
                place, type=used, where=where, near=near(used, annex)
            )


def _twice_in_prices(subject: Subject) -> Iterator[Finding]:
    for schedule, edition, table in subject.editions():
        index = schedule.editions.index(edition)
        place = subject.place("schedules", schedule.id, "editions", index, "prices")
        yield from _twice(_named_in(table), "a lista de preços", place)


def _twice_in_sets(subject: Subject) -> Iterator[Finding]:
    for one in subject.catalogue.coefficients.values():
        for index, values in enumerate(one.values):
            words = {value.accommodation for value in values.special if value.accommodation}
            place = subject.place("coefficients", one.id, "values", index, "special")
            yield from _twice(words, "a lista de valores específicos", place)


def _twice(words: Iterable[str], where: str, place: Place) -> Iterator[Finding]:
    """Words of one document for one and the same type."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        by_type[accommodation_type(word)].append(f"“{word}”")
    for named in by_type.values():
        if len(named) > 1:
            yield codes.ACCOMMODATION_TWICE.at(place, names=" e ".join(named), where=where)


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
        found[schedule.id] |= _named_in(table)
    return found


def _named_in(table: pa.Table) -> set[str]:
    """The types that price rows are for."""
    return set(pc.unique(table["accommodation"].drop_null()).to_pylist())


def _in_sets(subject: Subject) -> dict[str, set[str]]:
    """The types that each coefficient set has values for."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in subject.catalogue.coefficients.values():
        special = [value for values in one.values for value in values.special]
        found[one.id] = {value.accommodation for value in special if value.accommodation}
    return found
