"""Contracts that a command was given and the catalogue lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.core.findings import Finding
    from honorarios.pricing.compile import Compiled

LISTED: Final = 20
"""Contracts that a message lists."""


def unknown_contracts(names: Iterable[str | None], agreed: Compiled) -> list[Finding]:
    """A finding for each name that is no contract's, with the one that was probably meant."""
    from honorarios.catalogue.documents import near
    from honorarios.cli import codes
    from honorarios.core.findings import Place

    known = list(agreed.catalogue.contracts)
    listed = ", ".join(known[:LISTED]) + ("…" if len(known) > LISTED else "")
    return [
        codes.UNKNOWN_CONTRACT.at(Place(), name=name, near=near(name, known), known=listed)
        for name in dict.fromkeys(names)
        if name is not None and name not in agreed.catalogue.contracts
    ]
