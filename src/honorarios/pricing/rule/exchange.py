"""Between columns and one record: a line is loaded, priced as a record, and its result stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.pricing.records import COMPONENT_PLACES, NONE, Catalogue
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.arithmetic import POWERS
from honorarios.pricing.rule.compiler import merged, part

if TYPE_CHECKING:
    import numpy as np

    from honorarios.pricing.interned import Line, Lines, Result, Results


@part
def shown_base(mantissa: int, scale: int) -> int:
    """A component in reais with 8 decimals; the catalogue's compiler proves that it fits."""
    return mantissa * POWERS[COMPONENT_PLACES - scale]


@merged
def load(lines: Lines, i: np.uint64, line: Line) -> None:
    """Gather line ``i`` from the columns; the compiler leaves out the cells that a step does not use."""
    line.code = lines.code[i]
    line.start = lines.start[i]
    line.end = lines.end[i]
    line.admission = lines.admission[i]
    line.contract = lines.contract[i]
    line.payer = lines.payer[i]
    line.billing_unit = lines.billing_unit[i]
    line.plan = lines.plan[i]
    line.provider = lines.provider[i]
    line.specialty = lines.specialty[i]
    line.rank = lines.rank[i]
    line.accommodation = lines.accommodation[i]
    line.quantity = lines.quantity[i]
    line.age_months = lines.age_months[i]
    line.weight_grams = lines.weight_grams[i]
    line.route = lines.route[i]
    line.role = lines.role[i]
    line.access_route = lines.access_route[i]
    line.procedure_kind = lines.procedure_kind[i]
    line.character = lines.character[i]
    line.setting = lines.setting[i]
    line.technique = lines.technique[i]
    line.laterality = lines.laterality[i]
    line.authorised = lines.authorised[i]


@merged
def store(a: Catalogue, r: Result, results: Results, i: np.uint64) -> None:
    """Scatter a result to row ``i`` of the columns; what the line did not get to is meaningless there."""
    results.status[i] = r.status
    results.wide[i] = r.wide
    results.contract_used[i] = r.contract
    results.segment[i] = r.segment
    results.terms_from[i] = memory.segments(a, r.segment).terms_from
    results.price_rule[i] = NONE if r.rule == NONE else memory.rules(a, r.rule).name
    results.level[i] = r.level
    results.row[i] = r.row
    row = memory.rows(a, max(r.row, 0))
    results.valid_from[i] = row.valid_from
    results.valid_to[i] = row.valid_to
    results.schedule[i] = row.schedule
    results.price_row[i] = row.number
    results.basis[i] = row.basis
    results.fee_unit[i] = r.fee_unit
    results.fee[i] = shown_base(r.fee_mantissa, r.fee_scale)
    results.operating_cost[i] = shown_base(r.operating_cost_mantissa, r.operating_cost_scale)
    results.film[i] = shown_base(r.film_mantissa, r.film_scale)
    results.fee_adjustment[i] = memory.numbers(a, r.fee_adjustment).shown
    results.operating_cost_adjustment[i] = memory.numbers(a, r.operating_cost_adjustment).shown
    results.film_adjustment[i] = memory.numbers(a, r.film_adjustment).shown
    results.accommodation_factor[i] = memory.numbers(a, r.accommodation_factor).shown
    results.overtime_percent[i] = memory.numbers(a, r.overtime_percent).shown
    results.paediatric_percent[i] = memory.numbers(a, r.paediatric_percent).shown
    results.technique_factor[i] = memory.numbers(a, r.technique_factor).shown
    results.bilateral_percent[i] = memory.numbers(a, r.bilateral_percent).shown
    results.role_percent[i] = memory.numbers(a, r.role_percent).shown
    results.route_percent[i] = memory.numbers(a, r.route_percent).shown
    results.unit_centavos[i] = r.unit_centavos
    results.total_centavos[i] = r.total_centavos
