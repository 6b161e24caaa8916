"""Nothing that a program can send breaks the door (``acceptance 5``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.api.fuzzing import fuzz

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database

CASES = 500


def test_no_request_of_the_schema_or_against_it_breaks_the_door(cast: Cast) -> None:
    report = fuzz(cast, CASES, seed=0)
    assert report.cases >= CASES
    assert {200, 404, 422} <= report.statuses.keys()
    assert not report.faults, "\n\n".join(report.faults)
