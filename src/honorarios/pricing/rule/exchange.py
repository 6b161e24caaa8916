"""Between columns and one record: a line is loaded, priced as a record, and its result stored."""

from __future__ import annotations

from honorarios.pricing.layout import Line, Lines, Result, Results
from honorarios.pricing.rule.compiler import merged


@merged
def load(lines: Lines, i: int, line: Line) -> None:
    """Gather line ``i`` from the columns."""
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
def store(r: Result, results: Results, i: int) -> None:
    """Scatter a result to row ``i`` of the columns."""
    results.fee[i] = r.fee
    results.operating_cost[i] = r.operating_cost
    results.film[i] = r.film
    results.fee_adjustment[i] = r.fee_adjustment
    results.operating_cost_adjustment[i] = r.operating_cost_adjustment
    results.film_adjustment[i] = r.film_adjustment
    results.accommodation_factor[i] = r.accommodation_factor
    results.overtime_percent[i] = r.overtime_percent
    results.paediatric_percent[i] = r.paediatric_percent
    results.technique_factor[i] = r.technique_factor
    results.bilateral_percent[i] = r.bilateral_percent
    results.role_percent[i] = r.role_percent
    results.route_percent[i] = r.route_percent
    results.unit_centavos[i] = r.unit_centavos
    results.total_centavos[i] = r.total_centavos
    results.contract[i] = r.contract
    results.segment[i] = r.segment
    results.rule[i] = r.rule
    results.row[i] = r.row
    results.price_row[i] = r.price_row
    results.valid_from[i] = r.valid_from
    results.valid_to[i] = r.valid_to
    results.schedule[i] = r.schedule
    results.fee_unit[i] = r.fee_unit
    results.status[i] = r.status
    results.level[i] = r.level
    results.basis[i] = r.basis
    results.wide[i] = r.wide
