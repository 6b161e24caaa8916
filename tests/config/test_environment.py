from __future__ import annotations

import multiprocessing
import os
import stat
from typing import TYPE_CHECKING

import pytest

from honorarios.config import environment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that doesn't exist yet, and no other choice made."""
    for name in ("DATABASE_URL", "HONORARIOS_SECRET_KEY", "HONORARIOS_AUDIT_KEY"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "data"
    monkeypatch.setenv("HONORARIOS_HOME", str(folder))
    return folder


def test_the_data_is_where_home_says_or_beside_the_program(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert environment.home() == home
    monkeypatch.delenv("HONORARIOS_HOME")
    monkeypatch.chdir(tmp_path)
    assert environment.home() == tmp_path / "honorarios-data"


def test_the_database_is_a_file_of_home_unless_another_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert environment.database_url() == f"sqlite:///{home}/honorarios.sqlite3"
    monkeypatch.setenv("DATABASE_URL", "postgresql://server/honorarios")
    assert environment.database_url() == "postgresql://server/honorarios"


def test_a_key_is_made_once_for_its_owner_only(home: Path) -> None:
    made = environment.audit_key()
    file = home / "audit.key"
    assert len(made) >= 64
    assert environment.audit_key() == made == file.read_text().strip()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert [other.name for other in home.iterdir()] == ["audit.key"]


def test_each_key_is_another(home: Path) -> None:
    assert environment.audit_key() != environment.secret_key()
    assert sorted(file.name for file in home.iterdir()) == ["audit.key", "secret.key"]


def test_a_key_of_the_environment_makes_no_file(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HONORARIOS_AUDIT_KEY", "from a vault")
    monkeypatch.setenv("HONORARIOS_SECRET_KEY", "another")
    assert (environment.audit_key(), environment.secret_key()) == ("from a vault", "another")
    assert not home.exists()


def test_an_empty_key_file_is_an_error_and_not_an_empty_key(home: Path) -> None:
    home.mkdir()
    (home / "audit.key").touch()
    with pytest.raises(ValueError, match=r"audit\.key"):
        environment.audit_key()


def test_programs_that_start_together_agree_on_the_key() -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        assert len(set(pool.map(_key_in_another_process, range(8)))) == 1


def _key_in_another_process(_: int) -> str:
    return environment.audit_key()


def test_only_this_machine_is_served_unless_hosts_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HONORARIOS_HOSTS", raising=False)
    assert environment.hosts() == ["localhost", "127.0.0.1", "[::1]"]
    monkeypatch.setenv("HONORARIOS_HOSTS", "contas.exemplo.org, outra.exemplo.org,")
    assert environment.hosts() == ["contas.exemplo.org", "outra.exemplo.org"]


@pytest.mark.parametrize(
    ("said", "meant"), [("1", True), ("Sim", True), ("true", True), ("0", False), ("", False)]
)
def test_a_flag_is_on_only_when_it_says_so(
    said: str, monkeypatch: pytest.MonkeyPatch, *, meant: bool
) -> None:
    monkeypatch.setenv("HONORARIOS_HTTPS", said)
    assert environment.flag("HONORARIOS_HTTPS") is meant
    assert os.environ["HONORARIOS_HTTPS"] == said
