"""Facility fees that a surgery brings by its anaesthetic porte (seed, section 02.3; ``spec: launching 3.4b``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import ProcedureKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.launching.agreements import Agreement, RowFacts
    from honorarios.launching.model import Entry

LOOKED_UP_BY: Final = (
    "contract", "payer", "billing_unit", "route", "plan", "provider", "specialty", "start", "end",
    "admission", "setting",
)  # fmt: skip
"""The cells of the act that choose the fee's price; no factor of the act touches a facility fee."""


def fee_code(entry: Entry, agreement: Agreement, row: RowFacts | None) -> str | None:
    """Code of the fee that an entry brings when it is inserted; None where it brings none."""
    terms = agreement.launching
    if not terms.automatic_fees or row is None or row.anaesthetic_porte is None:
        return None
    if entry.role is not Role.SURGEON or entry.procedure_kind is not ProcedureKind.PRINCIPAL:
        return None
    return terms.facility_fees.get(row.anaesthetic_porte)


def fee_line(line: Mapping[str, object], code: str) -> dict[str, object]:
    """What the engine is asked for the fee of an act: one unit, found by the same look-up.

    The engine reads the surgeon's role as 100 %: the fee itself has no role.
    """
    cells = {name: line[name] for name in LOOKED_UP_BY if name in line}
    return cells | {"code": code, "role": Role.SURGEON.code_name, "quantity": 1}
