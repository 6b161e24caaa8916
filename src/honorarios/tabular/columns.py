"""Wanted columns, and how they are found under the headers that people write."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import fold
from honorarios.tabular import codes
from honorarios.tabular.cells import shown
from honorarios.tabular.celltypes import TEXT, CellType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.core.findings import Finding, Place

NEAR: Final = 0.6
"""How alike a header must be to be suggested, from 0 to 1."""
LISTED: Final = 20
"""Headers that a message lists."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a file should or may have."""

    name: str
    type: CellType = TEXT
    required: bool = False
    """Whether a file without it is refused, and a row where it is blank."""
    aliases: tuple[str, ...] = ()
    """Other headers it goes by, the surest first; case, accents and punctuation do not matter."""
    title: str = ""
    """The Portuguese name; the name itself when empty."""
    blank_allowed: bool = False
    """Whether a row may leave it blank although it is required."""

    @property
    def label(self) -> str:
        """How messages call it."""
        return self.title or self.name

    @property
    def keys(self) -> tuple[str, ...]:
        """The headers it goes by, folded, the surest first."""
        return tuple(dict.fromkeys(map(header_key, (self.name, self.title, *self.aliases))))


def header_key(header: str) -> str:
    """A header without case, accents, punctuation and doubled blanks.

    >>> header_key(" Nº de  Aux. "), header_key("Porte_Anestésico")
    ('n de aux', 'porte anestesico')
    """
    return re.sub(r"[^a-z0-9]+", " ", fold(header)).strip()


@dataclass(frozen=True, slots=True)
class Match:
    """Where the wanted columns are in a header."""

    indices: Mapping[str, int]
    findings: tuple[Finding, ...] = field(default=())


def match(
    headers: Sequence[str],
    columns: Sequence[Column],
    mapping: Mapping[str, str],
    place: Place,
) -> Match:
    """Find the wanted columns: those mapped by their header, the others by their names."""
    keys = [header_key(header) for header in headers]
    indices: dict[str, int] = {}
    findings = _unknown_columns(columns, mapping, place)
    for column in columns:
        if column.name in mapping:
            candidates = _same(header_key(mapping[column.name]), keys)
        else:
            candidates = _first_named(column, keys, set(indices.values()))
        if len(candidates) == 1:
            indices[column.name] = candidates[0]
        elif candidates:
            twice = ", ".join(f"{headers[i]} (coluna {_letter(i)})" for i in candidates)
            findings.append(
                codes.SAME_HEADER.at(place, column=column.label, name=column.name, headers=twice)
            )
        else:
            findings += _not_found(column, headers, mapping, place)
    return Match(indices, tuple(findings))


def _same(key: str, keys: Sequence[str]) -> list[int]:
    return [index for index, other in enumerate(keys) if key and other == key]


def _first_named(column: Column, keys: Sequence[str], taken: set[int]) -> list[int]:
    for key in column.keys:
        if found := [index for index in _same(key, keys) if index not in taken]:
            return found
    return []


def _not_found(
    column: Column, headers: Sequence[str], mapping: Mapping[str, str], place: Place
) -> list[Finding]:
    listed = _listed(headers)
    if column.name in mapping:
        header = mapping[column.name]
        near = suggestion([header_key(header)], headers)
        return [
            codes.UNKNOWN_HEADER.at(
                place, column=column.label, header=header, near=near, headers=listed
            )
        ]
    if not column.required:
        return []
    near = suggestion(column.keys, headers)
    return [
        codes.MISSING_COLUMN.at(
            place, column=column.label, name=column.name, near=near, headers=listed
        )
    ]


def _unknown_columns(
    columns: Sequence[Column], mapping: Mapping[str, str], place: Place
) -> list[Finding]:
    names = [column.name for column in columns]
    return [
        codes.UNKNOWN_COLUMN.at(
            place,
            column=name,
            near=suggestion([header_key(name)], names),
            columns=", ".join(names),
        )
        for name in mapping
        if name not in names
    ]


def suggestion(keys: Iterable[str], choices: Sequence[str]) -> str:
    """``É “Código”? `` when a choice is near one of the keys, else nothing.

    >>> suggestion(["codigo"], ["Cod. Procedim.", "Códgo"])
    'É “Códgo”? '
    """
    by_key = {header_key(choice): choice for choice in choices if choice}
    for key in keys:
        if near := get_close_matches(key, by_key, n=1, cutoff=NEAR):
            return f"É “{by_key[near[0]]}”? "
    return ""


def _listed(headers: Sequence[str]) -> str:
    named = [shown(header) for header in headers if header]
    more = f" e mais {len(named) - LISTED}" if len(named) > LISTED else ""
    return ", ".join(named[:LISTED]) + more or "nenhum cabeçalho"


def _letter(index: int) -> str:
    """The letter of a spreadsheet's column."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
