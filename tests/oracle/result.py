"""The columns of a priced line, and the reason why a line has no price."""

from __future__ import annotations

from typing import Final

OUTPUT_COLUMNS: Final = (
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
)
"""Section 2 of the law, without ``catalogue_hash``."""

STATUSES: Final = (
    "missing_code",
    "invalid_code",
    "missing_start",
    "invalid_start",
    "invalid_end",
    "start_after_end",
    "act_too_long",
    "missing_role",
    "invalid_role",
    "invalid_access_route",
    "invalid_procedure_kind",
    "invalid_rank",
    "invalid_character",
    "invalid_setting",
    "invalid_technique",
    "invalid_laterality",
    "invalid_admission",
    "invalid_age",
    "invalid_weight",
    "invalid_quantity",
    "not_authorised",
    "unknown_contract",
    "missing_contract",
    "no_contract",
    "contract_not_in_force",
    "no_standard",
    "excluded",
    "unknown_code",
    "no_price",
    "price_not_in_force",
    "no_anaesthetic_porte",
    "no_anaesthetist",
    "no_coefficient",
    "no_accommodation_factor",
    "no_role_percent",
    "zero_price",
    "amount_too_large",
    "priced",
)
"""Section 3 of the law, in its order, and ``priced``."""


class NotPricedError(Exception):
    """The line has no price; ``status`` says why (section 3)."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status
