"""What became of a case's fees once they were handed in, as deadlines are counted from it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from honorarios.planning.deadlines import Denied, Kind, Paid, Presented, Refund
from honorarios.records.models import DocumentKind, DocumentState, RoutePayment
from honorarios.records.models.facts import ReceivesAs
from honorarios.routing.routes import Route
from honorarios.services.deadlines.ways import OWNERS, Way, way_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from honorarios.records.models import SurgeryCase
    from honorarios.services.deadlines.waiting import Waiting
    from honorarios.services.routing.book import Book
    from honorarios.services.routing.held import HeldCase


@dataclass(frozen=True, slots=True)
class Money:
    """A payment of a case, with the way that it went."""

    row: RoutePayment
    way: Way
    to_company: bool


def of_cases(cases: Sequence[HeldCase], book: Book) -> Mapping[int, list[Money]]:
    """The payments of claims of some cases, by case, in the order they were presented."""
    held = {case.row.pk: case for case in cases}
    rows = (
        RoutePayment.objects.filter(claim__case_id__in=list(held))
        .select_related("claim__act", "claim__provider")
        .order_by("presented_on", "pk")
    )
    found: defaultdict[int, list[Money]] = defaultdict(list)
    for row in rows:
        claim = row.claim
        if claim is None:
            continue
        case = held[claim.case_id]
        day = case.surgery_on or row.presented_on
        way = way_of(claim, case, book, day)
        found[claim.case_id].append(Money(row, way, _to_company(case, claim.provider_id)))
    return found


def presented(money: Iterable[Money], waiting: Waiting) -> Iterator[Presented]:
    """What was handed in together, once: by the same way on the same day, paid on the same one."""
    together = {(one.way.key, one.row.presented_on, one.row.paid_on): one for one in money}
    for one in together.values():
        usual = waiting.usual(one.row.payer_id, one.way.route)
        terms = one.way.terms
        due = None
        if terms is not None and terms.payment_days is not None:
            due = one.row.presented_on + timedelta(days=terms.payment_days)
        yield Presented(
            payer=one.way.receiver,
            owner=OWNERS[one.way.route],
            on=one.row.presented_on,
            usual_days=usual.median,
            slow_days=usual.slow,
            contract_due=due,
            paid_on=one.row.paid_on,
            key=f"{one.way.key}-{one.row.presented_on:%y%m%d}",
        )


def denied(money: Iterable[Money], settled: Mapping[tuple[str, str], date]) -> Iterator[Denied]:
    """What statements refused: once for each way and day."""
    refused = [one for one in money if one.row.denied and one.row.paid_on is not None]
    together: defaultdict[tuple[str, date], list[Money]] = defaultdict(list)
    for one in refused:
        if one.row.paid_on is not None:
            together[one.way.key, one.row.paid_on].append(one)
    for (way, on), rows in together.items():
        key = f"{way}-{on:%y%m%d}"
        terms = rows[0].way.terms
        answered = all(one.row.recovered for one in rows)
        replied = settled.get((Kind.APPEAL_REPLY.value, key))
        if replied is None and answered:
            replied = max(one.row.changed_at.date() for one in rows)
        filed = settled.get((Kind.APPEAL.value, key))
        yield Denied(
            on=on,
            receiver=rows[0].way.receiver,
            appeal_days=None if terms is None else terms.appeal_days,
            filed_on=filed if filed is not None or not answered else on,
            replied_on=replied,
            key=key,
        )


def paid(money: Iterable[Money], settled: Mapping[tuple[str, str], date]) -> Iterator[Paid]:
    """What was paid, once for each way, day and kind of receiver."""
    together = {
        (one.way.key, one.row.paid_on, one.to_company): one
        for one in money
        if one.row.paid_on is not None
    }
    for (way, on, to_company), one in together.items():
        if on is None:
            continue
        key = f"{way}-{on:%y%m%d}{'j' if to_company else 'f'}"
        yield Paid(
            on=on,
            payer=one.way.receiver,
            by_patient=one.way.route is Route.PRIVATE,
            to_company=to_company,
            documented_on=settled.get((Kind.FISCAL_DOCUMENT.value, key)),
            key=key,
        )


def refunds(case: SurgeryCase, settled: Mapping[tuple[str, str], date]) -> Iterator[Refund]:
    """What the patient asked back, where the surgery is of free choice."""
    for paper in case.documents.all():
        sent = paper.kind == DocumentKind.REFUND_REQUEST and paper.state == DocumentState.SENT
        if sent and paper.on is not None:
            key = str(paper.pk)
            done = settled.get((Kind.REFUND.value, key))
            yield Refund(papers_on=paper.on, payer=case.payer.name, refunded_on=done, key=key)


def _to_company(case: HeldCase, provider_id: int) -> bool:
    return any(
        member.provider_id == provider_id and member.receives_as == ReceivesAs.LEGAL
        for member in case.team
    )
