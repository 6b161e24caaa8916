"""A cut-off rule as a person says it, in Portuguese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    Event.SURGERY: "depois da cirurgia",
    Event.DISCHARGE: "depois da alta",
    Event.AUTHORISATION: "depois da autorização",
    Event.ACCOUNT_CLOSING: "depois do fechamento da conta",
    Event.SENHA_EXPIRY: "depois do fim da senha",
    Event.STATEMENT: "depois do demonstrativo",
}
BEFORE: Final[Mapping[Event, str]] = {
    Event.SURGERY: "a cirurgia",
    Event.DISCHARGE: "a alta",
    Event.AUTHORISATION: "a autorização",
    Event.ACCOUNT_CLOSING: "o fechamento da conta",
    Event.SENHA_EXPIRY: "o fim da senha",
    Event.STATEMENT: "o demonstrativo",
}
OF: Final[Mapping[Event, str]] = {
    Event.SURGERY: "da cirurgia",
    Event.DISCHARGE: "da alta",
    Event.AUTHORISATION: "da autorização",
    Event.ACCOUNT_CLOSING: "do fechamento da conta",
    Event.SENHA_EXPIRY: "do fim da senha",
    Event.STATEMENT: "do demonstrativo",
}
ROLLED: Final[Mapping[Roll, str]] = {
    Roll.NEXT: ", ou no primeiro dia útil seguinte",
    Roll.PREVIOUS: ", ou no dia útil anterior",
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
            return f"{counted(days, working=working)} {AFTER[event]}{ROLLED[roll]}"
        case MonthDay(day=day, event=event, months=months, roll=roll):
            return f"dia {day} {_month(months, event)}{ROLLED[roll]}"
        case BeforeEvent(event=event, days=0):
            return f"até {BEFORE[event]}"
        case BeforeEvent(event=event, days=days, working=working):
            return f"{counted(days, working=working)} antes {OF[event]}"
        case DeliveryCalendar(event=event):
            return f"próxima data do calendário de entregas, a contar {OF[event]}"


def counted(days: int, *, working: bool) -> str:
    """So many days, as a person says them.

    >>> counted(1, working=True), counted(30, working=False)
    ('1 dia útil', '30 dias')
    """
    if working:
        return "1 dia útil" if days == 1 else f"{days} dias úteis"
    return "1 dia" if days == 1 else f"{days} dias"


def _month(months: int, event: Event) -> str:
    if months == 0:
        return f"do mês {OF[event]}"
    if months == 1:
        return f"do mês seguinte ao {OF[event]}"
    return f"do {months}º mês depois do mês {OF[event]}"
