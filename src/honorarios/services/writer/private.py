"""Parts for private expenses, made with the first line that needs one (``spec: launching 3.11``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import PayerGroup
from honorarios.launching.model import TargetPart
from honorarios.records.models import AccountPart, Payer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.launching.model import Outcome
    from honorarios.services.loader import Loaded


def private_payer(office_id: int) -> Payer | None:
    """Who pays private expenses: the office's first payer of the self-pay group, by code."""
    payers = Payer.objects.filter(office_id=office_id, group=PayerGroup.SELF_PAY.code_name)
    return payers.order_by("code").first()


def lacks_private_part(loaded: Loaded, part_id: int, outcome: Outcome) -> bool:
    """Whether lines to be written need a private part that their account doesn't have."""
    private = any(line.part is TargetPart.PRIVATE for line in outcome.lines)
    return private and loaded.private_part(loaded.parts[part_id].account_id) is None


def open_private_parts(loaded: Loaded, sources: Mapping[int, int]) -> dict[int, AccountPart]:
    """Create the private part of each account, by account.

    Args:
        loaded: The parts of the accounts.
        sources: By account, the part whose lines need it: the private one has its unit and begins
            with it.
    """
    parts = [
        AccountPart(
            office_id=loaded.parts[source].office_id,
            account_id=account,
            seq=1 + max(sibling.seq for sibling in loaded.siblings[account]),
            billing_unit_id=loaded.parts[source].billing_unit_id,
            period_start=loaded.parts[source].period_start,
        )
        for account, source in sorted(sources.items())
    ]
    payer = private_payer(parts[0].office_id)
    if payer is None:
        raise LookupError("nobody pays private expenses")
    for part in parts:
        part.payer = payer
    return {part.account_id: part for part in AccountPart.objects.bulk_create(parts)}
