"""Claims that follow their fee lines: a line that is reversed gives its claim back to be launched again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records.models import ClaimState, RouteClaim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.work import Work


def give_back(work: Work, line_ids: Iterable[int]) -> None:
    """Open again the claims that were billed by lines that are now reversed."""
    claims = RouteClaim.objects.filter(
        fee_line_id__in=list(line_ids), state=ClaimState.BILLED.code_name
    )
    for claim in claims:
        work.record(
            "claim", claim.pk, {"state": ClaimState.OPEN.code_name, "line": claim.fee_line_id}
        )
        claim.state, claim.fee_line = ClaimState.OPEN.code_name, None
        claim.save(update_fields=["state", "fee_line", "changed_at"])
