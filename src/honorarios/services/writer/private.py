"""Parts for private expenses, made with the first line that needs one (``spec: launching 3.11``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import PayerGroup
from honorarios.records.models import AccountPart, Payer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.loader import Loaded


def private_payer(office_id: int) -> Payer | None:
    """Who pays private expenses: the office's first payer of the self-pay group, by code."""
    payers = Payer.objects.filter(office_id=office_id, group=PayerGroup.SELF_PAY.code_name)
    return payers.order_by("code").first()


def open_private_parts(
    loaded: Loaded, sources: Mapping[int, int], payer: Payer
) -> dict[int, AccountPart]:
    """Create the private part of each account, by account.

    Args:
        loaded: The parts of the accounts.
        sources: By account, the part whose lines need it: the private one has its unit and begins
            with it.
        payer: Who pays it.
    """
    parts = []
    for account, source in sorted(sources.items()):
        part = loaded.parts[source]
        parts.append(
            AccountPart(
                office_id=part.office_id,
                account_id=account,
                seq=1 + max(sibling.seq for sibling in loaded.siblings[account]),
                payer=payer,
                billing_unit_id=part.billing_unit_id,
                period_start=part.period_start,
            )
        )
    return {part.account_id: part for part in AccountPart.objects.bulk_create(parts)}
