"""What templates say: ``{{ cents|money }}``, ``{{ day|day }}``, ``{% icon "x" %}``, ``{% term "porte" %}``."""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import lucide
from django import template
from django.middleware.csrf import get_token
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from honorarios.services.patients import initials
from honorarios.web.present import (
    browsers,
    glossary,
    navigation,
    parts,
    telling,
    timeline,
    writing,
)
from honorarios.web.remembered import draw, remembered
from honorarios.web.templatetags.door import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

    from honorarios.core.findings import Finding
    from honorarios.services.imports import Reason

register = template.Library()

register.filter("money", writing.money)
register.filter("reais", writing.reais)
register.filter("number", writing.number)
register.filter("day", writing.day)
register.filter("hour", writing.hour)
register.filter("moment", writing.moment)
register.filter("label", writing.label)
register.filter("initials", initials)
register.filter("browser", browsers.told)
register.filter("part_kind", parts.kind_of)
register.filter("phrase", telling.phrase)

_KINDS: Final = ("info", "warning", "error")
_FINDING_ICONS: Final = {
    "info": "info",
    "warning": "triangle-alert",
    "error": "circle-x",
    "ok": "circle-check",
}

_ids = count(1)


@register.filter
def at(findings: Iterable[Finding] | None, name: str) -> list[Finding]:
    """The findings of one field: ``findings|at:"role"`` takes ``role`` and ``lines.0.role``."""
    return [
        finding
        for finding in findings or ()
        if finding.place.field == name or finding.place.field.endswith(f".{name}")
    ]


@register.filter
def kind(finding: Finding) -> str:
    """The severity of a finding as the classes of the style name it: info, warning, error."""
    return _KINDS[finding.severity]


@register.filter
def told(finding: Finding | Reason) -> str:
    """The message of a finding in the language of the page."""
    return telling.message(finding.code, finding.message)


@register.filter
def tip(finding: Finding | Reason) -> str:
    """The tip of a finding in the language of the page."""
    return telling.tip(finding.code, finding.tip)


@register.filter
def as_it_came(cells: Iterable[str]) -> str:
    """The cells of a file's row, the empty ones too: what is missing has its place."""
    return " · ".join(cell or writing.NOTHING for cell in cells) or writing.NOTHING


@register.filter
def finding_icon(kind_name: str) -> str:
    """The icon that stands for a severity."""
    return _FINDING_ICONS.get(kind_name, "info")


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, size: int = 16, label: str = "") -> str:
    """An icon of the lucide package. Without a label it is an ornament and isn't read aloud."""
    spoken = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    drawn: str = lucide._render_icon(name, size, focusable="false", **spoken)  # noqa: SLF001 - its tag calls the same
    return mark_safe(drawn)  # noqa: S308 - drawn by the package, with its attributes escaped


@register.simple_tag
def term(name: str, text: str = "") -> str:
    """A term of the formula and the button that explains it.

    ``name`` is the code name of the glossary; ``text`` is what to show instead of the term itself.
    """
    entry = glossary.ENTRIES[name]
    spot = f"term-{name}-{next(_ids)}"
    return format_html(
        '<span class="term">{}{}</span>', text or entry.term, _explanation(entry, spot)
    )


@register.simple_tag
def explain(name: str) -> str:
    """Only the button that explains a term, for beside a label."""
    return _explanation(glossary.ENTRIES[name], f"term-{name}-{next(_ids)}")


def _explanation(entry: glossary.Entry, spot: str) -> SafeString:
    return format_html(
        '<button type="button" class="term__button" popovertarget="{}" aria-label="{}">{}</button>'
        '<span class="term__text" id="{}" popover><strong>{}</strong> {}</span>',
        spot,
        _("O que é %(term)s?") % {"term": entry.term},
        icon("circle-question-mark", 14),
        spot,
        entry.heading,
        entry.text,
    )


@register.simple_tag(takes_context=True)
def heading(context: template.Context) -> str:
    """The page's block ``title`` once more, for its h1."""
    blocks = context.render_context[BLOCK_CONTEXT_KEY]
    title: str = blocks.get_block("title").render(context)
    return title


@register.simple_tag(takes_context=True)
def frame(context: template.Context) -> navigation.Frame:
    """What stands around the page for whoever asks for it."""
    request: HttpRequest | None = getattr(context, "request", None) or context.get("request")
    return navigation.frame(request)


@register.simple_tag
def side(groups: tuple[navigation.Group, ...]) -> SafeString:
    """The navigation, with the place in it where the page is."""
    return remembered("components/_side.html", {"groups": groups})


@register.simple_tag
def alike(name: str, **given: Any) -> SafeString:  # noqa: ANN401 - whatever a template holds
    """A template with these values alone, drawn once for everybody who gives it the same ones."""
    return remembered(name, given)


@register.simple_tag
def field(**given: Any) -> SafeString:  # noqa: ANN401 - whatever a template holds
    """``components/field.html`` with these values alone; what somebody typed is kept nowhere."""
    typed = given.get("value") and not given.get("options")
    return (draw if typed else remembered)("components/field.html", given)


@register.simple_tag(takes_context=True)
def posting(context: template.Context, given: str | None = None) -> str:
    """What every POST form carries: the token against forgery and the key, in any partial.

    ``given`` is the key that came back with a form that was refused.
    """
    request: HttpRequest | None = getattr(context, "request", None) or context.get("request")
    token = get_token(request) if request is not None else context.get("csrf_token", "")
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}', token, key(given)
    )


@register.simple_tag(takes_context=True)
def address(context: template.Context, **changes: Any) -> str:  # noqa: ANN401 - whatever a template holds
    """The query of this page with some of its values changed; None takes one away."""
    request: HttpRequest | None = getattr(context, "request", None) or context.get("request")
    if request is None:
        return "?"
    query = request.GET.copy()
    for name, value in changes.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag
def validity_bar(segments: Iterable[Any], within: Iterable[Any] = ()) -> str:
    """The bar of a line in time; geometry stands in attributes, because styles may not be inline."""
    drawing = timeline.draw(segments, within)
    bars = format_html_join(
        "",
        '<rect x="{}" y="4" width="{}" height="20" rx="1.5" class="{}"><title>{}</title></rect>',
        ((bar.x, bar.width, bar.state, bar.label) for bar in drawing.bars),
    )
    today = (
        ""
        if drawing.today is None
        else format_html('<line x1="{0}" x2="{0}" y1="0" y2="28"></line>', drawing.today)
    )
    return format_html(
        '<svg class="timeline__bar" viewBox="0 0 1000 28" preserveAspectRatio="none" '
        'aria-hidden="true" focusable="false">{}{}</svg>',
        bars,
        today,
    )


@register.filter
def period_state(segment: object) -> str:
    """Whether a segment of a validity line is over, runs or is to come."""
    return timeline.state_of(segment)
