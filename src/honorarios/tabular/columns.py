"""Wanted columns, and how they are found under the headers that people write."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
LONGEST: Final = 100
"""Characters of the longest header that is compared with names."""
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


def locate(
    headers: Sequence[str], columns: Sequence[Column], mapping: Mapping[str, str]
) -> dict[str, list[int]]:
    """Where in a header each wanted column may be: mapped ones by their header, others by name.

    A column that several headers fit equally has several places; one that is not there has none.
    """
    where: dict[str, list[int]] = {}
    for index, header in enumerate(headers):
        where.setdefault(header_key(header), []).append(index)
    where.pop("", None)
    taken: set[int] = set()
    found: dict[str, list[int]] = {}
    for column in columns:
        if column.name in mapping:
            places = where.get(header_key(mapping[column.name]), [])
        else:
            places = next(filter(None, (_free(where, key, taken) for key in column.keys)), [])
        found[column.name] = places
        taken.update(places)
    return found


def _free(where: Mapping[str, Sequence[int]], key: str, taken: set[int]) -> list[int]:
    return [index for index in where.get(key, ()) if index not in taken]


def faults(
    headers: Sequence[str],
    columns: Sequence[Column],
    mapping: Mapping[str, str],
    found: Mapping[str, Sequence[int]],
    place: Place,
) -> list[Finding]:
    """What is wrong with a header, or with the mapping that was given for it."""
    told = _unknown_columns(columns, mapping, place)
    for column in columns:
        indices = found[column.name]
        if len(indices) > 1:
            twice = ", ".join(f"{headers[i]} (coluna {_letter(i)})" for i in indices)
            told.append(
                codes.SAME_HEADER.at(place, column=column.label, name=column.name, headers=twice)
            )
        elif not indices and column.name in mapping:
            header = mapping[column.name]
            near = suggestion([header_key(header)], headers)
            words = {"column": column.label, "header": header, "near": near}
            told.append(codes.UNKNOWN_HEADER.at(place, headers=_listed(headers), **words))
        elif not indices and column.required:
            told.append(missing(column, headers, place))
    return told


def missing(column: Column, headers: Sequence[str], place: Place) -> Finding:
    """The finding that asks for a column."""
    near = suggestion(column.keys, headers)
    words = {"column": column.label, "name": column.name, "near": near}
    return codes.MISSING_COLUMN.at(place, headers=_listed(headers), **words)


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
    # What is longer than any name is not compared: the comparison is slow on long texts.
    by_key = {header_key(choice): choice for choice in choices if 0 < len(choice) <= LONGEST}
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
