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


def document(api: NinjaAPI) -> dict[str, Any]:
    """The document of the API, as a plain dictionary."""
    found = api.get_openapi_schema()
    schemas: dict[str, Any] = found["components"]["schemas"]
    schemas.update(Finding=FINDING, Refused=REFUSED)
    for unused in ("Place", "Severity"):
        schemas.pop(unused, None)
    return dict(found)
