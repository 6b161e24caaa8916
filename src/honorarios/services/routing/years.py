"""The tax parameters that hold for an office on a day: its own, or else those that come with the product."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from honorarios.records.models import TaxParameters
from honorarios.routing.taxes import TaxYear
from honorarios.routing.taxes.parameters import tax_years
from honorarios.services.outcomes import at
from honorarios.services.routing import codes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.core.findings import Finding


def year_of(office_id: int, day: date) -> TaxYear:
    """The newest parameters that hold on a day, the office's own of a year first; before any, the first.

    Of the office's own the last that was kept holds. :func:`too_early` tells those used before their day.
    """
    rows = TaxParameters.objects.filter(office_id=office_id).order_by("pk")
    own = [_read(document) for document in rows.values_list("document", flat=True)]
    every = [(year, rank) for rank, year in enumerate((*tax_years(), *own))]
    product = len(tax_years())

    def newest(one: tuple[TaxYear, int]) -> tuple[int, bool, date, int]:
        year, rank = one
        return (year.valid_from.year, rank >= product, year.valid_from, rank)

    held = [one for one in every if one[0].valid_from <= day]
    if held:
        return max(held, key=newest)[0]
    first = min(year.valid_from for year, _ in every)
    return max((one for one in every if one[0].valid_from == first), key=newest)[0]


def too_early(year: TaxYear, day: date) -> Iterator[Finding]:
    """A warning where parameters are used on a day before they came into force."""
    if day < year.valid_from:
        told = {"day": day, "used": year.valid_from}
        yield at(codes.NO_PARAMETERS, **{name: f"{one:%d/%m/%Y}" for name, one in told.items()})


@lru_cache(maxsize=16)
def _read(document: str) -> TaxYear:
    return TaxYear.model_validate(json.loads(document))
