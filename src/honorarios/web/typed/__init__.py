"""Reading what people type in fields, in every usual way; what can't be read is a finding, never a guess.

Each reader answers the value, None for an empty field, or a :class:`~honorarios.core.findings.Finding` at
the field. Each has its inverse, ``*_text``, which writes the value as a field shows it.

>>> money("1.234,56", "value")
123456
>>> hour("930", "start")
datetime.time(9, 30)
>>> from datetime import date
>>> day("ontem", "day", today=date(2026, 3, 1))
datetime.date(2026, 2, 28)
>>> print(money("1.234", "value"))
erro WEB-MONEY-TWO-WAYS value: “1.234” pode ser 1.234,00 ou 1,23. Escreva com vírgula e centavos: 1234,00.
"""

from __future__ import annotations

from honorarios.web.typed.days import day, day_text
from honorarios.web.typed.fields import Fields
from honorarios.web.typed.hours import hour, hour_text, moment, moment_text
from honorarios.web.typed.keys import key, keys
from honorarios.web.typed.money import money, money_text
from honorarios.web.typed.numbers import count, count_text, quantity, quantity_text

__all__ = [
    "Fields",
    "count",
    "count_text",
    "day",
    "day_text",
    "hour",
    "hour_text",
    "key",
    "keys",
    "moment",
    "moment_text",
    "money",
    "money_text",
    "quantity",
    "quantity_text",
]
