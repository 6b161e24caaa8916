"""What must hold of the choice for any surgery; the campaign draws many thousand more of the same."""

from __future__ import annotations

from random import Random

import pytest

from tests.routing.campaign import main
from tests.routing.drawn import Surgery, faults


@pytest.mark.parametrize("block", range(4))
def test_any_surgery(block: int) -> None:
    assert main(["--cases", "60", "--seed", f"suíte {block}"]) == 0


def test_the_draw_reaches_what_it_is_for() -> None:
    """Open, conditional and closed routes, and covered ones beside the patient's."""
    random = Random("alcance")
    rankings = [
        ranking
        for surgery in (Surgery(random) for _ in range(80))
        for ranking in surgery.rankings()
    ]
    assert any(ranking.best for ranking in rankings)
    assert any(ranking.patient for ranking in rankings)
    assert any(ranking.closed for ranking in rankings)
    assert any(len(ranking.tied) > 1 for ranking in rankings)
    assert any(ranking.dominated for ranking in rankings)


def test_what_is_wrong_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.routing.drawn.account_of", lambda _: ())
    random = Random("erro")
    found = [fault for _ in range(5) for fault in faults(Surgery(random), random)]
    assert "the account doesn't add up" in found
