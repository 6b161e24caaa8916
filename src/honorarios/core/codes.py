"""The one catalogue of finding codes. A code never changes its meaning; a new meaning is a new code.

The reference page of findings is generated from this module.
"""

from __future__ import annotations

from typing import Final

from honorarios.core.findings import Code, Severity

CODES: Final[dict[str, Code]] = {}


def _declare(name: str, severity: Severity, message: str, tip: str = "") -> Code:
    if name in CODES:
        problem = f"finding code declared twice: {name}"
        raise ValueError(problem)
    CODES[name] = Code(name, severity, message, tip)
    return CODES[name]


def error(name: str, message: str, tip: str = "") -> Code:
    """Declare a kind of finding that forbids going on."""
    return _declare(name, Severity.ERROR, message, tip)


def warning(name: str, message: str, tip: str = "") -> Code:
    """Declare a kind of finding that a person should look at."""
    return _declare(name, Severity.WARNING, message, tip)
