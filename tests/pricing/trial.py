"""One random catalogue put to the engine and to the oracle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from honorarios.pricing.compile import compile_catalogue
from tests.oracle.coverage.documents import see_documents
from tests.oracle.coverage.everything import tally_of_everything
from tests.oracle.coverage.lines import LineCounter
from tests.oracle.generator.catalogues import draw_catalogue
from tests.oracle.generator.lines import draw_batch, draw_dictionaries
from tests.oracle.oracle import Oracle
from tests.pricing.comparison import compare_batch, compare_dictionaries

if TYPE_CHECKING:
    from tests.oracle.coverage.tally import Tally
    from tests.pricing.comparison import Difference


@dataclass
class Trial:
    """What came of one or many catalogues."""

    lines: int = 0
    ties: int = 0
    differences: list[Difference] = field(default_factory=list)
    tally: Tally = field(default_factory=tally_of_everything)


def try_catalogue(seed: str, *, batches: int, lines: int, dictionaries: int) -> Trial:
    """Batches of typed lines, and lines as dictionaries, of one seed's catalogue."""
    trial = Trial()
    drawn = draw_catalogue(seed)
    see_documents(trial.tally, drawn)
    oracle, counter = Oracle(drawn.catalogue), LineCounter(trial.tally, drawn)
    compiled = compile_catalogue(drawn.catalogue)
    for _ in range(batches):
        batch = draw_batch(drawn, lines)
        results = [oracle.price(line) for line in batch.lines]
        for line, result in zip(batch.lines, results, strict=True):
            counter.see(line, result)
        trial.ties, oracle.ties = trial.ties + oracle.ties, 0
        trial.differences += compare_batch(seed, batch, results, oracle, compiled)
    given = draw_dictionaries(drawn, dictionaries)
    trial.differences += compare_dictionaries(seed, given, oracle, compiled)
    trial.lines = batches * lines + dictionaries
    return trial
