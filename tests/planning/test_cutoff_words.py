"""Each shape of a cut-off rule, in words."""

from __future__ import annotations

from datetime import date

import pytest

from honorarios.planning.cutoff_words import told
from honorarios.planning.cutoffs import (
    AfterEvent,
    BeforeEvent,
    Cutoff,
    DeliveryCalendar,
    Event,
    MonthDay,
    Roll,
)


@pytest.mark.parametrize(
    ("cutoff", "words"),
    [
        (AfterEvent(Event.DISCHARGE, 1), "1 dia depois da alta"),
        (AfterEvent(Event.AUTHORISATION, 1, working=True), "1 dia útil depois da autorização"),
        (
            AfterEvent(Event.SURGERY, 10, working=True, roll=Roll.NEXT),
            "10 dias úteis depois da cirurgia, ou no primeiro dia útil seguinte",
        ),
        (AfterEvent(Event.STATEMENT, 30), "30 dias depois do demonstrativo"),
        (
            MonthDay(5, roll=Roll.PREVIOUS),
            "dia 5 do mês seguinte ao da cirurgia, ou no dia útil anterior",
        ),
        (MonthDay(25, months=0, roll=Roll.NONE), "dia 25 do mês da cirurgia"),
        (
            MonthDay(10, event=Event.DISCHARGE, months=2, roll=Roll.NONE),
            "dia 10 do 2º mês depois do mês da alta",
        ),
        (BeforeEvent(Event.ACCOUNT_CLOSING), "até o fechamento da conta"),
        (BeforeEvent(Event.SENHA_EXPIRY, 3), "3 dias antes do fim da senha"),
        (
            DeliveryCalendar((date(2026, 11, 10),)),
            "próxima data do calendário de entregas, a contar da cirurgia",
        ),
    ],
)
def test_a_rule_in_words(cutoff: Cutoff, words: str) -> None:
    assert told(cutoff) == words
