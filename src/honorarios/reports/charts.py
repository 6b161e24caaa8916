"""Charts: drawn on the server, links inside, and colours left to the page's own style sheet.

A colour is written as the name of a class, which the page gives its colour in light and in dark.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, Final

import altair as alt
import vl_convert

from honorarios.reports.words import brl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.reports.bars import Bar, Piece, Stage

WIDTH: Final = 360
"""Of a chart of bars, without the names beside them."""
ROW: Final = 30
"""Height of a bar with what is around it."""
WIDE: Final = 900
HEIGHT: Final = 190
"""Of a chart of columns."""
VEGA_LITE: Final = "6.1"
TEXT: Final = "#000001"
LINE: Final = "#000002"
CLASSES: Final = {TEXT: "chart__text", LINE: "chart__line"}
"""Colours that stand for a class: the library takes nothing but colours for its axes."""
SHORT: Final = (
    "datum.value >= 1000000 ? format(datum.value / 1000000, ',.2~f') + ' mi'"
    " : datum.value >= 1000 ? format(datum.value / 1000, ',.1~f') + ' mil' : format(datum.value, ',~f')"
)
_FILL = re.compile(r'(fill|stroke)="(class:([a-z_-]+)|#00000[12])"')
_MARK = re.compile(r'<(path|rect)((?:[^>"]|"[^"]*")*?aria-label="([^"]*)"(?:[^>"]|"[^"]*")*?)/>')
_LINK = re.compile(r'<a xlink:href="[^"]*/~(\d+)"')


def bars(told: Sequence[Bar], stages: Sequence[Stage]) -> str:
    """Lying bars, one a name, in the order given; SVG to stand in a page."""
    names = [bar.name for bar in told]
    chart = _chart(told, stages).encode(
        x=_amounts(alt.X),
        y=alt.Y("name:N", title=None, sort=names, axis=_names(limit=190)),
    )
    return _drawn(chart.properties(width=WIDTH, height=max(1, len(names)) * ROW), told)


def columns(told: Sequence[Bar], stages: Sequence[Stage]) -> str:
    """Standing columns, one a name, in the order given; SVG to stand in a page."""
    names = [bar.name for bar in told]
    # As many names as there is room for; the others are told by their columns.
    step = max(1, -(-len(names) // 16))
    chart = _chart(told, stages).encode(
        x=alt.X("name:N", title=None, sort=names, axis=_names(values=names[::step], labelAngle=0)),
        y=_amounts(alt.Y),
    )
    return _drawn(chart.properties(width=WIDE, height=HEIGHT), told)


def _chart(told: Sequence[Bar], stages: Sequence[Stage]) -> alt.Chart:
    order = {stage.name: place for place, stage in enumerate(stages)}
    labels = {stage.name: stage.label for stage in stages}
    rows = [
        {
            "name": bar.name,
            "stage": piece.stage,
            "order": order[piece.stage],
            # A chart is drawn to a pixel: whole reais are more than it can show.
            "value": piece.centavos // 100,
            # The library would put an address of its own before one of ours.
            "href": f"/~{number}",
            "told": f"{bar.name}, {labels[piece.stage]}: {brl(piece.centavos)}",
        }
        for number, (bar, piece) in enumerate(_pieces(told))
    ]
    scale = alt.Scale(
        domain=[stage.name for stage in stages],
        range=[f"class:chart__{stage.name}" for stage in stages],
    )
    data = alt.Data(values=rows)  # type: ignore[no-untyped-call]
    made: alt.Chart = (
        alt.Chart(data)
        .mark_bar()
        .encode(
            color=alt.Color("stage:N", legend=None, scale=scale),
            order=alt.Order("order:O"),
            href=alt.Href("href:N"),
            description=alt.Description("told:N"),
        )
        .configure(font="inherit", background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=TEXT,
            gridColor=LINE,
            domainColor=LINE,
            tickColor=LINE,
            labelFontSize=12,
            labelPadding=6,
            ticks=False,
        )
    )
    return made


def _amounts(channel: type[Any]) -> Any:  # noqa: ANN401 - either axis of the library
    return channel(
        "sum(value):Q",
        title=None,
        axis=alt.Axis(labelExpr=SHORT, tickCount=5, domain=False),
        stack="zero",
    )


def _names(**more: Any) -> alt.Axis:  # noqa: ANN401 - what the library's axis takes
    limit = more.pop("limit", 0)
    given = {"labelLimit": limit} if limit else {}
    return alt.Axis(grid=False, **given, **more)


def _pieces(told: Sequence[Bar]) -> list[tuple[Bar, Piece]]:
    return [(bar, piece) for bar in told for piece in bar.pieces if piece.centavos > 0]


def _drawn(chart: alt.Chart, told: Sequence[Bar]) -> str:
    svg = vl_convert.vegalite_to_svg(chart.to_dict(), vl_version=VEGA_LITE, format_locale="pt-BR")
    svg = _FILL.sub(_class, svg)
    svg = _MARK.sub(lambda mark: f"<{mark[1]}{mark[2]}><title>{mark[3]}</title></{mark[1]}>", svg)
    hrefs = [escape(piece.href) for _, piece in _pieces(told)]
    # The table beside it has the same links for the keyboard and for those who hear the page.
    svg = _LINK.sub(lambda link: f'<a tabindex="-1" href="{hrefs[int(link[1])]}"', svg)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _class(found: re.Match[str]) -> str:
    name = found[3] or CLASSES[found[2]]
    return f'class="{name}{"--" + found[1] if found[1] == "stroke" and not found[3] else ""}"'
