"""Every way into a part's lines x every reason why the part is frozen: none succeeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.records import line_ways
from tests.records.moving import FROZEN, make_case
from tests.records.ways import done, everything, refused, run

if TYPE_CHECKING:
    from tests.records.making import World
    from tests.records.ways import Way

pytestmark = pytest.mark.database


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "way" in metafunc.fixturenames:
        database = metafunc.config.getoption("database")
        own = line_ways.SQLITE if database == "sqlite" else line_ways.POSTGRESQL
        ways = [*line_ways.COMMON, *own]
        metafunc.parametrize("way", ways, ids=[way.name for way in ways])


@pytest.mark.parametrize("state", FROZEN)
def test_no_way_changes_the_lines_of_a_frozen_part(world: World, way: Way, state: str) -> None:
    case = make_case(world, state)
    before = everything()
    assert refused(lambda: way.act(case)) in way.code.split()
    assert everything() == before


@pytest.mark.parametrize("state", ["open", "closed"])
def test_the_same_ways_lead_into_a_part_that_is_not_frozen(
    world: World, way: Way, state: str
) -> None:
    """So that a way is refused because the part is frozen, and not because it leads nowhere."""
    case = make_case(world, state)
    before = everything()
    if way.when_open:
        done(lambda: way.act(case))
        assert everything() != before
    else:
        assert refused(lambda: way.act(case))
        assert everything() == before


@pytest.mark.parametrize("state", ["open", *FROZEN])
@pytest.mark.parametrize("which", ["reversed", "reversal"])
@pytest.mark.parametrize(
    "change",
    [
        "version = version + 1",
        (
            "status = 'active', reverses_id = NULL, quantity = abs(quantity), total = abs(total),"
            " charged = abs(charged), version = version + 1"
        ),
        "description = 'Outra', version = version + 1",
        "charged = 0, treatment = 'covered'",
    ],
)
def test_what_is_reversed_never_changes(world: World, state: str, which: str, change: str) -> None:
    line = getattr(make_case(world, state), which)
    statement = f"UPDATE records_feeline SET {change} WHERE id = %s"  # noqa: S608
    assert refused(lambda: run(statement, line.pk)) == "EST-REVERSED"
