"""Validities of editions, values, rules and terms: overlaps, open ends, gaps, bare days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from honorarios.catalogue import codes
from honorarios.catalogue.check.periods import in_force, shown, uncovered
from honorarios.catalogue.check.terms import coefficient_references, table_references
from honorarios.core.validity import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.layout import Kind
    from honorarios.catalogue.schema import Terms
    from honorarios.core.findings import Finding
    from honorarios.core.validity import Dated


def validities(subject: Subject) -> Iterator[Finding]:
    """Periods of one document that touch wrongly, and terms that point to nothing in force."""
    catalogue = subject.catalogue
    for schedule in catalogue.schedules.values():
        yield from _consecutive(subject, schedule.editions, "schedules", schedule.id, "editions")
    for one in catalogue.coefficients.values():
        yield from _consecutive(subject, one.values, "coefficients", one.id, "values")
    for standard in catalogue.standards.values():
        yield from _consecutive(subject, standard.rules, "standards", standard.id, "rules")
    for contract in catalogue.contracts.values():
        yield from _consecutive(subject, contract.terms, "contracts", contract.id, "terms")
    for contract, index, terms in subject.terms():
        for kind, name, path, periods in _pointed_at(subject, terms):
            forced = [period for _, period in in_force(periods)]
            for days in uncovered(terms, forced):
                place = subject.place("contracts", contract.id, "terms", index, *path)
                yield codes.NOT_COVERED.at(place, kind=kind, name=name, days=shown(days))


def _consecutive(
    subject: Subject, dated: Sequence[Dated], kind: Kind, name: str, field: str
) -> Iterator[Finding]:
    """Compare each period with the longest one before it."""
    ordered = sorted(enumerate(dated), key=lambda one: one[1].valid_from)
    first, earlier = ordered[0]
    for index, one in ordered[1:]:
        last = earlier.valid_to
        if earlier.valid_from == one.valid_from or (last is not None and last >= one.valid_from):
            place = subject.place(kind, name, field, index, "valid_from")
            yield codes.OVERLAP.at(place, first=shown(earlier), second=shown(one))
        elif last is None:
            place = subject.place(kind, name, field, first, "valid_from")
            yield codes.OPEN_END.at(
                place,
                first=earlier.valid_from,
                second=one.valid_from,
                last=(one.valid_from - ONE_DAY).isoformat(),  # as YAML has it
            )
        elif last + ONE_DAY < one.valid_from:
            place = subject.place(kind, name, field, index, "valid_from")
            yield codes.GAP.at(place, first=last + ONE_DAY, last=one.valid_from - ONE_DAY)
        if last is None or (one.valid_to or date.max) >= last:
            first, earlier = index, one


def _pointed_at(
    subject: Subject, terms: Terms
) -> Iterator[tuple[str, str, tuple[str | int, ...], Sequence[Dated]]]:
    """What terms point to that has periods: its kind, its name, where it is named, its periods."""
    catalogue = subject.catalogue
    if terms.standard in catalogue.standards:
        rules = catalogue.standards[terms.standard].rules
        yield "O padrão", terms.standard, ("standard",), rules
    for path, name in coefficient_references(terms):
        if name in catalogue.coefficients:
            yield "O conjunto de coeficientes", name, path, catalogue.coefficients[name].values
    for path, table in table_references(terms):
        if table.edition == "current" and table.schedule in catalogue.schedules:
            editions = catalogue.schedules[table.schedule].editions
            yield "A tabela", table.schedule, path, editions
