"""What the screen shows is what is saved: to the centavo, line by line, once."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.web.desk import all_open_parts
from tests.web.launch.rounds import play

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

pytestmark = pytest.mark.once

CASES = 100
SEED = 4


def test_what_the_screen_shows_is_what_is_saved(
    client_as: Callable[[str], Client], hospital: FictitiousHospital
) -> None:
    """A hundred surgeries, of every payer; the campaign plays five thousand."""
    client, random = client_as("faturista"), Random(SEED)
    parts = all_open_parts(hospital)
    rounds = [play(client, random.choice(parts), random) for _ in range(CASES)]
    assert sum(1 for one in rounds if one.saved) > CASES // 2
