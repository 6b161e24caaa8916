"""The generator draws every value of every parameter, and mostly lines that have a price."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.oracle.coverage.documents import see_documents
from tests.oracle.coverage.everything import tally_of_everything
from tests.oracle.coverage.lines import LineCounter
from tests.oracle.generator.catalogues import draw_catalogue
from tests.oracle.generator.lines import draw_batch, draw_dictionaries
from tests.oracle.oracle import Oracle

CATALOGUES = 150
BATCHES_OF_EACH = 3
LINES_OF_A_BATCH = 50


def test_every_value_of_every_parameter_is_drawn() -> None:
    tally, ties = tally_of_everything(), 0
    for seed in range(CATALOGUES):
        drawn = draw_catalogue(seed)
        see_documents(tally, drawn)
        oracle, counter = Oracle(drawn.catalogue), LineCounter(tally, drawn)
        for _ in range(BATCHES_OF_EACH):
            for line in draw_batch(drawn, LINES_OF_A_BATCH).lines:
                counter.see(line, oracle.price(line))
        ties += oracle.ties
    assert tally.never_seen() == []
    assert ties > 500
    statuses = tally.counts()["result.status"]
    assert statuses["priced"] > 0.65 * sum(statuses.values())


def test_texts_give_the_statuses_that_typed_columns_cannot() -> None:
    seen = set()
    for seed in range(30):
        drawn = draw_catalogue(seed)
        oracle = Oracle(drawn.catalogue)
        seen |= {oracle.price(line)["status"] for line in draw_dictionaries(drawn, 50)}
    assert {"invalid_start", "invalid_end", "invalid_admission", "priced"} <= seen


def test_a_seed_draws_the_same_in_every_process() -> None:
    drawn = {_drawn_by_a_process(hash_seed) for hash_seed in ("1", "2")}
    assert len(drawn) == 1


def _drawn_by_a_process(hash_seed: str) -> str:
    program = (
        "from tests.oracle.generator.catalogues import draw_catalogue\n"
        "from tests.oracle.generator.lines import draw_batch, draw_dictionaries\n"
        "drawn = draw_catalogue('again')\n"
        "print(drawn.catalogue, draw_batch(drawn, 50), draw_dictionaries(drawn, 50))\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True
    ).stdout
