"""What procedures would be worth on an account part, by the engine: a preview, nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.launching.model import Entry, Request
from honorarios.launching.prepare import prepare
from honorarios.services.loader import Wanted, load
from honorarios.services.outcomes import not_found

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from honorarios.core.vocabulary import Role
    from honorarios.launching.prices import Pricer
    from honorarios.records.selectors import Scope


@dataclass(frozen=True, slots=True)
class Worth:
    """The value of one unit of a procedure, as a principal act alone."""

    value: int | None
    """In centavos; None where there is no price."""
    why: str
    """Why there is none, in Portuguese; empty where there is."""
    porte: str
    """The porte of the price row that was used; empty where it is of another kind."""


def worth_of(
    *,
    scope: Scope,
    part_id: int,
    codes: Sequence[str],
    start: datetime,
    role: Role,
    pricer: Pricer,
) -> Mapping[str, Worth]:
    """The worth of each code on a part; stops with PER-NOT-FOUND where the part is out of reach."""
    if not codes:
        # What is asked about nothing reaches no part, which would read as a part that isn't there.
        return {}
    entries = [Entry(code=code, start=start, role=role) for code in codes]
    loaded = load(scope, [Wanted(part_id, entry) for entry in entries], lock=False)
    if not loaded.reaches(part_id):
        not_found(f"A parcial {part_id}")
    requests = [Request(entry, loaded.context(part_id, entry)) for entry in entries]
    lines = [line for request in requests if (line := prepare(request).line) is not None]
    prices = pricer.price(lines)
    return {
        code: Worth(
            value=price.total if price.priced else None,
            why="" if price.priced else price.status.message,
            porte=str(price.kept.get("fee_unit", "")) if price.kept.get("basis") == "PORTE" else "",
        )
        for code, price in zip(codes, prices, strict=True)
    }
