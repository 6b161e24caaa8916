"""Section 5: fee, operating cost and film in reais, each a quantity times its coefficient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.pricing.records import LETTER, NONE, Catalogue
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import (
    ANAESTHETIST,
    ANAESTHETIST_ASSISTANT,
    BRL,
    FILM,
    FIRST_ASSISTANT,
    NO_ANAESTHETIC_PORTE,
    NO_ANAESTHETIST,
    NO_COEFFICIENT,
    PRICED,
    SCRUB_ASSISTANT,
)
from honorarios.pricing.rule.scope import matches

if TYPE_CHECKING:
    from honorarios.pricing.interned import Line, Result


@part
def coefficient(
    line: Line, a: Catalogue, period: int, unit: int, group: int, accommodation: int
) -> tuple[int, int, bool]:
    """Mantissa and scale of a unit's value in reais, NONE without one; and if it is of the bed."""
    if period == NONE:
        return (1 if unit == BRL else NONE), 0, False
    value = memory.coefficients(a, period, unit)
    for position in range(value.special, value.special_end):
        special = memory.specials(a, position)
        if (
            matches(special.code, line.code)
            and matches(special.group, group)
            and matches(special.specialty, line.specialty)
            and matches(special.accommodation, accommodation)
            and matches(special.setting, line.setting)
        ):
            return special.mantissa, special.scale, special.accommodation != NONE
    return value.mantissa, value.scale, False


@part
def is_anaesthesia(role: int) -> bool:
    """Whether the role is paid on the anaesthetic porte."""
    return role == ANAESTHETIST or role == ANAESTHETIST_ASSISTANT


@part
def takes_share(role: int) -> bool:
    """Whether the role's percentage is parameterised: it is paid a share of another's fee."""
    return FIRST_ASSISTANT <= role <= SCRUB_ASSISTANT or role == ANAESTHETIST_ASSISTANT


@part
def anaesthetic_unit(a: Catalogue, standard: int, row: int) -> tuple[int, int]:
    """Status and unit of the anaesthetist's fee on a row."""
    porte = memory.rows(a, row).anaesthetic_porte
    if porte == NONE:
        return NO_ANAESTHETIC_PORTE, NONE
    if porte == 0:
        return NO_ANAESTHETIST, NONE
    if porte == LETTER:
        return PRICED, memory.rows(a, row).anaesthetic_unit
    unit = memory.anaesthetic_units(a, standard, porte)
    return (NO_COEFFICIENT if unit == NONE else PRICED), unit


@part
def write_components(line: Line, a: Catalogue, r: Result, period: int) -> int:
    """Write the three components; the status."""
    price, role, standard = memory.rows(a, r.row), line.role, r.standard
    fee, fee_scale, unit = price.fee, price.fee_scale, price.fee_unit
    cost, film = price.operating_cost, price.film
    if (
        is_anaesthesia(role)
        and memory.standards(a, standard).anaesthetic_base == 1
        and r.of_role == 0
    ):
        status, unit = anaesthetic_unit(a, standard, r.row)
        if status != PRICED:
            return status
        fee, fee_scale, cost, film = 1, 0, 0, 0
    elif takes_share(role) and memory.standards(a, standard).fee_only == 1 and r.of_role == 0:
        cost, film = 0, 0
    r.fee_mantissa, r.operating_cost_mantissa, r.film_mantissa = 0, 0, 0
    if fee != 0:
        value, scale, of_bed = coefficient(line, a, period, unit, price.group, r.bed)
        if value == NONE:
            return NO_COEFFICIENT
        r.fee_mantissa, r.fee_scale = fee * value, fee_scale + scale
        r.of_bed = max(r.of_bed, int(of_bed))
    if cost != 0:
        value, scale, _ = coefficient(
            line, a, period, price.operating_cost_unit, price.group, r.bed
        )
        if value == NONE:
            return NO_COEFFICIENT
        r.operating_cost_mantissa = cost * value
        r.operating_cost_scale = price.operating_cost_scale + scale
    if film != 0:
        value, scale, _ = coefficient(line, a, period, FILM, price.group, r.bed)
        if value == NONE:
            return NO_COEFFICIENT
        r.film_mantissa, r.film_scale = film * value, price.film_scale + scale
    r.fee_unit = unit
    return PRICED
