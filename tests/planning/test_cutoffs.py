"""Every shape of a cut-off rule (``spec: routes 3``)."""

from __future__ import annotations

from datetime import date

import pytest

from honorarios.planning.cutoffs import (
    AfterEvent,
    BeforeEvent,
    Cutoff,
    DeliveryCalendar,
    Event,
    MonthDay,
    Roll,
    due,
)
from honorarios.planning.days import Place

PLACE = Place(state="RS")
EVENTS = {
    Event.SURGERY: date(2026, 11, 4),
    Event.DISCHARGE: date(2026, 11, 6),
    Event.AUTHORISATION: date(2026, 10, 20),
    Event.ACCOUNT_CLOSING: date(2026, 11, 16),
    Event.SENHA_EXPIRY: date(2026, 11, 29),
    Event.STATEMENT: date(2027, 1, 15),
}


SHAPES: list[tuple[str, Cutoff, date]] = [
    ("a", AfterEvent(Event.SURGERY, 30), date(2026, 12, 4)),
    ("a", AfterEvent(Event.DISCHARGE, 5, working=True), date(2026, 11, 13)),
    ("a", AfterEvent(Event.AUTHORISATION, 11, roll=Roll.NEXT), date(2026, 11, 3)),
    ("a", AfterEvent(Event.AUTHORISATION, 12, roll=Roll.PREVIOUS), date(2026, 10, 30)),
    ("b", MonthDay(5), date(2026, 12, 7)),
    ("b", MonthDay(5, roll=Roll.PREVIOUS), date(2026, 12, 4)),
    ("b", MonthDay(31, months=3, roll=Roll.NONE), date(2027, 2, 28)),
    ("c", BeforeEvent(Event.ACCOUNT_CLOSING, 2, working=True), date(2026, 11, 12)),
    ("d", BeforeEvent(Event.SENHA_EXPIRY), date(2026, 11, 29)),
    ("e", AfterEvent(Event.STATEMENT, 30), date(2027, 2, 14)),
    (
        "f",
        DeliveryCalendar((date(2026, 10, 30), date(2026, 11, 10), date(2026, 11, 25))),
        date(2026, 11, 10),
    ),
    ("g", AfterEvent(Event.DISCHARGE, 180), date(2027, 5, 5)),
]


@pytest.mark.parametrize(("shape", "cutoff", "expected"), SHAPES)
def test_every_shape(shape: str, cutoff: Cutoff, expected: date) -> None:  # noqa: ARG001 - its name
    assert due(cutoff, EVENTS, PLACE) == expected


def test_every_shape_has_a_case() -> None:
    assert {shape for shape, *_ in SHAPES} == set("abcdefg")


@pytest.mark.parametrize(
    "cutoff",
    [
        AfterEvent(Event.DISCHARGE, 5),
        MonthDay(5, event=Event.DISCHARGE),
        BeforeEvent(Event.SENHA_EXPIRY),
        DeliveryCalendar((date(2026, 1, 5),)),
    ],
)
def test_what_has_not_happened_has_no_day(cutoff: Cutoff) -> None:
    assert due(cutoff, {Event.SURGERY: date(2026, 11, 4)}, PLACE) is None
