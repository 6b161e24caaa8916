"""What was typed in the form of a document, as its model reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from honorarios.core.findings import Finding
from honorarios.web import typed as reading
from honorarios.web.present.forms.shapes import MARK, Shape, is_day, pairs, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel


@dataclass
class Typed:
    """Reads one form; what could be read in two ways, or in none, is told in ``findings``."""

    today: date
    findings: list[Finding] = field(default_factory=list)

    def read(
        self, model: type[BaseModel], data: Mapping[str, Any], path: str = ""
    ) -> dict[str, Any]:
        """The fields that were filled in, numbers and days in the form of files."""
        found: dict[str, Any] = {}
        for name, one in model.model_fields.items():
            shape = shape_of(one.annotation, one.metadata)
            inner = f"{path}.{name}" if path else name
            value = self._value(shape, data[name], inner) if name in data else None
            if value is not None:
                found[name] = value
            elif one.is_required() and shape.kind == "choices":
                # A browser sends no box that isn't ticked: none of them is an answer too.
                found[name] = []
        return found

    def _value(self, shape: Shape, value: Any, path: str) -> Any:  # noqa: ANN401, PLR0911 - of any field, a case for each kind
        match shape.kind:
            case "group":
                return (
                    (self.read(shape.of, value, path) or None) if isinstance(value, dict) else None
                )
            case "rows":
                return self._rows(shape, value, path)
            case "map":
                return self._map(shape, value, path)
            case "choices":
                held = value if isinstance(value, list) else [value]
                return [one for one in held if one] or None
            case "list":
                return self._list(shape, _last(value), path)
            case "flag":
                return (
                    "true" if "true" in (value if isinstance(value, list) else [value]) else "false"
                )
            case kind:
                return self._scalar(kind, _last(value), path)

    def _rows(self, shape: Shape, value: object, path: str) -> list[dict[str, Any]] | None:
        rows = value if isinstance(value, list) else []
        return [
            self.read(shape.of, row, f"{path}.{number}")
            for number, row in enumerate(row for row in rows if isinstance(row, dict))
        ] or None

    def _map(self, shape: Shape, value: object, path: str) -> dict[str, Any] | None:
        told = {}
        for given, held in pairs(value):
            name = given.removeprefix(MARK).strip()
            read = self._value(shape.of, held, f"{path}.{name}") if name else None
            if read is not None:
                told[name] = read
        return told or None

    def _list(self, shape: Shape, text: str, path: str) -> list[str] | None:
        kind = "number" if shape.of is Decimal else "day" if is_day(shape.of) else "text"
        apart = text.replace(";", " ")
        parts = (apart if kind == "number" else apart.replace(",", " ")).split()
        read = (self._scalar(kind, part, path) for part in parts)
        return [one for one in read if one is not None] or None

    def _scalar(self, kind: str, text: str, path: str) -> str | None:
        """A value as files write it; what can't be read stays as it was typed, and is told."""
        text = text.strip()
        if not text or kind not in {"number", "whole", "day"}:
            return text or None
        sign = "-" if kind == "number" and text.startswith("-") else ""
        value = (
            reading.day(text, path, today=self.today)
            if kind == "day"
            else reading.quantity(text.removeprefix(sign), path)
        )
        if isinstance(value, Finding):
            self.findings.append(value)
            return text
        if isinstance(value, date):
            return value.isoformat()
        return None if value is None else f"{sign}{value:f}"


def _last(value: object) -> str:
    return str(value[-1] if isinstance(value, list) and value else value)
