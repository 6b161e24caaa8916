"""What files call the rows of a register: by code, or by a name that only one of them has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from honorarios.core.vocabulary import fold
from honorarios.records import selectors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.records.models import Cooperative, Hospital, Payer, Provider
    from honorarios.records.selectors import Scope

    Referred = type[Cooperative | Hospital | Payer | Provider]

Key = TypeVar("Key", int, str)


def keys_by_name(scope: Scope, model: Referred) -> dict[str, int]:
    """The keys of an office's rows by their folded codes and names; what several are called is left out."""
    rows = selectors.owned(model, scope).values_list("pk", "code", "name")
    return only_one((word, pk) for pk, *words in rows for word in words)


def only_one(pairs: Iterable[tuple[str, Key]]) -> dict[str, Key]:
    """What each folded word stands for, where it stands for one thing alone.

    >>> only_one([("Serra Azul", 1), ("serra azul ", 1), ("Unimed", 2), ("unimed", 3)])
    {'serra azul': 1}
    """
    found: defaultdict[str, set[Key]] = defaultdict(set)
    for word, key in pairs:
        found[fold(word)].add(key)
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1}
