"""The triggers themselves: installed whole, made again, taken away, and missed when they are not there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from honorarios.records import triggers
from honorarios.records.models import FeeLine, FeeLineVersion, LineFacts
from honorarios.records.triggers.scripts import trigger_names
from tests.records.making import make_line, make_world
from tests.records.moving import make_case
from tests.records.ways import refused, run

if TYPE_CHECKING:
    from tests.records.making import World

FOLDER = Path(triggers.__file__).parent
KINDS = ("sqlite", "postgresql")


@pytest.mark.database
def test_a_migrated_database_has_them_all() -> None:
    assert len(trigger_names(connection)) > 30
    assert triggers.missing(connection) == []


@pytest.mark.database
def test_they_can_be_made_again(world: World) -> None:
    make_case(world, "billed")
    triggers.install(connection)
    assert triggers.missing(connection) == []
    assert refused(lambda: make_line(world)) == "EST-FROZEN"


@pytest.mark.database
def test_without_them_the_owner_does_as_they_please(world: World) -> None:
    """The owner's DDL is beyond the promise; what it takes away is told."""
    case = make_case(world, "billed")
    with transaction.atomic():
        triggers.remove(connection)
        FeeLine.objects.filter(pk=case.line.pk).update(description="Outra")
        assert set(triggers.missing(connection)) == trigger_names(connection)
        triggers.install(connection)
    assert triggers.missing(connection) == []


@pytest.mark.database
def test_a_trigger_that_was_dropped_is_missed() -> None:
    run("DROP TRIGGER held_line_born" + _on("records_feeline"))
    assert triggers.missing(connection) == ["held_line_born"]


@pytest.mark.database
def test_a_trigger_that_was_disabled_is_missed() -> None:
    if connection.vendor == "postgresql":
        run("ALTER TABLE records_feeline DISABLE TRIGGER held_line_changed")
        assert triggers.missing(connection) == ["held_line_changed"]


def _on(table: str) -> str:
    return f" ON {table}" if connection.vendor == "postgresql" else ""


def test_the_migration_goes_back_and_forth(on_own_database: str) -> None:
    assert on_own_database
    world = make_world()
    make_line(world)
    call_command("migrate", "records", "0001", verbosity=0)
    assert set(triggers.missing(connection)) == trigger_names(connection)
    FeeLine.objects.update(description="Outra")
    call_command("migrate", "records", verbosity=0)
    assert triggers.missing(connection) == []
    assert refused(lambda: FeeLine.objects.update(description="Mais outra")) == "EST-VERSION"


def test_both_databases_have_the_same_files() -> None:
    names = {kind: {file.name for file in (FOLDER / kind).glob("*.sql")} for kind in KINDS}
    only_sqlite = {"replaced.sql", "overwritten.sql", "sums.sql"}
    assert names["sqlite"] - only_sqlite == names["postgresql"]


@pytest.mark.database
def test_a_version_has_every_fact_of_a_line() -> None:
    """A column that is added to a line's facts is in its versions, and so in what the trigger copies."""
    facts = {field.column for field in LineFacts._meta.fields}
    own = {field.column for field in FeeLineVersion._meta.fields} - facts
    assert own == {"id", "line_id", "replaced_at"}
