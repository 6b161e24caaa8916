from __future__ import annotations

import pytest

from honorarios.pricing.batch import csv_source, parquet_source, scan


@pytest.fixture
def finely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small parts, as :func:`tests.batch.sample.divide_finely` makes them."""
    monkeypatch.setattr(parquet_source, "SLICE_LINES", 64)
    monkeypatch.setattr(parquet_source, "PART_LINES", 64)
    monkeypatch.setattr(csv_source, "LEAST_BLOCK", scan.LONGEST_RECORD * 5 // 4)
