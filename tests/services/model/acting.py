"""What every verb of a sequence needs: to draw, to do beside the model, and to say where both differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NoReturn

from tests.services.model.book import Book, Part
from tests.services.model.drawing import draw_act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from honorarios.services.fees import LineView
    from honorarios.services.outcomes import Result
    from tests.services.hospital import House
    from tests.services.model.book import Act, World

REASON = "Sequência sorteada."


class DisagreementError(AssertionError):
    """Services and model differ: the seed and all that was done tell how to see it again."""


class Acting:
    """A house, the model of it, and what was done so far."""

    def __init__(self, house: House, world: World, random: Random, seed: int) -> None:
        self.house = house
        self.book = Book(world)
        self.random = random
        self.done: list[str] = []
        self.tried: Counter[str] = Counter()
        """How often each verb was done, and how often refused."""
        self._seed = seed
        self._starts: set[datetime] = set()

    def do(self, told: str, do: Callable[[], Result[Any]], *, ok: bool) -> Result[Any]:
        """Do something that the model says is done, or is refused."""
        end = "done" if ok else "refused"
        self.done.append(f"{told} -> {end}")
        self.tried[f"{told.partition(' ')[0]} {end}"] += 1
        answer = do()
        if answer.ok is not ok:
            self.disagree(f"answered {[str(finding) for finding in answer.findings]}")
        return answer

    def disagree(self, what: str) -> NoReturn:
        """Stop with what differs and all that led to it."""
        done = "\n  ".join([str(self.book.world), *self.done])
        raise DisagreementError(f"seed {self._seed}: {what}\n  {done}")

    def pick(self, some: Sequence[Any]) -> Any:  # noqa: ANN401 - one of those
        """One of some, or None if there is none."""
        return self.random.choice(some) if some else None

    def some_part(self, *states: str) -> Part:
        """A part, one in some state if there is any."""
        every = list(self.book.parts.values())
        found: Part = self.pick([part for part in every if part.status in states]) or self.pick(
            every
        )
        return found

    def act(self) -> Act:
        """An act that begins when no other one does, so that none is a duplicate."""
        act = draw_act(self.random)
        while act.start in self._starts:
            act = replace(act, start=act.start + timedelta(minutes=1))
        self._starts.add(act.start)
        return act

    def private(self, lines: Sequence[LineView]) -> int | None:
        """The part of the private lines among some, which the model comes to know if it is new."""
        key = next((line.part_id for line in lines if line.difference_of is not None), None)
        if key is not None and key not in self.book.parts:
            seq = 1 + max(part.seq for part in self.book.parts.values())
            self.book.parts[key] = Part(key, "", seq, private=True)
        return key
