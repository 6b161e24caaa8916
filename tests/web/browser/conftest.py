"""Every test of this folder drives a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def _patience() -> None:
    """How long a page may take to show something, on a machine that does much else; no test asserts it."""
    expect.set_options(timeout=20_000)
