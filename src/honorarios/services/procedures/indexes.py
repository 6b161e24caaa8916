"""The index that an office's procedures are found by: TUSS table 22 and the items of its own catalogue.

It is kept in a file of the data folder for each catalogue, and in memory for those in use.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from django.conf import settings

from honorarios.catalogue import tuss
from honorarios.catalogue.search import Item, load
from honorarios.core.recent import Recent
from honorarios.core.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from honorarios.catalogue.schema import Catalogue
    from honorarios.catalogue.search import Index
    from honorarios.pricing.compile import Compiled

INDEXES_REMEMBERED: Final = 4
_making = Lock()


def prepare() -> Index:
    """Make the index of table 22 ready, as set-up does: the first to search then waits for nothing."""
    return _of_tuss()


def index_of(compiled: Compiled | None) -> Index:
    """The index of an office's catalogue; before its first one is stored, of table 22 alone."""
    return _of_tuss() if compiled is None else _remembered(compiled)


def _load(source: str, catalogue: Catalogue | None) -> Index:
    folder: Path = settings.SEARCH_FOLDER
    # Threads that ask at once wait for one another rather than make the same thing each.
    with _making:
        return load(folder, source, lambda: _items({} if catalogue is None else _named(catalogue)))


def _of_catalogue(compiled: Compiled) -> Index:
    return _load(f"{tuss.edition()}\n{compiled.hash}", compiled.catalogue)


_remembered: Final = Recent(_of_catalogue, INDEXES_REMEMBERED)


@cache
def _of_tuss() -> Index:
    return _load(tuss.edition(), None)


def _items(named: Mapping[str, str]) -> Iterator[Item]:
    """Table 22 with the catalogue's own names beside, and then what only the catalogue has."""
    own = dict(named)
    for one in tuss.procedures():
        other = own.pop(one.code, "")
        different = other if fold(other) != fold(one.name) else ""
        yield Item(one.code, one.name, different, one.since, one.until)
    for code in sorted(own):
        yield Item(code, own[code] or code)


def _named(catalogue: Catalogue) -> dict[str, str]:
    """What the newest edition of some schedule calls each code of the catalogue."""
    names: dict[str, str] = {}
    for schedule in sorted(catalogue.schedules):
        editions = catalogue.schedules[schedule].editions
        for edition in sorted(editions, key=lambda one: one.valid_from):
            table = catalogue.prices[schedule, edition.id]
            cells = zip(table["code"].to_pylist(), table["description"].to_pylist(), strict=True)
            names.update((code, name or names.get(code, "")) for code, name in cells)
    return names
