"""Where each document of a catalogue stands in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from honorarios.catalogue.schema import (
    BillingStandard,
    Calendar,
    CoefficientSet,
    Contract,
    FeeSchedule,
)

if TYPE_CHECKING:
    from honorarios.catalogue.schema.base import Document

Kind = Literal["schedules", "coefficients", "standards", "contracts", "calendars"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""The folder of each kind of document."""
MODELS: Final[dict[Kind, type[Document]]] = {
    "schedules": FeeSchedule,
    "coefficients": CoefficientSet,
    "standards": BillingStandard,
    "contracts": Contract,
    "calendars": Calendar,
}
"""The model of each kind of document."""
MANIFEST: Final = "catalogue.yaml"
EDITOR: Final = ".schema"
"""Folder of the JSON Schemas that help an editor; no part of the catalogue."""


def document_file(kind: Kind, name: str) -> str:
    """The file of a document within the folder.

    >>> document_file("contracts", "aurora")
    'contracts/aurora.yaml'
    """
    return f"{kind}/{name}.yaml"


def price_file(prices: str) -> str:
    """The file of an edition's prices within the folder."""
    return f"schedules/{prices}"
