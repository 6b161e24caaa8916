"""The form of a document of the catalogue, made from the model that reads it.

A field that the form leaves empty is left out, so that the model's own default holds. Whether all of it
makes sense is the model's to say, by findings, which stand beside their fields.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from pydantic_core import PydanticUndefined

from honorarios.catalogue.schema.base import PORTES
from honorarios.web.present import meanings
from honorarios.web.present.forms.nodes import Group, Input, Mapped, Node, Option, Row, Rows
from honorarios.web.present.forms.shapes import MARK, Shape, is_day, members, pairs, shape_of, word
from honorarios.web.present.writing import day as shown_day
from honorarios.web.typed import quantity_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from honorarios.core.findings import Finding

FIXED_MAPS: Final[Mapping[str, tuple[str, ...]]] = {
    "values.portes": PORTES,
    "anaesthesia.portes": tuple("12345678"),
    "facility_fees": tuple("12345678"),
}
"""Mappings whose names are known: a grid of fields. By the end of the path without numbers."""
ORDERED: Final = frozenset({"price_rules", "accommodation", "rules", "special", "paediatric"})
"""Lists in which what comes first counts first."""
HIDDEN: Final = frozenset({"prices"})
"""Fields that the form fills in by itself."""
COMPACT: Final = 6
"""Fields of a row that still fit on one line."""
SUGGESTIONS: Final[Mapping[str, str]] = {
    "standard": "standards",
    "coefficients": "coefficients",
    "schedule": "schedules",
    "calendar": "calendars",
    "difference_contract": "contracts",
    "payer": "payers",
    "billing_unit": "billing-units",
    "plan": "plans",
    "provider": "providers",
    "type": "accommodation-types",
    "accommodation": "accommodation-types",
    "edition": "editions",
}
"""Fields that name something registered: the list of its names, by the field's own name."""


class SchemaForm:
    """Draws a model's form around some data, with findings beside their fields."""

    def __init__(
        self,
        findings: Sequence[Finding] = (),
        locked: frozenset[str] = frozenset(),
        added: str = "",
    ) -> None:
        """Remember what is to be told beside the fields.

        Args:
            findings: Placed at the paths of fields.
            locked: Paths of fields that are shown, and not to be changed.
            added: Path of a row that was just added, whose first field takes the focus.
        """
        self._findings: dict[str, list[Finding]] = {}
        for finding in findings:
            self._findings.setdefault(finding.place.field, []).append(finding)
        self._used: set[str] = set()
        self._locked = locked
        self._added = added
        self._focused = False

    def nodes(
        self, model: type[BaseModel], data: Mapping[str, Any], path: str = ""
    ) -> tuple[Node, ...]:
        """The fields of a model."""
        return tuple(self._nodes(model, data, path))

    def others(self) -> tuple[Finding, ...]:
        """Findings that stand beside no field; asked after the nodes were made."""
        return tuple(
            finding
            for name, held in self._findings.items()
            if name not in self._used
            for finding in held
        )

    def _nodes(self, model: type[BaseModel], data: Mapping[str, Any], path: str) -> Iterator[Node]:
        for name, field in model.model_fields.items():
            if name not in HIDDEN:
                yield self._node(name, field, data.get(name), f"{path}.{name}" if path else name)

    def _node(self, name: str, field: FieldInfo, value: Any, path: str) -> Node:  # noqa: ANN401 - of any field
        shape = shape_of(field.annotation, field.metadata)
        match shape.kind:
            case "group":
                return self._group(name, field, shape, value, path)
            case "rows":
                return self._rows(name, field, shape, value, path)
            case "map":
                return self._map(name, field, shape, value, path)
            case _:
                return self._input(name, field, shape, value, path)

    def _group(self, name: str, field: FieldInfo, shape: Shape, value: Any, path: str) -> Group:  # noqa: ANN401 - as above
        data = value if isinstance(value, dict) else {}
        return Group(
            name=path,
            label=meanings.title(name, field),
            help=meanings.meaning(field),
            nodes=self.nodes(shape.of, data, path),
            open=self._wrong(path) or self._added.startswith(f"{path}."),
            summary=_summary(data),
        )

    def _rows(self, name: str, field: FieldInfo, shape: Shape, value: Any, path: str) -> Rows:  # noqa: ANN401 - as above
        held = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        label = meanings.title(name, field)
        model: type[BaseModel] = shape.of
        flat = len(model.model_fields) <= COMPACT and all(
            shape_of(one.annotation, one.metadata).kind not in {"group", "rows", "map"}
            for one in model.model_fields.values()
        )
        rows = tuple(
            Row(
                name=f"{path}.{number}",
                title=_row_title(row) or f"{number + 1}",
                nodes=_said_once(
                    self.nodes(model, row, f"{path}.{number}"), again=flat and number > 0
                ),
                first=number == 0,
                last=number == len(held) - 1,
                open=self._wrong(f"{path}.{number}")
                or self._added.startswith(f"{path}.{number}")
                or (path == "terms" and number == len(held) - 1)
                or len(held) == 1,
                compact=flat,
                added=self._added == f"{path}.{number}",
            )
            for number, row in enumerate(held)
        )
        return Rows(
            name=path,
            label=label,
            item=label.lower(),
            help=meanings.meaning(field),
            rows=rows,
            ordered=name in ORDERED,
            findings=self._at(path),
            open=bool(rows) and (len(rows) <= COMPACT or self._wrong(path)),
        )

    def _map(self, name: str, field: FieldInfo, shape: Shape, value: Any, path: str) -> Mapped:  # noqa: ANN401 - as above
        label, help_ = meanings.title(name, field), meanings.meaning(field)
        plain = ".".join(part for part in path.split(".") if not part.isdigit())
        known = next((names for end, names in FIXED_MAPS.items() if plain.endswith(end)), None)
        kind = "number" if shape.of.kind == "number" else "text"
        if known is not None:
            data = value if isinstance(value, dict) else {}
            cells = tuple(
                self._plain(f"{path}.{MARK}{one}", one, kind, _cell(data, one), f"{path}.{one}")
                for one in (*known, *(extra for extra in _names(data) if extra not in known))
            )
            return Mapped(
                name=path,
                label=label,
                help=help_,
                cells=cells,
                fixed=True,
                findings=self._at(path),
                open=self._wrong(path),
            )
        rows = tuple(
            (
                self._plain(f"{path}.{number}.name", "", "text", one, "", _("Nome")),
                self._plain(f"{path}.{number}.value", "", kind, held, f"{path}.{one}", _("Valor")),
            )
            for number, (one, held) in enumerate(pairs(value))
        )
        return Mapped(
            name=path,
            label=label,
            help=help_,
            pairs=rows,
            findings=self._at(path),
            open=bool(rows),
        )

    def _plain(
        self, name: str, label: str, kind: str, value: object, place: str, spoken: str = ""
    ) -> Input:
        return Input(
            name=name,
            label=label,
            spoken=spoken,
            type=kind,
            value=_shown(value, kind),
            findings=self._at(place),
            autofocus=self._focus(name),
        )

    def _input(self, name: str, field: FieldInfo, shape: Shape, value: Any, path: str) -> Input:  # noqa: ANN401 - as above
        default = None if field.default is PydanticUndefined else field.default
        kinds = {"choice": "select", "choices": "checks", "list": "text", "whole": "number"}
        kind = kinds.get(shape.kind, shape.kind)
        return Input(
            name=path,
            label=meanings.title(name, field),
            help=meanings.meaning(field),
            type="clock" if shape.pattern.startswith("^([01][0-9]|2[0-3])") else kind,
            value=_text(shape, value, default),
            text=_said(path, value),
            options=_options(name, shape, field, value, default),
            required=field.is_required(),
            locked=path in self._locked,
            given=value not in (None, "", [], ()),
            autofocus=self._focus(path),
            example=_example(shape, default),
            suggestions=SUGGESTIONS.get(name, "") if shape.kind == "text" else "",
            findings=self._at(path, lists=shape.kind == "list"),
        )

    def _focus(self, path: str) -> bool:
        """Whether a field is the first of a row that was just added."""
        is_first = not self._focused and bool(self._added) and path.startswith(f"{self._added}.")
        self._focused = self._focused or is_first
        return is_first

    def _at(self, path: str, *, lists: bool = False) -> tuple[Finding, ...]:
        """What was found at a path; of a list on one line, at its items too."""
        names = [path, *(one for one in self._findings if lists and one.startswith(f"{path}."))]
        found = [finding for one in names for finding in self._findings.get(one, ())]
        self._used.update(names)
        return tuple(found)

    def _wrong(self, path: str) -> bool:
        return any(one == path or one.startswith(f"{path}.") for one in self._findings)


def _names(value: object) -> list[str]:
    return [str(name).removeprefix(MARK) for name in value] if isinstance(value, dict) else []


def _cell(value: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - of any kind
    return value.get(f"{MARK}{name}", value.get(name))


def _said_once(nodes: tuple[Node, ...], *, again: bool) -> tuple[Node, ...]:
    """The fields of a row on one line; what the first row explained isn't told again."""
    return tuple(replace(node, help="") for node in nodes) if again else nodes


def _options(
    name: str, shape: Shape, field: FieldInfo, value: object, default: object
) -> tuple[Option, ...]:
    if shape.kind == "flag":
        return ()
    if shape.kind not in {"choice", "choices"}:
        return ()
    chosen = {word(one) for one in value} if isinstance(value, list | tuple) else {word(value)}
    if value in (None, ""):
        chosen = {word(default)} if default is not None else {""}
    if shape.kind == "choices" and value in (None, ""):
        chosen = set()
    options = tuple(Option(word, label, word in chosen) for word, label in members(name, shape.of))
    optional = shape.kind == "choice" and default is None and not field.is_required()
    blank = shape.kind == "choice" and (optional or field.is_required())
    return (Option("", "—", "" in chosen), *options) if blank else options


def _text(shape: Shape, value: Any, default: object) -> str:  # noqa: ANN401 - of any field
    if shape.kind == "flag":
        told = default if value in (None, "") else value
        return "true" if str(told).lower() in {"true", "on"} else ""
    if shape.kind == "list":
        held = value if isinstance(value, list | tuple) else [value] if value else []
        return (" ; " if shape.of is Decimal else " ").join(
            _shown(one, "number" if shape.of is Decimal else "day" if is_day(shape.of) else "text")
            for one in held
        )
    return _shown(value, "number" if shape.kind == "whole" else shape.kind)


def _said(path: str, value: object) -> str:
    """What is read in place of a code that goes by a word of its own."""
    *_, parent, _number, name = ("", "", *path.split("."))
    is_accommodation = parent == "accommodation" and name == "type"
    return meanings.accommodation(str(value)) if is_accommodation and value else ""


def _shown(value: object, kind: str) -> str:
    """A value as it is typed; what isn't of its kind stands as it was."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = word(value)
    try:
        if kind == "number" and text:
            return quantity_text(Decimal(text))
        if kind == "day" and text:
            return shown_day(value if isinstance(value, date) else date.fromisoformat(text))
    except (ArithmeticError, ValueError, TypeError):
        return text
    return text


def _example(shape: Shape, default: object) -> str:
    if shape.kind == "day":
        return "dd/mm/aaaa"
    if default in (None, "", ()) or shape.kind in {"choice", "choices", "flag"}:
        return ""
    return _text(shape, default, None)


def _summary(data: Mapping[str, Any]) -> str:
    """The few words of a folded group: the plain values that it says."""
    told = [str(value) for value in data.values() if isinstance(value, str) and value]
    return " · ".join(told)[:60]


def _row_title(row: Mapping[str, Any]) -> str:
    for name in ("name", "label", "id", "plan", "type", "valid_from", "unit", "factor"):
        if row.get(name):
            return _shown(row[name], "day" if name == "valid_from" else "text")
    return ""
