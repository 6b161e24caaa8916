"""Finding procedures by code or by words, as people type them: an index of our own.

:func:`load` gives the index of a set of items, kept in a file; :func:`find` answers a query. Accents, case,
order, plurals, hyphens and small words don't matter; abbreviations and everyday names are understood
(:mod:`~honorarios.catalogue.search.abbreviations`), as are words that are half typed or mistyped by a
letter.
"""

from honorarios.catalogue.search.build import Item, build
from honorarios.catalogue.search.file import load
from honorarios.catalogue.search.find import Hit, find
from honorarios.catalogue.search.index import Index

__all__ = ["Hit", "Index", "Item", "build", "find", "load"]
