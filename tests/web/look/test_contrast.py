"""Every text and every edge that one needs can be told from what is behind it, by day and by night."""

from __future__ import annotations

import pytest

from tests.web.look.sheets import declared, used
from tests.web.look.tokens import colours, contrast

SURFACES = ("paper", "surface", "raised", "sunken", "hover", "chosen")
STATES = ("ok", "warn", "bad", "info")
TEXTS = [
    *((text, behind) for text in ("ink", "muted", "accent") for behind in SURFACES),
    *(("accent-strong", behind) for behind in ("surface", "chosen", "paper")),
    *((state, f"{state}-soft") for state in STATES),
    *((state, "surface") for state in STATES),
    *(("ink", f"{state}-soft") for state in STATES),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-bad", "bad"),
]
EDGES = [
    *(("edge", behind) for behind in ("paper", "surface", "raised", "sunken")),
    *(("focus", behind) for behind in SURFACES),
    *(("accent", behind) for behind in SURFACES),
    ("bad", "surface"),
]


@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(("text", "behind"), TEXTS)
def test_a_text_is_readable(text: str, behind: str, night: int) -> None:
    held = colours()
    assert contrast(held[text][night], held[behind][night]) >= 4.5


@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(("edge", "behind"), EDGES)
def test_an_edge_is_seen(edge: str, behind: str, night: int) -> None:
    held = colours()
    assert contrast(held[edge][night], held[behind][night]) >= 3


def test_the_sheet_names_no_colour_that_it_does_not_declare() -> None:
    assert used() - declared() == set()
