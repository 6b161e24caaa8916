"""A random catalogue from a seed: small, valid, and different in every parameter from the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Calendar, Catalogue, Category, LocalHoliday, Manifest
from tests.oracle.generator.coefficients import draw_coefficients
from tests.oracle.generator.contracts import Contracts, References
from tests.oracle.generator.draw import Draw
from tests.oracle.generator.prices import Schedules
from tests.oracle.generator.standards import draw_standard
from tests.oracle.generator.world import CATEGORIES, World, draw_codes

if TYPE_CHECKING:
    from datetime import date

STATES: Final = ("SP", "MG", "RJ", "BA", "AC", "DF", "RS", "PE")
LOCAL_DAYS: Final = ("01-25", "02-29", "06-24", "12-08", "03-12")


@dataclass(frozen=True)
class DrawnCatalogue:
    """A catalogue with what the lines need to aim at it."""

    catalogue: Catalogue
    draw: Draw
    codes: tuple[str, ...]
    borders: tuple[date, ...]


def draw_catalogue(seed: int | str) -> DrawnCatalogue:
    """The catalogue of a seed."""
    draw = Draw(seed)
    world = World(draw, draw_codes(draw), () if draw.chance(0.03) else CATEGORIES)
    schedules = Schedules(world)
    sets = {name: draw_coefficients(world, name) for name in ("set-a", "set-b", "set-c")}
    standards = {name: draw_standard(world, name) for name in ("std-a", "std-b", "std-c")}
    calendars = {name: _calendar(world, name) for name in ("town-a", "town-b")}
    references = References(
        tables=tuple(
            (name, tuple(edition.id for edition in head.editions))
            for name, head in schedules.heads.items()
        ),
        coefficients=tuple(sets),
        standards=tuple(standards),
        calendars=tuple(calendars),
    )
    catalogue = Catalogue(
        manifest=Manifest(name=f"Sorteio {seed}", categories=_categories(world)),
        schedules=schedules.heads,
        prices=schedules.prices,
        coefficients=sets,
        standards=standards,
        contracts=Contracts(world, references).by_id,
        calendars=calendars,
    )
    return DrawnCatalogue(catalogue, draw, world.codes, tuple(sorted(world.borders)))


def _categories(world: World) -> tuple[Category, ...]:
    return tuple(Category(id=name, name=name, codes=world.patterns()) for name in world.categories)


def _calendar(world: World, name: str) -> Calendar:
    draw = world.draw
    local = [LocalHoliday(name="Padroeira", day=day) for day in LOCAL_DAYS if draw.chance(0.4)]
    if draw.chance(0.5):
        dates = (world.day(), world.day())
        world.borders |= set(dates)
        local.append(LocalHoliday(name="Luto", dates=dates))
    return Calendar(
        id=name,
        name=name,
        state=draw.maybe(0.7, draw.pick(STATES)),
        optional_days=draw.chance(0.5),
        local=tuple(local),
    )
