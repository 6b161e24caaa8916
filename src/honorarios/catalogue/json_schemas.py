"""JSON Schemas of the catalogue's documents, so that an editor completes and checks the typing."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from honorarios.catalogue.layout import MODELS
from honorarios.catalogue.schema import Manifest
from honorarios.core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import core_schema

    from honorarios.catalogue.schema.base import Document

DOCUMENTS: Final[dict[str, type[Document]]] = {
    "catalogue": Manifest,
    **{str(kind): model for kind, model in MODELS.items()},
}
"""Every kind of document, by the name of its JSON Schema."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of document, by name: ``catalogue``, ``contracts`` etc."""
    return {
        name: model.model_json_schema(schema_generator=_ForEditors)
        for name, model in DOCUMENTS.items()
    }


def write_json_schemas(folder: Path) -> None:
    """Write each JSON Schema as ``<name>.json`` in a folder, made if it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _texts().items():
        (folder / f"{name}.json").write_text(text, "utf-8")


@cache
def _texts() -> Mapping[str, str]:
    """Each JSON Schema as the text of its file."""
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, schema in json_schemas().items()
    }


class _ForEditors(GenerateJsonSchema):
    """The schema as the reader of YAML takes it: names of roles, and codes without quotes."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """A closed list by its English names; other spellings are accepted, not completed."""
        if not issubclass(schema["cls"], Term):
            return super().enum_schema(schema)
        names = [term.code_name for term in schema["members"]]
        return {"anyOf": [{"enum": names}, {"type": ["string", "integer"]}]}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text may be written as a bare number: ``codes: [3100]``."""
        made = super().str_schema(schema)
        if "pattern" in made:
            made["type"] = ["string", "integer"]
        return made
