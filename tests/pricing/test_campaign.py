"""The campaign's command says what differs, and fails then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests import proof
from tests.pricing import campaign
from tests.pricing.comparison import Difference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pricing.trial import Trial


@pytest.fixture(autouse=True)
def _proofs_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "FOLDER", tmp_path)


def run() -> tuple[int, dict[str, Any]]:
    code = campaign.main(["--lines", "1", "--processes", "1", "--write"])
    return code, proof.kept("oracle")["lines"]


def test_agreement_is_written_and_succeeds() -> None:
    code, figures = run()
    assert code == 0
    assert (figures["lines"], figures["catalogues"]) == (campaign.LINES_OF_A_CATALOGUE, 1)
    assert set(figures["differing_cells"].values()) == {0}
    assert figures["drawn"]["result.status"]["priced"] > 0
    assert figures["machine"]["cores"] > 0


def test_a_difference_is_counted_printed_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole_trial = campaign.one_catalogue

    def one_that_differs(seed: str) -> Trial:
        wrong = Difference(seed, {"code": "7"}, {"unit_centavos": 2}, {"unit_centavos": 1})
        return replace(whole_trial(seed), differences=[wrong])

    monkeypatch.setattr(campaign, "one_catalogue", one_that_differs)
    code, figures = run()
    assert code == 1
    assert figures["differing_cells"]["unit_centavos"] == 1
    assert "unit_centavos: engine 2, oracle 1" in capsys.readouterr().out
