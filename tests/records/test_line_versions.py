"""Whatever writes a line, every version of it stays; a reversal mirrors its original to the centavo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Sum

from honorarios.records.models import FeeLine, FeeLineVersion, LineFacts, Provider
from tests.records.making import line_of, make_line, mirror
from tests.records.moving import make_attendance, make_part
from tests.records.ways import done, everything, refused, run

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database

FACTS = [field.attname for field in LineFacts._meta.fields]


def facts(line: LineFacts) -> dict[str, object]:
    return {name: getattr(line, name) for name in FACTS}


def edit(line: FeeLine, **changes: object) -> None:
    for name, value in changes.items():
        setattr(line, name, value)
    line.version += 1
    line.save()


def test_every_version_is_kept_whole(world: World) -> None:
    line = make_line(world, kept={"basis": "CH", "steps": [1, "x"]}, description="Consulta")
    was = [facts(FeeLine.objects.get(pk=line.pk))]
    edit(line, unit_value=1, total=2, charged=2, quantity=2)
    was.append(facts(FeeLine.objects.get(pk=line.pk)))
    edit(line, kept={}, role="clinician")
    kept = FeeLineVersion.objects.filter(line=line).order_by("version")
    assert [facts(version) for version in kept] == was
    assert FeeLine.objects.get(pk=line.pk).version == 3
    assert all(version.replaced_at for version in kept)


def test_raw_sql_leaves_its_versions_too(world: World) -> None:
    lines = [make_line(world), make_line(world)]
    was = [facts(FeeLine.objects.get(pk=line.pk)) for line in lines]
    run("UPDATE records_feeline SET charged = 0, treatment = 'covered', version = version + 1")
    kept = FeeLineVersion.objects.order_by("line")
    assert [facts(version) for version in kept] == was


@pytest.mark.parametrize("version", [0, 1, 2, 3])
def test_no_version_is_made_up(world: World, version: int) -> None:
    line = make_line(world)
    edit(line, quantity=2, total=2 * line.unit_value, charged=2 * line.unit_value)
    made_up = {field.attname: getattr(line, field.attname) for field in LineFacts._meta.fields}
    made_up |= {"version": version, "line": line, "replaced_at": line.created_at}
    with pytest.raises(DatabaseError), transaction.atomic():
        FeeLineVersion.objects.create(**made_up)
    assert FeeLineVersion.objects.filter(line=line).count() == 1


@pytest.mark.parametrize("version", [0, 1, 3, 7])
def test_the_version_grows_by_one(world: World, version: int) -> None:
    line = make_line(world)
    line.version = version
    assert refused(line.save) == "EST-VERSION"


def test_a_line_is_born_in_its_first_version(world: World) -> None:
    assert refused(line_of(world, version=2).save) == "EST-BORN"
    undone = {"status": "reversed"}
    assert refused(line_of(world, **undone).save) == "EST-BORN"


def test_history_is_written_by_the_database_only(world: World) -> None:
    line = make_line(world)
    edit(line, description="Outra")
    past = FeeLineVersion.objects.get()
    before = everything()
    past.description = "Nunca"
    assert refused(past.save) == "EST-APPEND-ONLY"
    assert refused(lambda: run("DELETE FROM records_feelineversion")) == "EST-APPEND-ONLY"
    for version in (1, 2, 3):
        made_up = FeeLineVersion(line=line, replaced_at=past.replaced_at, **facts(past))
        made_up.version = version
        # A version that was is there already; one that was not is none of the past.
        assert refused(made_up.save) == (None if version == 1 else "EST-APPEND-ONLY")
    assert everything() == before


MOVES: list[tuple[str, Any]] = [
    ("part_id", lambda w: make_part(w, make_attendance(w)).pk),
    ("part_id", lambda w: make_part(w).pk),
    ("number", lambda _: 9_999),
    ("uid", lambda _: "00000000-0000-4000-8000-000000000000"),
    ("office_id", lambda _: 9_999),
    ("billing_unit_id", lambda _: 9_999),
    ("difference_of_id", lambda w: make_line(w).pk),
    ("automatic_of_id", lambda w: make_line(w).pk),
    ("import_row", lambda _: 7),
]


@pytest.mark.parametrize(("column", "elsewhere"), MOVES)
def test_a_line_stays_where_it_is(world: World, column: str, elsewhere: Any) -> None:  # noqa: ANN401 - a value's maker
    line = make_line(world)
    changed = {column: elsewhere(world), "version": 2}
    assert refused(lambda: FeeLine.objects.filter(pk=line.pk).update(**changed)) == "EST-MOVED"


@pytest.mark.parametrize("column", ["office_id", "billing_unit_id"])
def test_a_line_is_of_the_office_and_unit_of_its_part(world: World, column: str) -> None:
    assert refused(line_of(world, **{column: 9_999}).save) == "EST-PLACE"


def opposite(line: FeeLine, **changes: object) -> FeeLine:
    """The reversal of a line, unsaved."""
    told = facts(line) | {"version": 1, "status": "reversal", "reverses": line} | mirror(line)
    return FeeLine(
        part=line.part, number=line.number + 1_000, billing_unit=line.billing_unit, **told | changes
    )


def test_a_reversal_marks_its_original_and_the_sum_is_zero(world: World) -> None:
    line = make_line(world, quantity=3, total=123_000, charged=123_000)
    done(opposite(line).save)
    line.refresh_from_db()
    assert (line.status, line.version) == ("reversed", 2)
    assert FeeLineVersion.objects.get(line=line).status == "active"
    sums = FeeLine.objects.aggregate(Sum("quantity"), Sum("total"), Sum("charged"))
    assert set(sums.values()) == {0}


def test_the_original_says_who_reversed_it_and_when(world: World) -> None:
    line = make_line(world)
    reversal = opposite(line)
    reversal.save()
    line.refresh_from_db()
    assert (line.created_at, line.created_by_id) == (reversal.created_at, reversal.created_by_id)


def test_many_lines_are_reversed_at_once(world: World) -> None:
    lines = [make_line(world) for _ in range(4)]
    FeeLine.objects.bulk_create([opposite(line) for line in lines])
    assert FeeLine.objects.filter(status="reversed").count() == 4


NO_MIRRORS: list[dict[str, Any]] = [
    {"quantity": -2},
    {"unit_value": 40_000},
    {"total": -40_000, "charged": -40_000},
    {"charged": 0, "treatment": "covered"},
    {"code": "10101039"},
    {"role": "clinician"},
    {"start": "2025-11-22 10:01"},
    {"end": "2025-11-22 11:00"},
    {"kind": "facility_fee"},
    {"outside_stored": True},
    {"split_percent": 50},
    {"special": True},
    {"rank": 1},
]


@pytest.mark.parametrize("wrong", NO_MIRRORS, ids=lambda wrong: next(iter(wrong)))
def test_a_reversal_that_does_not_mirror_is_refused(world: World, wrong: dict[str, Any]) -> None:
    assert refused(opposite(make_line(world), **wrong).save) == "EST-MIRROR"


def test_a_reversal_is_of_the_same_provider_and_part(world: World) -> None:
    line = make_line(world)
    colleague = Provider.objects.create(office=world.office, code="p2", name="Dr. Outro")
    assert refused(opposite(line, provider_id=colleague.pk).save) == "EST-MIRROR"
    elsewhere = opposite(line)
    elsewhere.part = make_part(world)
    assert refused(elsewhere.save) == "EST-MIRROR"


def test_nothing_reversed_is_reversed_again(world: World) -> None:
    line = make_line(world)
    reversal = opposite(line)
    reversal.save()
    line.refresh_from_db()
    assert refused(opposite(line).save) is None  # the constraint that a line is reversed once
    backwards = opposite(reversal, status="reversal", quantity=-1, total=-1, charged=-1)
    assert refused(backwards.save) == "EST-MIRROR"


def test_nobody_marks_a_line_reversed_but_its_reversal(world: World) -> None:
    line = make_line(world)
    assert refused(lambda: edit(line, status="reversed")) == "EST-REVERSED"
