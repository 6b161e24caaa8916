"""The proof at length: divisions by percentage at random, whose shares must be the whole.

``python -m tests.launching.campaign --splits 200000`` ends with 1 at the first that is not; with
``--write`` a whole run is kept in ``docs/proof/splits.json``.
"""

from __future__ import annotations

import argparse
import sys
from random import Random
from typing import TYPE_CHECKING

from tests import proof
from tests.launching.divisions import drawn, fault

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign; 0 when every division adds up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--splits", type=int, default=200_000, help="how many divisions")
    parser.add_argument("--seed", default="divisão", help="what the random numbers begin with")
    parser.add_argument(proof.OPTION, action="store_true")
    options = parser.parse_args(arguments)
    random = Random(options.seed)
    for number in range(1, options.splits + 1):
        found = fault(drawn(random))
        if found is not None:
            sys.stdout.write(f"division {number}: {found}\n")
            return 1
    if options.write:
        proof.keep("splits", "splits", figures={"splits": options.splits, "faults": 0})
    sys.stdout.write(f"{options.splits} divisions add up, each share within a centavo\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
