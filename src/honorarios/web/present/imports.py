"""Imports as their screens show them: columns with samples, rows with their reasons, steps of the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.services.imports import Identical
from honorarios.services.imports.known import KINDS
from honorarios.web.present.meanings import in_words, said
from honorarios.web.present.places import BY_NAME, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import QueryDict

    from honorarios.core.findings import Finding
    from honorarios.services.imports import BatchView, Preview, RowView
    from honorarios.services.imports.sessions import Session

SAMPLES: Final = 3
BADGES: Final = {
    "imported": ("ok", gettext_noop("Importada")),
    "refused": ("bad", gettext_noop("Recusada")),
    "pending": ("warn", gettext_noop("Aguarda resposta")),
    "undone": ("muted", gettext_noop("Desfeita")),
}
STATES: Final = {
    "running": ("info", gettext_noop("Em curso")),
    "done": ("ok", gettext_noop("Concluída")),
    "undone": ("muted", gettext_noop("Desfeita")),
}
STEPS: Final = (
    ("columns", gettext_noop("Colunas")),
    ("trial", gettext_noop("Ensaio")),
    ("running", gettext_noop("Importação")),
)


def kind_title(name: str) -> str:
    """What a file brings, as a person says it."""
    if name in BY_NAME:
        return BY_NAME[name].titles
    return capital(said(KINDS[name].title, in_words(name))) if name in KINDS else name


@dataclass(frozen=True, slots=True)
class ShownBatch:
    """An import in a list."""

    batch: BatchView
    kind: str
    badge: str
    state: str


def batch(one: BatchView) -> ShownBatch:
    """An import in a list."""
    badge, state = STATES.get(one.state, ("muted", one.state))
    return ShownBatch(one, kind_title(one.kind), badge, _(state))


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of an import."""

    row: RowView
    badge: str
    state: str


def row(one: RowView) -> ShownRow:
    """A row of an import."""
    badge, state = BADGES.get(one.state, ("muted", one.state))
    return ShownRow(one, badge, _(state))


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column that may be read: from which header, with what stands there."""

    name: str
    title: str
    required: bool
    header: str
    constant: str
    samples: tuple[str, ...]
    options: tuple[tuple[str, str], ...]


def columns(session: Session, preview: Preview) -> list[ShownColumn]:
    """The columns of a kind with the headers that they are read from, compulsory and found ones first."""
    places = {header: place for place, header in enumerate(preview.headers)}
    options = (
        ("", _("Pelo nome da coluna")),
        *((header, header) for header in preview.headers if header),
    )
    shown = [
        ShownColumn(
            name=one.name,
            title=one.title,
            required=one.required,
            header=one.header or "",
            constant=session.constants.get(one.name, ""),
            samples=tuple(
                cells[places[one.header]]
                for cells in preview.sample[:SAMPLES]
                if one.header in places
                and places[one.header] < len(cells)
                and cells[places[one.header]]
            ),
            options=options,
        )
        for one in preview.columns
    ]
    return sorted(shown, key=lambda one: not (one.required or one.header or one.constant))


def mapped(session: Session, form: QueryDict) -> Session:
    """The session with the columns that a form chose."""
    chosen, constants = {}, {}
    for one in KINDS[session.kind].columns:
        constant = form.get(f"constant.{one.name}", "").strip()
        header = form.get(f"column.{one.name}", "")
        if constant:
            constants[one.name] = constant
        elif header:
            chosen[one.name] = header
    identical = Identical.LAUNCH if "identical" in form else Identical.HOLD
    return replace(
        session,
        columns=chosen,
        constants=constants,
        sheet=form.get("sheet", "").strip(),
        identical=identical.value,
    )


def at_name(findings: Iterable[Finding], session: Session) -> tuple[Finding, ...]:
    """Findings at the file as its owner calls it, not where it waits."""
    return tuple(
        replace(one, place=replace(one.place, file=session.file_name))
        if session.token in one.place.file
        else one
        for one in findings
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way in."""

    label: str
    href: str
    current: bool


def steps(session: Session, current: str) -> list[Step]:
    """The way in, and where one is."""
    order = [name for name, _label in STEPS]
    return [
        Step(
            label=_(label),
            href=reverse(f"imports.{name}", args=[session.token])
            if order.index(name) < order.index(current)
            else "",
            current=name == current,
        )
        for name, label in STEPS
    ]


def cells(
    headers: Sequence[str], given: Sequence[str], findings: Sequence[Finding]
) -> dict[str, Any]:
    """The cells of a row as fields, with its findings beside them."""
    fields = [
        {
            "id": f"cell-{place}",
            "label": header or str(place + 1),
            "value": given[place] if place < len(given) else "",
            "findings": [one for one in findings if one.place.field == header],
        }
        for place, header in enumerate(headers)
    ]
    placed = set(headers)
    return {
        "cells": fields,
        "findings": [one for one in findings if one.place.field not in placed],
    }
