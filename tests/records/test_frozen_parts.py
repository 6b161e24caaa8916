"""Every way to change a frozen part, its account or what freezes it: none succeeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.records import part_ways
from tests.records.moving import FROZEN, make_case
from tests.records.ways import done, everything, refused

if TYPE_CHECKING:
    from tests.records.making import World
    from tests.records.ways import Way

pytestmark = pytest.mark.database


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "way" in metafunc.fixturenames:
        database = metafunc.config.getoption("database")
        own = part_ways.SQLITE if database == "sqlite" else part_ways.POSTGRESQL
        ways = [*part_ways.COMMON, *own]
        if metafunc.function is test_no_way_changes_the_facts_of_a_frozen_part:
            ways += part_ways.WHEN_FROZEN
        metafunc.parametrize("way", ways, ids=[way.name for way in ways])


@pytest.mark.parametrize("state", FROZEN)
def test_no_way_changes_the_facts_of_a_frozen_part(world: World, way: Way, state: str) -> None:
    case = make_case(world, state)
    before = everything()
    assert refused(lambda: way.act(case)) in way.code.split()
    assert everything() == before


@pytest.mark.parametrize("state", ["open", "closed"])
def test_the_same_ways_change_a_part_that_is_not_frozen(world: World, way: Way, state: str) -> None:
    case = make_case(world, state)
    before = everything()
    if way.when_open:
        done(lambda: way.act(case))
        assert everything() != before
    else:
        assert refused(lambda: way.act(case))
        assert everything() == before
