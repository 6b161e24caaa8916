"""A memória de cálculo of some of a price's components, by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.pricing.trace.model import Rounding, part_of
from honorarios.pricing.trace.value import work_out

if TYPE_CHECKING:
    from collections.abc import Collection

    from honorarios.pricing.trace.model import Explanation


def alone(told: Explanation, names: Collection[str]) -> Explanation:
    """The explanation without the other components: what these are worth together, as one line has them.

    A line without a value stays as it is.
    """
    if told.method is None or told.quantity is None:
        return told
    components = tuple(one for one in told.components if one.name in names)
    worked = work_out(
        [part_of(one) for one in components],
        told.method.rounding_mode,
        told.method.rounding_point,
        told.quantity.multiplier,
        reversal=told.quantity.quantity < 0,
    )
    factors = tuple(one for one in told.factors if one.component is None or one.component in names)
    return replace(
        told,
        components=components,
        factors=factors,
        roundings=tuple(Rounding(*rounded) for rounded in worked.roundings),
        unit_centavos=worked.unit_centavos,
        total_centavos=worked.total_centavos,
    )
