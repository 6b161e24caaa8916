"""What the documents of one random catalogue share: names, codes, and the days of their borders."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from tests.oracle.generator.draw import Draw

FIRST_DAY: Final = date(2019, 1, 1)
LAST_DAY: Final = date(2026, 12, 31)
BEFORE_ALL: Final = date(2015, 3, 1)
ONE_DAY: Final = timedelta(days=1)

ACCOMMODATIONS: Final = ("ward", "apartment", "icu")
ACCOMMODATION_IDS: Final = {
    "ward": ("ward", "enfermaria", "enf"),
    "apartment": ("apartment", "apartamento", "apto"),
    "icu": ("icu", "uti", "cti"),
}
"""What documents call the accommodation types."""
CATEGORIES: Final = ("hm", "sadt", "visit", "consultation")
GROUPS: Final = ("HM", "SADT")
SPECIALTIES: Final = ("cardiologia", "Ortopedia", "225225")
PROVIDERS: Final = ("CRM-1", "CRM-2", "equipe.a")
PLANS: Final = ("basic", "gold", "vip")
PAYERS: Final = ("alfa", "beta")
BILLING_UNITS: Final = ("hospital", "clinic")
PRIVATE_UNITS: Final = ("CRS", "US")
LETTERS: Final = "ABCDEFGHIJKLMNOP"


class Validity(NamedTuple):
    """First and last day; None is an open end."""

    valid_from: date
    valid_to: date | None


@dataclass
class World:
    """The names of one catalogue; ``borders`` gathers the first and last days of all validities."""

    draw: Draw
    codes: tuple[str, ...]
    categories: tuple[str, ...]
    borders: set[date] = field(default_factory=set)

    def day(self) -> date:
        """Any day of the years that the lines are from."""
        return FIRST_DAY + timedelta(days=self.draw.between(0, (LAST_DAY - FIRST_DAY).days))

    def validity(self, first: date, last: date | None) -> Validity:
        """A validity whose days are remembered as borders."""
        self.borders.add(first)
        if last is not None:
            self.borders.add(last)
        return Validity(first, last)

    def periods(self, most: int = 3, rarely: float = 0.1) -> list[Validity]:
        """Validities that follow each other, rarely with days before, between or after them."""
        draw = self.draw
        earliest = date(2019, draw.between(1, 9), 1) if draw.chance(rarely) else BEFORE_ALL
        later = {self.day() for _ in range(draw.between(0, most - 1))}
        firsts = sorted(later | {earliest})
        periods = []
        for index, first in enumerate(firsts):
            last = None
            if index + 1 < len(firsts):
                room = (firsts[index + 1] - first).days - 1
                days_between = draw.between(1, 40) if draw.chance(rarely) else 0
                last = first + timedelta(days=max(0, room - days_between))
            elif draw.chance(rarely):
                last = max(first, date(2026, draw.between(1, 12), draw.between(1, 28)))
            periods.append(self.validity(first, last))
        return periods

    def beds(self) -> tuple[str, ...]:
        """The accommodation types as one document calls them: most by their English names."""
        if self.draw.chance(0.6):
            return ACCOMMODATIONS
        return tuple(self.draw.pick(ACCOMMODATION_IDS[kind]) for kind in ACCOMMODATIONS)

    def pattern(self) -> str:
        """A whole code, a beginning, or a range; one of fewer digits holds none of the codes."""
        draw, code = self.draw, self.draw.pick(self.codes)
        kind = draw.weighted({"code": 4, "beginning": 4, "range": 4, "short range": 1})
        if kind == "beginning":
            return code[: draw.between(1, len(code))]
        if kind == "range":
            alike = [other for other in self.codes if len(other) == len(code)]
            return "-".join(sorted([code, draw.pick(alike)]))
        if kind == "short range":
            return "10000-99999"
        return code

    def patterns(self) -> tuple[str, ...]:
        """A few patterns."""
        return tuple(self.pattern() for _ in range(self.draw.between(1, 3)))


def draw_codes(draw: Draw) -> tuple[str, ...]:
    """TUSS and SIGTAP codes, with beginnings of each other and with leading zeros."""
    tuss = {draw.pick(["3100", "4010", "1010"]) + f"{draw.between(0, 9999):04d}" for _ in range(7)}
    sigtap = {f"03010100{draw.between(0, 99):02d}" for _ in range(2)}
    first_tuss, first_sigtap = min(tuss), min(sigtap)
    related = {first_tuss + "11", first_tuss[:4], first_sigtap[1:], "7", "007"}
    return tuple(sorted(tuss | sigtap | related))
