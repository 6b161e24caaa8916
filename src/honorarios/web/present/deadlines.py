"""Deadlines on a page: where each leads, how far it is, and a month of them by day."""

from __future__ import annotations

from calendar import SUNDAY, Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from honorarios.planning.deadlines import Kind, State
from honorarios.services import deadlines as services
from honorarios.services.operations import Operation
from honorarios.web.present.places import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.services.deadlines import DeadlineView
    from honorarios.web.call import Call

SHOWN_IN_A_DAY: Final = 3
"""Deadlines that a day of the calendar has room for; the others are in the list below it."""
BADGES: Final[Mapping[str, str]] = {
    State.LATE.value: "bad",
    State.SOON.value: "warn",
    State.OPEN.value: "info",
    State.UNKNOWN.value: "muted",
    State.DONE.value: "ok",
}
SHORT: Final[Mapping[str, str]] = {
    Kind.SURGERY.value: gettext_noop("Cirurgia"),
    Kind.ANSWER.value: gettext_noop("Resposta"),
    Kind.PERFORMANCE.value: gettext_noop("Garantia"),
    Kind.SENHA_EXPIRY.value: gettext_noop("Vence a senha"),
    Kind.OPME_QUOTES.value: gettext_noop("OPME"),
    Kind.TASK.value: gettext_noop("Pendência"),
    Kind.HOSPITAL_INCLUSION.value: gettext_noop("Repasse"),
    Kind.ACCOUNT_CLOSING.value: gettext_noop("Conta"),
    Kind.COOPERATIVE_DELIVERY.value: gettext_noop("Cooperativa"),
    Kind.PRESENTATION.value: gettext_noop("Operadora"),
    Kind.PAYMENT.value: gettext_noop("Pagamento"),
    Kind.LATE_PAYMENT.value: gettext_noop("Atraso"),
    Kind.APPEAL.value: gettext_noop("Recurso"),
    Kind.APPEAL_REPLY.value: gettext_noop("Réplica"),
    Kind.FISCAL_DOCUMENT.value: gettext_noop("Recibo/NF"),
    Kind.REFUND.value: gettext_noop("Reembolso"),
    Kind.ANNIVERSARY.value: gettext_noop("Aniversário"),
    Kind.NEGOTIATION.value: gettext_noop("Negociação"),
    Kind.FACT_EXPIRY.value: gettext_noop("Confirmar"),
}
"""What a day of the calendar has room for; the list says the whole of it."""
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2200
_REGISTERS: Final = {
    "agreement": "agreements",
    "credential": "credentials",
    "membership": "memberships",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A deadline as a page shows it."""

    deadline: DeadlineView
    href: str
    """Where it is seen to; empty where there is no one place for it."""
    when: str
    """How far it is, in words."""
    badge: str
    state: str
    kind: str
    short: str
    """The kind in a word."""
    owner: str
    keeps: bool
    """Whether the actor may say that it was kept."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, or of the list."""

    day: date
    shown: tuple[Shown, ...]
    in_month: bool = True
    is_today: bool = False
    is_past: bool = False

    @property
    def first(self) -> tuple[Shown, ...]:
        """Those that the calendar has room for."""
        return self.shown[:SHOWN_IN_A_DAY]

    @property
    def more(self) -> int:
        """How many it has no room for."""
        return len(self.shown) - len(self.first)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of deadlines."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    days: tuple[Day, ...]
    """Those of the month that have any."""
    before: tuple[Shown, ...]
    """Late ones of earlier months, where the month is that of today or a later one."""
    undated: tuple[Shown, ...]
    weekdays: tuple[date, ...]
    """One of each day of the week, for their names."""

    @property
    def last(self) -> date:
        """Its last day."""
        return next_month(self.first) - timedelta(days=1)


def shown(call: Call, deadlines: Iterable[DeadlineView]) -> tuple[Shown, ...]:
    """Deadlines for a page of this actor."""
    writes = call.may(Operation.CASES_WRITE)
    return tuple(
        Shown(
            deadline=one,
            href=_href(one),
            when=_when(one),
            badge=BADGES[one.state],
            state=_(one.state_label),
            kind=_(one.kind_label),
            short=_(SHORT[one.kind]),
            owner=_(one.owner_label),
            keeps=writes and one.by_hand,
        )
        for one in deadlines
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """The deadlines of a surgery, for its page."""

    case_id: int
    case_number: str
    first: Shown | None
    """The first that is still to be kept."""
    open: tuple[Shown, ...]
    undated: tuple[Shown, ...]
    done: tuple[Shown, ...]

    @property
    def by_hand(self) -> tuple[Shown, ...]:
        """Those that the actor may say were kept, on whichever day."""
        return tuple(one for one in (*self.open, *self.undated) if one.keeps)


def panel(call: Call, case_id: int) -> Panel:
    """The deadlines of a surgery; stops where the actor doesn't reach it."""
    found = call.take(services.of_case(actor=call.actor, case_id=case_id))
    rows = shown(call, found.deadlines)
    undated, done = State.UNKNOWN.value, State.DONE.value
    return Panel(
        case_id=found.case_id,
        case_number=found.case_number,
        first=next((one for one in rows if one.deadline.uid == found.next_uid), None),
        open=tuple(one for one in rows if one.deadline.state not in {undated, done}),
        undated=tuple(one for one in rows if one.deadline.state == undated),
        done=tuple(one for one in rows if one.deadline.state == done),
    )


def month(first: date, today: date, found: Sequence[Shown]) -> Month:
    """The month that begins on a day, with what is due in it."""
    by_day: defaultdict[date, list[Shown]] = defaultdict(list)
    for one in found:
        if one.deadline.due is not None:
            by_day[one.deadline.due].append(one)

    def a_day(day: date) -> Day:
        inside = day.month == first.month
        return Day(day, tuple(by_day.get(day, ())), inside, day == today, day < today)

    weeks = [
        tuple(map(a_day, week))
        for week in Calendar(SUNDAY).monthdatescalendar(first.year, first.month)
    ]
    return Month(
        first=first,
        weeks=tuple(weeks),
        days=tuple(day for week in weeks for day in week if day.in_month and day.shown),
        before=tuple(one for one in found if first <= today and _late_before(one, first)),
        undated=tuple(one for one in found if one.deadline.due is None),
        weekdays=tuple(day.day for day in weeks[0]),
    )


def month_of(text: str, today: date) -> date:
    """The first day of a month given as ``2026-11``; today's where it isn't one."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else today.replace(day=1)


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=31)).replace(day=1)


def month_before(first: date) -> date:
    """The first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def _late_before(one: Shown, first: date) -> bool:
    due = one.deadline.due
    return due is not None and due < first and one.deadline.state == State.LATE.value


def _href(one: DeadlineView) -> str:
    if one.case_id is not None:
        return f"{reverse('cases.show', args=[one.case_id])}#prazos"
    noun, _dash, number = one.key.partition("-")
    if noun not in _REGISTERS:
        return ""
    place = BY_NAME[_REGISTERS[noun]]
    return place.url("show", int(number)) if number.isdigit() else place.listing


def _when(one: DeadlineView) -> str:
    """How far a deadline is, as a person says it."""
    if one.done_on is not None:
        return _("cumprido em %(day)s") % {"day": date_format(one.done_on, "d/m/Y")}
    left = one.days_left
    if left is None:
        return _("sem data")
    near = {0: _("hoje"), 1: _("amanhã"), -1: _("ontem")}
    if left in near:
        return near[left]
    if left > 0:
        return ngettext("em %(days)s dia", "em %(days)s dias", left) % {"days": left}
    return ngettext("há %(days)s dia", "há %(days)s dias", -left) % {"days": -left}
