"""What has to be handed in after the surgery, and until when: by the rule of each route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.cutoff_words import told
from honorarios.planning.cutoffs import Event, due
from honorarios.planning.deadlines import sources
from honorarios.planning.deadlines.deadline import Deadline, Kind, Owner, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from honorarios.planning.days import Place
    from honorarios.planning.deadlines.facts import Delivery

OWNERS: Final[Mapping[Kind, Owner]] = {
    # The seed: after the surgery the surgeon asks the hospital for the repasse.
    Kind.HOSPITAL_INCLUSION: Owner.TEAM,
    Kind.COOPERATIVE_DELIVERY: Owner.OFFICE,
    Kind.PRESENTATION: Owner.OFFICE,
}


def delivery(
    one: Delivery, events: Mapping[Event, date], place: Place, today: date
) -> Iterator[Deadline]:
    """The last day to hand papers in by a route; without a day while its rule or event is unknown."""
    if one.cutoff is None:
        day, rule = None, Rule(_("prazo desconhecido"), sources.UNKNOWN)
    else:
        day, rule = due(one.cutoff, events, place), Rule(told(one.cutoff), one.source)
    yield Deadline(
        kind=one.kind,
        subject=one.receiver,
        due=day,
        rule=rule,
        owner=OWNERS[one.kind],
        today=today,
        done_on=one.delivered_on,
        presumed=one.presumed,
        key=one.key,
    )


def closing(on: date | None, closed_on: date | None, today: date) -> Iterator[Deadline]:
    """The day on which the hospital closes the account."""
    if on is None:
        return
    yield Deadline(
        kind=Kind.ACCOUNT_CLOSING,
        subject=_("Conta do atendimento"),
        due=on,
        rule=Rule(_("fechamento informado pelo hospital"), sources.PLAN),
        owner=Owner.HOSPITAL,
        today=today,
        done_on=closed_on,
    )
