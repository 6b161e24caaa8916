"""A scene: what is played at the desk, which rules are met in it, and which findings are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.core.findings import Code
    from tests.web.browser.rules.desk import Desk

    Play = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene of the table."""

    play: Play
    rules: tuple[str, ...]
    """By their numbers in the table of rules."""
    meets: frozenset[str]
    """Codes of the findings that are seen, all of them."""

    @property
    def name(self) -> str:
        return self.play.__name__


SCENES: Final[list[Scene]] = []
"""Every scene, in the order that they are played in."""


def scene(*rules: str, meets: tuple[Code, ...] = ()) -> Callable[[Play], Play]:
    """Put a function on the table: the rules that are met in it, and the findings that it sees."""

    def put(play: Play) -> Play:
        SCENES.append(Scene(play, rules, frozenset(code.name for code in meets)))
        return play

    return put
