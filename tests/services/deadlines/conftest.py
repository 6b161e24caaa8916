from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Monday, 23 November 2026, in the morning of the office."""
    with time_machine.travel("2026-11-23T12:00:00Z", tick=True):
        yield
