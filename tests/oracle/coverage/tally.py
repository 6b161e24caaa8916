"""How often each known value of each parameter was seen; a value never seen stands there with 0."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Counts = dict[str, dict[str, int]]


class Tally:
    """Counts of values by parameter."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)

    def expect(self, parameter: str, values: Iterable[str]) -> None:
        """The values that the parameter may take: each starts at 0."""
        for value in values:
            self._counts[parameter][value] += 0

    def see(self, parameter: str, value: str, times: int = 1) -> None:
        """A value was drawn."""
        self._counts[parameter][value] += times

    def knows(self, parameter: str, value: str) -> bool:
        """Whether the value is one of those expected or seen."""
        return value in self._counts[parameter]

    def merge(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Add the counts of another tally."""
        for parameter, values in counts.items():
            for value, times in values.items():
                self.see(parameter, value, times)

    def counts(self) -> Counts:
        """Everything counted, by name."""
        return {name: dict(sorted(self._counts[name].items())) for name in sorted(self._counts)}

    def never_seen(self) -> list[str]:
        """The values that were never drawn, as ``parameter=value``."""
        return [
            f"{parameter}={value}"
            for parameter, values in self.counts().items()
            for value, times in values.items()
            if times == 0
        ]
