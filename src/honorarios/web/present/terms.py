"""Terms as their screens show them: the kinds of documents, paths in words, values as a person says them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import BaseModel

from honorarios.catalogue.layout import MODELS
from honorarios.catalogue.schema import PRICE_COLUMNS, Manifest
from honorarios.web.present import meanings
from honorarios.web.present.forms.shapes import Shape, members, shape_of
from honorarios.web.present.writing import NOTHING
from honorarios.web.typed import quantity_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.services.terms import DocumentView, ReadChange

APART: Final = " / "
"""Between the parts of a path in words."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document on the desk."""

    name: str
    """The folder of the catalogue: ``contracts``."""
    slug: str
    title: str
    titles: str
    icon: str
    lead: str

    @property
    def model(self) -> type[BaseModel]:
        """The model that reads it."""
        return MODELS[self.name]  # type: ignore[index] # one of its kinds

    @property
    def listing(self) -> str:
        """The address of the list."""
        return reverse("terms.listing", args=[self.slug])

    def url(self, view: str, document: str) -> str:
        """The address of a screen of one document."""
        return reverse(view, args=[self.slug, document])


KINDS: Final = (
    Kind(
        "contracts",
        "contratos",
        gettext_noop("Contrato"),
        gettext_noop("Contratos"),
        "handshake",
        gettext_noop("Que tabelas, coeficientes e fatores valem para um convênio, e desde quando."),
    ),
    Kind(
        "standards",
        "padroes",
        gettext_noop("Padrão de faturamento"),
        gettext_noop("Padrões de faturamento"),
        "sliders-horizontal",
        gettext_noop(
            "Percentuais por função e via, hora extra, anestesia, pediatria, codificação."
        ),
    ),
    Kind(
        "coefficients",
        "coeficientes",
        gettext_noop("Condição financeira"),
        gettext_noop("Condições financeiras"),
        "coins",
        gettext_noop("Quanto vale o porte, o CH, a UCO e o filme em cada período."),
    ),
    Kind(
        "schedules",
        "tabelas",
        gettext_noop("Tabela"),
        gettext_noop("Tabelas"),
        "table-properties",
        gettext_noop("As tabelas de honorários, as suas edições e os preços de cada uma."),
    ),
    Kind(
        "calendars",
        "feriados",
        gettext_noop("Praça"),
        gettext_noop("Feriados por praça"),
        "calendar-days",
        gettext_noop("Os feriados do lugar, que contam para a hora extra."),
    ),
)
BY_SLUG: Final = {kind.slug: kind for kind in KINDS}
BY_NAME: Final = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list."""

    href: str
    name: str
    id: str
    detail: str
    segments: tuple[Mapping[str, object], ...]


def listed(kind: Kind, found: Sequence[DocumentView]) -> list[Listed]:
    """The documents of a kind, each with its periods."""
    return [
        Listed(
            href=kind.url("terms.show", one.id),
            name=one.name,
            id=one.id,
            detail=one.detail,
            segments=segments(one),
        )
        for one in found
    ]


def segments(one: DocumentView) -> tuple[Mapping[str, object], ...]:
    """A document's periods as a line in time."""
    return tuple(
        {"start": period.valid_from, "end": period.valid_to, "label": period.label}
        for period in sorted(one.periods, key=lambda held: held.valid_from)
    )


_STEP: Final = re.compile(r"\.?([^.\[\]]+)|\[([^\]]*)\]")


def path_words(model: type[BaseModel], path: str) -> str:
    """A path in words: ``terms[2025-01-01].rounding.mode`` → "Condições / 01/01/2025 / Arredondamento / Modo"."""
    return APART.join(_words(model, path))


def _words(model: type[BaseModel], path: str) -> Iterator[str]:
    shape: Shape | None = Shape("group", model)
    last = ""
    for name, item in _STEP.findall(path):
        if item or not name:
            yield meanings.accommodation(item) if last == "accommodation" else _day_or(item)
            shape = None if shape is None else Shape("group", shape.of)
            continue
        if name.isdigit() and shape is not None and shape.kind == "rows":
            yield str(int(name) + 1)
            shape = Shape("group", shape.of)
            continue
        field = shape.of.model_fields.get(name) if shape and _has_fields(shape) else None
        if field is None:
            yield name
            shape = None
            continue
        yield meanings.title(name, field)
        last, shape = name, shape_of(field.annotation, field.metadata)


def _has_fields(shape: Shape | None) -> bool:
    return (
        shape is not None
        and shape.kind in {"group", "rows"}
        and isinstance(shape.of, type)
        and issubclass(shape.of, BaseModel)
    )


def shape_at(model: type[BaseModel], path: str) -> tuple[str, Shape | None]:
    """The last field of a path, and what it holds."""
    shape: Shape | None = Shape("group", model)
    last = ""
    for name, _item in _STEP.findall(path):
        if not name or name.isdigit():
            continue
        field = (
            shape.of.model_fields.get(name) if shape is not None and _has_fields(shape) else None
        )
        if field is None:
            return name, None
        last, shape = name, shape_of(field.annotation, field.metadata)
    return last, shape


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A difference between two versions, in words."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """What changed in one document."""

    title: str
    href: str
    changes: tuple[ShownChange, ...]


def changes_shown(changes: Sequence[ReadChange]) -> list[ShownDocument]:
    """Differences by document, paths and values in words."""
    found: dict[str, list[ReadChange]] = {}
    for one in changes:
        found.setdefault(one.document, []).append(one)
    return [_document(name, held) for name, held in found.items()]


def _document(name: str, changes: Sequence[ReadChange]) -> ShownDocument:
    if "@" in name:
        schedule, _at, edition = name.partition("@")
        title = _("Preços de {schedule}, edição {edition}").format(
            schedule=schedule, edition=edition
        )
        return ShownDocument(title, "", tuple(map(_price_change, changes)))
    folder, _slash, file = name.partition("/")
    kind = BY_NAME.get(folder)
    model: type[BaseModel] = Manifest if kind is None else kind.model
    document = file.removesuffix(".yaml")
    title = _("Catálogo") if kind is None else f"{_(kind.title)} {document}"
    gone = all(one.path == "" and one.after is None for one in changes)
    href = "" if kind is None or gone else kind.url("terms.show", document)
    return ShownDocument(title, href, tuple(_change(model, one) for one in changes))


def _change(model: type[BaseModel], one: ReadChange) -> ShownChange:
    if not one.path:
        came, gone = _("documento novo"), _("documento tirado")
        told = (NOTHING, came) if one.before is None else (gone, NOTHING)
        return ShownChange(_("Documento inteiro"), *told)
    name, shape = shape_at(model, one.path)
    return ShownChange(
        where=path_words(model, one.path),
        before=value_words(name, shape, one.before),
        after=value_words(name, shape, one.after),
    )


def _price_change(one: ReadChange) -> ShownChange:
    titles = {column.name: column.title for column in PRICE_COLUMNS}
    row, dot, column = one.path.rpartition(".")
    if not dot or column not in titles:
        row, column = one.path, ""
    where = f"{row}{APART}{titles[column].capitalize()}" if column else row
    return ShownChange(where, _plain(one.before), _plain(one.after))


def value_words(name: str, shape: Shape | None, value: object) -> str:
    """A value as a person says it."""
    if shape is not None and shape.kind in {"choice", "choices"}:
        labels = dict(members(name, shape.of))
        held = value if isinstance(value, list) else [value]
        told = [labels.get(str(one), str(one)) for one in held if one not in (None, "")]
        return ", ".join(told) or NOTHING
    return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - of any kind that JSON has
    match value:
        case None | "" | [] | {}:
            return NOTHING
        case bool():
            return _("sim") if value else _("não")
        case list():
            return ", ".join(map(_plain, value))
        case dict():
            return "; ".join(f"{name}: {_plain(held)}" for name, held in value.items() if held)
        case _:
            return _day_or(str(value))


_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day_or(text: str) -> str:
    """A day as people write it, a number with its comma, anything else as it is."""
    if _DAY.fullmatch(text):
        year, month, number = text.split("-")
        return f"{number}/{month}/{year}"
    if re.fullmatch(r"-?\d+\.\d+", text):
        try:
            return quantity_text(Decimal(text))
        except InvalidOperation:
            return text
    return text
