"""Bodies, queries and headers that mean harm, or no sense: refused with a finding, never a failure."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import LazySettings  # noqa: TC002 - a fixture's annotation
from django.db import OperationalError
from django.test import Client, override_settings

from honorarios.api.openapi import document
from honorarios.api.v1 import api
from honorarios.records.models import FeeLine, SurgeryCase
from tests.api.client import Program, program
from tests.api.test_flow import ENTRY
from tests.services.cast import Cast, make_part

pytestmark = pytest.mark.database


@pytest.fixture
def clerk(cast: Cast) -> Program:
    return program(cast.clerk)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{",
        b"\xff\xfe{}",
        b'{"entries": NaN}',
        b'{"entries": Infinity}',
        b'{"entries": "\\ud800"}',
        b'{"entries": [{"code": "\\u0000"}]}',
        b'{"\\u0000": 1}',
        b'{"entries": [{"quantity": ' + b"9" * 5_000 + b"}]}",
        b"[" * 100_000,
        b'{"a":' * 1_000 + b"1" + b"}" * 1_000,
        b'"' + b"a" * 100_000 + b'"',
        b"entries=1",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ],
    ids=str,
)
def test_a_body_that_is_no_sound_json_is_refused(cast: Cast, clerk: Program, body: bytes) -> None:
    reply = clerk.ask("POST", f"/parts/{cast.part.pk}/fees", body)
    assert reply.status in {400, 422}
    assert {code.partition("-")[0] for code in reply.codes} == {"API"}
    assert not FeeLine.objects.exists()


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/deadlines?since=0001-01-01", "since"),
        ("/deadlines?until=9999-12-31", "until"),
        ("/stale-facts?on=9999-12-31", "on"),
        ("/stale-facts?on=1899-12-31", "on"),
    ],
)
def test_a_year_that_no_day_is_reckoned_in_is_refused(
    clerk: Program, path: str, field: str
) -> None:
    reply = clerk.get(path)
    assert (reply.status, reply.body["findings"][0]["field"]) == (422, field)
    assert "de 1900 a 2199" in reply.text


def test_no_surgery_is_planned_in_a_year_that_is_not_reckoned_with(
    cast: Cast, clerk: Program
) -> None:
    world = cast.world
    body = {
        "patient_id": world.patient.pk,
        "hospital_id": world.hospital.pk,
        "payer_id": world.payer.pk,
        "indicated_on": "2025-11-20",
        "planned_at": "9999-12-31T08:00",
    }
    reply = clerk.post("/cases", body)
    assert (reply.status, reply.codes) == (422, ["API-VALUE"])
    assert not SurgeryCase.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"start": "2025-11-22 24:00"}, "LAN-V08C", "start"),
        ({"start": "2025-02-29 10:00"}, "LAN-UNREADABLE", "start"),
        ({"start": "22/11/2025"}, "LAN-UNREADABLE", "start"),
        ({"start": "2025-11-22T10:00-03:00"}, "LAN-UNREADABLE", "start"),
        ({"quantity": "1,5"}, "LAN-UNREADABLE", "quantity"),
        ({"quantity": "R$ 1"}, "LAN-UNREADABLE", "quantity"),
        ({"code": "=1+1"}, "LAN-UNREADABLE", "code"),
        ({"role": "ciru\u200brgião"}, "LAN-UNREADABLE", "role"),
        ({"outside_requested": "talvez"}, "LAN-UNREADABLE", "outside_requested"),
        ({"quantity": 1.5}, "API-VALUE", "entries.0.quantity"),
        ({"quantity": 2**31}, "API-VALUE", "entries.0.quantity"),
        ({"quantity": True}, "API-VALUE", "entries.0.quantity"),
        ({"code": 31003079}, "API-VALUE", "entries.0.code"),
        ({"code": ["31003079"]}, "API-VALUE", "entries.0.code"),
        ({"provider": {"code": "p1"}}, "API-VALUE", "entries.0.provider"),
        ({"provider": "x" * 201}, "API-VALUE", "entries.0.provider"),
        ({"total": 1}, "API-UNKNOWN-FIELD", "entries.0.total"),
        ({"charged": 1}, "API-UNKNOWN-FIELD", "entries.0.charged"),
        ({"status": "reversed"}, "API-UNKNOWN-FIELD", "entries.0.status"),
        ({"office_id": 2}, "API-UNKNOWN-FIELD", "entries.0.office_id"),
        ({"key": {"a": 1}}, "API-VALUE", "entries.0.key"),
    ],
)
def test_a_value_of_another_kind_is_a_finding_at_its_field(
    cast: Cast, clerk: Program, changes: dict[str, Any], code: str, field: str
) -> None:
    part = make_part(cast.world)
    reply = clerk.post(f"/parts/{part.pk}/fees", {"entries": [{**ENTRY, **changes}]})
    assert reply.status == 422
    found = [one for one in reply.body["findings"] if one["code"].upper() == code]
    assert [one["field"] for one in found] == [field], reply.text
    assert all(one["message"] and one["tip"] for one in found)
    assert not FeeLine.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/0",
        "/accounts/-1",
        "/accounts/9223372036854775808",
        "/accounts/" + "9" * 400,
        "/accounts/ção",
        "/accounts/1%00",
        "/fees/1",
        "/fees/00000000-0000-4000-8000-00000000000g",
    ],
)
def test_an_address_that_names_nothing_is_absent(clerk: Program, path: str) -> None:
    reply = clerk.get(path)
    assert (reply.status, reply.codes) == (404, ["PER-NOT-FOUND"])


@pytest.mark.parametrize("path", ["/nada", "/accounts", "/accounts/1/2/3", "/..", "/fees/"])
def test_an_unknown_address_is_told_as_a_finding(clerk: Program, path: str) -> None:
    reply = clerk.get(path)
    assert (reply.status, reply.codes) == (404, ["API-ADDRESS"])


@pytest.mark.parametrize(
    "query",
    [
        "first_day=2025-02-30",
        "first_day=0",
        "first_day=22/11/2025",
        "size=0",
        "size=501",
        "size=1e2",
        "outside=talvez",
        "part_id=1;drop",
        "status=qualquer",
        "provider=" + "x" * 121,
    ],
)
def test_a_query_of_another_kind_is_refused(clerk: Program, query: str) -> None:
    reply = clerk.get(f"/fees?{query}")
    assert (reply.status, reply.codes) == (422, ["API-VALUE"])


@pytest.mark.parametrize(
    "query", ["provider=%00", "provider=a%00b", "code=%EF%BF%BD", "payer=%27--"]
)
def test_a_query_of_strange_characters_finds_nothing(clerk: Program, query: str) -> None:
    reply = clerk.get(f"/fees?{query}")
    if "%00" in query:
        assert (reply.status, reply.codes) == (422, ["API-VALUE"])
    else:
        assert reply.done["lines"] == []


def test_the_last_day_that_there_is_is_a_day(clerk: Program) -> None:
    assert clerk.get("/fees?last_day=2199-12-31").status == 200
    assert clerk.get("/attendances?last_day=2199-12-31&first_day=1900-01-01").status == 200


def test_more_than_a_body_may_be_is_refused(clerk: Program) -> None:
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1_000):
        reply = clerk.post("/parts/1/fees", {"entries": [ENTRY] * 50})
    assert (reply.status, reply.codes) == (413, ["API-TOO-LARGE"])
    many = clerk.post("/parts/1/fees", {"entries": [ENTRY] * 501})
    assert (many.status, many.codes) == (422, ["API-VALUE"])
    assert "há itens demais" in many.text


def test_a_failure_of_the_program_is_told_without_a_trace(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    settings.DEBUG = True
    clerk = program(cast.clerk)

    def fail(**_: object) -> None:
        raise RuntimeError("segredo")

    monkeypatch.setattr("honorarios.services.fees.list_lines", fail)
    reply = clerk.get("/fees")
    assert (reply.status, reply.codes) == (500, ["API-FAILED"])
    assert "segredo" not in reply.text
    assert "Traceback" not in reply.text


def test_a_database_that_goes_away_is_told_as_such(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = program(cast.clerk)

    def gone(_: str) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("honorarios.services.tokens.authenticate", gone)
    reply = clerk.get("/fees")
    assert (reply.status, reply.codes) == (503, ["EST-UNAVAILABLE"])


def test_another_host_and_another_method_are_refused(clerk: Program) -> None:
    bad = Client(raise_request_exception=False).get("/api/v1/me", headers={"Host": "a b"})
    assert bad.status_code == 400
    assert b"Traceback" not in bad.content
    for method in ("DELETE", "PUT", "TRACE", "OPTIONS"):
        reply = clerk.ask(method, "/fees")
        assert (reply.status, reply.codes) == (405, ["API-METHOD"]), method
        assert reply.headers["Allow"] == "GET"


def test_a_page_of_another_site_has_no_key_to_send(clerk: Program, cast: Cast) -> None:
    """No cookie signs anybody in, so that there is no request to forge; and none is asked for."""
    strict = Program(clerk.key, Client(enforce_csrf_checks=True))
    assert strict.post(f"/parts/{cast.part.pk}/close").status == 200
    assert not strict.client.cookies


def test_the_document_is_whole_and_for_who_has_a_key(clerk: Program) -> None:
    assert Program(None).get("/openapi.json").status == 401
    told = clerk.get("/openapi.json").body
    assert told["openapi"] == "3.1.0"
    assert told == json.loads(json.dumps(document(api)))
    for path, methods in told["paths"].items():
        for method, described in methods.items():
            assert described["summary"], path
            assert described["security"] == [{"TokenKey": []}]
            names = [one["name"] for one in described["parameters"]]
            assert len(names) == len(set(names))
            headers = {
                one["name"]: one["required"]
                for one in described["parameters"]
                if one["in"] == "header"
            }
            if method == "get":
                assert not headers
            if method == "patch":
                assert headers["If-Match"] is True


def test_no_two_models_share_a_name_in_the_document() -> None:
    """A component's name stands for one schema, or clients would be made of the wrong one."""
    seen: dict[str, str] = {}
    from ninja.openapi.schema import OpenAPISchema

    class Watching(OpenAPISchema):
        def add_schema_definitions(self, definitions: dict[str, Any]) -> None:
            for name, schema in definitions.items():
                text = json.dumps(schema, sort_keys=True)
                assert seen.setdefault(name, text) == text, name
            super().add_schema_definitions(definitions)

    Watching(api, "/api/v1/")
    assert "LineView" in seen
