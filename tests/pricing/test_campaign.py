"""The campaign's command says what differs, and fails then."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.pricing import campaign
from tests.pricing.comparison import Difference

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.pricing.trial import Trial


def run(folder: Path) -> tuple[int, dict[str, Any]]:
    out = folder / "proof" / "oracle.json"
    code = campaign.main(["--lines", "1", "--processes", "1", "--out", str(out)])
    return code, json.loads(out.read_text(encoding="utf-8"))


def test_agreement_is_written_and_succeeds(tmp_path: Path) -> None:
    code, proof = run(tmp_path)
    assert code == 0
    assert (proof["lines"], proof["catalogues"]) == (campaign.LINES_OF_A_CATALOGUE, 1)
    assert set(proof["differing_cells"].values()) == {0}
    assert proof["drawn"]["result.status"]["priced"] > 0


def test_a_difference_is_counted_printed_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole_trial = campaign.one_catalogue

    def one_that_differs(seed: str) -> Trial:
        wrong = Difference(seed, {"code": "7"}, {"unit_centavos": 2}, {"unit_centavos": 1})
        return replace(whole_trial(seed), differences=[wrong])

    monkeypatch.setattr(campaign, "one_catalogue", one_that_differs)
    code, proof = run(tmp_path)
    assert code == 1
    assert proof["differing_cells"]["unit_centavos"] == 1
    assert "unit_centavos: engine 2, oracle 1" in capsys.readouterr().out
