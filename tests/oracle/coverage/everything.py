"""The tally of all there is to draw."""

from __future__ import annotations

from tests.oracle.coverage.documents import expect_documents
from tests.oracle.coverage.lines import expect_lines
from tests.oracle.coverage.tally import Tally


def tally_of_everything() -> Tally:
    """Every value of every parameter, column and result, none of them seen yet."""
    tally = Tally()
    expect_documents(tally)
    expect_lines(tally)
    return tally
