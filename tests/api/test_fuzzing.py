"""Nothing that a program can send breaks the door (``acceptance 5``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests.api.fuzzing import fuzz

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database

CASES = {"sqlite": 500, "postgresql": 100}
"""What is refused is refused before the database is asked: the fewer cases go through to the other one."""


def test_no_request_of_the_schema_or_against_it_breaks_the_door(cast: Cast) -> None:
    cases = CASES[connection.vendor]
    report = fuzz(cast, cases, seed=0)
    assert report.cases >= cases
    assert {200, 404, 422} <= report.statuses.keys()
    assert not report.faults, "\n\n".join(report.faults)
