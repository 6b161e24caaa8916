"""A folded template says what the template says, in every language, in fewer pieces."""

from __future__ import annotations

import pytest
from django.template import Context, Engine
from django.template.base import TextNode
from django.utils import translation

BUILTINS = ["django.templatetags.i18n", "honorarios.web.templatetags.honorarios"]
SOURCES = {
    "word": '<b title="{% translate "Prestador" %}">{% translate "Contas" %}</b>',
    "named": '{% translate "Contas" as title %}{{ title }}: {{ title|lower }}',
    "icon": '{% icon "plus" 15 %}{% icon name 15 %}',
    "sentence": "{% blocktranslate with seq=row.seq %}parcial {{ seq }}{% endblocktranslate %}",
    "percent": "{% blocktranslate with n=row.seq %}{{ n }} % de 100%{% endblocktranslate %}",
    "plural": "{% blocktranslate count acts=row.seq %}{{ acts }} ato{% plural %}{{ acts }} atos"
    "{% endblocktranslate %}",
    "loop": "{% comment %}x{% endcomment %}{% for one in rows %}"
    '{% if one.seq > 1 %}{% translate "Sim" %}{% else %}{% translate "Não" %}{% endif %};{% endfor %}',
    "other": '{% language "en" %}{% translate "Contas" %}{% endlanguage %}{% translate "Contas" %}',
    "child": '{% extends "parent" %}{% block body %}{{ block.super }}{% translate "Sim" %}{% endblock %}',
    "parent": '<p>{% block body %}{% translate "Não" %}{% endblock %}</p>',
    "missing": "{% blocktranslate with seq=nothing.seq %}parcial {{ seq }}{% endblocktranslate %}",
    "plain": "{% blocktranslate %}de {{ name }}{% endblocktranslate %}",
}
PLAIN = ("django.template.loaders.locmem.Loader", SOURCES)
ROWS = [{"seq": 1}, {"seq": "<2>"}]


def engine(*, folded: bool) -> Engine:
    loader = ("honorarios.web.folding.Loader", [PLAIN]) if folded else PLAIN
    return Engine(loaders=[loader], builtins=BUILTINS)


def said(by: Engine, name: str, row: object) -> str:
    given = {"row": row, "rows": [{"seq": 1}, {"seq": 2}], "name": "plus"}
    return by.get_template(name).render(Context(given))


@pytest.mark.parametrize("name", [name for name in SOURCES if name != "plural"])
def test_it_says_the_same(name: str) -> None:
    plain, folded = engine(folded=False), engine(folded=True)
    for language in ("pt-br", "en", "pt-br"):
        with translation.override(language):
            for row in ROWS:
                assert said(folded, name, row) == said(plain, name, row)


def test_a_number_of_things_is_told_in_each_language() -> None:
    plain, folded = engine(folded=False), engine(folded=True)
    for language in ("pt-br", "en"):
        with translation.override(language):
            for row in ({"seq": 1}, {"seq": 2}):
                assert said(folded, "plural", row) == said(plain, "plural", row)


def test_words_that_never_change_are_text() -> None:
    folded = engine(folded=True)
    assert [type(node) for node in folded.get_template("word").nodelist] == [TextNode]
    assert len(folded.get_template("sentence").nodelist) == 3


def test_a_language_is_not_told_in_another() -> None:
    folded = engine(folded=True)
    words = []
    for language in ("pt-br", "en"):
        with translation.override(language):
            words.append(said(folded, "word", ROWS[0]))
    assert "Contas" in words[0]
    assert "Contas" not in words[1]
