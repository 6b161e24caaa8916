"""Agreements on fees: how each is known, who confirms it, what has to be confirmed again.

The rows themselves are registers (:mod:`honorarios.services.registers`): ``agreements``,
``route-terms``, ``cooperatives``, ``memberships``, ``hospital-contacts`` and ``credentials``. Here they
are confirmed, seen together by payer, and asked for again when they are no longer to be believed.
"""

from honorarios.services.agreements.confirming import CONFIRMED, Confirmation, confirm
from honorarios.services.agreements.detail import AgreementDetail, ContactView, TermsView, detail
from honorarios.services.agreements.facts import FactView, view_of
from honorarios.services.agreements.grid import (
    AgreementView,
    Cell,
    GridRow,
    GridView,
    Party,
    grid,
)
from honorarios.services.agreements.stale import (
    SOON,
    StaleFact,
    StaleView,
    Why,
    stale,
)
from honorarios.services.agreements.taxes import (
    Kept,
    TaxParametersView,
    change_parameters,
    parameters,
)

__all__ = [
    "CONFIRMED",
    "SOON",
    "AgreementDetail",
    "AgreementView",
    "Cell",
    "Confirmation",
    "ContactView",
    "FactView",
    "GridRow",
    "GridView",
    "Kept",
    "Party",
    "StaleFact",
    "StaleView",
    "TaxParametersView",
    "TermsView",
    "Why",
    "change_parameters",
    "confirm",
    "detail",
    "grid",
    "parameters",
    "stale",
    "view_of",
]
