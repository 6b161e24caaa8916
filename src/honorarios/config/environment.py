"""What the environment chooses: the data folder, the database and the secrets.

======================== ==============================================================================
HONORARIOS_HOME          folder of the data (default: ``honorarios-data`` where the program runs)
DATABASE_URL             the database (default: SQLite, ``honorarios.sqlite3`` in the data folder)
HONORARIOS_SECRET_KEY    Django's secret (default: ``secret.key`` in the data folder)
HONORARIOS_EARLIER_KEYS  secrets that were Django's before, by commas: what they signed is still valid
HONORARIOS_AUDIT_KEY     key of the audit trail, never in the database (default: ``audit.key``, as above)
HONORARIOS_HOSTS         names by which browsers call the server, by commas (default: this machine only)
HONORARIOS_HTTPS         ``1`` when the server is reached by HTTPS: secure cookies, HSTS, redirection
HONORARIOS_PROXY         address of the server in front that ends HTTPS: whose word is taken for who calls
HONORARIOS_IDLE_MINUTES  minutes without use after which a session ends: 1 to 30 (default: 30)
HONORARIOS_DEBUG         ``1`` shows program errors on screen; never where real data is
======================== ==============================================================================
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

DEFAULT_HOME: Final = "honorarios-data"
DATABASE_FILE: Final = "honorarios.sqlite3"
LOCAL_HOSTS: Final = ("localhost", "127.0.0.1", "[::1]")
KEY_BYTES: Final = 48
MOST_IDLE_MINUTES: Final = 30


def home() -> Path:
    """The data folder; it may not exist yet."""
    return Path(os.environ.get("HONORARIOS_HOME") or DEFAULT_HOME).absolute()


def database_url() -> str:
    """The address of the database: PostgreSQL, or the SQLite file of the data folder."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{home() / DATABASE_FILE}"


def secret_key() -> str:
    """Django's secret, which signs what the server gives to browsers."""
    return _secret("HONORARIOS_SECRET_KEY", "secret.key")


def earlier_secret_keys() -> list[str]:
    """Secrets that were Django's before this one, the latest first: nobody is signed out by the change."""
    return _listed("HONORARIOS_EARLIER_KEYS")


def audit_key() -> str:
    """The key of the audit trail's chain; whoever has only the database can't forge an event."""
    return _secret("HONORARIOS_AUDIT_KEY", "audit.key")


def hosts() -> list[str]:
    """The names by which the server may be called."""
    return _listed("HONORARIOS_HOSTS") or list(LOCAL_HOSTS)


def proxy() -> str:
    """Address of the one server in front of this one; empty where browsers call it themselves."""
    return os.environ.get("HONORARIOS_PROXY", "").strip()


def flag(name: str) -> bool:
    """Whether a yes-or-no variable says yes."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "sim"}


def idle_minutes() -> int:
    """Minutes without use after which a session ends; TISS allows 30 at most."""
    given = os.environ.get("HONORARIOS_IDLE_MINUTES") or str(MOST_IDLE_MINUTES)
    if not (given.isdecimal() and 1 <= int(given) <= MOST_IDLE_MINUTES):
        raise ValueError(f"HONORARIOS_IDLE_MINUTES: use 1 to {MOST_IDLE_MINUTES}, not {given}")
    return int(given)


def _listed(variable: str) -> list[str]:
    given = os.environ.get(variable, "")
    return [one.strip() for one in given.split(",") if one.strip()]


def _secret(variable: str, file_name: str) -> str:
    return os.environ.get(variable) or _kept(home() / file_name)


@cache
def _kept(file: Path) -> str:
    """The secret in a file that only its owner reads, made at first use."""
    if not file.exists():
        _make(file)
    key = file.read_text(encoding="ascii").strip()
    if not key:
        raise ValueError(f"{file} is empty: put the key back, or remove the file if there was none")
    return key


def _make(file: Path) -> None:
    """Write a new secret whole or not at all; of two programs at once, the first one's stays."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes the file readable by its owner only, before a secret is in it.
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(KEY_BYTES) + "\n")
        with contextlib.suppress(FileExistsError):
            file.hardlink_to(draft)
    finally:
        Path(draft).unlink(missing_ok=True)
