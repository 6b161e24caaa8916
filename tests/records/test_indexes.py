"""Every list that people wait for is read by an index, so that a million lines don't slow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from honorarios.records import selectors
from honorarios.records.models import AccountPart, FeeLine
from honorarios.records.selectors import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model, QuerySet

pytestmark = pytest.mark.database

OFFICE = Scope(office_id=1)
UNIT = Scope(office_id=1, unit_ids=frozenset({1}))
OWN = Scope(office_id=1, provider_id=1)

LISTS: list[tuple[str, Callable[[], QuerySet[Model]]]] = [
    ("feeline_number", lambda: FeeLine.objects.filter(part_id=1).order_by("number")),
    ("feeline_by_office", lambda: selectors.lines(OFFICE).order_by("-start")[:50]),
    ("feeline_by_provider", lambda: selectors.lines(OWN).order_by("-start")[:50]),
    (
        "feeline_by_unit_status",
        lambda: FeeLine.objects.filter(billing_unit=1, status="active").order_by("-start")[:50],
    ),
    # Within its office too; which of the two indexes is the shorter way, the database knows.
    ("feeline_by_", lambda: selectors.lines(UNIT).filter(status="active").order_by("-start")[:50]),
    ("feeline_by_split", lambda: FeeLine.objects.filter(split_group="0" * 32)),
    ("feeline_by_difference", lambda: FeeLine.objects.filter(difference_of=1)),
    ("feeline_by_automatic", lambda: FeeLine.objects.filter(automatic_of=1)),
    ("feeline_by_import", lambda: FeeLine.objects.filter(import_batch=1)),
    (
        "part_by_unit_status",
        lambda: AccountPart.objects.filter(billing_unit=1, status="released", payer=1).order_by(
            "period_start"
        ),
    ),
]


@pytest.mark.parametrize(("index", "rows"), LISTS)
def test_a_list_is_read_by_its_index(index: str, rows: Callable[[], QuerySet[Model]]) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A table without rows is always scanned, whatever its indexes.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            if index == "feeline_by_provider":
                # The office's index says the provider too, and without rows both look as short.
                cursor.execute("DROP INDEX feeline_by_office")
    plan = rows().explain()
    assert index in plan or _sqlite_index_of(index) in plan
    assert "SCAN records_" not in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


def _sqlite_index_of(constraint: str) -> str:
    """The name that a unique constraint of a table's definition has in SQLite's plans."""
    return "(part_id=?)" if constraint == "feeline_number" else constraint
