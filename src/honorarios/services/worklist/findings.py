"""What the closing checks say of parts, many at a time, before anybody closes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID  # noqa: TC003 - part of an answer's type

from honorarios.core.findings import Finding, has_errors
from honorarios.records import selectors
from honorarios.records.models import FeeLine
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.parts import closing
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class PartFindings:
    """A part with what stands against closing it, and the line that each finding is about."""

    part_id: int
    findings: tuple[tuple[Finding, UUID | None], ...]

    @property
    def worst(self) -> tuple[Finding, ...]:
        """The findings, the gravest first."""
        found = (finding for finding, _ in self.findings)
        return tuple(sorted(found, key=lambda finding: -finding.severity))

    @property
    def blocked(self) -> bool:
        """Whether it can't be closed as it is."""
        return has_errors(finding for finding, _ in self.findings)


def pending(*, actor: Actor, part_ids: Sequence[int]) -> Result[tuple[PartFindings, ...]]:
    """What the closing checks say of some parts, whatever their states; those out of reach are left out."""
    return consult(
        actor=actor, operation=Operation.PARTS_CLOSE, do=lambda work: _pending(work, part_ids)
    )


def _pending(work: Work, part_ids: Sequence[int]) -> tuple[PartFindings, ...]:
    asked = [key for key in dict.fromkeys(part_ids) if 0 < key <= access.LARGEST_KEY]
    reached = selectors.parts(work.scope).filter(pk__in=asked)
    told = closing.findings(work.scope, list(reached.values_list("pk", flat=True)))
    uids = _uids(finding for some in told.values() for finding in some)
    return tuple(
        PartFindings(
            key, tuple((finding, uids.get(finding.place.line or 0)) for finding in told[key])
        )
        for key in asked
        if key in told
    )


def _uids(findings: Iterable[Finding]) -> dict[int, UUID]:
    """The identifiers of the lines that findings are about: their places tell the lines' keys."""
    keys = {finding.place.line for finding in findings if finding.place.line is not None}
    return dict(FeeLine.objects.filter(pk__in=keys).values_list("pk", "uid"))
