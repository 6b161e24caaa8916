"""What must hold among the dates of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.core.findings import Place
from honorarios.services.registers import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding


def dates_in_order(values: Mapping[str, Any]) -> Iterator[Finding]:
    """REG-DATES where a validity ends before it begins."""
    start, end = values["valid_from"], values["valid_to"]
    if start is not None and end is not None and end < start:
        yield codes.DATES.at(Place(field="valid_to"))
