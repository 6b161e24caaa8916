"""The period that a report is asked for: two days as people type them, or one of the usual words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from honorarios.core.findings import Finding
from honorarios.web import typed
from honorarios.web.present import filters
from honorarios.web.typed.days import day_text

if TYPE_CHECKING:
    from django.http import QueryDict

FROM: Final = "de"
TO: Final = "ate"
USUAL_DAYS: Final = 30
SHORTCUTS: Final = ("mes", "mes-passado", "30", "90", "ano")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A period, and what was wrong with how it was asked for."""

    first_day: date
    last_day: date
    findings: tuple[Finding, ...] = ()

    @property
    def fields(self) -> tuple[filters.Field, filters.Field]:
        """The two days as fields of a filter."""
        return (
            filters.Field(
                name=FROM,
                label=_("De"),
                type="day",
                value=day_text(self.first_day),
                findings=filters.of(self.findings, FROM),
            ),
            filters.Field(
                name=TO,
                label=_("Até"),
                type="day",
                value=day_text(self.last_day),
                findings=filters.of(self.findings, TO),
            ),
        )

    @property
    def query(self) -> dict[str, str]:
        """The period in an address."""
        return {FROM: self.first_day.isoformat(), TO: self.last_day.isoformat()}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A usual period, as a link."""

    label: str
    href: str
    current: bool


def read(query: QueryDict, today: date) -> Asked:
    """The period of an address; where a day isn't one, the usual period's, with what is wrong with it."""
    found: list[Finding] = []
    last = _day(query, TO, today, found) or today
    first = _day(query, FROM, today, found) or last - timedelta(days=USUAL_DAYS - 1)
    if first > last:
        first, last = last, first
    return Asked(first_day=first, last_day=last, findings=tuple(found))


def shortcuts(query: QueryDict, asked: Asked, today: date) -> list[Shortcut]:
    """Links to the usual periods, with the other filters of the address."""
    labels = {
        "mes": _("Este mês"),
        "mes-passado": _("Mês passado"),
        "30": _("30 dias"),
        "90": _("90 dias"),
        "ano": _("12 meses"),
    }
    told = []
    for name in SHORTCUTS:
        first, last = _usual(name, today)
        kept = query.copy()
        kept[FROM], kept[TO] = first.isoformat(), last.isoformat()
        current = (first, last) == (asked.first_day, asked.last_day)
        told.append(Shortcut(labels[name], f"?{kept.urlencode()}", current))
    return told


def _usual(name: str, today: date) -> tuple[date, date]:
    this_month = today.replace(day=1)
    if name == "mes":
        return this_month, today
    if name == "mes-passado":
        last = this_month - timedelta(days=1)
        return last.replace(day=1), last
    days = 365 if name == "ano" else int(name)
    return today - timedelta(days=days - 1), today


def _day(query: QueryDict, name: str, today: date, found: list[Finding]) -> date | None:
    given = typed.day(query.get(name, ""), name, today=today)
    if isinstance(given, Finding):
        found.append(given)
        return None
    return given
