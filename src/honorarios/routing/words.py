"""How the choice of a route is said in Portuguese: shares, days, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import either
from honorarios.core.phrase import gettext_noop as _
from honorarios.routing.facts import Contact, FactStatus

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from honorarios.routing.facts import Fact
    from honorarios.routing.reasons import Reason

CONTACTS: Final = {
    Contact.COMMERCIAL: _("comercial"),
    Contact.MEDICAL_STAFF_RELATIONS: _("relacionamento com o corpo clínico"),
    Contact.BILLING: _("faturamento"),
}
"""Sectors of a hospital, as one asks for them."""
STATUSES: Final = {
    FactStatus.CONFIRMED: "confirmado",
    FactStatus.PRESUMED: "presumido",
    FactStatus.UNKNOWN: "não se sabe",
    FactStatus.DENIED: "negado",
}


def percent(part: Decimal) -> str:
    """A share as people read it.

    >>> from decimal import Decimal
    >>> percent(Decimal("0.0544"))
    '5,44 %'
    """
    return f"{part * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " %"


def day(when: date) -> str:
    """A day as people read it.

    >>> from datetime import date
    >>> day(date(2026, 12, 4))
    '04/12/2026'
    """
    return when.strftime("%d/%m/%Y")


def whom(reason: Reason) -> str:
    """Whom to ask about a reason; empty where nobody of a hospital could say."""
    asks = () if reason.fact is None else reason.fact.asks
    return either(CONTACTS[contact] for contact in asks)


def age(fact: Fact) -> str:
    """How a fact is known, since when and until when.

    >>> from datetime import date
    >>> from honorarios.routing.facts import Fact, FactStatus
    >>> age(Fact(name="acordo", status=FactStatus.CONFIRMED, confirmed_on=date(2026, 9, 3)))
    'confirmado em 03/09/2026'
    """
    told = STATUSES[fact.status]
    if fact.confirmed_on is not None:
        told += f" em {day(fact.confirmed_on)}"
    if fact.confirmed_by:
        told += f" por {fact.confirmed_by}"
    if fact.expires_on is not None:
        told += f", vence em {day(fact.expires_on)}"
    return told
