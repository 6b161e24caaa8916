"""The office's registers over the API: typed, judged by their description, changed by whoever saw them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from honorarios.records.models import AuditEvent, Payer, SplitShare
from honorarios.services.actor import ActorRole
from honorarios.services.permissions import scope
from honorarios.services.registers import MOST_ROWS, REGISTERS, Outcome, upsert_many
from honorarios.services.work import Work
from tests.api.client import Program, program
from tests.api.matrix import NEW
from tests.services.cast import CANARY, CANARY_CPF, Cast, make_cast

pytestmark = pytest.mark.database

RULE: dict[str, Any] = {
    "provider": "p1",
    "valid_from": "2025-01-01",
    "shares": [{"provider": "p2", "percent": "33,333333"}, {"provider": "p1", "percent": 50}],
}


@pytest.fixture
def clerk(cast: Cast) -> Program:
    return program(cast.clerk)


def made(clerk: Program, path: str, values: dict[str, Any]) -> tuple[str, str]:
    """The address and the tag of a new row."""
    reply = clerk.post(path, values)
    return f"{path}/{reply.done['id']}", reply.headers["ETag"]


def test_a_row_is_created_read_changed_and_audited(cast: Cast, clerk: Program) -> None:
    at, tag = made(clerk, "/payers", {"code": "novo", "name": "Novo", "group": "convênio"})
    read = clerk.get(at)
    assert (read.headers["ETag"], read.done["group"]) == (tag, "insurer")
    changed = clerk.patch(at, {"name": "Outro"}, if_match=tag)
    assert (changed.done["outcome"], changed.headers["ETag"] != tag) == ("changed", True)
    assert clerk.get(at).done["name"] == "Outro"
    same = clerk.patch(at, {"name": "Outro"}, if_match=changed.headers["ETag"])
    assert (same.done["outcome"], same.headers["ETag"]) == ("unchanged", changed.headers["ETag"])
    events = AuditEvent.objects.filter(office=cast.world.office, subject_type="payers")
    assert [event.action for event in events] == ["registers.write", "registers.write"]


def test_a_stale_or_missing_tag_changes_nothing(clerk: Program) -> None:
    at, tag = made(clerk, "/payers", {"code": "novo", "name": "Novo", "group": "insurer"})
    clerk.patch(at, {"name": "Outro"}, if_match=tag).done  # noqa: B018 - it must be done
    late = clerk.patch(at, {"name": "Tarde"}, if_match=tag)
    assert (late.status, late.codes) == (412, ["EST-STALE"])
    assert clerk.patch(at, {"name": "Sem"}).status == 428
    assert clerk.get(at).done["name"] == "Outro"


def test_what_identifies_a_row_does_not_change(clerk: Program) -> None:
    at, tag = made(clerk, "/payers", {"code": "novo", "name": "Novo", "group": "insurer"})
    refused = clerk.patch(at, {"code": "velho"}, if_match=tag)
    assert (refused.status, refused.codes) == (422, ["REG-KEY"])
    twice = clerk.post("/payers", {"code": "novo", "name": "Novo", "group": "insurer"})
    assert (twice.status, twice.codes) == (422, ["REG-EXISTS"])


def test_a_list_in_a_row_is_replaced_whole(clerk: Program) -> None:
    at, tag = made(clerk, "/split-rules", RULE)
    shares = clerk.get(at).done["shares"]
    assert shares == [
        {"provider": "p2", "percent": "33.333333"},
        {"provider": "p1", "percent": "50.000000"},
    ]
    clerk.patch(at, {"shares": [{"provider": "p1", "percent": "12,5 %"}]}, if_match=tag).done  # noqa: B018 - as above
    (share,) = SplitShare.objects.all()
    assert (share.position, str(share.percent)) == (1, "12.500000")


@pytest.mark.parametrize(
    ("register", "changes", "code", "field"),
    [
        ("payers", {"group": "outro"}, "REG-UNREADABLE", "group"),
        ("payers", {"name": ""}, "REG-REQUIRED", "name"),
        ("payers", {"name": "x" * 201}, "REG-UNREADABLE", "name"),
        ("payers", {"name": "quebra\nde linha"}, "REG-UNREADABLE", "name"),
        ("payers", {"code": "c" * 61}, "REG-UNREADABLE", "code"),
        ("accommodation-types", {"rank": 40_000}, "REG-UNREADABLE", "rank"),
        ("accommodation-types", {"rank": "-1"}, "REG-UNREADABLE", "rank"),
        ("accommodation-types", {"rank": 10**30}, "API-VALUE", "rank"),
        ("plans", {"payer": "ninguém"}, "REG-REFERENCE", "payer"),
        ("credentials", {"valid_from": "30/02/2025"}, "REG-UNREADABLE", "valid_from"),
        ("credentials", {"valid_from": "0001-01-01"}, "REG-UNREADABLE", "valid_from"),
        ("credentials", {"valid_to": "2018-12-31"}, "REG-DATES", "valid_to"),
        ("patients", {"cpf": "123"}, "REG-UNREADABLE", "cpf"),
        ("patients", {"sex": "x"}, "REG-UNREADABLE", "sex"),
        ("patients", {"birth_date": "amanhã"}, "REG-UNREADABLE", "birth_date"),
        ("inside-outside-rules", {"codes": "3100-31"}, "REG-UNREADABLE", "codes"),
        ("inside-outside-rules", {"plan": "de outro convênio"}, "REG-REFERENCE", "plan"),
        ("package-templates", {"book": 999}, "REG-REFERENCE", "book"),
        ("split-rules", {"shares": []}, "REG-REQUIRED", "shares"),
        (
            "split-rules",
            {"shares": [{"provider": "p1", "percent": "0"}]},
            "REG-UNREADABLE",
            "shares.0.percent",
        ),
        (
            "split-rules",
            {"shares": [{"provider": "p1", "percent": "1,0000001"}]},
            "REG-UNREADABLE",
            "shares.0.percent",
        ),
        (
            "split-rules",
            {"shares": [{"provider": "p9", "percent": "1"}]},
            "REG-REFERENCE",
            "shares.0.provider",
        ),
        (
            "split-rules",
            {"shares": [{"provider": "p1", "percent": 60}, {"provider": "p2", "percent": 41}]},
            "REG-SHARES",
            "shares",
        ),
        (
            "split-rules",
            {"shares": [{"provider": "p1", "percent": 10}, {"provider": "p1", "percent": 10}]},
            "REG-SHARE-TWICE",
            "shares.1.provider",
        ),
    ],
)
def test_what_a_register_cannot_hold_is_a_finding_at_its_field(
    clerk: Program, register: str, changes: dict[str, Any], code: str, field: str
) -> None:
    refused = clerk.post(f"/{register}", {**NEW[register], **changes})
    assert (refused.status, refused.codes) == (422, [code])
    assert refused.body["findings"][0]["field"] == field


def test_everything_that_is_wrong_is_told_at_once(clerk: Program) -> None:
    refused = clerk.post("/payers", {"code": "x" * 61, "name": "", "group": "outro"})
    assert sorted(refused.codes) == ["REG-REQUIRED", "REG-UNREADABLE", "REG-UNREADABLE"]


def test_a_field_that_nobody_declared_is_refused(clerk: Program) -> None:
    for extra in ({"office": 2}, {"office_id": 2}, {"id": 7}, {"version": 1}):
        refused = clerk.post("/payers", {**NEW["payers"], **extra})
        assert (refused.status, refused.codes) == (422, ["API-UNKNOWN-FIELD"])


def test_a_list_is_filtered_searched_and_paged(clerk: Program) -> None:
    for number in range(5):
        made(clerk, "/cost-centres", {"code": f"cc{number}", "name": f"Centro {number}"})
    first = clerk.get("/cost-centres?size=2").done
    second = clerk.get(f"/cost-centres?size=2&after={first['after']}").done
    assert [row["code"] for row in [*first["rows"], *second["rows"]]] == [
        "cc0",
        "cc1",
        "cc2",
        "cc3",
    ]
    assert [row["code"] for row in clerk.get("/cost-centres?search=TRO 4").done["rows"]] == ["cc4"]
    assert [row["code"] for row in clerk.get("/cost-centres?code=cc2").done["rows"]] == ["cc2"]
    made(clerk, "/split-rules", {**RULE, "valid_to": "2025-06-30"})
    assert clerk.get("/split-rules?valid_on=2025-06-30").done["rows"]
    assert not clerk.get("/split-rules?valid_on=2025-07-01").done["rows"]
    bad = clerk.get("/package-templates?book=abc")
    assert (bad.status, bad.codes) == (422, ["REG-UNREADABLE"])


def test_reading_a_patient_is_on_record_and_an_administrator_reads_none(
    cast: Cast, clerk: Program
) -> None:
    seen = clerk.get("/patients")
    assert CANARY in seen.text
    clerk.get(f"/patients/{cast.world.patient.pk}").done  # noqa: B018 - it must be done
    events = AuditEvent.objects.filter(subject_type="patient", action="patients.read")
    assert len({event.subject_id for event in events}) == 1
    assert events.count() == 2
    admin = program(cast.by_role[ActorRole.ADMINISTRATOR])
    for path in ("/patients", f"/patients/{cast.world.patient.pk}", "/patients?search=Zel"):
        refused = admin.get(path)
        assert refused.status == 403
        assert CANARY not in refused.text
    kept = "".join(AuditEvent.objects.values_list("detail__content", flat=True))
    assert CANARY not in kept
    assert CANARY_CPF not in kept


def test_another_units_patient_is_neither_shown_nor_overwritten(cast: Cast, clerk: Program) -> None:
    other = cast.other_unit.patient
    assert clerk.get(f"/patients/{other.pk}").status == 404
    taken = clerk.post("/patients", {"code": other.code, "name": "Tomado"})
    assert (taken.status, taken.codes) == (422, ["REG-EXISTS"])
    other.refresh_from_db()
    assert other.name == CANARY


def test_a_reference_to_another_offices_row_is_to_nothing(clerk: Program) -> None:
    foreign = make_cast("boreal")
    Payer.objects.create(office=foreign.world.office, code="sul", name="Sul", group="insurer")
    refused = clerk.post("/plans", {"payer": "sul", "code": "n", "name": "N"})
    assert (refused.status, refused.codes) == (422, ["REG-REFERENCE"])


def test_many_rows_are_each_written_or_refused_in_a_constant_number_of_queries(
    cast: Cast,
) -> None:
    register = REGISTERS["plans"]

    def rows(count: int) -> list[dict[str, object]]:
        good: list[dict[str, object]] = [
            {"payer": "serra", "code": f"p{n}", "name": f"Plano {n}"} for n in range(count)
        ]
        return [*good, {"payer": "ninguém", "code": "x", "name": "X"}, good[0]]

    def upserted(count: int) -> tuple[list[Outcome], int]:
        operation = register.write
        work = Work(cast.clerk, operation, scope(cast.clerk, operation), timezone.now())
        with CaptureQueriesContext(connection) as queries:
            written = upsert_many(work, register, rows(count))
        return [one.outcome for one in written], len(queries)

    few, _ = upserted(3)
    assert few == [*[Outcome.CREATED] * 3, Outcome.REFUSED, Outcome.REFUSED]
    _, queries = upserted(3)
    many, more = upserted(300)
    assert many[:3] == [Outcome.UNCHANGED] * 3
    assert many[3:300] == [Outcome.CREATED] * 297
    assert more == queries + 1  # the one that inserts
    again, _ = upserted(300)
    assert set(again[:300]) == {Outcome.UNCHANGED}
    with pytest.raises(ValueError, match="at once"):
        upserted(MOST_ROWS)


def test_a_dry_run_answers_and_leaves_nothing(cast: Cast, clerk: Program) -> None:
    answered = clerk.post("/payers?dry_run=true", NEW["payers"]).done
    assert answered["outcome"] == "created"
    assert not Payer.objects.filter(office=cast.world.office, code="n").exists()
    assert not AuditEvent.objects.filter(subject_type="payers").exists()


@pytest.mark.parametrize("name", [name for name in REGISTERS if name != "package-templates"])
def test_every_register_takes_what_it_answers(clerk: Program, name: str) -> None:
    if name in {"bed-classes", "beds"}:
        made(clerk, "/accommodation-types", {"code": "CAD-Aurora", "name": "A", "rank": 1})
    if name == "beds":
        told = {"code": "CAD-Aurora", "name": "A", "accommodation_type": "CAD-Aurora"}
        made(clerk, "/bed-classes", told)
    if name == "memberships":
        made(clerk, "/cooperatives", {"code": "CAD-Aurora", "name": "Aurora"})
    at, tag = made(clerk, f"/{name}", NEW[name])
    read = clerk.get(at).done
    body = {key: value for key, value in read.items() if key not in {"id", "tag"}}
    again = clerk.patch(at, body, if_match=tag)
    assert (again.done["outcome"], again.headers["ETag"]) == ("unchanged", tag)
