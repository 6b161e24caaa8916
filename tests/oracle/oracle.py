"""The oracle: prices a line by the letter of the law, in plain decimals, without the engine.

The law is ``docs/en/explanation/value.md``; each module of this package is one of its sections.
"""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Context, Inexact, InvalidOperation, localcontext
from typing import TYPE_CHECKING

from honorarios.catalogue.schema import AnaesthesiaBase, AssistantComponents, FactorScope
from tests.oracle.agreement import Agreements
from tests.oracle.coefficients import Coefficients
from tests.oracle.components import components
from tests.oracle.factors import Factors, factors
from tests.oracle.holidays_of import Holidays
from tests.oracle.line import Given, Line, read_line
from tests.oracle.prices import PriceTables
from tests.oracle.result import OUTPUT_COLUMNS, NotPricedError
from tests.oracle.value import Rounder, amounts

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue, StandardRules, Terms
    from tests.oracle.prices import Found

Result = dict[str, object]
EXACT = Context(prec=200, traps=[Inexact, InvalidOperation])
"""Every product and sum is exact, or the oracle stops; only the rounder rounds."""
FACTOR_COLUMNS = tuple(field.name for field in fields(Factors))


class Oracle:
    """Prices lines by one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._agreements = Agreements(catalogue)
        self._tables = PriceTables(catalogue)
        self._holidays = Holidays(catalogue)
        self.ties = 0
        """Exact half centavos met so far."""

    def price(self, line: Given) -> Result:
        """Every output column of section 2; what comes after the step that failed is None."""
        result: Result = dict.fromkeys(OUTPUT_COLUMNS)
        with localcontext(EXACT):
            try:
                self._fill(read_line(line), result)
            except NotPricedError as reason:
                result["status"] = reason.status
            else:
                result["status"] = "priced"
        return result

    def _fill(self, line: Line, result: Result) -> None:
        """Steps 2 to 7; a step writes its columns when it has succeeded."""
        contract, day, terms = self._agreements.contract(line)
        result |= {"contract_used": contract.id, "terms_from": terms.valid_from}

        agreed = self._agreements.agreed(line, contract, day, terms)
        if agreed.rule is not None:
            result["price_rule"] = agreed.rule.name
            if agreed.rule.excluded:
                raise NotPricedError("excluded")

        found = self._tables.find(line, agreed)
        rules = agreed.rules
        if agreed.iamspe:
            rules, terms, found = for_iamspe(rules, terms, found)
        row = found.row
        result |= {
            "level": found.level,
            "schedule": row.defined_by,
            "price_row": row.number,
            "valid_from": found.valid_from,
            "valid_to": found.valid_to,
            "basis": str(row.basis),
        }

        coefficients = Coefficients(self._catalogue, line, agreed, found)
        parts = components(line.role, rules, found, coefficients)
        result |= {
            "fee_unit": parts.fee_unit,
            "fee": parts.fee,
            "operating_cost": parts.operating_cost,
            "film": parts.film,
        }

        applied = factors(line, agreed, row, parts, self._holidays)
        result |= {name: getattr(applied, name) for name in FACTOR_COLUMNS}

        rounded = Rounder(terms.rounding.mode)
        unit, total = amounts(terms, row, parts, applied, line.quantity, rounded)
        self.ties += rounded.ties
        result |= {"unit_centavos": unit, "total_centavos": total}


def for_iamspe(
    rules: StandardRules, terms: Terms, found: Found
) -> tuple[StandardRules, Terms, Found]:
    """What IAMSPE's own calculation makes of standard, terms and row: every component counts for all."""
    own_row = rules.anaesthesia.model_copy(update={"base": AnaesthesiaBase.TABLE})
    whole = {"anaesthesia": own_row, "assistant_components": AssistantComponents.ALL}
    every = {"factor_scope": FactorScope.TABLE_VALUE, "touches": ()}
    row = replace(found.row, extra_quantity_percent=None)
    return (
        rules.model_copy(update=whole),
        terms.model_copy(update=every),
        replace(found, row=row),
    )
