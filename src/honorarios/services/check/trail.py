"""The audit trail's own proof, as an invariant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.services.audit import proof

if TYPE_CHECKING:
    from collections.abc import Iterator


def tampered(office_id: int) -> Iterator[str]:
    """The first event that doesn't hold; a cut tail shows only against an exported head."""
    found = proof.verify(office_id)
    if found.finding is not None:
        yield f"evento {found.first_bad}: {found.finding.message}"
