"""The closing checks of parts, with the record's facts of today (``spec: launching 3.2``)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from django.db.models import Count

from honorarios.launching import closing
from honorarios.launching.model import Entry
from honorarios.records.models import FeeLine, ImportRow, ImportRowState
from honorarios.services.catalogues import compiled_by_hash
from honorarios.services.fees.bundles import account_rows
from honorarios.services.fees.recorded import recorded_of
from honorarios.services.loader import Wanted, load
from honorarios.services.pricers import pricer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreements
    from honorarios.records.selectors import Scope

NOTHING_ENTERED = Entry(code=None, start=None)
"""Stands for no entry in particular: the part is looked at with the parameters in force last."""


def findings(scope: Scope, part_ids: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
    """What is wrong with the lines of parts within reach, all of it, by part.

    The place of a finding tells the key of its line. The number of queries doesn't grow with the parts.
    """
    wanted = [Wanted(key, NOTHING_ENTERED) for key in part_ids]
    loaded = load(scope, wanted, lock=False)
    accounts = {loaded.parts[key].account_id for key in part_ids}
    by_account: dict[int, list[FeeLine]] = {account: [] for account in accounts}
    for row in account_rows(accounts, lock=False):
        by_account[row.part.account_id].append(row)
    recorded = {key: [recorded_of(row) for row in rows] for key, rows in by_account.items()}
    waiting = _waiting(part_ids)

    @cache
    def agreements_of(catalogue_hash: str) -> Agreements:
        return pricer_of(compiled_by_hash(scope.office_id, catalogue_hash)).agreements

    return {
        key: closing.findings(
            recorded[loaded.parts[key].account_id],
            loaded.context(key, NOTHING_ENTERED),
            agreements_of,
            waiting.get(key, 0),
        )
        for key in part_ids
    }


def numbered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings at the numbers that their lines have in the part, as people call them."""
    keys = {finding.place.line for finding in found if finding.place.line is not None}
    numbers = dict(FeeLine.objects.filter(pk__in=keys).values_list("pk", "number"))
    return tuple(
        replace(one, place=replace(one.place, line=numbers.get(one.place.line or 0)))
        for one in found
    )


def _waiting(part_ids: Iterable[int]) -> dict[int, int]:
    """How many imported rows of each part still wait for somebody's answer."""
    rows = ImportRow.objects.filter(part__in=part_ids, state=ImportRowState.PENDING).order_by()
    return dict(rows.values_list("part").annotate(Count("pk")))
