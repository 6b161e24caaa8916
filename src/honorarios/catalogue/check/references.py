"""Names that point to nothing, or to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.catalogue import codes
from honorarios.catalogue.check.terms import coefficient_references, table_references
from honorarios.catalogue.check.twice import twice
from honorarios.catalogue.documents import near
from honorarios.catalogue.layout import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.layout import Kind
    from honorarios.catalogue.schema import Contract, Edition, TableReference, Terms
    from honorarios.core.findings import Finding, Place

_NOUNS: dict[Kind, str] = {
    "schedules": "a tabela",
    "coefficients": "o conjunto de coeficientes",
    "standards": "o padrão",
    "contracts": "o contrato",
    "calendars": "a praça",
}


def references(subject: Subject) -> Iterator[Finding]:
    """Every reference to what the catalogue does not have; categories that it has twice."""
    categories = subject.catalogue.manifest.categories
    for index in twice(category.id for category in categories):
        place = subject.sources.place(MANIFEST, "categories", index, "id")
        yield codes.LISTED_TWICE.at(place, kind="A categoria", name=categories[index].id)
    for schedule in subject.catalogue.schedules.values():
        yield from _inheritance(subject, schedule.id, schedule.editions)
    for contract in subject.catalogue.contracts.values():
        if contract.calendar:
            place = subject.place("contracts", contract.id, "calendar")
            yield from _document(subject, "calendars", contract.calendar, place)
    for contract, index, terms in subject.terms():
        yield from _terms(subject, contract, index, terms)


def _terms(subject: Subject, contract: Contract, index: int, terms: Terms) -> Iterator[Finding]:
    def place(*path: str | int) -> Place:
        return subject.place("contracts", contract.id, "terms", index, *path)

    yield from _document(subject, "standards", terms.standard, place("standard"))
    for path, name in coefficient_references(terms):
        yield from _document(subject, "coefficients", name, place(*path))
    for path, table in table_references(terms):
        yield from _document(subject, "schedules", table.schedule, place(*path, "schedule"))
        yield from _edition(subject, table, place(*path, "edition"))
    private = terms.launching.difference_contract
    if private is not None:
        yield from _document(
            subject, "contracts", private, place("launching", "difference_contract")
        )
    for number, row in enumerate(terms.accommodation):
        at = place("accommodation", number, "categories")
        yield from _categories(subject, row.categories, at)
    for number, rule in enumerate(terms.price_rules):
        at = place("price_rules", number, "scope", "categories")
        yield from _categories(subject, rule.scope.categories, at)


def _document(subject: Subject, kind: Kind, name: str, place: Place) -> Iterator[Finding]:
    known = getattr(subject.catalogue, kind)
    if name not in known and not subject.sources.has(kind, name):
        yield _unknown(_NOUNS[kind], name, known, place)


def _edition(subject: Subject, table: TableReference, place: Place) -> Iterator[Finding]:
    schedule = subject.catalogue.schedules.get(table.schedule)
    if schedule is None or table.edition == "current":
        return
    known = [edition.id for edition in schedule.editions]
    if table.edition not in known:
        yield _unknown(f"na tabela “{schedule.id}” a edição", table.edition, known, place)


def _categories(subject: Subject, names: Iterable[str], place: Place) -> Iterator[Finding]:
    known = [category.id for category in subject.catalogue.manifest.categories]
    for name in names:
        if name not in known:
            yield _unknown("a categoria", name, known, place)


def _unknown(kind: str, name: str, known: Iterable[str], place: Place) -> Finding:
    return codes.UNKNOWN_REFERENCE.at(place, kind=kind, name=name, near=near(name, known))


def _inheritance(
    subject: Subject, schedule: str, editions: tuple[Edition, ...]
) -> Iterator[Finding]:
    parents = {edition.id: edition.inherits for edition in editions}
    for index, edition in enumerate(editions):
        if edition.inherits is None:
            continue
        place = subject.place("schedules", schedule, "editions", index, "inherits")
        if edition.inherits not in parents:
            noun = f"na tabela “{schedule}” a edição"
            yield _unknown(noun, edition.inherits, parents, place)
            continue
        chain = [edition.id]
        parent: str | None = edition.inherits
        while parent and parent not in chain:
            chain.append(parent)
            parent = parents.get(parent)
        # Each edition of a cycle leads back to itself; the cycle is told at one of them.
        if parent == edition.id == min(chain):
            path = " → ".join([*chain, edition.id])
            yield codes.INHERITANCE_CYCLE.at(place, edition=edition.id, path=path)
