"""The addresses of the desk, made from the table and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from honorarios.web.door import view_of
from honorarios.web.table import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.urls import URLPattern

    from honorarios.web.row import Row


def patterns(rows: Iterable[Row]) -> Iterator[URLPattern]:
    """A pattern for each row; those of one path share their methods, whichever name was asked for."""
    together: dict[str, dict[str, Row]] = {}
    listed = tuple(rows)
    for row in listed:
        methods = together.setdefault(row.path, {})
        for method in row.methods:
            if method in methods:
                raise ValueError(f"two rows for {method} {row.path}")
            methods[method] = row
    for row in listed:
        yield path(row.path, view_of(together[row.path]), name=row.view)


urlpatterns = list(patterns(TABLE))
