"""The office's terms one document at a time: read, tried on real acts, saved as a new version, compared.

A document is a contract, a standard, a coefficient set, a schedule's head or a calendar. Saving one
makes a new version of the whole catalogue; nothing that was in force is lost.
"""

from honorarios.services.terms.comparing import Comparison, ReadChange, compare
from honorarios.services.terms.effects import Effects, Example
from honorarios.services.terms.reading import (
    DocumentHistory,
    DocumentView,
    Held,
    Period,
    documents,
    history,
    read,
)
from honorarios.services.terms.rows import PricePage, PriceView, prices
from honorarios.services.terms.writing import Trial, remove, save, try_out

__all__ = [
    "Comparison",
    "DocumentHistory",
    "DocumentView",
    "Effects",
    "Example",
    "Held",
    "Period",
    "PricePage",
    "PriceView",
    "ReadChange",
    "Trial",
    "compare",
    "documents",
    "history",
    "prices",
    "read",
    "remove",
    "save",
    "try_out",
]
