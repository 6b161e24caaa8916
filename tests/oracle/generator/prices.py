"""Random fee schedules: editions that inherit and remove, rows for some selectors, and dates."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.schema import Basis, Edition, FeeSchedule, ScheduleKind
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.vocabulary import Role, Setting
from tests.oracle.arrow import price_table
from tests.oracle.generator.world import (
    GROUPS,
    LETTERS,
    ONE_DAY,
    PRIVATE_UNITS,
    World,
)

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
COST_UNITS: Final = ("UCO", "CH", "BRL", "FILM", "2B", *PRIVATE_UNITS)
SELECTORS: Final = ("role", "accommodation", "setting")


class Schedules:
    """The schedules of one catalogue and their price tables."""

    def __init__(self, world: World) -> None:
        self.heads: dict[str, FeeSchedule] = {}
        self.prices: dict[tuple[str, str], pa.Table] = {}
        self._world = world
        for name in ("tab-2", "tab-10", "tab_b")[: world.draw.between(2, 3)]:
            self._add(name)

    def _add(self, name: str) -> None:
        world, draw = self._world, self._world.draw
        editions: list[Edition] = []
        for number, (first, last) in enumerate(world.periods(rarely=0.03)):
            inherits = draw.pick(editions).id if editions and draw.chance(0.85) else None
            editions.append(
                Edition(
                    id=f"{2018 + number}",
                    inherits=inherits,
                    prices=f"{2018 + number}.csv",
                    valid_from=first,
                    valid_to=last,
                    source="sorteio",
                )
            )
        inherited = {edition.inherits for edition in editions}
        for edition in editions:
            rows = self._rows(edition, last_heir=edition.id not in inherited)
            self.prices[name, edition.id] = price_table(rows)
        draw.random.shuffle(editions)
        self.heads[name] = FeeSchedule(
            id=name, name=name, kind=draw.pick(list(ScheduleKind)), editions=tuple(editions)
        )

    def _rows(self, edition: Edition, *, last_heir: bool) -> list[Row]:
        draw, beds = self._world.draw, self._world.beds()
        rows: list[Row] = []
        for code in self._world.codes:
            if not draw.chance(0.4 if edition.inherits else 0.97):
                continue
            if draw.chance(0.08 if edition.inherits else 0.01):
                rows.append({"code": code, "basis": "REMOVED"})
                continue
            for selectors in self._series(beds):
                shared = {"code": code, **selectors, **self._content()}
                for dates in self._dates(edition, may_overlap=last_heir):
                    again = self._content() if draw.chance(0.7) else {}
                    rows.append({**shared, **again, **dates})
        return rows

    def _series(self, beds: tuple[str, ...]) -> list[Row]:
        """The selector cells of a code's series, each combination once."""
        draw = self._world.draw
        series: dict[tuple[tuple[str, object], ...], Row] = {}
        if draw.chance(0.97):
            series[()] = {}
        for _ in range(draw.weighted({0: 60, 1: 20, 2: 15, 3: 5})):
            values = {
                "role": draw.pick(list(Role)).value,
                "accommodation": draw.pick(beds),
                "setting": draw.pick(list(Setting)).value,
            }
            stated = {name: values[name] for name in SELECTORS if draw.chance(0.5)}
            series[tuple(sorted(stated.items()))] = stated
        return list(series.values()) or [{}]

    def _dates(self, edition: Edition, *, may_overlap: bool) -> list[Row]:
        """The validities of the rows of a series, in order."""
        world, draw = self._world, self._world.draw
        if draw.chance(0.7):
            return [{}]
        firsts: list[date | None] = [None, *sorted({world.day(), world.day()})]
        if draw.chance(0.08):
            firsts = firsts[1:]
        # An earlier row left open: it must never stand in for the later one. On the first day of
        # the current edition both would begin, so only rows that begin after it are left open.
        after = [first for first in firsts if first is not None and first > edition.valid_from]
        left_open = may_overlap and len(after) >= len(firsts) - 1 and draw.chance(0.4)
        rows: list[Row] = []
        for first, following in pairwise([*firsts, None]):
            last = None
            if following is None:
                last = first + timedelta(days=draw.between(0, 400)) if first else None
                last = draw.maybe(0.1, last)
            elif not left_open:
                last = following - ONE_DAY
            rows.append({"valid_from": first, "valid_to": last})
            world.borders |= {day for day in (first, last) if day is not None}
        if len(rows) > 1 and draw.chance(0.1):
            rows.pop(draw.between(0, len(rows) - 2))
        return rows

    def _content(self) -> Row:
        """Everything of a row but its code, selectors and dates."""
        draw = self._world.draw
        basis = draw.weighted({Basis.BRL: 38, Basis.PORTE: 27, Basis.CH: 20, Basis.UNIT: 15})
        money = draw.reais() if basis is Basis.BRL else draw.quantity()
        stated = 0.4 if basis is Basis.PORTE else 0.985
        return {
            "description": draw.maybe(0.5, "Ato sorteado"),
            "basis": str(basis),
            "fee": draw.maybe(stated, money),
            "porte": draw.pick(PORTES) if basis is Basis.PORTE else None,
            "unit": draw.pick(PRIVATE_UNITS) if basis is Basis.UNIT else None,
            "group": draw.maybe(0.5, draw.pick(GROUPS)),
            "operating_cost": draw.maybe(0.4, draw.quantity()),
            "cost_unit": draw.maybe(0.3, draw.pick(COST_UNITS)),
            "film": draw.maybe(0.25, draw.quantity()),
            "anaesthetic_porte": self._anaesthetic_porte(),
            "extra_quantity_percent": draw.maybe(0.3, draw.percent("extra")),
            "admits_urgency": draw.weighted({None: 70, True: 20, False: 10}),
            "admits_accommodation": draw.weighted({None: 70, True: 20, False: 10}),
            "own_video": draw.weighted({None: 70, True: 15, False: 15}),
            "own_bilateral": draw.weighted({None: 70, True: 15, False: 15}),
            **self._information(),
        }

    def _anaesthetic_porte(self) -> str | None:
        draw = self._world.draw
        kind = draw.weighted({"number": 70, "letter": 20, "local": 4, "empty": 6})
        cells = {
            "number": str(draw.between(1, 8)),
            "letter": draw.pick(LETTERS),
            "local": "0",
            "empty": None,
        }
        return cells[kind]

    def _information(self) -> Row:
        """Columns that no price depends on: they must change nothing."""
        draw = self._world.draw
        return {
            "incidences": draw.maybe(0.1, draw.between(1, 4)),
            "assistants": draw.maybe(0.3, draw.between(0, 4)),
            "includes": draw.maybe(0.1, " ".join(self._world.codes[:2])),
            "sex": draw.weighted({None: 80, "M": 10, "F": 10}),
            "patient_setting": draw.maybe(0.1, draw.pick(list(Setting)).value),
            "age_from_months": draw.maybe(0.1, 0),
            "age_to_months": draw.maybe(0.1, 144),
            "source": draw.maybe(0.1, "cláusula sorteada"),
        }
