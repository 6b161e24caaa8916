from __future__ import annotations

import pytest

from tests.services.hospital import House, make_house


@pytest.fixture
def house(db: None) -> House:  # noqa: ARG001 - the fixture opens the database
    """The house with its catalogue on record."""
    return make_house()
