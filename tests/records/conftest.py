from __future__ import annotations

import pytest

from tests.records.making import World, make_world


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001 - the fixture opens the database
    """An office with one open account part."""
    return make_world()
