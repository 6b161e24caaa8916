"""The proof at length: a million lines of random catalogues, every output column of each compared.

``python -m tests.pricing.campaign --lines 1000000`` ends with 1 when a cell differs, after printing the
smallest reproduction; with ``--write`` the figures are kept in ``docs/proof/oracle.json``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from tests import proof
from tests.oracle.result import OUTPUT_COLUMNS
from tests.pricing.trial import Trial, try_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BATCHES: Final = 4
LINES: Final = 230
DICTIONARIES: Final = 80
LINES_OF_A_CATALOGUE: Final = BATCHES * LINES + DICTIONARIES


def one_catalogue(seed: str) -> Trial:
    """A catalogue of the campaign."""
    return try_catalogue(seed, batches=BATCHES, lines=LINES, dictionaries=DICTIONARIES)


def trials(seeds: Sequence[str], processes: int) -> Iterator[Trial]:
    """The trial of each seed, in no order."""
    if processes == 1:
        yield from map(one_catalogue, seeds)
        return
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap_unordered(one_catalogue, seeds, chunksize=4)


def together(parts: Iterable[Trial], catalogues: int) -> Trial:
    """The trials as one, with a word on standard error now and then."""
    whole = Trial()
    for number, part in enumerate(parts, start=1):
        whole.lines += part.lines
        whole.ties += part.ties
        whole.differences += part.differences
        whole.tally.merge(part.tally.counts())
        if number % 20 == 0 or number == catalogues:
            found = len(whole.differences)
            text = f"{number}/{catalogues} catalogues, {whole.lines:,} lines, {found} differ"
            print(text, file=sys.stderr)  # noqa: T201 - a long run says where it is
    return whole


def figures(whole: Trial, seeds: Sequence[str]) -> dict[str, object]:
    """What the campaign proved, for the file that is kept."""
    cells = Counter(column for difference in whole.differences for column in difference.oracle)
    return {
        "lines": whole.lines,
        "catalogues": len(seeds),
        "seeds": [seeds[0], seeds[-1]],
        "output_columns": len(OUTPUT_COLUMNS),
        "differing_lines": len(whole.differences),
        "differing_cells": {column: cells[column] for column in OUTPUT_COLUMNS},
        "exact_ties_rounded": whole.ties,
        "never_drawn": whole.tally.never_seen(),
        "drawn": whole.tally.counts(),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign; 0 when nothing differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000, help="how many at least")
    parser.add_argument(proof.OPTION, action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", default="campaign", help="name that the catalogues' seeds share")
    asked = parser.parse_args(arguments)
    catalogues = -(-asked.lines // LINES_OF_A_CATALOGUE)
    seeds = [f"{asked.seed} {number}" for number in range(catalogues)]
    whole = together(trials(seeds, asked.processes), catalogues)
    if asked.write:
        proof.keep("oracle", "lines", figures=figures(whole, seeds))
    if whole.differences:
        fewest = min(whole.differences, key=lambda difference: len(difference.line))
        print(fewest)  # noqa: T201 - the reproduction is the command's answer
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
