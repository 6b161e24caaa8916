"""V15, the surgeon's visits after a surgery, and V16, reversing twice: tested on lines on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.catalogue.schema import Coding
from honorarios.core.findings import Place
from honorarios.core.vocabulary import (
    AttendanceStatus,
    LineKind,
    LineStatus,
    PartStatus,
    PayerGroup,
    Role,
)
from honorarios.launching.checks import of_reversal, postoperative_visits
from honorarios.launching.model import Line, Recorded
from tests.launching.making import (
    EXAM,
    VISIT,
    WEDNESDAY,
    attendance,
    context,
    entry,
    launched,
    part,
    the_line,
)

TEN_DAYS = Coding(visits=(VISIT,), visit_days=10)


def surgery(**changes: Any) -> Line:  # noqa: ANN401 - any field of the line
    """The usual surgery, as a line."""
    return replace(the_line(launched(entry())), **changes)


def visit(start: datetime, **changes: Any) -> Line:  # noqa: ANN401 - any field of the line
    """A visit of the same provider."""
    return surgery(code=VISIT, start=start, role=Role.CLINICIAN, **changes)


def flagged(lines: list[Line], coding: Coding | None = TEN_DAYS) -> list[int]:
    """The numbers of the visits that are within the days."""
    return list(postoperative_visits(lines, lambda _: coding))


@given(st.integers(-3, 20), st.integers(0, 23))
def test_v15_visit_within_the_days_after_the_surgery(days: int, hour: int) -> None:
    start = WEDNESDAY.replace(hour=hour) + timedelta(days=days)
    after = start >= WEDNESDAY and days <= 10
    assert flagged([surgery(), visit(start)]) == ([1] if after else [])


@pytest.mark.parametrize(("days", "numbers"), [(10, [1]), (11, [])])
def test_v15_the_last_day_counts(days: int, numbers: list[int]) -> None:
    late = WEDNESDAY.replace(hour=23) + timedelta(days=days)
    assert flagged([surgery(), visit(late)]) == numbers


def test_v15_blank_is_no_limit() -> None:
    late = visit(WEDNESDAY + timedelta(days=300))
    assert flagged([surgery(), late], Coding(visits=(VISIT,))) == [1]


def test_v15_standard_without_visits_tests_nothing() -> None:
    lines = [surgery(), visit(WEDNESDAY + timedelta(days=1))]
    assert flagged(lines, Coding()) == []
    assert flagged(lines, None) == []


@pytest.mark.parametrize(
    "other",
    [
        {"provider": "indireto"},
        {"role": Role.FIRST_ASSISTANT},
        {"code": EXAM},
        {"line_kind": LineKind.FACILITY_FEE},
    ],
)
def test_v15_is_of_the_surgeon_of_a_surgery(other: dict[str, Any]) -> None:
    assert flagged([surgery(**other), visit(WEDNESDAY + timedelta(days=1))]) == []


def test_v15_says_which_surgery() -> None:
    lines = [surgery(), visit(WEDNESDAY + timedelta(days=1))]
    told = postoperative_visits(lines, lambda _: TEN_DAYS)[1]
    assert (told.code, told.message) == (
        "LAN-V15",
        "Visita do cirurgião dentro do pós-operatório: cirurgia 31003079 em 19/11/2025.",
    )


def on_record(status: LineStatus) -> Recorded:
    """The usual surgery on record."""
    return Recorded(key=1, line=surgery(), part="parcial", status=status)


@pytest.mark.parametrize("status", [LineStatus.REVERSED, LineStatus.REVERSAL])
def test_v16_reversing_twice(status: LineStatus) -> None:
    told = of_reversal(on_record(status), context(), Place())
    assert [(one.code, one.message) for one in told] == [("LAN-V16", "Item já estornado.")]
    assert of_reversal(on_record(LineStatus.ACTIVE), context(), Place()) == []


def test_v01_to_v03_hold_for_reversals() -> None:
    frozen = context(
        attendance=attendance(status=AttendanceStatus.CANCELLED),
        part=part(status=PartStatus.BILLED, payer_group=PayerGroup.SELF_PAY, tax_invoice=True),
    )
    told = of_reversal(on_record(LineStatus.ACTIVE), frozen, Place())
    assert [one.code for one in told] == ["LAN-V01", "LAN-V02", "LAN-V03"]


def test_v06_special_lines_may_be_reversed() -> None:
    special = replace(on_record(LineStatus.ACTIVE), line=surgery(special=True))
    assert of_reversal(special, context(), Place()) == []
