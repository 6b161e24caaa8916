"""Logs without personal data: where a program failed and with which kind of error, never with what.

An exception's own text may quote a patient (a database's "Key (cpf)=(...) already exists"), so only its
class and the lines of code that it went through are written.
"""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import TracebackType


class PrivateFormatter(logging.Formatter):
    """Formats a record with its error's class and path, and without its error's text."""

    def formatException(  # noqa: N802 - the name is the logging module's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The frames and the class of the error; neither its message nor the lines' source."""
        kind, _, trace = ei
        steps = [
            f"  {frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        return "\n".join([*steps, kind.__name__ if kind else ""])


LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "private": {
            "()": "honorarios.config.logs.PrivateFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers write to the terminal and by e-mail, with the error's text.
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # What a person asked in vain is told to them, not to the log.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # That people wait their turn is no news; it would be told of each of them.
        "waitress.queue": {"level": "ERROR"},
    },
}
"""Django's ``LOGGING``: warnings and worse, on standard error."""
