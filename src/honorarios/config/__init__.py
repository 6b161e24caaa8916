"""How the project is put together for Django: settings, addresses, the server's door.

A program that uses the record calls :func:`setup` first; everything is chosen by the environment
(:mod:`honorarios.config.environment`).
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

SETTINGS = "honorarios.config.settings"


def setup() -> None:
    """Make Django ready with this project's settings; calling it again does nothing."""
    import django  # noqa: PLC0415 - whoever only asks for help doesn't wait for Django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def migrate() -> None:
    """Bring the database of the environment to this version's tables, making it if it is a file."""
    setup()
    from django.core.management import call_command  # noqa: PLC0415 - see setup
    from django.db import connection  # noqa: PLC0415 - see setup

    from honorarios.config.environment import home  # noqa: PLC0415 - see setup

    home().mkdir(mode=0o700, parents=True, exist_ok=True)
    if connection.vendor == "sqlite":
        # For its owner only, whatever folder it is in; that it can't be made, the database tells.
        with contextlib.suppress(OSError):
            Path(connection.settings_dict["NAME"]).touch(mode=0o600)
    call_command("migrate", interactive=False, verbosity=0)
