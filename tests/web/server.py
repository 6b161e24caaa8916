"""The product's own server in a thread of the tests: waitress, on a port that was free."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from waitress import wasyncore
from waitress.server import create_server

from honorarios.config.wsgi import application

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS: Final = 8
SECONDS_TO_END: Final = 10


@contextmanager
def served(answers: Any = application, **options: Any) -> Iterator[str]:  # noqa: ANN401 - as WSGI and waitress have them
    """The address of the server, which is up inside the ``with`` and gone after it.

    Its threads are new, and so connect to the database that Django's settings name now.
    """
    channels: dict[int, object] = {}
    server = create_server(
        answers, map=channels, host="127.0.0.1", port=0, threads=THREADS, **options
    )
    thread = threading.Thread(target=server.run, name="served")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        # The loop of the server ends when it has nothing left to listen to.
        # One that was awake already may have closed all, its trigger too, before the trigger is pulled.
        with suppress(OSError):
            server.trigger.pull_trigger(lambda: wasyncore.close_all(channels))
        thread.join(SECONDS_TO_END)
        server.task_dispatcher.shutdown(timeout=SECONDS_TO_END)
