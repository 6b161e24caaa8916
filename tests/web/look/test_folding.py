"""A folded template says what the template says, in every language, in fewer pieces."""

from __future__ import annotations

import pytest
from django.template import Context, Engine
from django.template.base import TextNode
from django.urls import NoReverseMatch, set_script_prefix
from django.utils import translation

BUILTINS = [
    "django.templatetags.i18n",
    "django.templatetags.static",
    "honorarios.web.templatetags.honorarios",
]
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
    "address": '{% url "worklist.index" %}{% url "account.show" account_id=row.seq %}',
    "called": '{% url "worklist.index" as here %}{{ here }}{% url "no.such" as none %}[{{ none }}]',
    "static": '{% static "honorarios/mark.svg" %}{% static name %}{% static "a&b" as it %}{{ it }}',
    "plain": "{% blocktranslate %}de {{ name }}{% endblocktranslate %}",
}
PLAIN = ("django.template.loaders.locmem.Loader", SOURCES)
NUMBERS = [{"seq": 1}, {"seq": 2}]
OF_NUMBERS = {"plural", "address"}
"""Those that are about a number."""


def engine(*, folded: bool) -> Engine:
    loader = ("honorarios.web.folding.Loader", [PLAIN]) if folded else PLAIN
    return Engine(loaders=[loader], builtins=BUILTINS)


def said(by: Engine, name: str, row: object) -> str:
    given = {"row": row, "rows": [{"seq": 1}, {"seq": 2}], "name": "plus"}
    return by.get_template(name).render(Context(given))


@pytest.mark.parametrize("name", SOURCES)
def test_it_says_the_same(name: str) -> None:
    plain, folded = engine(folded=False), engine(folded=True)
    for language in ("pt-br", "en", "pt-br"):
        with translation.override(language):
            for row in NUMBERS if name in OF_NUMBERS else [*NUMBERS, {"seq": "<2>"}]:
                assert said(folded, name, row) == said(plain, name, row)


def test_an_address_follows_where_the_desk_is() -> None:
    folded = engine(folded=True)
    assert said(folded, "called", NUMBERS[0]) == "/contas/[]"
    set_script_prefix("/fees/")
    try:
        assert said(folded, "called", NUMBERS[0]) == "/fees/contas/[]"
    finally:
        set_script_prefix("/")


def test_an_address_that_there_is_none_of_is_told_when_it_is_drawn() -> None:
    loader = (
        "django.template.loaders.locmem.Loader",
        {"x": '{% if on %}{% url "no" %}{% endif %}'},
    )
    template = Engine(loaders=[("honorarios.web.folding.Loader", [loader])]).get_template("x")
    assert template.render(Context()) == ""
    with pytest.raises(NoReverseMatch):
        template.render(Context({"on": True}))


def test_words_that_never_change_are_text() -> None:
    folded = engine(folded=True)
    assert [type(node) for node in folded.get_template("word").nodelist] == [TextNode]
    assert len(folded.get_template("sentence").nodelist) == 3
    assert len(folded.get_template("address").nodelist) == 2


def test_a_language_is_not_told_in_another() -> None:
    folded = engine(folded=True)
    words = []
    for language in ("pt-br", "en"):
        with translation.override(language):
            words.append(said(folded, "word", NUMBERS[0]))
    assert "Contas" in words[0]
    assert "Contas" not in words[1]
