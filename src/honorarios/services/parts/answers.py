"""What the verbs of account parts answer. Amounts are whole centavos."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """A part as a verb left it."""

    part_id: int
    status: str
    """Code name of the state."""
    version: int
    tax_invoice: str = ""
    remittance_id: int | None = None


@dataclass(frozen=True, slots=True)
class RemittedPart:
    """A part of a remittance."""

    part_id: int
    total: int
    """What was charged in it when it was sent."""
    version: int
    """The part's own, after the verb."""


@dataclass(frozen=True, slots=True)
class RemittanceAnswer:
    """A remittance, with the parts that the verb concerned."""

    remittance_id: int
    number: int
    payer_id: int
    billing_unit_id: int
    total: int
    """What was charged in all of its parts when it was issued."""
    parts: tuple[RemittedPart, ...]
