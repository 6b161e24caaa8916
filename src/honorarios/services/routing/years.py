"""The tax parameters that hold for an office on a day: its own, or else those that come with the product."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from honorarios.records.models import TaxParameters
from honorarios.routing.taxes import TaxYear, tax_year
from honorarios.services.outcomes import at, refuse
from honorarios.services.routing import codes

if TYPE_CHECKING:
    from datetime import date


def year_of(office_id: int, day: date) -> TaxYear:
    """The parameters in force on a day; stops with ROU-TAX-YEAR before the first."""
    own = TaxParameters.objects.filter(office_id=office_id, year=day.year).order_by("-pk").first()
    found = tax_year(day) if own is None else _read(own.document)
    if found is None:
        refuse(at(codes.NO_PARAMETERS, day=f"{day:%d/%m/%Y}"))
    return found


@lru_cache(maxsize=16)
def _read(document: str) -> TaxYear:
    return TaxYear.model_validate(json.loads(document))
