"""A fictitious hospital, made from a number: the same number makes the same hospital, to the centavo.

Everybody and everything in it is invented; the agreements are those of the demonstration's catalogue.
"""

from honorarios.services.demonstration.build import (
    OFFICE,
    PASSWORD,
    Demonstration,
    build,
    existing,
)

__all__ = ["OFFICE", "PASSWORD", "Demonstration", "build", "existing"]
