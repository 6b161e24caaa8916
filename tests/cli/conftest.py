from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import runner

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.running import Ran


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run ``honorarios`` with some words, in a pipe of no particular width."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("HONORARIOS_COMMAND", raising=False)
    return runner(monkeypatch, capsys)
