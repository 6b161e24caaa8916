"""The page of surgery files: acts, team and hours, as a person writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.generate.markdown import code, table
from honorarios.pricing.surgery.model import Act, Choice, Member, Part, Surgery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.words import Language, Words

_HEAD: Final[dict[Language, str]] = {
    "pt": """\
# Arquivo de cirurgia

YAML ou JSON com os atos, a equipe e as horas; no Python, um `dict` com os mesmos campos. O que não se
informa é sugerido pelas regras do contrato, e o que se informa prevalece sempre. Os valores das listas
fechadas (função, via, caráter…) são os das [colunas](colunas.md#listas-fechadas).
""",
    "en": """\
# Surgery file

YAML or JSON with the acts, the team and the hours; in Python, a `dict` with the same fields. What is
not stated is suggested by the contract's rules, and what is stated always wins. The values of closed
lists (role, route, character…) are those of the [columns](columns.md#closed-lists).
""",
}
_PARTS: Final[tuple[tuple[type[Part], dict[Language, str]], ...]] = (
    (Surgery, {"pt": "A cirurgia", "en": "The surgery"}),
    (Act, {"pt": "Cada item de `acts`", "en": "Each item of `acts`"}),
    (Member, {"pt": "Cada item de `team`", "en": "Each item of `team`"}),
    (Choice, {"pt": "Cada item de `choices`", "en": "Each item of `choices`"}),
)
_COLUMNS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("campo", "nome", "obrigatório", "significado"),
    "en": ("field", "Portuguese name", "compulsory", "meaning"),
}
_YES: Final[dict[Language, str]] = {"pt": "sim", "en": "yes"}


def page(words: Words) -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD[words.language], *_parts(words)])


def _parts(words: Words) -> Iterator[str]:
    for model, titles in _PARTS:
        yield from (f"## {titles[words.language]}", "", words.english(_prose(model)), "")
        yield from table(
            _COLUMNS[words.language],
            [
                (
                    code(name),
                    field.title or "",
                    _YES[words.language] if field.is_required() else "",
                    words.english(field.description or ""),
                )
                for name, field in model.model_fields.items()
            ],
        )


def _prose(model: type[Part]) -> str:
    return " ".join((model.__doc__ or "").split())
