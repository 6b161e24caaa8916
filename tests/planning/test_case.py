"""How far a surgery came follows from its facts, and the fee from the codes that were authorised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.planning.case import Answer, Status, authorised, progress
from honorarios.planning.clocks import Request
from honorarios.planning.papers import PaperKind
from honorarios.records.models import (
    CaseStatus,
    DocumentKind,
    RequestAnswer,
    RequestKind,
)
from tests.planning.cases import ASKED, TODAY, answered, case, granted

WAITS = (ASKED,)
PLANNED = date(2026, 11, 30)

STANDINGS: list[tuple[dict[str, Any], Status]] = [
    ({}, Status.INDICATED),
    ({"planned_on": PLANNED}, Status.INDICATED),
    ({"requests": WAITS}, Status.REQUESTED),
    ({"requests": (answered(Answer.GENERIC),)}, Status.REQUESTED),
    ({"requests": (answered(Answer.DENIED),)}, Status.DENIED),
    # Asked again after a refusal: it waits.
    ({"requests": (answered(Answer.DENIED), ASKED)}, Status.REQUESTED),
    ({"requests": (replace(ASKED, withdrawn=True),)}, Status.INDICATED),
    ({"requests": (answered(Answer.PARTIAL),), "acts": granted(1, 1)}, Status.PARTLY_AUTHORISED),
    ({"requests": (answered(Answer.AUTHORISED),), "acts": granted(1, 2)}, Status.AUTHORISED),
    ({"acts": granted(1, 2), "planned_on": PLANNED}, Status.SCHEDULED),
    # A part without authorisation keeps it from being ready, date or no date.
    ({"acts": granted(1, 0), "planned_on": PLANNED}, Status.PARTLY_AUTHORISED),
    ({"is_private": True}, Status.INDICATED),
    ({"is_private": True, "planned_on": PLANNED}, Status.SCHEDULED),
    ({"ended": Status.CANCELLED, "acts": granted(1, 2)}, Status.CANCELLED),
    ({"ended": Status.PERFORMED}, Status.PERFORMED),
]


@pytest.mark.parametrize(("facts", "status"), STANDINGS)
def test_how_far_it_came(facts: dict[str, Any], status: Status) -> None:
    assert progress(case(**facts)) is status


def test_a_case_without_acts_is_never_authorised() -> None:
    assert not case(acts=()).is_authorised


def test_what_is_missing_of_a_partial_authorisation() -> None:
    (left,) = case(acts=granted(1, 1)).missing
    assert (left.code, left.missing) == ("31307205", 1)


@given(
    st.dictionaries(st.integers(1, 4), st.integers(1, 5), min_size=1),
    st.lists(st.dictionaries(st.integers(1, 5), st.integers(1, 5)), max_size=4),
)
def test_never_more_is_authorised_than_was_planned(
    planned: dict[int, int], given_: list[dict[int, int]]
) -> None:
    found = authorised(planned, given_)
    assert found.keys() == planned.keys()
    for act, count in found.items():
        assert 0 <= count <= planned[act]
        assert count == min(planned[act], sum(one.get(act, 0) for one in given_))


def test_the_record_has_the_words_of_planning() -> None:
    """The record may not lean on the rules: it keeps their words, and here they are held together."""
    assert dict(CaseStatus.choices) == {one.value: one.label for one in Status}
    assert dict(RequestAnswer.choices) == {one.value: one.label for one in Answer}
    assert dict(RequestKind.choices) == {one.name.lower(): one.label for one in Request}
    assert dict(DocumentKind.choices) == {one.value: one.label for one in PaperKind}


def test_an_answer_that_counts_stops_the_clock() -> None:
    assert [one for one in Answer if one.counts] == [
        Answer.AUTHORISED,
        Answer.PARTIAL,
        Answer.DENIED,
    ]
    assert answered(Answer.GENERIC, TODAY).waits
