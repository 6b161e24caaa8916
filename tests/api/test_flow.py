"""A fee's life over the API: launched, read, edited, reversed; its part closed, released and billed."""

from __future__ import annotations

from typing import Any

import pytest

from honorarios.launching.reading import read_entry
from honorarios.records.models import FeeLine
from honorarios.services import fees
from tests.api.client import Program, program
from tests.services.cast import Cast, make_part

pytestmark = pytest.mark.database

ENTRY: dict[str, Any] = {
    "code": "31003079",
    "start": "2025-11-19 10:00",
    "provider": "p1",
    "role": "surgeon",
}
ASSISTANT = {**ENTRY, "provider": "p2", "role": "first_assistant"}
OWN = {"uid", "part_id", "number"}
"""What a line has of its own, and no two share."""


@pytest.fixture
def clerk(cast: Cast) -> Program:
    return program(cast.clerk)


def test_the_same_request_gives_the_same_lines_as_the_service(cast: Cast, clerk: Program) -> None:
    here, there = make_part(cast.world), make_part(cast.world)
    asked = [ENTRY, {**ASSISTANT, "key": "a"}]
    previewed = clerk.post(f"/parts/{here.pk}/fees/preview", {"entries": asked}).done
    assert previewed["written"] is False
    launched = clerk.post(f"/parts/{here.pk}/fees", {"entries": asked}).done
    assert launched["written"] is True
    entries = [read_entry(ENTRY, 1), read_entry(ASSISTANT, "a")]
    fees.launch(actor=cast.clerk, part_id=there.pk, entries=entries).require()

    def facts(part_id: int) -> list[dict[str, Any]]:
        page = clerk.get(f"/fees?part_id={part_id}").done
        return [
            {name: told for name, told in line.items() if name not in OWN} for line in page["lines"]
        ]

    assert facts(here.pk) == facts(there.pk)
    kept = [row.kept for row in FeeLine.objects.filter(part_id=here.pk).order_by("pk")]
    assert kept == [row.kept for row in FeeLine.objects.filter(part_id=there.pk).order_by("pk")]
    shown = [line["total"] for entry in previewed["entries"] for line in entry["lines"]]
    assert shown == [line["total"] for entry in launched["entries"] for line in entry["lines"]]
    assert [entry["key"] for entry in launched["entries"]] == [1, "a"]


def test_an_edit_names_the_version_that_was_seen(cast: Cast, clerk: Program) -> None:
    part = make_part(cast.world)
    launched = clerk.post(f"/parts/{part.pk}/fees", {"entries": [ENTRY]}).done
    uid = launched["entries"][0]["lines"][0]["uid"]
    seen = clerk.get(f"/fees/{uid}")
    assert seen.headers["ETag"] == '"1"'
    assert clerk.patch(f"/fees/{uid}", {"quantity": 2}).status == 428
    edited = clerk.patch(f"/fees/{uid}", {"quantity": 2}, if_match=seen.headers["ETag"]).done
    assert [(line["version"], line["total"]) for line in edited["lines"]] == [(2, 82000)]
    stale = clerk.patch(f"/fees/{uid}", {"quantity": 3}, if_match=seen.headers["ETag"])
    assert (stale.status, stale.codes) == (412, ["EST-STALE"])
    reversed_ = clerk.post(f"/fees/{uid}/reverse", {"reason": "Engano."}, if_match='"2"').done
    assert [line["total"] for line in reversed_["added"]] == [-82000]
