"""Random sequences of everything that the services do, beside a model of the rules; no invariant breaks.

``python -m tests.services.model.campaign`` runs many more.
"""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection

from honorarios.services import actor as actors
from honorarios.services.check import prove
from tests.services.hospital import House, make_house
from tests.services.model.proving import known_guards
from tests.services.model.sequence import one_sequence

pytestmark = pytest.mark.database

SEQUENCES = {"sqlite": 300, "postgresql": 60}
"""The services are the same on both; a server is asked over a socket, and its guards are SQL of its own."""
STEPS = 5
"""Verbs of a sequence here; the campaign's are longer."""
GROUPS = 6
"""The sequences are shared out, so that the workers of a run have some each."""


@pytest.fixture
def house() -> House:
    return make_house()


@pytest.mark.parametrize("group", range(GROUPS))
def test_services_and_model_agree(house: House, group: int) -> None:
    tried: Counter[str] = Counter()
    with known_guards():
        for seed in range(group, SEQUENCES[connection.vendor], GROUPS):
            tried += one_sequence(house, seed, STEPS)
    assert prove(actor=actors.system(office_id=house.office.pk)).require().whole
    assert tried["launch done"] > 0
    assert tried["launch refused"] > 0
