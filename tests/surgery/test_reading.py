"""Reading a surgery: every spelling, every fault a finding with the name that was meant."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import AccessRoute, Character, Role, Technique
from honorarios.demo import surgery_names, surgery_path
from honorarios.pricing.surgery import read_surgery, read_surgery_file

if TYPE_CHECKING:
    from pathlib import Path

WHOLE: dict[str, Any] = {
    "start": "22/11/2025 21:30",
    "character": "urgência",
    "acts": [{"code": 31003583, "access_route": "mesma via", "technique": "2"}],
    "team": [{"role": "00"}, {"role": "1º auxiliar"}],
}


def test_every_usual_spelling_is_taken() -> None:
    surgery, findings = read_surgery(WHOLE)
    assert findings == []
    assert surgery is not None
    assert surgery.start == datetime(2025, 11, 22, 21, 30)
    assert surgery.character is Character.URGENT
    assert surgery.acts[0].code == "31003583"
    assert surgery.acts[0].access_route is AccessRoute.SAME
    assert surgery.acts[0].technique is Technique.VIDEO
    assert [member.role for member in surgery.team] == [Role.SURGEON, Role.FIRST_ASSISTANT]
    assert surgery.first_contract is None


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"teem": []}, "teem", "Seria “team”?"),
        ({"acts": [{"code": "1", "via": "same"}]}, "acts.0.via", "access_route"),
        ({"start": "2025-11-22 24:00"}, "start", "00:00 do dia seguinte"),
        ({"start": None}, "start", "vazio"),
        ({"acts": []}, "acts", "vazio"),
        ({"acts": "31003583"}, "acts", "lista"),
        ({"team": [{"role": "cirurgiã-chefe"}]}, "team.0.role", "Cirurgião (surgeon, 00)"),
        ({"team": [{"role": "anestezista"}]}, "team.0.role", "Seria “Anestesista”?"),
        ({"team": [{"role": "auxiliar"}]}, "team.0.role", "Seria “1º auxiliar” ou “2º auxiliar”"),
        ({"acts": [{"code": "1", "quantity": 0}]}, "acts.0.quantity", "1"),
        ({"age_months": -1}, "age_months", "0"),
    ],
)
def test_every_fault_is_a_finding(change: dict[str, Any], field: str, words: str) -> None:
    surgery, findings = read_surgery(WHOLE | change)
    assert surgery is None
    told = [finding for finding in findings if finding.place.field == field]
    assert told, findings
    assert words in f"{told[0].message} {told[0].tip}"


def test_what_is_missing_and_what_is_no_surgery() -> None:
    surgery, findings = read_surgery({})
    assert surgery is None
    assert {finding.place.field for finding in findings} == {"start", "acts", "team"}


def test_files_have_the_line_of_each_fault(tmp_path: Path) -> None:
    path = tmp_path / "cirurgia.yaml"
    path.write_text(
        "start: 2025-11-22 21:30\nacts:\n  - code: 1\n    rnak: 2\nteam:\n  - role: surgeon\n"
    )
    surgery, findings = read_surgery_file(path)
    assert surgery is None
    assert [str(finding.place) for finding in findings] == ["cirurgia.yaml:4 (acts.0.rnak)"]
    path = tmp_path / "cirurgia.json"
    path.write_text(json.dumps(WHOLE))
    assert read_surgery_file(path) == read_surgery(WHOLE)


@pytest.mark.parametrize("name", surgery_names())
def test_the_demonstration_surgeries_have_no_fault(name: str) -> None:
    surgery, findings = read_surgery_file(surgery_path(name))
    assert findings == []
    assert surgery is not None
    assert surgery.contracts
