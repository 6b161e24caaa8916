from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.config import environment
from tests.services.hospital import make_house

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.services.hospital import House


@pytest.fixture
def house(db: None) -> House:  # noqa: ARG001 - the fixture opens the database
    """An office with one inpatient's account part."""
    return make_house()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own, which doesn't exist yet."""
    monkeypatch.setenv("HONORARIOS_HOME", str(tmp_path / "data"))
    environment._kept.cache_clear()
    yield tmp_path / "data"
    environment._kept.cache_clear()
