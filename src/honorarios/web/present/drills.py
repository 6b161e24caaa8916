"""Addresses of the lines that a number adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from honorarios.services.situations import IN_FORCE

if TYPE_CHECKING:
    from honorarios.services.dashboard import DashboardFilter


def lines(
    asked: DashboardFilter,
    *,
    situation: str = IN_FORCE,
    payer: str = "",
    billing_unit: str = "",
    provider: str = "",
    day: str = "",
) -> str:
    """The list of the lines in force of a period, cut as the number was; ``day`` in ISO."""
    query = {
        "de": day or asked.first_day.isoformat(),
        "ate": day or asked.last_day.isoformat(),
        "convenio": payer or asked.payer,
        "unidade": billing_unit or asked.billing_unit,
        "prestador": provider,
        "onde": situation,
    }
    told = urlencode({name: value for name, value in query.items() if value})
    return f"{reverse('lines.list')}?{told}"
