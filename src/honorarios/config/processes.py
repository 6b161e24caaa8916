"""Several processes that answer at one address: gunicorn's settings, and how it is begun.

One process answers with one processor's work for Python at a time; an office on PostgreSQL may have as
many as its machine has processors. What they share is in the database and in the data folder.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    import socket

APPLICATION: Final = "honorarios.config.wsgi:application"
MOST: Final = 8
"""Processes that are begun unless somebody asks for more."""

# What follows is read by gunicorn, by these names.
worker_class = "gthread"
keepalive = 0
"""A connection is worth one answer: so each goes to a process that has a thread to spare."""
forwarded_allow_ips = ""
"""Whom to believe is for the application to say, by ``config.proxy``."""
limit_request_line = 8190
timeout = 120
control_socket_disable = True
loglevel = "warning"


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
        "--config": f"python:{__name__}",
        "--bind": f"fd://{listening.fileno()}",
        "--workers": processes,
        "--threads": threads,
        # No more than it has threads for: the next caller is another process's.
        "--worker-connections": threads,
    }
    words = [str(word) for option in options.items() for word in option]
    # A program of its own: whatever this one has begun, its threads among it, is not carried over.
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *words, APPLICATION])  # noqa: S606 - no shell
