"""How one line is priced: the rule, written once, for the form and for the batch alike.

It follows *How a value comes to be* (docs) section by section, a module each. Numba compiles it to
machine code; it reads interned lines and a compiled catalogue and writes every table, factor and amount.
It knows no text, no database and no clock, allocates nothing, and no float decides a centavo.
"""

from __future__ import annotations

import hashlib
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from honorarios.pricing.layout import LINE, NONE, RESULT
from honorarios.pricing.rule.exchange import load, store
from honorarios.pricing.rule.line import price_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from honorarios.pricing.layout import Lines, Results


def sources_fingerprint() -> int:
    """A number that changes with the rule's source.

    Numba keeps machine code on disk by the file of one function only; with this number in the function,
    code compiled from an older version of any of the rule's modules is never used.
    """
    digest = hashlib.sha256()
    here = resources.files(__package__)
    files = [*here.iterdir(), *(here / ".." / name for name in ("layout.py", "status.py"))]
    for file in sorted(
        (file for file in files if file.name.endswith(".py")), key=lambda file: file.name
    ):
        digest.update(file.read_bytes())
    return int.from_bytes(digest.digest()[:7])


def compiled(fingerprint: int) -> Callable[[Lines, NDArray[np.void], Results], int]:
    """The rule over a batch, as machine code of these sources."""

    @njit(cache=True, nogil=True, error_model="numpy")
    def price(lines: Lines, catalogue: NDArray[np.void], results: Results) -> int:
        a = catalogue[0]
        line, result = np.zeros(1, LINE)[0], np.zeros(1, RESULT)[0]
        for i in range(len(lines.code)):
            load(lines, i, line)
            result.wide, result.row, result.rule = 0, NONE, NONE
            status = price_line(line, a, result)
            store(a, result, status, results, i)
        return fingerprint

    return price


price = compiled(sources_fingerprint())
"""Price every line of a batch into the results; a batch of one is the form's line.

Row 0 of a compiled catalogue is the row of a fixed price: one value in reais that admits all.
"""
