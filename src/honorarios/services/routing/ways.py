"""The routes of a member of the team as they are shown: the sums of the acts, taxes and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.routing.document import LENS_WORDS
from honorarios.routing.ranking import Lens
from honorarios.routing.reasons import Standing
from honorarios.routing.taxes import tax_steps
from honorarios.routing.words import whom
from honorarios.services.routing.shown import TaxView, WayView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from honorarios.routing.prospect import Prospect
    from honorarios.routing.ranking import Weighed
    from honorarios.routing.taxes import TaxYear
    from honorarios.services.routing.weighing import CaseChoice, SeatChoice


def way_views(seats: Sequence[SeatChoice], choice: CaseChoice) -> Iterator[WayView]:
    """Each route of a member with the sums of their acts, the open ones first, the best before."""
    found: dict[str, list[tuple[SeatChoice, Weighed]]] = {}
    for seat in seats:
        ranking = seat.ranking
        for one in (*ranking.covered, *ranking.patient, *ranking.closed):
            found.setdefault(one.option.key, []).append((seat, one))
    first = seats[0].ranking
    lenses = {lens: chosen.option.key for lens in Lens if (chosen := first.by(lens)) is not None}
    dominated = {one.option.key for one in first.dominated}
    told = [
        _way(key, some, choice, lenses, is_dominated=key in dominated)
        for key, some in found.items()
    ]
    yield from sorted(told, key=lambda way: way.standing == "ineligible")


def _way(
    key: str,
    some: Sequence[tuple[SeatChoice, Weighed]],
    choice: CaseChoice,
    lenses: Mapping[Lens, str],
    *,
    is_dominated: bool,
) -> WayView:
    options = [one for _, one in some]
    seat, first = some[0]
    opened = [one for one in options if one.standing is not Standing.INELIGIBLE]
    standing = max(one.standing for one in options) if opened else Standing.INELIGIBLE
    if opened and standing is Standing.INELIGIBLE:
        # Closed for some acts and open for others: conditional as a whole.
        standing = Standing.CONDITIONAL
    counted = opened or options
    prospect = _prospect(seat, key)
    nominal = sum(one.value.nominal for one in counted)
    weighted = sum(one.value.nominal * one.value.mean_days for one in counted)
    due = [one.option.deliver_until for one in counted if one.option.deliver_until is not None]
    return WayView(
        key=key,
        name=first.name,
        group=first.group.value,
        standing=standing.name.lower(),
        standing_label=standing.label,
        gross=sum(one.value.gross for one in counted),
        expected=sum(one.value.expected for one in counted),
        nominal=nominal,
        days=round(weighted / nominal) if nominal else 0,
        median_days=max(one.median_days for one in counted),
        slow_days=max(one.slow_days for one in counted),
        glosa=str(first.expectation.denied),
        fee=str(prospect.terms.fee or prospect.terms.fee_of_gross),
        seen=None if first.seen is None else first.seen.count,
        conditions=sum(one.conditions for one in counted),
        deliver_until=min(due, default=None),
        deadline_rule=first.deadline_rule,
        papers=first.papers,
        acts=len(opened),
        lenses=tuple(LENS_WORDS[lens] for lens, best in lenses.items() if best == key),
        dominated=is_dominated,
        reasons=tuple(_reasons(options)),
        whole_team=first.option.way in choice.whole,
        taxes=tuple(tax_views([pair for pair in some if pair[1] in counted], choice.year)),
    )


def _prospect(seat: SeatChoice, key: str) -> Prospect:
    return next(one for one in seat.prospects if one.option.key == key)


def tax_views(some: Iterable[tuple[SeatChoice, Weighed]], year: TaxYear) -> Iterator[TaxView]:
    """The steps of the taxes of options, those of the same name together."""
    found: dict[str, TaxView] = {}
    for seat, one in some:
        prospect = _prospect(seat, one.option.key)
        receiver = prospect.receiver_on(one.expectation.days)
        for step in tax_steps(year, receiver, prospect.paid_by, one.value):
            before = found.get(step.label)
            total = step.centavos + (0 if before is None else before.centavos)
            found[step.label] = TaxView(step.label, total, step.note, step.is_advance)
    yield from found.values()


def _reasons(options: Iterable[Weighed]) -> Iterator[dict[str, Any]]:
    """What was found of an option for any of the acts, each thing once."""
    seen = set()
    for one in options:
        for reason in one.reasons:
            if (reason.rule, reason.text) not in seen:
                seen.add((reason.rule, reason.text))
                yield {
                    "rule": reason.rule.rule,
                    "code": reason.rule.code,
                    "standing": reason.standing.name.lower(),
                    "text": reason.text,
                    "whom": whom(reason),
                }
