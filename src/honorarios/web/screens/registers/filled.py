"""What was filled in of a register, days and numbers read as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from honorarios.core.findings import Finding
from honorarios.services.registers import Kind
from honorarios.web import typed
from honorarios.web.present import registers as present

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.registers import Field
    from honorarios.web.present.places import Place


def filled_in(place: Place, data: Mapping[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """What the form says, days and numbers read as people write them."""
    findings: list[Finding] = []
    register = place.register
    values = _read(register.fields, data, "", findings)
    if register.children is not None:
        name, fields = register.children.name, register.children.fields
        rows = data.get(name)
        held = [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []
        values[name] = [
            _read(fields, row, f"{name}.{number}.", findings, every=True)
            for number, row in enumerate(held)
        ]
    return values, findings


def _read(
    fields: Sequence[Field],
    data: Mapping[str, Any],
    prefix: str,
    findings: list[Finding],
    *,
    every: bool = False,
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for one in fields:
        if one.kind is Kind.SEVERAL:
            values[one.name] = present.typed_value(data.get(one.name))
            continue
        if one.name not in data and not every:
            continue
        text = _last(data.get(one.name, ""))
        value: object = text
        if one.kind is Kind.DAY:
            value = typed.day(text, prefix + one.name, today=timezone.localdate())
        elif one.kind is Kind.EXACT:
            value = typed.quantity(text, prefix + one.name)
        if isinstance(value, Finding):
            findings.append(value)
        else:
            values[one.name] = "" if value is None else str(value)
    return values


def _last(value: object) -> str:
    """What a field says; a box that is ticked says so after what it says unticked."""
    held = value[-1] if isinstance(value, list) and value else value
    return str(held or "").strip()
