"""Attendances over the API: opened, given beds, accounts, parts and packages; read and cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.api.client import Program, program
from tests.services.cast import CANARY, Cast

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database


@pytest.fixture
def clerk(cast: Cast) -> Program:
    return program(cast.clerk)


def opened(clerk: Program, world: World, number: str = "A-1") -> int:
    body = {
        "hospital_id": world.hospital.pk,
        "patient_id": world.patient.pk,
        "number": number,
        "setting": "inpatient",
        "started_at": "2025-11-10T08:00",
        "character": "urgent",
    }
    found: int = clerk.post("/attendances", body).done["attendance_id"]
    return found


def test_an_attendance_gets_beds_accounts_and_parts_and_is_read_whole(
    cast: Cast, clerk: Program
) -> None:
    world = cast.world
    key = opened(clerk, world)
    clerk.post("/accommodation-types", {"code": "ward", "name": "Enfermaria", "rank": 1})
    clerk.post("/bed-classes", {"code": "e", "name": "E", "accommodation_type": "ward"})
    bed = clerk.post("/beds", {"hospital": "h1", "code": "101", "bed_class": "e"}).done["id"]
    stay = {"bed_id": bed, "start": "2025-11-10 08:00", "reason": "patient_option"}
    made = clerk.post(f"/attendances/{key}/stays", stay, if_match='"1"').done
    late = clerk.post(f"/attendances/{key}/stays", stay, if_match='"1"')
    assert (late.status, late.codes) == (412, ["EST-STALE"])
    path = f"/attendances/{key}/stays/{made['stay_id']}/consent"
    assert clerk.post(path, {"note": "Termo assinado."}).status == 200
    assert clerk.post(path).codes == ["EST-CONSENTED"]
    account = clerk.post(f"/attendances/{key}/accounts", {"billing_unit_id": world.unit.pk}).done
    part = {
        "payer_id": world.payer.pk,
        "billing_unit_id": world.unit.pk,
        "period_start": "2025-11-10",
        "period_end": "2025-11-30",
    }
    clerk.post(f"/accounts/{account['account_id']}/parts", part).done  # noqa: B018 - it must be done
    read = clerk.get(f"/attendances/{key}")
    assert read.headers["ETag"] == f'"{read.done["attendance"]["version"]}"'
    assert [one["bed"] for one in read.value["stays"]] == ["101"]
    assert read.value["stays"][0]["consent_at"].endswith("+00:00")
    assert read.value["attendance"]["started_at"] == "2025-11-10T08:00:00"
    (one,) = read.value["accounts"][0]["parts"]
    assert (one["payer"], one["status"], one["seq"]) == ("serra", "open", 1)
    assert CANARY not in read.text


def test_attendances_are_listed_by_what_is_asked(cast: Cast, clerk: Program) -> None:
    keys = [opened(clerk, cast.world, f"B-{number}") for number in range(3)]
    page = clerk.get("/attendances?size=2").done
    assert [one["attendance_id"] for one in page["attendances"]] == keys[:0:-1]
    rest = clerk.get(f"/attendances?size=2&after={page['after']}").done
    assert next(one["attendance_id"] for one in rest["attendances"]) == keys[0]
    assert rest["after"] is None
    found = clerk.get("/attendances?number=B-1").done["attendances"]
    assert [one["attendance_id"] for one in found] == [keys[1]]
    assert clerk.get("/attendances?hospital=h2").done["attendances"] == []
    assert (
        len(clerk.get("/attendances?first_day=2025-11-10&last_day=2025-11-10").done["attendances"])
        == 3
    )
    assert clerk.get("/attendances?status=cancelled").done["attendances"] == []


def test_a_cancelled_attendance_freezes_what_is_in_it(cast: Cast, clerk: Program) -> None:
    key = opened(clerk, cast.world)
    unreasoned = clerk.post(f"/attendances/{key}/cancel")
    assert (unreasoned.status, unreasoned.codes) == (422, ["EST-REASON"])
    clerk.post(f"/attendances/{key}/cancel", {"reason": "Duplicado."}).done  # noqa: B018 - it must be done
    refused = clerk.post(f"/attendances/{key}/accounts", {"billing_unit_id": cast.world.unit.pk})
    assert (refused.status, refused.codes) == (409, ["LAN-V01"])


@pytest.mark.parametrize(
    "hour", ["2025-11-10 24:00", "2025-11-10", "10/13/2025 10:00", 1_700_000_000]
)
def test_an_hour_that_is_none_is_refused(cast: Cast, clerk: Program, hour: object) -> None:
    key = opened(clerk, cast.world)
    refused = clerk.post(f"/attendances/{key}/discharge", {"ended_at": hour})
    assert (refused.status, refused.codes) == (422, ["API-VALUE"])
    before = clerk.post(f"/attendances/{key}/discharge", {"ended_at": "2025-11-09 08:00"})
    assert (before.status, before.codes) == (422, ["EST-ENDS-BEFORE"])


def test_a_package_is_in_use_one_at_a_time_while_its_book_is_in_force(
    cast: Cast, clerk: Program
) -> None:
    path = f"/accounts/{cast.world.account.pk}/packages"
    book = {"payer": "serra", "name": "2025", "valid_from": "2025-01-01", "valid_to": "2025-12-31"}
    book_id = clerk.post("/package-books", book).done["id"]
    template = {
        "book": book_id,
        "code": "g1",
        "name": "Gabarito",
        "items": [{"code": "31003079", "quantity": 1}],
    }
    key = clerk.post("/package-templates", template).done["id"]

    def begin(hour: str) -> list[str]:
        return clerk.post(path, {"template_id": key, "opened_at": hour}).codes

    assert clerk.post(f"{path}/close", {"closed_at": "2025-11-02T08:00"}).codes == [
        "EST-PACKAGE-NONE"
    ]
    assert begin("2026-01-01T08:00") == ["EST-PACKAGE-PAYER"]
    assert begin("2025-11-02T08:00") == []
    assert begin("2025-11-03T08:00") == ["EST-PACKAGE-OPEN"]
    assert clerk.post(f"{path}/close", {"closed_at": "2025-11-01T08:00"}).codes == [
        "EST-ENDS-BEFORE"
    ]
    assert clerk.post(f"{path}/close", {"closed_at": "2025-11-05T08:00"}).codes == []
    assert begin("2025-11-04T08:00") == ["EST-PACKAGE-OVERLAP"]
    assert begin("2025-11-05T08:00") == []
    assert [one["closed_at"] for one in clerk.get(path).done] == [None, "2025-11-05T08:00:00"]
