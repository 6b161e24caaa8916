"""The engine and the oracle agree on every output column of lines of random catalogues."""

from __future__ import annotations

import pytest

from tests.pricing.trial import try_catalogue

CATALOGUES = 100
GROUPS = 4
"""Groups of catalogues, so that processes side by side share them."""


@pytest.mark.parametrize("group", range(GROUPS))
def test_engine_equals_oracle(group: int) -> None:
    differences = []
    for seed in range(group, CATALOGUES, GROUPS):
        trial = try_catalogue(f"suite {seed}", batches=4, lines=45, dictionaries=20)
        differences += trial.differences
    assert not differences, f"{len(differences)} differences; the first:\n{differences[0]}"
