"""One random sequence on record, each step beside the model; the first disagreement stops it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from tests.services import hospital
from tests.services.model import proving
from tests.services.model.book import Part
from tests.services.model.drawing import draw_world
from tests.services.model.lines import Lines
from tests.services.model.parts import Parts

if TYPE_CHECKING:
    from tests.services.hospital import House

CONTRACTS: Final = ("ch", "taxas", "diferenca", "privado")


class Driver(Lines, Parts):
    """A sequence: the house as it was drawn, what was done, and the model of it."""

    def __init__(self, house: House, seed: int) -> None:
        random = Random(seed)
        world = draw_world(random)
        super().__init__(house, world, random, seed)
        proving.prepare(house, world)
        for contract in random.sample(CONTRACTS, 2):
            part = hospital.under(house, contract, period_end=None)
            self.book.parts[part.pk] = Part(part.pk, contract, part.seq)
        for provider in ("medico", "indireto"):
            if random.random() < 0.5:
                self.divide(provider)

    def run(self, steps: int) -> None:
        """Take so many steps, then prove the record and hold it against the model."""
        verbs = {
            self.launch: 30,
            self.edit: 14,
            self.reverse: 8,
            self.special: 6,
            self.reprocess: 5,
            self.close: 10,
            self.reopen: 4,
            self.release: 8,
            self.unrelease: 4,
            self.bill: 6,
            self.rebill: 5,
            self.cancel: 2,
            self.invoice: 3,
            self.cancel_attendance: 1,
        }
        self.launch()
        for verb in self.random.choices(list(verbs), list(verbs.values()), k=steps):
            verb()
        faults = proving.faults(self.house, self.book)
        if faults:
            self.disagree("; ".join(faults))
