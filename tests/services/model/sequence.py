"""A sequence that leaves nothing behind, so that thousands share one house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tests.services.model.driver import Driver

if TYPE_CHECKING:
    from collections import Counter

    from tests.services.hospital import House

STEPS = 8
"""Verbs of a sequence of the campaign, after its first launch."""


def one_sequence(house: House, seed: int, steps: int = STEPS) -> Counter[str]:
    """What a sequence did, by verb; stops where services and model disagree.

    A checker of foreign keys that waits for the end of the transaction is heard before it is undone.
    """
    with transaction.atomic():
        driver = Driver(house, seed)
        driver.run(steps)
        transaction.get_connection().check_constraints()
        transaction.set_rollback(True)
    return driver.tried
