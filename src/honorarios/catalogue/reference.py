"""The reference page of the catalogue's format, written from the models themselves.

The docs are built with it, so that what people read is what the reader reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from honorarios.catalogue.json_schemas import DOCUMENTS, json_schemas
from honorarios.catalogue.schema import PRICE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Language = Literal["en", "pt"]
Node = dict[str, Any]
"""A part of a JSON Schema."""

_FILES: Final = {
    "catalogue": "catalogue.yaml",
    "schedules": "schedules/<id>.yaml",
    "coefficients": "coefficients/<id>.yaml",
    "standards": "standards/<id>.yaml",
    "contracts": "contracts/<id>.yaml",
    "calendars": "calendars/<id>.yaml",
}
_WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "title": "Catalogue format",
        "intro": "Generated from the models that read a catalogue. A field without a default is"
        " compulsory.",
        "field": "field",
        "name": "Portuguese name",
        "kind": "value",
        "default": "default",
        "meaning": "meaning",
        "prices": "Price files",
        "price_intro": "CSV or Parquet, beside the schedule's document. Columns that a file does"
        " not have are empty.",
        "column": "column",
        "compulsory": "compulsory",
        "number": "number",
        "integer": "whole number",
        "boolean": "true or false",
        "date": "date",
        "text": "text",
        "code": "code",
        "codes": "codes",
        "list": "list of",
        "each": "for each name",
        "up_to": "up to",
    },
    "pt": {
        "title": "Formato do catálogo",
        "intro": "Gerado dos modelos que leem um catálogo. Um campo sem padrão é obrigatório.",
        "field": "campo",
        "name": "nome",
        "kind": "valor",
        "default": "padrão",
        "meaning": "significado",
        "prices": "Arquivos de preços",
        "price_intro": "CSV ou Parquet, ao lado do documento da tabela. As colunas que um arquivo"
        " não tem são vazias.",
        "column": "coluna",
        "compulsory": "obrigatória",
        "number": "número",
        "integer": "número inteiro",
        "boolean": "true ou false",
        "date": "data",
        "text": "texto",
        "code": "código",
        "codes": "códigos",
        "list": "lista de",
        "each": "por nome",
        "up_to": "até",
    },
}
_COLUMN_KINDS: Final = {
    "decimal": "number",
    "percent": "number",
    "basis": "text",
    "term": "text",
}


def reference(language: Language = "en", told: Callable[[str], str] = str) -> str:
    """The page as Markdown.

    Args:
        language: Of the headings.
        told: Says a description of the models, which is English, in that language.
    """
    return "\n".join(_Page(language, told).lines()) + "\n"


class _Page:
    def __init__(self, language: Language, told: Callable[[str], str]) -> None:
        self._words = _WORDS[language]
        self._translate = told
        self._schemas = json_schemas()
        self._parts: dict[str, Node] = {
            name: node
            for schema in self._schemas.values()
            for name, node in schema.get("$defs", {}).items()
        }
        self._told: set[str] = set()

    def lines(self) -> Iterator[str]:
        yield from (f"# {self._words['title']}", "", self._words["intro"], "")
        for name in DOCUMENTS:
            schema = self._schemas[name]
            yield from (f"## `{_FILES[name]}`", "", self._prose(schema), "")
            yield from self._fields(schema)
            for part, node in schema.get("$defs", {}).items():
                if "properties" in node and part not in self._told:
                    self._told.add(part)
                    yield from (f"### {part}", "", self._prose(node), "")
                    yield from self._fields(node)
        yield from self._prices()

    def _fields(self, node: Node) -> Iterator[str]:
        yield from self._head("field", "name", "kind", "default", "meaning")
        for name, field in node["properties"].items():
            default = "" if name in node.get("required", ()) else _default(field)
            yield _row(
                f"`{name}`",
                field.get("title", ""),
                self._kind(field),
                default,
                self._meaning(field),
            )
        yield ""

    def _prices(self) -> Iterator[str]:
        yield from (f"## {self._words['prices']}", "", self._words["price_intro"], "")
        yield from self._head("column", "name", "kind", "meaning")
        for column in PRICE_COLUMNS:
            kind = self._words[_COLUMN_KINDS.get(column.type, column.type)]
            if column.required:
                kind = f"{kind}, {self._words['compulsory']}"
            yield _row(f"`{column.name}`", column.title, kind, self._prose(column.description))

    def _head(self, *columns: str) -> Iterator[str]:
        yield _row(*(self._words[column] for column in columns))
        yield _row(*("---" for _ in columns))

    def _kind(self, node: Node) -> str:  # noqa: PLR0911 - a case for each kind
        """What a field holds, in words."""
        if "$ref" in node:
            return self._reference(node["$ref"])
        if "anyOf" in node:
            # The second way of a number is the text of it, and None is the field left out.
            return self._kind(node["anyOf"][0])
        if "enum" in node:
            return ", ".join(f"`{choice}`" for choice in node["enum"])
        if "patternProperties" in node:
            inner = next(iter(node["patternProperties"].values()))
            return f"{self._kind(inner)} {self._words['each']}"
        match node.get("type"):
            case "array":
                return f"{self._words['list']} {self._kind(node['items'])}"
            case "string" if node.get("format") == "date":
                return self._words["date"]
            case "number" | "integer" | "boolean" as kind:
                limit = (
                    f" {self._words['up_to']} {node['maximum']:.0f}" if "maximum" in node else ""
                )
                return self._words[kind] + limit
            case _:
                return self._words["text"]

    def _reference(self, name: str) -> str:
        part = _part(name)
        node = self._parts[part]
        return f"[{part}](#{part.lower()})" if "properties" in node else self._kind(node)

    def _meaning(self, field: Node) -> str:
        """A field's description, which pydantic leaves out when its type says the same."""
        if "description" in field or "$ref" not in field:
            return self._prose(field)
        return self._prose(self._parts[_part(field["$ref"])])

    def _prose(self, node: Node | str) -> str:
        """A description on one line, with code marked as Markdown does."""
        text = node if isinstance(node, str) else node.get("description", "")
        return self._translate(" ".join(text.replace("``", "`").split()))


def _part(reference: str) -> str:
    return reference.rpartition("/")[2]


def _default(field: Node) -> str:
    match field.get("default"):
        case None | [] | "":
            return "–"
        case bool() as value:
            return f"`{str(value).lower()}`"
        case list() as values:
            return f"`[{', '.join(map(str, values))}]`"
        case dict() as values:
            told = ", ".join(f"{name}: {value}" for name, value in values.items())
            # A part with fields of its own tells their defaults in its own table.
            return "–" if "$ref" in field or not told else f"`{{{told}}}`"
        case value:
            return f"`{value}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(_escaped(cells))} |"


def _escaped(cells: Iterable[str]) -> Iterator[str]:
    return (cell.replace("|", "\\|") for cell in cells)
