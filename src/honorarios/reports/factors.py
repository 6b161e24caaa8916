"""How a line's value came to be, in a few words beside it; the memória de cálculo says it in full."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from honorarios.core.money import format_decimal
from honorarios.core.vocabulary import ACCESS_ROUTE_SPELLINGS, AccessRoute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

IN_REAIS: Final = "BRL"
"""The table's own value is in reais already: nothing to tell."""
ONE: Final = Decimal(1)
WHOLE: Final = Decimal(100)
NOTHING: Final = Decimal(0)
ROUTES: Final = {AccessRoute.SAME: "mesma via", AccessRoute.DIFFERENT: "via dif."}


def short_factors(kept: Mapping[str, object]) -> str:
    """The table's unit and each factor that changed the value, in the order of the calculation.

    Args:
        kept: The columns that the engine returned for the line.

    >>> short_factors({"fee_unit": "10C", "accommodation_factor": "2", "overtime_percent": "30",
    ...     "role_percent": "60", "route_percent": "50", "access_route": "same"})
    '10C · acomod. ×2 · extra +30% · função 60% · mesma via 50%'
    """
    return " · ".join(_told(kept))


def _told(kept: Mapping[str, object]) -> Iterator[str]:
    unit = str(kept.get("fee_unit") or "")
    if unit and unit != IN_REAIS:
        yield unit
    for column, one, said in (
        ("fee_adjustment", ONE, "ajuste ×{}"),
        ("accommodation_factor", ONE, "acomod. ×{}"),
        ("overtime_percent", NOTHING, "extra +{}%"),
        ("paediatric_percent", NOTHING, "pediatria +{}%"),
        ("technique_factor", ONE, "técnica ×{}"),
        ("bilateral_percent", NOTHING, "bilateral +{}%"),
        ("role_percent", WHOLE, "função {}%"),
    ):
        figure = _number(kept.get(column))
        if figure is not None and figure != one:
            yield said.format(format_decimal(figure))
    route = _number(kept.get("route_percent"))
    if route is not None and route != WHOLE:
        known = ACCESS_ROUTE_SPELLINGS.get(str(kept.get("access_route") or ""))
        yield f"{ROUTES.get(known, 'via') if known else 'via'} {format_decimal(route)}%"


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
