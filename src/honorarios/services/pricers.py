"""The pricer of an office's catalogue: one a thread for each catalogue that is in use."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from honorarios.core.recent import Recent
from honorarios.launching.prices import Pricer
from honorarios.services import catalogues

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled
    from honorarios.records.models import CatalogueVersion

PRICERS_REMEMBERED: Final = 4


class _Own(threading.local):
    """A pricer keeps scratch memory: no two threads may share one."""

    def __init__(self) -> None:
        self.pricer: Recent[Compiled, Pricer] = Recent(Pricer, PRICERS_REMEMBERED)


_own = _Own()


def pricer_of(compiled: Compiled) -> Pricer:
    """This thread's pricer of a compiled catalogue."""
    return _own.pricer(compiled)


def pricer_in_force(office_id: int) -> tuple[CatalogueVersion, Pricer] | None:
    """The office's newest catalogue with its pricer; None before the first is stored."""
    found = catalogues.compiled_in_force(office_id)
    return None if found is None else (found[0], pricer_of(found[1]))
