"""Taxes on a physician's fee by who pays whom, from dated parameters; no tax advice."""

from honorarios.routing.taxes.parameters import Confidence, Payer, TaxYear, tax_year
from honorarios.routing.taxes.person import Month, of_person
from honorarios.routing.taxes.receiver import Receiver, tax_of
from honorarios.routing.taxes.steps import TaxStep, tax_steps

__all__ = [
    "Confidence",
    "Month",
    "Payer",
    "Receiver",
    "TaxStep",
    "TaxYear",
    "of_person",
    "tax_of",
    "tax_steps",
    "tax_year",
]
