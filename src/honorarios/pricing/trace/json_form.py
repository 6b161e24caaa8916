"""The memória de cálculo as JSON, ``honorarios.trace/1``, and back; and the JSON Schema of it."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from honorarios.pricing.trace.model import FORMAT, Explanation

_FORM: Final = TypeAdapter(Explanation)


def as_json(told: Explanation, *, indent: int | None = 2) -> str:
    """The explanation as JSON text."""
    return _FORM.dump_json(told, indent=indent).decode()


def as_dict(told: Explanation) -> dict[str, Any]:
    """The explanation as what JSON holds: for answers that contain more than one."""
    data: dict[str, Any] = _FORM.dump_python(told, mode="json")
    return data


def from_json(text: str | bytes) -> Explanation:
    """An explanation read back from its JSON, to show it or to evaluate it again.

    Raises:
        ValueError: if the text is not an explanation of this version.
    """
    return _FORM.validate_json(text)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of :func:`as_json`'s text."""
    schema = _FORM.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": FORMAT, **schema}
