"""The choice at length: random surgeries, of which nothing may fall over and each property must hold.

``python -m tests.routing.campaign --cases 10000`` ends with 1 at the first that does not; with
``--write`` a whole run is kept in ``docs/proof/routes.json``.
"""

from __future__ import annotations

import argparse
import sys
from random import Random
from typing import TYPE_CHECKING

from tests import proof
from tests.routing.drawn import Surgery, faults

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign; 0 when every surgery is as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="how many surgeries")
    parser.add_argument("--seed", default="via", help="what the random numbers begin with")
    parser.add_argument(proof.OPTION, action="store_true")
    options = parser.parse_args(arguments)
    for number in range(1, options.cases + 1):
        # Each case begins by itself, so that one that fails can be drawn again alone.
        random = Random(f"{options.seed} {number}")
        found = next(faults(Surgery(random), random), None)
        if found is not None:
            sys.stdout.write(f"case {number}: {found}\n")
            return 1
    if options.write:
        proof.keep("routes", "cases", figures={"cases": options.cases, "faults": 0})
    sys.stdout.write(f"{options.cases} cases hold\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
