"""The settings as an installation has them, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client, override_settings

if TYPE_CHECKING:
    from pathlib import Path

VARIABLES = (
    "DATABASE_URL",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "DJANGO_SETTINGS_MODULE",
    "HONORARIOS_COMMAND",
    "HONORARIOS_HOME",
)


def run(code: str, folder: Path, **environment: str) -> str:
    """What some code prints in a fresh process whose data folder is ``folder/data``."""
    inherited = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**inherited, "HONORARIOS_HOME": str(folder / "data"), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_setting_up_makes_no_file_and_migrating_makes_the_database(tmp_path: Path) -> None:
    run("import honorarios.config as c; c.setup()", tmp_path)
    assert not (tmp_path / "data").exists()
    run("import honorarios.config as c; c.migrate(); c.migrate()", tmp_path)
    assert (tmp_path / "data" / "honorarios.sqlite3").exists()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_the_project_passes_djangos_own_checks_for_deployment(tmp_path: Path) -> None:
    """``spec: quality 2.1``: ``check --deploy`` is clean, warnings being errors."""
    told = run(
        "import honorarios.config as c; c.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('check', deploy=True, fail_level='WARNING')",
        tmp_path,
        HONORARIOS_HTTPS="1",
        HONORARIOS_HOSTS="contas.exemplo.org",
    )
    assert "no issues" in told


@pytest.mark.parametrize(
    ("setting", "file"), [("SECRET_KEY", "secret.key"), ("AUDIT_KEY", "audit.key")]
)
def test_a_secret_is_the_one_of_the_data_folder(setting: str, file: str, tmp_path: Path) -> None:
    told = run(
        "import honorarios.config as c; c.setup()\n"
        f"from django.conf import settings; print(str(settings.{setting}))",
        tmp_path,
    )
    assert told == (tmp_path / "data" / file).read_text()
    assert len(told) > 64


def test_what_fails_is_logged_without_what_it_was_about(tmp_path: Path) -> None:
    told = run(
        "import honorarios.config as c; c.setup()\n"
        "import logging\n"
        "try:\n"
        "    raise ValueError('Key (cpf)=(12345678909) already exists')\n"
        "except ValueError:\n"
        "    logging.getLogger('honorarios.services').exception('import failed')\n",
        tmp_path,
    )
    assert "import failed" in told
    assert "ValueError" in told
    assert "<string>:4" in told
    assert "12345678909" not in told


def test_passwords_are_kept_with_argon2() -> None:
    assert make_password("uma senha qualquer").startswith("argon2$argon2id$")


def test_the_server_answers_with_its_security_headers() -> None:
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        answer = Client().get("/nowhere")
    assert answer.status_code == 404
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_an_unknown_host_is_refused() -> None:
    with override_settings(ALLOWED_HOSTS=["contas.exemplo.org"]):
        answer = Client().get("/", headers={"host": "other.example.org"})
    assert answer.status_code == 400
