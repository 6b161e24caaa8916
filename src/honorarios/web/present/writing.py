"""How values are written on a screen: money, days, hours, words of the vocabulary.

Money and days are written the Brazilian way in every language of the interface: the same figures are
typed back by the same rules, and a comma that changes its meaning with the language costs money.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core import vocabulary
from honorarios.core.validity import shown_day

NOTHING: Final = "—"
"""What stands where there is no value."""
KEPT_DOT: Final = "\N{NO-BREAK SPACE}· "
"""Between the parts of a title: the dot ends a line, it begins none."""


def money(centavos: int | None) -> str:
    """Centavos in reais, without the sign of the currency.

    >>> money(123456), money(-5), money(0), money(None)
    ('1.234,56', '-0,05', '0,00', '—')
    """
    if centavos is None:
        return NOTHING
    reais, rest = divmod(abs(centavos), 100)
    sign = "-" if centavos < 0 else ""
    return f"{sign}{reais:,}".replace(",", ".") + f",{rest:02d}"


def reais(centavos: int | None) -> str:
    r"""The same with the currency, held together by a space that doesn't break.

    >>> reais(123456) == "R$\N{NO-BREAK SPACE}1.234,56"
    True
    """
    return NOTHING if centavos is None else f"R$\N{NO-BREAK SPACE}{money(centavos)}"


def number(value: Decimal | int | None, places: int | None = None) -> str:
    """A number with the Brazilian comma; its trailing zeros go unless ``places`` are asked.

    >>> number(Decimal("1234.500")), number(Decimal("0.3"), 2), number(7), number(None)
    ('1.234,5', '0,30', '7', '—')
    """
    if value is None:
        return NOTHING
    exact = Decimal(value)
    text = f"{exact:,f}" if places is None else f"{exact:,.{places}f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def day(value: date | datetime | None) -> str:
    """A day; of a moment, its day here.

    >>> day(date(2026, 11, 22)), day(None)
    ('22/11/2026', '—')
    """
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        value = _wall(value).date()
    return shown_day(value)


def hour(value: datetime | time | None) -> str:
    """An hour to the minute. Clinical hours are wall time and stand as they are.

    >>> hour(time(9, 5)), hour(None)
    ('09:05', '—')
    """
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        value = _wall(value).time()
    return f"{value:%H:%M}"


def moment(value: datetime | None) -> str:
    """A day with its hour.

    >>> moment(datetime(2026, 11, 22, 9, 5))
    '22/11/2026 09:05'
    """
    return NOTHING if value is None else f"{day(value)} {hour(value)}"


def label(value: object, kind: str = "") -> str:
    """The word of a member of a vocabulary; of a bare number or code name, with the kind it is of.

    >>> label(vocabulary.Role.SURGEON), label(0, "Role"), label("surgeon", "Role"), label(None)
    ('Cirurgião', 'Cirurgião', 'Cirurgião', '—')
    """
    if value is None or value == "":
        return NOTHING
    if kind:
        value = _member(value, kind)
    if isinstance(value, bool):
        return _("Sim") if value else _("Não")
    return _(str(getattr(value, "label", value)))


def _member(value: object, kind: str) -> object:
    terms: type[vocabulary.Term] = getattr(vocabulary, kind)
    if isinstance(value, int):
        return next(term for term in terms if term == value)
    return terms[str(value).upper()]


def _wall(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value
