"""The OpenAPI document: what ninja makes of the routes, with the findings as the door tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ninja import NinjaAPI

FINDING: Final[dict[str, Any]] = {
    "type": "object",
    "description": "Um achado: o que está errado, onde, e como corrigir.",
    "properties": {
        "code": {"type": "string", "description": "Código estável: não muda de sentido."},
        "severity": {"enum": ["info", "warning", "error"]},
        "file": {"type": "string"},
        "line": {"type": ["integer", "null"], "description": "Chave do lançamento, se é número."},
        "field": {"type": "string", "description": "Campo ou cabeçalho do pedido."},
        "message": {"type": "string"},
        "tip": {"type": "string"},
    },
    "required": ["code", "severity", "file", "line", "field", "message", "tip"],
    "additionalProperties": False,
}
REFUSED: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "value": {"description": "O que se pôde mostrar assim mesmo, ou nulo."},
        "findings": {"type": "array", "items": {"$ref": "#/components/schemas/Finding"}},
    },
    "required": ["value", "findings"],
}


WALL_TIMES: Final = ("start", "end", "started_at", "ended_at", "opened_at", "closed_at")
"""Names of clinical hours: what OpenAPI calls a date-time has a zone, and these have none."""
WALL_TIME: Final = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$",
    "description": "Hora do local, sem fuso: 2025-11-22T10:00:00.",
}


def document(api: NinjaAPI) -> dict[str, Any]:
    """The document of the API, as a plain dictionary."""
    found = api.get_openapi_schema()
    schemas: dict[str, Any] = found["components"]["schemas"]
    schemas.update(Finding=FINDING, Refused=REFUSED)
    for unused in ("Place", "Severity"):
        schemas.pop(unused, None)
    for schema in schemas.values():
        for name, told in schema.get("properties", {}).items():
            if name in WALL_TIMES:
                _tell_wall_time(told)
    return dict(found)


def _tell_wall_time(told: dict[str, Any]) -> None:
    """Say of a property that it is a wall time, also where it may be null."""
    for kind in (told, *told.get("anyOf", ())):
        if kind.pop("format", None) == "date-time":
            kind.update(WALL_TIME)
