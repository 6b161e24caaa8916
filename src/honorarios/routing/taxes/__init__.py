"""Taxes on a physician's fee by who pays whom, from dated parameters; no tax advice."""

from honorarios.routing.taxes.parameters import Confidence, Payer, TaxYear, tax_year
from honorarios.routing.taxes.person import Month, of_person
from honorarios.routing.taxes.receiver import Receiver, tax_of

__all__ = [
    "Confidence",
    "Month",
    "Payer",
    "Receiver",
    "TaxYear",
    "of_person",
    "tax_of",
    "tax_year",
]
