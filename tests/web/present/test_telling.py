from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from datetime import date

import pytest
from django.utils.translation import gettext, override

from honorarios.core.codes import CODES
from honorarios.core.findings import Place
from honorarios.core.phrase import Phrase
from honorarios.launching.codes import FROZEN_PART, HOUR_24
from honorarios.web.present import telling

FILLED_IN = {"status": "Faturada"}


def test_a_finding_is_told_in_the_language_of_the_screen() -> None:
    finding = HOUR_24.at(Place())
    with override("pt-br"):
        assert telling.message(finding.code, finding.message) == finding.message
    with override("en"):
        assert telling.message(finding.code, finding.message) == "Use 00:00 of the next day."


def test_what_is_filled_in_goes_along_and_a_word_of_ours_is_translated_too() -> None:
    finding = FROZEN_PART.at(Place(), **FILLED_IN)
    with override("en"):
        told = telling.message(finding.code, finding.message)
    assert told == "Part Billed: nothing may be launched."


def test_a_sentence_that_its_code_does_not_know_stays_as_it_is() -> None:
    with override("en"):
        assert telling.message("LAN-V02", "Outra coisa.") == "Outra coisa."
        assert telling.message("XXX-000", "Outra coisa.") == "Outra coisa."
        assert telling.tip("LAN-V02", "") == ""


def test_a_phrase_is_told_with_its_blanks_filled_in_the_language_of_the_screen() -> None:
    said = Phrase(FROZEN_PART.message, status=Phrase("{status}", status="faturada"))
    assert said == "Parcial faturada: lançamento não permitido."
    assert deepcopy(said).values == said.values
    with override("pt-br"):
        assert telling.phrase(said) == said
        assert telling.phrase("") == ""
    with override("en"):
        assert telling.phrase(said) == "Part billed: nothing may be launched."
        assert telling.phrase("Encerrada") == "Closed"
        assert telling.phrase("31309089") == "31309089"


def test_a_long_text_is_read_in_one_pass() -> None:
    """Chained guesses would take the fourth power of its length."""
    sentence = "{a}: {b}: {c}: {d}."
    with override("en"):
        assert telling._told(sentence, ": " * 20_000) == ": " * 20_000
        assert telling._filled("{a} e {a}.", "x e y e x e y.") is None
        assert telling._filled("{a} e {a}.", "x e x.") == {"a": "x"}
        assert telling._filled("{{{a}}}", "{x}") == {"a": "x"}


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_sentence_is_read_back(name: str) -> None:
    """Whatever is filled in: a word, a figure, a day, nothing."""
    code = CODES[name]
    for text in (code.message, code.tip):
        for value in ("x", "", "1.234,56", date(2026, 11, 22), "duas\nlinhas"):
            filled = _fill(text, value)
            with override("en"):
                assert telling._told(text, filled) == _fill(_english(text), value)


def _fill(text: str, value: object) -> str:
    return text.format_map(defaultdict(lambda: value))


def _english(text: str) -> str:
    return gettext(text) if text else ""
