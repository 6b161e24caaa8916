"""The closing checks of a part, with the record's facts of today (``spec: launching 3.2``)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from honorarios.launching import closing
from honorarios.launching.model import Entry
from honorarios.records.models import ImportRow, ImportRowState
from honorarios.services.catalogues import compiled_by_hash
from honorarios.services.fees.bundles import account_rows
from honorarios.services.fees.recorded import recorded_of
from honorarios.services.loader import Wanted, load
from honorarios.services.pricers import pricer_of

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreements
    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope

NOTHING_ENTERED = Entry(code=None, start=None)
"""Stands for no entry in particular: the part is looked at with the parameters in force last."""


def findings(scope: Scope, part: AccountPart) -> tuple[Finding, ...]:
    """What is wrong with a part's lines, all of it; the part and its account are locked."""
    account = [recorded_of(row) for row in account_rows([part.account_id], lock=False)]
    loaded = load(scope, [Wanted(part.pk, NOTHING_ENTERED)], lock=False)

    @cache
    def agreements_of(catalogue_hash: str) -> Agreements:
        return pricer_of(compiled_by_hash(part.office_id, catalogue_hash)).agreements

    waiting = ImportRow.objects.filter(part=part, state=ImportRowState.PENDING)
    return closing.findings(
        account, loaded.context(part.pk, NOTHING_ENTERED), agreements_of, waiting.count()
    )
