"""The scripts are few and light, stand in files, and ask nothing that the security policy forbids."""

from __future__ import annotations

import re

from tests.web.look.sheets import scripts, weight

MOST = 100_000


def test_all_scripts_together_are_light() -> None:
    assert weight(scripts()) <= MOST


def test_no_script_makes_code_from_text() -> None:
    for script in scripts()[1:]:
        assert not re.search(r"\beval\(|new Function|document\.write", script.read_text()), script


def test_a_script_imports_what_is_there() -> None:
    for script in scripts()[1:]:
        for name in re.findall(r'(?:from|import)\s*\(?"(\./[^"]+)"', script.read_text()):
            assert (script.parent / name).is_file(), f"{script.name} -> {name}"


def test_a_script_keeps_no_data_of_anybody_in_the_browser() -> None:
    # The number of the stop of the tour; how far a long form was scrolled, and what of it was unfolded.
    keepers = {
        script.name
        for script in scripts()[1:]
        if re.search(r"localStorage|sessionStorage|indexedDB", script.read_text())
    }
    assert keepers <= {"tour.js", "forms.js"}
