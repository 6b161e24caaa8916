"""A cut-off rule as a person says it, in Portuguese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.cutoffs import (
    AfterEvent,
    BeforeEvent,
    Cutoff,
    DeliveryCalendar,
    Event,
    MonthDay,
    Roll,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

AFTER: Final[Mapping[Event, str]] = {
    Event.SURGERY: _("depois da cirurgia"),
    Event.DISCHARGE: _("depois da alta"),
    Event.AUTHORISATION: _("depois da autorização"),
    Event.ACCOUNT_CLOSING: _("depois do fechamento da conta"),
    Event.SENHA_EXPIRY: _("depois do fim da senha"),
    Event.STATEMENT: _("depois do demonstrativo"),
}
BEFORE: Final[Mapping[Event, str]] = {
    Event.SURGERY: _("a cirurgia"),
    Event.DISCHARGE: _("a alta"),
    Event.AUTHORISATION: _("a autorização"),
    Event.ACCOUNT_CLOSING: _("o fechamento da conta"),
    Event.SENHA_EXPIRY: _("o fim da senha"),
    Event.STATEMENT: _("o demonstrativo"),
}
OF: Final[Mapping[Event, str]] = {
    Event.SURGERY: _("da cirurgia"),
    Event.DISCHARGE: _("da alta"),
    Event.AUTHORISATION: _("da autorização"),
    Event.ACCOUNT_CLOSING: _("do fechamento da conta"),
    Event.SENHA_EXPIRY: _("do fim da senha"),
    Event.STATEMENT: _("do demonstrativo"),
}
ROLLED: Final[Mapping[Roll, str]] = {
    Roll.NEXT: _(", ou no primeiro dia útil seguinte"),
    Roll.PREVIOUS: _(", ou no dia útil anterior"),
    Roll.NONE: "",
}


def told(cutoff: Cutoff) -> str:
    """The rule in words.

    >>> told(AfterEvent(Event.SURGERY, 30))
    '30 dias depois da cirurgia'
    >>> told(MonthDay(5))
    'dia 5 do mês seguinte ao da cirurgia, ou no primeiro dia útil seguinte'
    >>> told(BeforeEvent(Event.ACCOUNT_CLOSING, 2, working=True))
    '2 dias úteis antes do fechamento da conta'
    """
    match cutoff:
        case AfterEvent(event=event, days=days, working=working, roll=roll):
            term = counted(days, working=working)
            return Phrase("{term} {since}{roll}", term=term, since=AFTER[event], roll=ROLLED[roll])
        case MonthDay(day=day, event=event, months=months, roll=roll):
            month = _month(months, event)
            return Phrase(_("dia {day} {month}{roll}"), day=day, month=month, roll=ROLLED[roll])
        case BeforeEvent(event=event, days=0):
            return Phrase(_("até {event}"), event=BEFORE[event])
        case BeforeEvent(event=event, days=days, working=working):
            term = counted(days, working=working)
            return Phrase(_("{term} antes {event}"), term=term, event=OF[event])
        case DeliveryCalendar(event=event):
            return Phrase(
                _("próxima data do calendário de entregas, a contar {event}"), event=OF[event]
            )


def counted(days: int, *, working: bool) -> str:
    """So many days, as a person says them.

    >>> counted(1, working=True), counted(30, working=False)
    ('1 dia útil', '30 dias')
    """
    if working:
        return _("1 dia útil") if days == 1 else Phrase(_("{days} dias úteis"), days=days)
    return _("1 dia") if days == 1 else Phrase(_("{days} dias"), days=days)


def _month(months: int, event: Event) -> str:
    if months == 0:
        return Phrase(_("do mês {event}"), event=OF[event])
    if months == 1:
        return Phrase(_("do mês seguinte ao {event}"), event=OF[event])
    told_as = _("do {months}º mês depois do mês {event}")
    return Phrase(told_as, months=months, event=OF[event])
