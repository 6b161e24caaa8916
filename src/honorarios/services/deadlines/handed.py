"""When a case's papers were handed in: by the payments of its claims, or by what the case itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.models import DocumentKind, DocumentState
from honorarios.routing.routes import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from honorarios.services.deadlines.paid import Money
    from honorarios.services.deadlines.ways import Papers, Way
    from honorarios.services.routing.held import HeldCase

BY_GUIA: Final = frozenset({Route.ACCREDITED, Route.COOPERATIVE})
"""Routes whose papers are guias de honorários; a hospital is asked for its repasse instead."""


class HandedIn:
    """What was handed in of a case."""

    def __init__(self, case: HeldCase, papers: Iterable[Papers], money: Iterable[Money]) -> None:
        """Read what its payments and its documents say."""
        self._presented = {one.row.claim_id: one.row.presented_on for one in money}
        self._repasse_on = case.row.repasse_requested_on
        self._guia_on = _guia_sent_on(case)
        taker = guia_for(one.way for one in papers)
        self._guia_for = None if taker is None else _receiver(taker)

    def together_on(self, papers: Sequence[Papers]) -> date | None:
        """The day on which the last of papers that go together was handed in; None while one is not."""
        days = [day for one in papers if (day := self._on(one)) is not None]
        return max(days) if len(days) == len(papers) else None

    def _on(self, one: Papers) -> date | None:
        if one.claim is not None and one.claim.pk in self._presented:
            return self._presented[one.claim.pk]
        if one.way.route is Route.REPASSE:
            return self._repasse_on
        return self._guia_on if _receiver(one.way) == self._guia_for else None


def _guia_sent_on(case: HeldCase) -> date | None:
    for paper in case.row.documents.all():
        if paper.kind == DocumentKind.FEE_GUIA and paper.state == DocumentState.SENT:
            return paper.on
    return None


def guia_for(ways: Iterable[Way]) -> Way | None:
    """Whom a case's guia is sent to: the only one who takes any, or else the payer, whose form it is."""
    takers = {_receiver(way): way for way in ways if way.route in BY_GUIA}
    if len(takers) == 1:
        return next(iter(takers.values()))
    return next((way for way in takers.values() if way.route is Route.ACCREDITED), None)


def _receiver(way: Way) -> tuple[Route, int]:
    return way.route, way.party_id
