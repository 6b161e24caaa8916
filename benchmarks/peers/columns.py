"""The result columns that every engine here writes, in the order of ``docs: how a value comes to be, 2``."""

from __future__ import annotations

from typing import Final

RESULT_COLUMNS: Final = (
    "status",
    "contract_used",
    "terms_from",
    "price_rule",
    "level",
    "schedule",
    "price_row",
    "valid_from",
    "valid_to",
    "basis",
    "fee_unit",
    "fee",
    "operating_cost",
    "film",
    "fee_adjustment",
    "operating_cost_adjustment",
    "film_adjustment",
    "accommodation_factor",
    "overtime_percent",
    "paediatric_percent",
    "technique_factor",
    "bilateral_percent",
    "role_percent",
    "route_percent",
    "unit_centavos",
    "total_centavos",
    "catalogue_hash",
)
