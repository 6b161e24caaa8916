"""What gunicorn is told, and what each of its processes does: answer by waitress.

waitress waits for slow and silent callers without a thread for each; browsers open connections long
before they ask for something.
"""

from __future__ import annotations

import os
from typing import Any, Final

from gunicorn.workers.base import Worker
from waitress import create_server, wasyncore

GLANCE: Final = 1.0
"""Seconds until it looks whether it is still wanted, where nobody calls."""


class WaitressWorker(Worker):  # type: ignore[misc] # the library has no types
    """A process that answers on the shared socket until its parent ends it, or is gone."""

    def handle_quit(self, sig: int, frame: object) -> None:  # noqa: ARG002 - as gunicorn calls it
        """Asked by Ctrl-C, it ends as it does where the system asks."""
        self.alive = False

    def run(self) -> None:
        """Answer; what is being answered when it is to end is answered."""
        channels: dict[int, Any] = {}
        server = create_server(
            self.wsgi,
            map=channels,
            sockets=[listening.sock for listening in self.sockets],
            threads=self.cfg.threads,
            # Whom to believe is for the application to say, by `config.proxy`.
            clear_untrusted_proxy_headers=False,
        )
        while self.alive and self.ppid == os.getppid():
            self.notify()
            wasyncore.loop(timeout=GLANCE, map=channels, count=1, use_poll=True)
        server.task_dispatcher.shutdown()


# Gunicorn reads what follows, by these names.
worker_class = WaitressWorker
forwarded_allow_ips = ""
timeout = 120
control_socket_disable = True
loglevel = "warning"
