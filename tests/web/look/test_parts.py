"""The parts of a screen say what they are given, and say it to everybody."""

from __future__ import annotations

from datetime import date

from django.template import engines
from django.test import RequestFactory

from honorarios.core.findings import Code, Place, Severity
from honorarios.web.present import glossary, timeline

WRONG = Code("X-1", Severity.ERROR, "Está errado.", "Conserte.").at(Place(field="lines.0.role"))


def rendered(source: str, **context: object) -> str:
    template = engines["django"].from_string("{% load honorarios %}" + source)
    return str(template.render(context, RequestFactory().get("/contas/?situacao=open&depois=9")))


def field(**given: object) -> str:
    names = " ".join(f"{name}={name}" for name in given)
    return rendered('{% include "components/field.html" with ' + names + " only %}", **given)


def test_a_field_is_tied_to_its_label_its_help_and_its_findings() -> None:
    html = field(name="role", label="Função", help="Quem fez.", findings=[WRONG])
    assert '<label for="role">Função</label>' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="role-findings role-help"' in html
    assert 'id="role-findings"' in html
    assert 'id="role-help"' in html
    assert "Está errado." in html
    assert "Conserte." in html


def test_a_choice_keeps_what_was_chosen() -> None:
    options = ((None, "Qualquer"), (1, "Um"), (2, "Dois"))
    html = field(name="n", label="N", type="select", options=options, value=2)
    assert '<option value="2" selected>Dois</option>' in html
    assert '<option value="">Qualquer</option>' in html


def test_what_was_typed_is_text_and_never_markup() -> None:
    html = field(name="n", label="N", value='"><script>x</script>')
    assert "<script>" not in html


def test_findings_go_to_their_fields() -> None:
    html = rendered("{{ found|at:'role'|length }}{{ found|at:'code'|length }}", found=[WRONG])
    assert html == "10"


def test_a_form_carries_its_token_and_a_key_of_its_own_even_alone() -> None:
    source = '{% include "components/confirm.html" with id="x" title="T" action="/a/" only %}'
    one, other = rendered(source), rendered(source)
    assert 'name="csrfmiddlewaretoken" value="' in one
    keys = [html.split('name="_key" value="')[1].split('"')[0] for html in (one, other)]
    assert all(keys)
    assert keys[0] != keys[1]


def test_an_address_changes_what_it_is_told_and_keeps_the_rest() -> None:
    assert rendered("{% address depois=None %}") == "?situacao=open"
    assert rendered("{% address situacao='closed' depois=7 %}") == ("?situacao=closed&amp;depois=7")


def test_a_term_explains_itself_beside_its_word() -> None:
    html = rendered('{% term "porte" %}{% term "porte" %}')
    assert html.count("popovertarget=") == 2
    spots = [piece.split('"')[0] for piece in html.split('popovertarget="')[1:]]
    assert len(set(spots)) == 2, "two explanations of one term may not share an id"
    assert glossary.ENTRIES["porte"].text.split(",")[0] in html


def test_an_icon_is_an_ornament_unless_it_is_named() -> None:
    assert 'aria-hidden="true"' in rendered('{% icon "x" %}')
    named = rendered('{% icon "x" 16 label="Fechar" %}')
    assert 'role="img"' in named
    assert 'aria-label="Fechar"' in named


def test_a_validity_line_covers_its_width_without_gaps() -> None:
    drawing = timeline.draw(
        [
            {"start": date(2024, 1, 1), "end": date(2024, 12, 31), "label": "a"},
            {"start": date(2025, 1, 1), "end": None, "label": "b"},
        ]
    )
    first, second = drawing.bars
    assert (first.x, second.x + second.width) == (0, timeline.WIDTH - 2)
    assert first.x + first.width <= second.x
    assert (first.state, second.state) == ("is-past", "is-current")
    assert drawing.today is not None
    assert second.x < drawing.today < timeline.WIDTH


def test_no_segment_is_no_line() -> None:
    assert timeline.draw([]).bars == ()
