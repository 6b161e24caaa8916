from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.rules.scene import rules_house

if TYPE_CHECKING:
    from tests.services.hospital import House


@pytest.fixture
def house(db: None) -> House:  # noqa: ARG001 - the fixture opens the database
    """A hospital with the catalogue of the rules, its patient in the ward, a clerk and an open part."""
    return rules_house()
