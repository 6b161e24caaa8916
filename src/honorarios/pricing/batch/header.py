"""The columns of a file of lines, recognised under the names that people give them.

A column keeps the name it has in the file; only the engine sees it under its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Finding, Place, has_errors
from honorarios.pricing import codes
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_NAMES, InputColumn
from honorarios.tabular.columns import header_key, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "line_id": ("id da linha",),
    "contract": ("id do contrato",),
    "payer": ("operadora", "pagador"),
    "billing_unit": ("unidade faturamento",),
    "route": ("via faturamento",),
    "provider": ("executante", "profissional"),
    "code": ("codigo tuss", "codigo do procedimento", "tuss", "procedimento"),
    "start": ("inicio do ato", "data e hora de inicio", "data hora inicio"),
    "end": ("fim do ato", "final", "termino", "data e hora de fim", "data hora fim"),
    "admission": ("data de internacao", "data da internacao"),
    "role": ("grau de participacao", "funcao do medico"),
    "access_route": ("via acesso",),
    "procedure_kind": ("tipo procedimento", "tipo de procedimento"),
    "rank": ("ordem do ato",),
    "accommodation": ("tipo de acomodacao",),
    "character": ("carater do atendimento", "carater atendimento"),
    "setting": ("tipo paciente", "regime"),
    "quantity": ("qtd", "qtde", "quant"),
    "age_months": ("idade em meses",),
    "weight_grams": ("peso em gramas",),
    "technique": ("tecnica utilizada",),
}
"""What columns are called besides their name and their Portuguese title."""

REQUIRED: Final = ("code", "start", "role")
"""Without one of these no line of the file can be priced."""
LISTED: Final = 30
"""Columns that a message lists."""


@dataclass(frozen=True)
class Header:
    """What a file's columns are."""

    names: tuple[str, ...]
    """The file's own columns, in order, without those of an earlier result."""
    known: Mapping[str, str]
    """Name in the file of each of the engine's columns that the file has."""

    @property
    def has_keys(self) -> bool:
        """Whether the lines have keys of their own; otherwise they are numbered."""
        return "line_id" in self.known

    def engine_name(self, name: str) -> str | None:
        """The engine's column that a column of the file is, if any."""
        return next((known for known, own in self.known.items() if own == name), None)


def read_header(names: Sequence[str], file: str) -> tuple[Header | None, list[Finding]]:
    """Recognise the columns of a file; no header with findings of what forbids pricing it."""
    place = Place(file)
    findings = _duplicates(names, place) + _results(names, place)
    known: dict[str, str] = {}
    for column in INPUT_COLUMNS:
        own = _named(column, names)
        if len(own) > 1:
            listed = ", ".join(own)
            findings.append(codes.AMBIGUOUS_COLUMN.at(place, name=column.name, names=listed))
        elif own:
            known[column.name] = own[0]
    findings += _missing(known, names, place) if not has_errors(findings) else []
    if has_errors(findings):
        return None, findings
    findings += _nearly_known(known, names, place)
    if "access_route" in known and "procedure_kind" not in known:
        findings.append(codes.NO_KIND.at(place))
    return Header(tuple(name for name in names if name not in OUTPUT_NAMES), known), findings


def _keys(column: InputColumn) -> list[str]:
    return [header_key(name) for name in (column.name, column.title, *ALIASES.get(column.name, ()))]


def _named(column: InputColumn, names: Sequence[str]) -> list[str]:
    """The columns of the file that are this one: that of its very name, or all of its other names."""
    if column.name in names:
        return [column.name]
    taken = {other.name for other in INPUT_COLUMNS}
    keys = _keys(column)
    return [name for name in names if name not in taken and header_key(name) in keys]


def _duplicates(names: Sequence[str], place: Place) -> list[Finding]:
    return [
        codes.DUPLICATE_COLUMN.at(place, name=name, count=count)
        for name, count in Counter(names).items()
        if count > 1
    ]


def _results(names: Sequence[str], place: Place) -> list[Finding]:
    """Columns named as the result's: those of an earlier result, or somebody's own."""
    found = [name for name in names if name in OUTPUT_NAMES]
    if len(found) == len(OUTPUT_NAMES):
        return [codes.PRICED_BEFORE.at(place)]
    return [codes.RESULT_NAMES.at(place, names=", ".join(found))] if found else []


def _nearly_known(known: Mapping[str, str], names: Sequence[str], place: Place) -> list[Finding]:
    """Columns that pass through although they are almost named as one that would have priced."""
    passing = set(names) - set(known.values()) - set(OUTPUT_NAMES)
    unknown = [name for name in names if name in passing]
    absent = [column for column in INPUT_COLUMNS if column.name not in known]
    near = {
        name: column
        for column in absent
        for name in unknown
        if suggestion(_keys(column), [name]) and header_key(name) not in _keys(column)
    }
    return [
        codes.NEAR_COLUMN.at(place, name=name, column=column.name, title=column.title)
        for name, column in near.items()
    ]


def _missing(known: Mapping[str, str], names: Sequence[str], place: Place) -> list[Finding]:
    unknown = [name for name in names if name not in known.values()]
    listed = ", ".join(names[:LISTED]) + ("…" if len(names) > LISTED else "")
    findings = [
        codes.MISSING_COLUMN.at(
            place,
            name=column.name,
            title=column.title,
            near=suggestion(_keys(column), unknown),
            names=listed,
        )
        for column in INPUT_COLUMNS
        if column.name in REQUIRED and column.name not in known
    ]
    if "contract" not in known and not {"payer", "billing_unit", "route"} <= known.keys():
        near = suggestion(_keys(INPUT_COLUMNS[1]), unknown)
        findings.append(codes.MISSING_CONTRACT.at(place, near=near, names=listed))
    return findings
