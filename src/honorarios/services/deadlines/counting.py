"""The deadlines of cases: their facts read from the record, some or thousands in the same few queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.deadlines import CaseFacts, Deadline, Delivery, Kind, Surgery
from honorarios.planning.deadlines import of_case as count
from honorarios.records.models import CaseStatus
from honorarios.services.deadlines import asked, paid
from honorarios.services.deadlines.events import closing_on, events_of, is_closed, newest_granted
from honorarios.services.deadlines.handed import HandedIn
from honorarios.services.deadlines.settled import settled
from honorarios.services.deadlines.waiting import Waiting
from honorarios.services.deadlines.ways import KINDS, ways
from honorarios.services.holidays import Places
from honorarios.services.routing.book import Book
from honorarios.services.routing.held import hold
from honorarios.services.routing.terms import cutoff_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.planning.cutoffs import Cutoff
    from honorarios.records.models import SurgeryCase
    from honorarios.services.deadlines.paid import Money
    from honorarios.services.deadlines.ways import Papers
    from honorarios.services.routing.held import HeldCase

    Done = Mapping[tuple[str, str], date]


def of_cases(
    office_id: int, cases: QuerySet[SurgeryCase], today: date
) -> dict[int, tuple[Deadline, ...]]:
    """The deadlines of each case, by its number in the record, in order; a cancelled one has none."""
    rows = list(_joined(cases.exclude(status=CaseStatus.CANCELLED)))
    held = hold(rows)
    book, places, waiting = Book(office_id, held), Places(office_id), Waiting(office_id, today)
    money = paid.of_cases(held, book)
    return {
        case.row.pk: _count(case, book, money.get(case.row.pk, []), places, waiting, today)
        for case in held
    }


def _count(
    case: HeldCase,
    book: Book,
    money: Sequence[Money],
    places: Places,
    waiting: Waiting,
    today: date,
) -> tuple[Deadline, ...]:
    row = case.row
    done = settled(row.tasks.all())
    closed = is_closed(row)
    performed = asked.performed_on(row)
    facts = CaseFacts(
        surgery=Surgery(
            planned_on=None if row.planned_at is None else row.planned_at.date(),
            performed_on=performed,
        ),
        events=events_of(row, newest_granted(row)),
        requests=tuple(asked.requests(row)),
        senhas=tuple(asked.senhas(row)),
        quotes=tuple(asked.quotes(row)),
        todos=tuple(asked.todos(row)),
        deliveries=tuple(_deliveries(case, ways(case, book, today), money)),
        closing_on=closing_on(row),
        closed_on=closing_on(row) if closed else None,
        presented=tuple(paid.presented(money, waiting)),
        denied=tuple(paid.denied(money, done)),
        paid=tuple(paid.paid(money, done)),
        refunds=tuple(paid.refunds(row, done)),
    )
    found = count(facts, places.of(row.hospital.place), today)
    return tuple(_kept(one, done) for one in found)


def _kept(one: Deadline, done: Done) -> Deadline:
    """A deadline that somebody said was kept."""
    day = done.get((one.kind.value, one.key))
    return one if one.done_on is not None or day is None else replace(one, done_on=day)


def _deliveries(
    case: HeldCase, found: Sequence[Papers], money: Sequence[Money]
) -> Iterator[Delivery]:
    # Several professionals by the same rule hand in one set of papers.
    known: defaultdict[tuple[Kind, str, Cutoff | None], list[Papers]] = defaultdict(list)
    for one in found:
        way = one.way
        if way.route in KINDS:
            known[KINDS[way.route], way.receiver, cutoff_of(way.terms)].append(one)
    handed = HandedIn(case, found, money)
    for (kind, receiver, cutoff), together in known.items():
        yield Delivery(
            kind=kind,
            receiver=receiver,
            cutoff=cutoff,
            source=_("condições da via, no registro de acordos"),
            presumed=case.row.performed_at is None,
            delivered_on=handed.together_on(together),
            key=together[0].way.key,
        )


def _joined(cases: QuerySet[SurgeryCase]) -> QuerySet[SurgeryCase]:
    return cases.select_related("hospital", "payer", "attendance").prefetch_related(
        "requests__authorisations",
        "quotes",
        "tasks__owner",
        "documents",
        "attendance__accounts__parts",
    )
