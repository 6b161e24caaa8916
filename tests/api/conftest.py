from __future__ import annotations

import pytest

from tests.services.cast import Cast, make_cast, stock


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - the fixture opens the database
    """An office with a member of each role, and prices."""
    found = make_cast()
    stock(found)
    return found
