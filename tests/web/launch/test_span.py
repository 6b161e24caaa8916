"""The hours of an act as people type them once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from honorarios.web.sheet.span import read_span, span_text

NEAR, TODAY = date(2026, 10, 4), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("22/11 930 1115", datetime(2026, 11, 22, 9, 30), datetime(2026, 11, 22, 11, 15)),
        ("930 1115", datetime(2026, 10, 4, 9, 30), datetime(2026, 10, 4, 11, 15)),
        ("930", datetime(2026, 10, 4, 9, 30), None),
        ("hoje 9h às 10h", datetime(2026, 11, 22, 9), datetime(2026, 11, 22, 10)),
        ("-1 9:30", datetime(2026, 11, 21, 9, 30), None),
        ("2230 115", datetime(2026, 10, 4, 22, 30), datetime(2026, 10, 5, 1, 15)),
        ("03/10 22 04/10 1", datetime(2026, 10, 3, 22), datetime(2026, 10, 4, 1)),
        ("04/10 10 04/10 9", datetime(2026, 10, 4, 10), datetime(2026, 10, 4, 9)),
        ("", None, None),
    ],
)
def test_a_day_and_its_hours(text: str, start: datetime | None, end: datetime | None) -> None:
    span = read_span(text, near=NEAR, today=TODAY)
    assert (span.start, span.end) == (start, end)
    assert not span.findings


def test_a_day_without_a_year_is_the_nearest_to_the_part() -> None:
    assert read_span("28/12 9", near=date(2026, 1, 3), today=TODAY).start == datetime(
        2025, 12, 28, 9
    )


def test_only_an_end_without_a_day_of_its_own_goes_past_midnight() -> None:
    assert read_span("2230 115", near=NEAR, today=TODAY).next_day
    assert not read_span("04/10 10 04/10 9", near=NEAR, today=TODAY).next_day


@pytest.mark.parametrize("text", ["2400", "930 24:00"])
def test_the_hour_24_is_refused_with_what_to_write(text: str) -> None:
    assert [one.code for one in read_span(text, near=NEAR, today=TODAY).findings] == ["LAN-V08C"]


@pytest.mark.parametrize("text", ["abc", "9 25", "31/02 9", "9 10 11"])
def test_what_cannot_be_read_is_a_finding_and_never_a_guess(text: str) -> None:
    assert [one.code for one in read_span(text, near=NEAR, today=TODAY).findings] == [
        "LAN-UNREADABLE"
    ]


def test_a_span_is_typed_back_as_it_is_shown() -> None:
    start, end = datetime(2026, 10, 4, 22, 30), datetime(2026, 10, 5, 1, 15)
    span = read_span(span_text(start, end), near=TODAY, today=TODAY)
    assert (span.start, span.end) == (start, end)
