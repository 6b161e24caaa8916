"""Another count of working days: every day listed, holidays written out from the laws themselves.

It shares nothing with the product: neither its holidays nor its way of counting.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

YEARLY: Final = {
    "01-01": "Confraternização Universal (Lei 662/1949)",
    "04-21": "Tiradentes (Lei 662/1949)",
    "05-01": "Dia do Trabalho (Lei 662/1949)",
    "09-07": "Independência (Lei 662/1949)",
    "10-12": "Nossa Senhora Aparecida (Lei 6.802/1980)",
    "11-02": "Finados (Lei 10.607/2002)",
    "11-15": "República (Lei 662/1949)",
    "11-20": "Zumbi e Consciência Negra (Lei 14.759/2023, from 2024 on)",
    "12-25": "Natal (Lei 662/1949)",
}
STATE: Final = {
    "4314902": {"09-20": "Revolução Farroupilha (Decreto estadual 36.180/1995)"},
    "3550308": {"07-09": "Revolução Constitucionalista (Lei estadual 9.497/1997)"},
    "3304557": {"04-23": "São Jorge (Lei estadual 5.198/2008)"},
}
TOWN: Final = {
    "4314902": {"02-02": "Nossa Senhora dos Navegantes"},
    "3550308": {"01-25": "Aniversário da cidade"},
    "3304557": {"01-20": "São Sebastião"},
}
TOWNS: Final = {"Porto Alegre": "4314902", "São Paulo": "3550308", "Rio de Janeiro": "3304557"}
CARNIVAL_IN: Final = "3304557"
"""Rio's Carnival Tuesday is a holiday of its state (Lei estadual 5.243/2008)."""


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian algorithm (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def rests(day: date, town: str) -> bool:
    """Whether nobody works on a day in a town of :data:`TOWNS`, by its code."""
    moveable = [easter(day.year) - timedelta(days=2), easter(day.year) + timedelta(days=60)]
    if town == CARNIVAL_IN:
        moveable.append(easter(day.year) - timedelta(days=47))
    return (
        day.strftime("%A") in {"Saturday", "Sunday"}
        or f"{day:%m-%d}" in YEARLY.keys() | STATE[town].keys() | TOWN[town].keys()
        or day in moveable
    )


def counted(start: date, count: int, town: str) -> date:
    """The day on which so many working days have gone by since a start that doesn't count."""
    tally = [
        day
        for day in (start + timedelta(days=gone) for gone in range(1, 6 * count + 40))
        if not rests(day, town)
    ]
    return tally[count - 1] if count else start


def rolled(day: date, town: str, step: int) -> date:
    """The nearest working day on or after (step 1) or before (step -1) a day."""
    return next(
        found
        for found in (day + timedelta(days=step * gone) for gone in range(40))
        if not rests(found, town)
    )
