"""Choosing a row of a small register by what is typed: payers, plans, cost centres; by code or name.

Accents, case and the order of the words don't matter; each word may be half typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from honorarios.core.vocabulary import fold
from honorarios.records import selectors
from honorarios.records.models import CostCentre, Payer, Plan
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

T = TypeVar("T")

USUAL: Final = 12
MOST: Final = 50
TEXTS_REMEMBERED: Final = 1 << 16
_WORD: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A row that can be chosen."""

    code: str
    name: str
    detail: str = ""
    """What else tells it apart: the payer of a plan."""


def payers(*, actor: Actor, query: str, limit: int = USUAL) -> Result[tuple[ChoiceView, ...]]:
    """The office's payers."""

    def do(work: Work) -> tuple[ChoiceView, ...]:
        rows = selectors.owned(Payer, work.scope).order_by("name", "pk")
        found = (ChoiceView(*cells) for cells in rows.values_list("code", "name"))
        return _chosen(found, query, limit)

    return consult(actor=actor, operation=Operation.REGISTERS_READ, do=do)


def plans(
    *, actor: Actor, query: str, payer: str = "", limit: int = USUAL
) -> Result[tuple[ChoiceView, ...]]:
    """The plans of a payer, by its code, or of all."""

    def do(work: Work) -> tuple[ChoiceView, ...]:
        rows = selectors.owned(Plan, work.scope).order_by("name", "pk")
        if payer:
            rows = rows.filter(payer__code=payer)
        cells = rows.values_list("code", "name", "payer__name")
        return _chosen((ChoiceView(*one) for one in cells), query, limit)

    return consult(actor=actor, operation=Operation.REGISTERS_READ, do=do)


def cost_centres(*, actor: Actor, query: str, limit: int = USUAL) -> Result[tuple[ChoiceView, ...]]:
    """The office's cost centres."""

    def do(work: Work) -> tuple[ChoiceView, ...]:
        rows = selectors.owned(CostCentre, work.scope).order_by("name", "pk")
        found = (ChoiceView(*cells) for cells in rows.values_list("code", "name"))
        return _chosen(found, query, limit)

    return consult(actor=actor, operation=Operation.REGISTERS_READ, do=do)


def matching(
    rows: Iterable[T], query: str, told: Callable[[T], Sequence[str]], limit: int
) -> list[T]:
    """The rows whose texts have every word of the query, those that begin with it first.

    >>> matching(["Ana Souza", "Sousa e Anacleto", "Bia"], "ana sou", lambda name: [name], 5)
    ['Ana Souza', 'Sousa e Anacleto']
    """
    asked = _words(query)
    graded = ((grade, row) for row in rows if (grade := _grade(asked, told(row))) is not None)
    return [row for _, row in sorted(graded, key=lambda pair: pair[0])][:limit]


def _grade(asked: tuple[str, ...], texts: Sequence[str]) -> int | None:
    """0 for the very text, 1 for one that begins with the query, 2 for its words; None without one."""
    if not asked:
        return 0
    told = [_words(text) for text in texts]
    if not all(any(word.startswith(one) for words in told for word in words) for one in asked):
        return None
    if asked in told:
        return 0
    whole = " ".join(asked)
    return 1 if any(" ".join(words).startswith(whole) for words in told) else 2


@lru_cache(TEXTS_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _chosen(rows: Iterable[ChoiceView], query: str, limit: int) -> tuple[ChoiceView, ...]:
    most = max(1, min(limit, MOST))
    return tuple(matching(rows, query, lambda one: (one.code, one.name), most))
