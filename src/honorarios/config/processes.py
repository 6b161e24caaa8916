"""Several processes that answer at one address.

One process answers with one processor's work for Python at a time; an office on PostgreSQL may have as
many as its machine has processors. What they share is in the database and in the data folder. gunicorn
begins, watches and ends them; in each, waitress answers (:mod:`honorarios.config.worker`), as it does where
there is one process only.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    import socket

APPLICATION: Final = "honorarios.config.wsgi:application"
SETTINGS: Final = "python:honorarios.config.worker"
MOST: Final = 8
"""Processes that are begun unless somebody asks for more."""


def sensible() -> int:
    """How many are worth it on this machine."""
    usable = getattr(os, "sched_getaffinity", None)
    return min(MOST, len(usable(0)) if usable else os.cpu_count() or 1)


def become(listening: socket.socket, processes: int, threads: int) -> NoReturn:
    """Turn this program into gunicorn, which answers on a socket that listens already.

    A process that dies is begun again; asked to end by the system, or by Ctrl-C, they all end.
    """
    listening.set_inheritable(True)
    options = {
        "--config": SETTINGS,
        "--bind": f"fd://{listening.fileno()}",
        "--workers": processes,
        "--threads": threads,
    }
    words = [str(word) for option in options.items() for word in option]
    # A program of its own: whatever this one has begun, its threads among it, is not carried over.
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *words, APPLICATION])  # noqa: S606 - no shell
