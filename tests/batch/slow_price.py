"""``honorarios`` on small parts and at leisure, so that a test can interrupt it in the middle.

Usage: ``python -m tests.batch.slow_price price LINES …``
"""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

from honorarios.cli import main
from honorarios.pricing.batch.pricer import PricedSlice, SlicePricer
from tests.batch.sample import divide_finely

if TYPE_CHECKING:
    from honorarios.pricing.batch.source import Slice

PAUSE = 0.1
"""Seconds before each slice."""
_price = SlicePricer.price


def _slowly(self: SlicePricer, lines: Slice) -> PricedSlice:
    time.sleep(PAUSE)
    return _price(self, lines)


if __name__ == "__main__":
    # Whoever runs the tests in the background may have it ignored, and a child inherits that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    divide_finely()
    SlicePricer.price = _slowly  # type: ignore[method-assign]
    main()
