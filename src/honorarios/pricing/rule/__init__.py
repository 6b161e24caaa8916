"""How one line is priced: the rule, written once, for the form and for the batch alike.

It follows *How a value comes to be* (docs) section by section, a module each. Numba compiles it to
machine code; it reads interned lines and a compiled catalogue and writes every table, factor and amount.
It knows no text, no database and no clock, allocates nothing, and no float decides a centavo.
"""

from __future__ import annotations

import hashlib
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np
from numba import njit

from honorarios.pricing.interned import RESULT
from honorarios.pricing.records import CATALOGUE
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.block import find_all_prices, find_all_terms, find_all_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from honorarios.pricing.interned import Lines, Results


BLOCK: Final = 64
"""Lines that go through each step together (:mod:`honorarios.pricing.rule.block`)."""


def sources_fingerprint() -> int:
    """A number that changes with the rule's source.

    Numba keeps machine code on disk by the file of one function only; with this number in the function,
    code compiled from an older version of any of the rule's modules is never used.
    """
    package = resources.files("honorarios")
    files = [file for file in (package / "pricing" / "rule").iterdir() if file.name.endswith(".py")]
    files += [package / "pricing" / name for name in ("interned.py", "records.py", "status.py")]
    files += [package / "core" / name for name in ("money.py", "vocabulary.py")]
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(file.read_bytes())
    return int.from_bytes(digest.digest()[:7])


def as_machine_code(fingerprint: int) -> Callable[[Lines, NDArray[np.void], Results], int]:
    """The rule over a batch, as machine code of these sources."""

    @njit(cache=True, nogil=True, error_model="numpy")
    def price(lines: Lines, catalogue: NDArray[np.void], results: Results) -> int:
        a = memory.blank(CATALOGUE)
        memory.copy(a, catalogue[0])
        found = np.zeros(BLOCK, RESULT)
        for first in range(0, len(lines.code), BLOCK):
            count = min(BLOCK, len(lines.code) - first)
            find_all_terms(lines, first, count, a, found)
            find_all_prices(lines, first, count, a, found)
            find_all_values(lines, first, count, a, found, results)
        return fingerprint

    return price


price = as_machine_code(sources_fingerprint())
"""Price every line of a batch into the results; a batch of one is the form's line.

Row 0 of a compiled catalogue is the row of a fixed price: one value in reais that admits all.
"""
