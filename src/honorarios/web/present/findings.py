"""Findings with the line that each is about, for screens where one can go there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from uuid import UUID

    from honorarios.core.findings import Finding


@dataclass(frozen=True, slots=True)
class Linked:
    """A finding and where to mend it."""

    finding: Finding
    href: str


def linked(pair: tuple[Finding, UUID | None], part_id: int) -> Linked:
    """A finding of a part with the address of its line, if it is about one."""
    finding, uid = pair
    if uid is None:
        return Linked(finding, "")
    return Linked(finding, f"{reverse('parts.show', args=[part_id])}#linha-{uid}")
