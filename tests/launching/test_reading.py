"""Entries from texts: what is read, and that what cannot be read is told and never guessed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
)
from honorarios.launching.model import Entry, PackageDecision
from honorarios.launching.reading import TITLES, read_entry
from tests.launching.making import SURGERY, WEDNESDAY, found, launched

WHOLE: dict[str, Any] = {
    "code": "3.10.03.07-9",
    "start": "19/11/2025 10:00",
    "end": "2025-11-19 12:30",
    "provider": " medico ",
    "role": "Cirurgião",
    "access_route": "mesma via",
    "procedure_kind": "secundário",
    "quantity": "2",
    "cost_centre": "cc-1",
    "outside_requested": "Sim",
    "split_form": "não",
    "split_provider": "",
    "special": "0",
    "technique": "vídeo",
    "laterality": "bilateral",
    "rank": "3",
    "authorised": "S",
    "package_decision": "confirmar",
}


def test_every_field_is_read_as_people_write_it() -> None:
    assert set(WHOLE) == set(TITLES)
    assert read_entry(WHOLE, "chave") == Entry(
        code=SURGERY,
        start=WEDNESDAY,
        end=datetime(2025, 11, 19, 12, 30),
        provider="medico",
        role=Role.SURGEON,
        access_route=AccessRoute.SAME,
        procedure_kind=ProcedureKind.SECONDARY,
        quantity=2,
        cost_centre="cc-1",
        outside_requested=True,
        technique=Technique.VIDEO,
        laterality=Laterality.BOTH,
        rank=3,
        package_decision=PackageDecision.CONFIRM,
        key="chave",
    )


def test_empty_fields_have_their_defaults() -> None:
    assert read_entry({}) == Entry(code=None, start=None)
    assert read_entry(dict.fromkeys(TITLES, "")) == Entry(code=None, start=None, quantity=None)


@pytest.mark.parametrize("code", ["31003079", "3.10.03.07-9", "31003079.0", 31003079, 31003079.0])
def test_a_code_is_read_with_or_without_its_marks_and_a_spreadsheets_decimals(code: object) -> None:
    assert read_entry({"code": code}).code == SURGERY


@pytest.mark.parametrize(
    ("ticked", "form"),
    [
        (True, SplitForm.VALUE),
        ("sim", SplitForm.VALUE),
        ("value", SplitForm.VALUE),
        ("por valor", SplitForm.VALUE),
        (SplitForm.VALUE, SplitForm.VALUE),
        (False, SplitForm.NONE),
        ("não", SplitForm.NONE),
        (None, SplitForm.NONE),
    ],
)
def test_a_ticked_division_is_the_one_by_value(ticked: object, form: SplitForm) -> None:
    assert read_entry({"split_form": ticked}).split_form is form


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "abc"),
        ("code", "12345678901"),
        ("start", "2025-11-19"),
        ("start", "ontem"),
        ("start", datetime(2025, 11, 19, 10, tzinfo=UTC)),
        ("end", "25:00"),
        ("role", "chefe"),
        ("access_route", "9"),
        ("procedure_kind", "talvez"),
        ("quantity", "duas"),
        ("quantity", "1,5"),
        ("outside_requested", "talvez"),
        ("split_form", "talvez"),
        ("special", "x"),
        ("technique", "laser"),
        ("laterality", "meio"),
        ("rank", "0"),
        ("rank", "100"),
        ("authorised", "talvez"),
        ("package_decision", "talvez"),
    ],
)
def test_what_cannot_be_read_is_told_once_and_refuses_the_entry(field: str, value: object) -> None:
    outcome = launched(read_entry(WHOLE | {field: value}, 12))
    assert found(outcome) == ["LAN-UNREADABLE"]
    (only,) = outcome.findings
    assert (only.place.line, only.place.field) == (12, field)
    assert TITLES[field] in only.message
    assert only.tip
    assert outcome.lines == ()
