from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web import chromium

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine whose PATH has no browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("HONORARIOS_CI", raising=False)
    return tmp_path


def test_the_browser_of_the_path_is_driven(bare: Path) -> None:
    browser = bare / "google-chrome"
    browser.touch(mode=0o755)
    assert chromium.path() == str(browser)


@pytest.mark.usefixtures("bare")
def test_without_one_a_test_is_skipped_with_a_plain_message() -> None:
    with pytest.raises(pytest.skip.Exception, match="no Chromium on the PATH"):
        chromium.path()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("said_by", ["CI", "HONORARIOS_CI"])
def test_under_ci_a_skip_is_a_failure(monkeypatch: pytest.MonkeyPatch, said_by: str) -> None:
    monkeypatch.setenv(said_by, "1")
    with pytest.raises(pytest.fail.Exception, match="no Chromium on the PATH"):
        chromium.path()
