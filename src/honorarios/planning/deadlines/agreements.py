"""What the office's contracts ask for every year, and what has to be confirmed again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.deadlines import sources
from honorarios.planning.deadlines.deadline import Deadline, Kind, Owner, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.planning.deadlines.facts import Confirmed, Contract

NEGOTIATION_ENDS: Final = (3, 31)
"""31 March: after it the index of the ANS holds (RN 512/2022)."""


def contract(one: Contract, today: date) -> Iterator[Deadline]:
    """The next anniversary of a contract that lives to see it."""
    day = anniversary(one.since, today)
    if _lives(one, day):
        yield Deadline(
            kind=Kind.ANNIVERSARY,
            subject=one.name,
            due=day,
            rule=Rule(_("reajuste anual"), sources.ANNIVERSARY),
            owner=Owner.OFFICE,
            today=today,
            key=one.key,
        )


def negotiation(contracts: Iterable[Contract], today: date) -> Iterator[Deadline]:
    """The next end of negotiation, once for all the payers whose contracts live to see it."""
    day = _negotiation(today)
    payers = sorted({one.payer for one in contracts if _lives(one, day)})
    if payers:
        yield Deadline(
            kind=Kind.NEGOTIATION,
            subject=", ".join(payers),
            due=day,
            rule=Rule(_("até 31 de março"), sources.NEGOTIATION),
            owner=Owner.OFFICE,
            today=today,
            key=str(day.year),
        )


def confirmation(one: Confirmed, today: date) -> Iterator[Deadline]:
    """The last day on which a confirmed fact may be leant on."""
    rule = _("confirmar outra vez")
    if one.asks:
        rule = Phrase(_("confirmar outra vez: pergunte a {whom}"), whom=one.asks)
    yield Deadline(
        kind=Kind.FACT_EXPIRY,
        subject=one.name,
        due=one.expires_on,
        rule=Rule(rule, sources.REGISTER),
        owner=Owner.OFFICE,
        today=today,
        key=one.key,
    )


def anniversary(since: date, today: date) -> date:
    """The first anniversary on a day or after it; 29 February falls on the 28th of other years.

    >>> anniversary(date(2024, 2, 29), date(2026, 11, 23))
    datetime.date(2027, 2, 28)
    """
    day = _in(since, today.year)
    return day if day >= today else _in(since, today.year + 1)


def _lives(one: Contract, day: date) -> bool:
    return one.since < day and (one.until is None or day <= one.until)


def _in(since: date, year: int) -> date:
    return date(year, since.month, min(since.day, monthrange(year, since.month)[1]))


def _negotiation(today: date) -> date:
    ends = date(today.year, *NEGOTIATION_ENDS)
    return ends if ends >= today else date(today.year + 1, *NEGOTIATION_ENDS)
