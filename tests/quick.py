"""What the tests do at less cost than an office must pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.hashers import Argon2PasswordHasher

from honorarios.catalogue.check import check

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue
    from honorarios.core.findings import Finding

_checked: dict[int, tuple[Catalogue, list[Finding]]] = {}


class QuickArgon2(Argon2PasswordHasher):
    """The hash of an office, made to be quick where it should be slow: a test keeps no secret."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1


def check_once(catalogue: Catalogue) -> list[Finding]:
    """What is found in a catalogue; in the very same one, as most offices of the tests have it, the same."""
    known = _checked.get(id(catalogue))
    if known is None:
        # It is kept with what was found, so that its number is no other's meanwhile.
        known = _checked[id(catalogue)] = catalogue, check(catalogue)
    return known[1]
