"""A fee's life over the API: launched, read, edited, reversed; its part closed, released and billed."""

from __future__ import annotations

from typing import Any

import pytest

from honorarios.launching.reading import read_entry
from honorarios.records.models import AccountPart, FeeLine, IdempotencyKey, Membership
from honorarios.services import fees
from honorarios.services.actor import ActorRole
from tests.api.client import Program, program
from tests.services.cast import Cast, launch, make_part
from tests.services.hospital import make_house, open_package, set_parameters

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


def launched(clerk: Program, part: AccountPart, **changes: Any) -> str:  # noqa: ANN401 - any field
    answer = clerk.post(f"/parts/{part.pk}/fees", {"entries": [{**ENTRY, **changes}]}).done
    uid: str = answer["entries"][0]["lines"][0]["uid"]
    return uid


def test_the_same_request_gives_the_same_lines_as_the_service_and_as_a_file(
    cast: Cast, clerk: Program
) -> None:
    here, there, elsewhere = (make_part(cast.world) for _ in range(3))
    asked = [ENTRY, {**ASSISTANT, "key": "a"}]
    previewed = clerk.post(f"/parts/{here.pk}/fees/preview", {"entries": asked}).done
    assert previewed["written"] is False
    answer = clerk.post(f"/parts/{here.pk}/fees", {"entries": asked}).done
    assert answer["written"] is True
    entries = [read_entry(ENTRY, 1), read_entry(ASSISTANT, "a")]
    fees.launch(actor=cast.clerk, part_id=there.pk, entries=entries).require()
    rows = [
        f"{elsewhere.pk};{one['code']};{one['start']};{one['provider']};{one['role']}"
        for one in asked
    ]
    file = "\n".join(["Id da parcial;Código;Início;Prestador;Função", *rows]).encode()
    assert clerk.ask("POST", "/imports?identical=launch", file).done["imported"] == 2

    def facts(part_id: int) -> list[dict[str, Any]]:
        page = clerk.get(f"/fees?part_id={part_id}").done
        return [
            {name: told for name, told in line.items() if name not in OWN} for line in page["lines"]
        ]

    assert facts(here.pk) == facts(there.pk) == facts(elsewhere.pk)
    kept = [
        [row.kept for row in FeeLine.objects.filter(part=part).order_by("pk")]
        for part in (here, there, elsewhere)
    ]
    assert kept[0] == kept[1] == kept[2]
    shown = [line["total"] for entry in previewed["entries"] for line in entry["lines"]]
    assert shown == [line["total"] for entry in answer["entries"] for line in entry["lines"]]
    assert [entry["key"] for entry in answer["entries"]] == [1, "a"]


def test_an_edit_names_the_version_that_was_seen(cast: Cast, clerk: Program) -> None:
    uid = launched(clerk, make_part(cast.world))
    seen = clerk.get(f"/fees/{uid}").headers["ETag"]
    assert seen == '"1"'
    assert clerk.patch(f"/fees/{uid}", {"quantity": 2}).status == 428
    edited = clerk.patch(f"/fees/{uid}", {"quantity": 2}, if_match=seen).done
    assert [(line["version"], line["total"]) for line in edited["lines"]] == [(2, 82000)]
    stale = clerk.patch(f"/fees/{uid}", {"quantity": 3}, if_match=seen)
    assert (stale.status, stale.codes) == (412, ["EST-STALE"])
    for bad in ("2", "*", 'W/"2"', '"0"', '"2x"', '"99999999999999999999"'):
        refused = clerk.patch(f"/fees/{uid}", {"quantity": 3}, if_match=bad)
        assert (refused.status, refused.codes) == (400, ["API-BAD-IF-MATCH"]), bad
    back = clerk.post(f"/fees/{uid}/reverse", {"reason": "Engano."}, if_match='"2"').done
    assert [line["total"] for line in back["added"]] == [-82000]


def test_a_part_goes_from_launch_to_remittance_and_back(cast: Cast, clerk: Program) -> None:
    part, world = make_part(cast.world), cast.world
    launched(clerk, part)
    closed = clerk.post(f"/parts/{part.pk}/close", if_match='"1"')
    assert (closed.done["status"], closed.headers["ETag"]) == ("closed", '"2"')
    assert clerk.post(f"/parts/{part.pk}/release", if_match='"1"').status == 412
    assert clerk.post(f"/parts/{part.pk}/release?dry_run=true").done["status"] == "released"
    assert clerk.post(f"/parts/{part.pk}/release").done["status"] == "released"
    frozen = clerk.post(f"/parts/{part.pk}/fees", {"entries": [ASSISTANT]})
    assert (frozen.status, frozen.codes) == (409, ["LAN-V02"])
    both = {"payer_id": world.payer.pk, "billing_unit_id": world.unit.pk}
    sent = clerk.post("/remittances", both).done
    assert (sent["total"], [one["part_id"] for one in sent["parts"]]) == (41000, [part.pk])
    again = clerk.post("/remittances", both)
    assert (again.status, again.codes) == (409, ["EST-NOTHING-TO-BILL"])
    path = f"/remittances/{sent['remittance_id']}"
    assert clerk.post(f"{path}/reprocess").done["total"] == 41000
    unreasoned = clerk.post(f"{path}/rebill")
    assert (unreasoned.status, unreasoned.codes) == (422, ["EST-REASON"])
    clerk.post(f"{path}/rebill", {"reason": "Guia trocada."}).done  # noqa: B018 - it must be done
    assert clerk.get(path).done["sent"][0]["reason"] == "Guia trocada."
    account = clerk.get(f"/accounts/{world.account.pk}").done
    (told,) = [one for one in account["parts"] if one["id"] == part.pk]
    assert (told["status"], told["sums"]["charged"]) == ("released", 41000)
    invoice = clerk.post(f"/parts/{part.pk}/tax-invoice", {"number": "NF-1"}).done
    assert invoice["tax_invoice"] == "NF-1"


def test_a_question_about_the_package_is_answered_by_the_entrys_key(db: None) -> None:  # noqa: ARG001 - the fixture opens the database
    house = make_house()
    set_parameters(house, check_package=True, package_action="ASK")
    package = open_package(house, house.attendance.started_at, c31003079=1)
    clerk = program(house.clerk)
    entry = {**ENTRY, "provider": "cirurgiao", "key": "primeiro"}
    provider = next(iter(house.providers))
    entry["provider"] = provider
    path = f"/parts/{house.part.pk}/fees"
    asked = clerk.post(path, {"entries": [entry]})
    assert (asked.done["written"], asked.codes) == (False, ["LAN-QUESTION"])
    question = asked.value["entries"][0]["question"]
    assert package.template.name in question["message"]
    decided = {"key": "primeiro", "decision": "confirm"}
    twice = clerk.post(f"{path}/confirm", {"entries": [entry], "decisions": [decided] * 2})
    assert (twice.status, twice.codes) == (422, ["API-DECISIONS"])
    answer = clerk.post(f"{path}/confirm", {"entries": [entry], "decisions": [decided]}).done
    (line,) = answer["entries"][0]["lines"]
    assert (answer["written"], line["treatment"]) == (True, question["confirm"])


def test_the_memoria_comes_as_json_text_or_a_page(cast: Cast, clerk: Program) -> None:
    path = f"/fees/{launched(clerk, make_part(cast.world))}/explanation"
    told = clerk.get(path).done
    assert (told["line"]["total"], told["explanation"]["format"]) == (41000, "honorarios.trace/1")
    text = clerk.get(f"{path}?form=text")
    assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "R$ 410,00" in text.text
    page = clerk.get(f"{path}?form=html")
    assert page.text.startswith("<!DOCTYPE html>")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert clerk.get(f"{path}?form=pdf").status == 422


def test_a_special_item_has_its_own_verbs(cast: Cast, clerk: Program) -> None:
    part = make_part(cast.world)
    wrong = clerk.post(f"/parts/{part.pk}/fees", {"entries": [{**ENTRY, "special": True}]})
    assert (wrong.status, wrong.codes) == (422, ["LAN-SPECIAL"])
    made = clerk.post(f"/parts/{part.pk}/special-items", {"entries": [ENTRY]}).done
    (line,) = made["entries"][0]["lines"]
    assert line["special"] is True
    body = {"reason": "Quantidade.", "entry": {**ENTRY, "quantity": 2}}
    again = clerk.post(f"/special-items/{line['uid']}/reenter", body, if_match='"1"').done
    (new,) = again["launched"]["entries"][0]["lines"]
    assert (new["total"], new["special"]) == (82000, True)
    ordinary = launched(clerk, part, start="2025-11-20 10:00")
    refused = clerk.post(f"/special-items/{ordinary}/reverse", {"reason": "Engano."})
    assert (refused.status, refused.codes) == (422, ["LAN-NOT-SPECIAL"])


def test_the_same_key_has_the_effect_and_the_answer_of_once(cast: Cast, clerk: Program) -> None:
    part = make_part(cast.world)
    path, body = f"/parts/{part.pk}/fees", {"entries": [ENTRY]}
    first = clerk.post(path, body, Idempotency_Key="um")
    again = clerk.post(path, body, Idempotency_Key="um")
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.done == first.done
    assert FeeLine.objects.filter(part=part).count() == 1
    other = clerk.post(path, {"entries": [{**ENTRY, "quantity": 2}]}, Idempotency_Key="um")
    assert (other.status, other.codes) == (422, ["EST-KEY-REUSED"])
    elsewhere = clerk.post(f"{path}/confirm", {**body, "decisions": []}, Idempotency_Key="um")
    assert (elsewhere.status, elsewhere.headers.get("Idempotent-Replayed")) == (200, "true")
    for bad in ("", "x" * 256):
        refused = clerk.post(path, body, Idempotency_Key=bad)
        assert (refused.status, refused.codes) == (422, ["EST-KEY"])
    # Somebody else's key of the same name is another key.
    colleague = program(make_colleague(cast))
    apart = colleague.post(f"/parts/{make_part(cast.world).pk}/fees", body, Idempotency_Key="um")
    assert (apart.status, apart.headers.get("Idempotent-Replayed")) == (200, None)


def make_colleague(cast: Cast) -> Any:  # noqa: ANN401 - an Actor
    from tests.services.cast import make_member

    return make_member(cast.world, ActorRole.CLERK)


def test_what_makes_money_requires_a_key(cast: Cast) -> None:
    clerk = program(cast.clerk)
    without = Program(clerk.key)
    reply = without.ask("POST", "/remittances", {}, Idempotency_Key="")
    assert reply.status == 422
    bare = without.client.post(
        f"/api/v1/parts/{cast.part.pk}/fees",
        {"entries": [ENTRY]},
        content_type="application/json",
        headers={"Authorization": f"Bearer {clerk.key}"},
    )
    assert bare.status_code == 400
    assert bare.json()["findings"][0]["code"] == "API-KEY"
    assert not IdempotencyKey.objects.exists()


def test_pages_of_a_list_are_whole_and_apart(cast: Cast, clerk: Program) -> None:
    part = make_part(cast.world)
    uids = {launched(clerk, part, start=f"2025-11-{day} 10:00") for day in range(10, 17)}
    seen: list[str] = []
    mark: str | None = ""
    while mark is not None:
        after = f"&after={mark}" if mark else ""
        page = clerk.get(f"/fees?part_id={part.pk}&size=3{after}").done
        seen += [line["uid"] for line in page["lines"]]
        mark = page["after"]
    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == uids
    assert clerk.get("/fees?after=nada").codes == ["LAN-PAGE"]
    assert clerk.get("/fees?payre=serra").codes == ["API-UNKNOWN-FIELD"]


def test_a_physician_sees_no_colleagues_value(cast: Cast, clerk: Program) -> None:
    part = make_part(cast.world)
    own = launch(cast, part)
    colleagues = launched(clerk, part, provider="p2", quantity=7)
    physician = program(cast.by_role[ActorRole.PHYSICIAN])
    replies = [
        physician.get("/fees"),
        physician.get("/fees?provider=p2"),
        physician.get(f"/accounts/{cast.world.account.pk}"),
        physician.get(f"/fees/{own.uid}/explanation"),
        physician.get(f"/fees/{colleagues}"),
        physician.get(f"/fees/{colleagues}/explanation?form=text"),
    ]
    assert [reply.status for reply in replies] == [200, 200, 200, 200, 404, 404]
    assert [line["uid"] for line in replies[0].value["lines"]] == [str(own.uid)]
    assert replies[1].value["lines"] == []
    assert replies[2].value["sums"]["total"] == 41000
    for reply in replies[:4]:
        assert "287000" not in reply.text
        assert colleagues not in reply.text
        assert "p2" not in reply.text


def test_a_token_is_no_wider_than_its_owner_is_now(cast: Cast, clerk: Program) -> None:
    assert clerk.get("/me").done["role"] == "clerk"
    assert "fees.launch" in clerk.get("/me").done["operations"]
    Membership.objects.filter(user_id=cast.clerk.user_id).update(role="hospital_finance")
    assert "fees.launch" not in clerk.get("/me").done["operations"]
    refused = clerk.post(f"/parts/{cast.part.pk}/fees", {"entries": [ENTRY]})
    assert (refused.status, refused.codes) == (403, ["PER-ROLE"])
    (own,) = clerk.get("/tokens").done
    assert "key" not in own
    assert clerk.post(f"/tokens/{own['token_id']}/revoke").done["revoked_at"]
    assert clerk.get("/me").status == 401
