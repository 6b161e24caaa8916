"""The porte of each procedure, where a schedule of the catalogue has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow.compute as pc

from honorarios.core.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from honorarios.pricing.compile import Compiled

CATALOGUES_REMEMBERED: Final = 4


@dataclass(frozen=True, slots=True)
class _Porte:
    porte: str
    valid_from: date
    valid_to: date | None


def porte_of(compiled: Compiled, code: str, day: date) -> str:
    """The porte that the newest edition in force on a day gives a code; empty where none does."""
    return next(
        (
            one.porte
            for one in _by_code(compiled).get(code, ())
            if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)
        ),
        "",
    )


def _read(compiled: Compiled) -> Mapping[str, tuple[_Porte, ...]]:
    """The portes of each code, the newest edition's first."""
    catalogue = compiled.catalogue
    editions = [
        (edition, catalogue.prices[schedule, edition.id])
        for schedule in sorted(catalogue.schedules)
        for edition in catalogue.schedules[schedule].editions
    ]
    found: dict[str, tuple[_Porte, ...]] = {}
    for edition, table in sorted(editions, key=lambda pair: pair[0].valid_from, reverse=True):
        rows = table.select(["code", "porte"]).filter(pc.is_valid(table["porte"]))
        for code, porte in zip(rows["code"].to_pylist(), rows["porte"].to_pylist(), strict=True):
            own = _Porte(porte, edition.valid_from, edition.valid_to)
            if own not in found.get(code, ()):
                found[code] = (*found.get(code, ()), own)
    return found


_by_code: Final = Recent(_read, CATALOGUES_REMEMBERED)
