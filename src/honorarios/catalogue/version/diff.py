"""How two catalogues differ, document by document and price row by price row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.prices import KEY, as_text
from honorarios.catalogue.schema import PRICE_COLUMNS, Catalogue
from honorarios.catalogue.version.content import (
    Json,
    content_of,
    document_hash,
    documents,
    prices_hash,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyarrow as pa

_NAMES: Final = ("id", "valid_from", "plan", "name", "label", "type", "factor")
"""Fields by which an item of a list is the same item in two versions, the surest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs; what is new has no ``before``, what is gone has no ``after``."""

    document: str
    """The document's file, or ``schedule@edition`` for prices."""
    path: str
    """The field: ``terms[2025-01-01].rounding.mode``; for prices the row, then the column."""
    before: Json
    after: Json

    def as_dict(self) -> dict[str, Json]:
        """The change for ``--json``."""
        return {
            "document": self.document,
            "path": self.path,
            "before": self.before,
            "after": self.after,
        }


def diff(old: Catalogue, new: Catalogue) -> list[Change]:
    """Every difference between two catalogues, by document, those of prices last."""
    return [*_documents(old, new), *_prices(old, new)]


def _documents(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    before, after = dict(documents(old)), dict(documents(new))
    for file in sorted(before.keys() | after.keys()):
        was, now = before.get(file), after.get(file)
        if was and now and document_hash(was) == document_hash(now):
            continue
        old_content = content_of(was) if was else None
        new_content = content_of(now) if now else None
        for path, one, other in _compare(old_content, new_content, ""):
            yield Change(file, path, one, other)


def _compare(before: Json, after: Json, path: str) -> Iterator[tuple[str, Json, Json]]:
    if before == after:
        return
    match before, after:
        case dict(), dict():
            for name in dict.fromkeys([*before, *after]):
                inner = f"{path}.{name}" if path else name
                yield from _compare(before.get(name), after.get(name), inner)
        case list(), list() if _is_deep(before) or _is_deep(after):
            old_items, new_items = _by_name(before), _by_name(after)
            for name in dict.fromkeys([*old_items, *new_items]):
                inner = f"{path}[{name}]"
                yield from _compare(old_items.get(name), new_items.get(name), inner)
            old_order: list[Json] = [name for name in old_items if name in new_items]
            new_order: list[Json] = [name for name in new_items if name in old_items]
            if old_order != new_order:
                yield path, old_order, new_order
        case _:
            yield path, before, after


def _is_deep(items: list[Json]) -> bool:
    return any(isinstance(item, dict) for item in items)


def _by_name(items: list[Json]) -> Mapping[str, Json]:
    """The items of a list by the field that names them, or by their place when none does."""
    for field in _NAMES:
        names = [str(item[field]) for item in items if isinstance(item, dict) and item.get(field)]
        if len(set(names)) == len(items):
            return dict(zip(names, items, strict=True))
    return {str(index): item for index, item in enumerate(items)}


def _prices(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    for schedule, edition in sorted(old.prices.keys() | new.prices.keys()):
        was = old.prices.get((schedule, edition))
        now = new.prices.get((schedule, edition))
        if was is not None and now is not None and prices_hash(was) == prices_hash(now):
            continue
        before, after = _rows(was), _rows(now)
        for key in sorted(before.keys() | after.keys()):
            for path, one, other in _row(key, before.get(key), after.get(key)):
                yield Change(f"{schedule}@{edition}", path, one, other)


Row = dict[str, str]


def _row(key: str, before: Row | None, after: Row | None) -> Iterable[tuple[str, Json, Json]]:
    """The columns of a row that changed; a row that is only on one side is told whole."""
    if before is None or after is None:
        yield key, _json(before), _json(after)
        return
    for column in PRICE_COLUMNS:
        one, other = before.get(column.name), after.get(column.name)
        if one != other:
            yield f"{key}.{column.name}", one, other


def _json(row: Row | None) -> Json:
    return None if row is None else dict(row)


def _rows(table: pa.Table | None) -> dict[str, Row]:
    """The filled cells of each row, by its key: ``31003079 role=surgeon valid_from=2025-01-01``."""
    if table is None:
        return {}
    columns = {
        column.name: as_text(table[column.name].combine_chunks(), column).to_pylist()
        for column in PRICE_COLUMNS
        if table[column.name].null_count < table.num_rows
    }
    rows: dict[str, Row] = {}
    for cells in zip(*columns.values(), strict=True):
        row = {name: cell for name, cell in zip(columns, cells, strict=True) if cell is not None}
        rows[_key(row)] = row
    return rows


def _key(row: Row) -> str:
    facts = (f" {name}={row[name]}" for name in KEY[1:] if name in row)
    return row["code"] + "".join(facts)
