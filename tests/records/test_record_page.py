"""The page about what the database holds names every refusal and every transition there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from honorarios.core.vocabulary import PartStatus
from honorarios.records import triggers
from honorarios.records.triggers.tables import NAMED_TRANSITIONS

ROOT = Path(__file__).parents[2]
PAGES = ["docs/en/explanation/record.md", "docs/pt/explicacao/registro.md"]
FOLDER = Path(triggers.__file__).parent


def refusals(text: str) -> set[str]:
    return set(re.findall(r"EST-[A-Z-]+[A-Z]", text))


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_the_reasons_of_refusal_are_told(database: str) -> None:
    raised = refusals("".join(file.read_text("utf-8") for file in FOLDER.glob(f"{database}/*.sql")))
    told = refusals(triggers.__doc__ or "")
    assert raised - told == set()
    for page in PAGES:
        assert refusals((ROOT / page).read_text("utf-8")) == told


@pytest.mark.parametrize(
    ("page", "words", "same"),
    [
        (PAGES[0], {status.code_name: status for status in PartStatus}, "the same"),
        (PAGES[1], {status.label.lower(): status for status in PartStatus}, "a mesma"),
    ],
)
def test_the_transitions_are_told(page: str, words: dict[str, PartStatus], same: str) -> None:
    row = re.compile(r"^\| `([a-z_]+)` \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
    told = {
        (verb, words[before], words[before if after == same else after])
        for verb, sources, after in row.findall((ROOT / page).read_text("utf-8"))
        for before in sources.split(", ")
    }
    assert told == set(NAMED_TRANSITIONS)
