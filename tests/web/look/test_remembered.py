"""A piece of a page is drawn once for all who give it the same values, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.template import engines
from django.utils import translation
from django.utils.safestring import mark_safe

from honorarios.web import remembered
from honorarios.web.remembered import remembered as drawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.safestring import SafeString

BADGE = "components/badge.html"
FIELD = "components/field.html"


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What was drawn anew, in order."""
    made: list[dict[str, object]] = []
    draw = remembered.draw

    def noted(name: str, given: Mapping[str, object]) -> SafeString:
        made.append({**given})
        return draw(name, given)

    monkeypatch.setattr(remembered, "draw", noted)
    remembered._drawn.cache_clear()
    return made


def test_it_is_drawn_once_for_the_same_values(drawings: list[dict[str, object]]) -> None:
    one, same, other = (drawn(BADGE, {"kind": "ok", "text": text}) for text in ("a", "a", "b"))
    assert one == same != other
    assert [given["text"] for given in drawings] == ["a", "b"]


def test_a_text_that_is_markup_is_not_one_that_looks_like_it() -> None:
    typed = drawn(BADGE, {"text": "<b>x</b>"})
    ours = drawn(BADGE, {"text": mark_safe("<b>x</b>")})
    assert "&lt;b&gt;" in typed
    assert "<b>x</b>" in ours
    assert "&lt;b&gt;" in drawn(BADGE, {"text": "<b>x</b>"})


def test_each_language_has_its_own() -> None:
    told = []
    for language in ("pt-br", "en", "pt-br"):
        with translation.override(language):
            told.append(drawn(FIELD, {"name": "n", "label": "N", "optional": True}))
    assert told[0] == told[2] != told[1]


def test_what_cannot_be_compared_is_drawn_each_time(drawings: list[dict[str, object]]) -> None:
    given = {"name": "n", "label": "N", "findings": []}
    assert drawn(FIELD, given) == drawn(FIELD, given)
    assert len(drawings) == 2


def test_what_somebody_typed_in_a_filter_is_kept_nowhere(drawings: list[dict[str, object]]) -> None:
    source = '{% load honorarios %}{% field name="paciente" label="Paciente" value=value %}'
    template = engines["django"].from_string(source)
    for value in ("", "Zelândia", ""):
        assert f'value="{value}"' in template.render({"value": value})
    assert [given["value"] for given in drawings] == [""]
