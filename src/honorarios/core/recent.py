"""What was made from an object, kept for the last few objects: compiled once, not per call.

>>> made = []
>>> recent = Recent(lambda words: made.append(words) or len(made))
>>> words = ["porte"]
>>> recent(words), recent(words), recent(["porte"])
(1, 1, 2)
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Source = TypeVar("Source")
Made = TypeVar("Made")


class Recent(Generic[Source, Made]):
    """Makes something from an object once, while the object is among the last ``most`` ones.

    Objects are told apart by identity, so that large ones that cannot be hashed will do.
    """

    def __init__(self, make: Callable[[Source], Made], most: int = 8) -> None:
        """Remember what ``make`` returns."""
        self._make = make
        self._most = most
        self._kept: OrderedDict[int, tuple[Source, Made]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, source: Source) -> Made:
        """What was made from this very object; made now if it is not remembered."""
        kept = self._kept.get(id(source))
        if kept is not None:
            return kept[1]
        made = self._make(source)
        with self._lock:
            # The object is kept too: its identity is its own only while it lives.
            self._kept[id(source)] = source, made
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
