"""The page of columns: what a line may say, and what the engine adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from docs.generate.markdown import code, table, uncited
from honorarios.core.vocabulary import Term, fold
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_COLUMNS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.words import Language, Words
    from honorarios.pricing.columns import InputColumn

_HEAD: Final[dict[Language, str]] = {
    "pt": """\
# Colunas

As mesmas colunas servem a uma linha (um `dict` no Python), a um arquivo CSV ou Parquet e a uma tabela
em memória. Só `code`, `start` e `role` são obrigatórias, e algo que diga o contrato: `contract`, ou
`payer`, `billing_unit` e `route`. As demais colunas suas passam intactas para o resultado.

## Entrada
""",
    "en": """\
# Columns

The same columns serve one line (a `dict` in Python), a CSV or Parquet file and a table in memory. Only
`code`, `start` and `role` are compulsory, and something that tells the contract: `contract`, or
`payer`, `billing_unit` and `route`. Any other column of yours passes through to the result untouched.

## Input
""",
}
_OUTPUT: Final[dict[Language, str]] = {
    "pt": """\
## Saída

Acrescentadas à linha, nesta ordem. Em uma linha sem valor, as colunas dos passos a que ela não chegou
são vazias. Os valores exatos têm casas decimais de sobra e nunca são números de ponto flutuante.
""",
    "en": """\
## Output

Added to the line, in this order. On a line without a value, the columns of the steps that it did not
get through are empty. Exact values have decimal places to spare and are never floating point numbers.
""",
}
_TERMS: Final[dict[Language, str]] = {
    "pt": """\
## Listas fechadas

Aceita-se o nome em inglês, o código da TISS ou a palavra em português, com ou sem acentos e
maiúsculas. A lista das acomodações é aberta: além destas, vale o id de qualquer outra do catálogo.
""",
    "en": """\
## Closed lists

The English name, the TISS code or the Portuguese word is accepted, with or without accents and capital
letters. The list of accommodations is open: besides these, the id of any other of the catalogue will do.
""",
}
_INPUT_COLUMNS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("coluna", "nome", "conteúdo", "significado"),
    "en": ("column", "Portuguese name", "content", "meaning"),
}
_TERM_COLUMNS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("nome", "TISS", "em português", "também"),
    "en": ("name", "TISS", "in Portuguese", "also"),
}
_KINDS: Final[dict[Kind, dict[Language, str]]] = {
    "key": {"pt": "qualquer", "en": "anything"},
    "name": {"pt": "nome do catálogo", "en": "name of the catalogue"},
    "code": {"pt": "código", "en": "code"},
    "moment": {"pt": "data e hora", "en": "date and time"},
    "day": {"pt": "data", "en": "date"},
    "term": {"pt": "lista fechada", "en": "closed list"},
    "number": {"pt": "número inteiro", "en": "whole number"},
    "flag": {"pt": "sim ou não", "en": "yes or no"},
}


def page(words: Words) -> str:
    """The page as Markdown."""
    language = words.language
    return "\n".join(
        [
            _HEAD[language],
            *table(
                _INPUT_COLUMNS[language], [_input_cells(column, words) for column in INPUT_COLUMNS]
            ),
            _OUTPUT[language],
            *table(
                _INPUT_COLUMNS[language],
                [
                    (
                        code(column.name),
                        column.title,
                        _type(column.type, language),
                        words.english(uncited(column.description)),
                    )
                    for column in OUTPUT_COLUMNS
                ],
            ),
            _TERMS[language],
            *_closed_lists(language),
        ]
    )


def _input_cells(column: InputColumn, words: Words) -> tuple[str, ...]:
    kind = _KINDS[column.kind][words.language]
    return code(column.name), column.title, kind, words.english(uncited(column.description))


def _type(kind: pa.DataType, language: Language) -> str:
    if pa.types.is_decimal(kind):
        places = {"pt": "casas", "en": "places"}[language]
        return f"decimal, {kind.scale} {places}"
    if pa.types.is_date(kind):
        return _KINDS["day"][language]
    if pa.types.is_integer(kind):
        return _KINDS["number"][language]
    return {"pt": "texto", "en": "text"}[language]


def _closed_lists(language: Language) -> Iterator[str]:
    for column in INPUT_COLUMNS:
        if column.spellings is None:
            continue
        by_term: dict[Term, list[str]] = {}
        for spelling, term in column.spellings.items():
            by_term.setdefault(term, []).append(spelling)
        yield from (f"### {code(column.name)}: {column.title}", "")
        yield from table(
            _TERM_COLUMNS[language],
            [
                (code(term.code_name), term.tiss, term.label, ", ".join(_other(term, spellings)))
                for term, spellings in sorted(by_term.items())
            ],
        )


def _other(term: Term, spellings: list[str]) -> list[str]:
    """Spellings besides the name, the TISS code and the label."""
    plain = {term.code_name, term.code_name.replace("_", " "), fold(term.label), term.tiss}
    plain.add(term.tiss.lstrip("0") or "0")
    return sorted(spelling for spelling in spellings if spelling not in plain)
