from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.db.models import Max, Sum

from honorarios.records.fields import ExactField
from honorarios.records.models import FeeLine, PriceRow
from tests.records.making import line_of, make_line

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database

HOURS = [
    datetime(2018, 11, 4, 0, 0),  # skipped by the clocks of São Paulo
    datetime(2018, 2, 17, 23, 30),  # that clocks went through twice
    datetime(2024, 2, 29, 23, 59, 59),
    datetime(2025, 12, 31, 23, 59, 58),
]


@pytest.mark.parametrize("hour", HOURS)
def test_a_wall_time_comes_back_as_it_went(world: World, hour: datetime) -> None:
    """``spec: quality P23``: clinical hours are the local wall's, never converted."""
    line = make_line(world, start=hour)
    line.refresh_from_db()
    assert line.start == hour
    assert line.start.tzinfo is None
    assert FeeLine.objects.filter(start=hour, start__gte=hour, start__lte=hour).count() == 1


def test_wall_times_are_ordered_and_aggregated(world: World) -> None:
    for hour in sorted(HOURS, reverse=True):
        make_line(world, start=hour)
    assert list(FeeLine.objects.order_by("start").values_list("start", flat=True)) == sorted(HOURS)
    assert FeeLine.objects.aggregate(last=Max("start"))["last"] == max(HOURS)


def test_the_database_keeps_the_hour_as_written(world: World) -> None:
    make_line(world, start=datetime(2018, 11, 4, 0, 0))
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(start AS varchar(30)) FROM records_feeline")
        assert cursor.fetchone() == ("2018-11-04 00:00:00",)


@pytest.mark.parametrize(
    "hour", [datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, 0, 0, 0, 1)]
)
def test_a_wall_time_has_no_zone_and_no_fraction(world: World, hour: datetime) -> None:
    with pytest.raises(ValueError, match="no zone and no fraction"):
        line_of(world, start=hour).save()


def price(world: World, **facts: object) -> PriceRow:
    return PriceRow.objects.create(
        office=world.office,
        schedule="s",
        edition="e",
        code="1",
        basis="CH",
        added_in=1,
        **facts,
    )


@pytest.mark.parametrize("text", ["0.0001", "9999999.9999", "10000000", "-12.5", "0.1"])
def test_an_exact_number_comes_back_exact(world: World, text: str) -> None:
    row = price(world, fee=Decimal(text))
    row.refresh_from_db()
    assert row.fee == Decimal(text)
    assert PriceRow.objects.filter(fee=Decimal(text), film__isnull=True).count() == 1


def test_exact_numbers_add_up_in_the_database(world: World) -> None:
    for _ in range(10):
        price(world, fee=Decimal("0.1"))
    assert PriceRow.objects.aggregate(sum=Sum("fee"))["sum"] == 1


def test_an_exact_number_is_not_rounded_and_not_a_float() -> None:
    field: ExactField[Decimal, Decimal] = ExactField(places=4)
    with pytest.raises(ValueError, match="decimal places"):
        field.get_prep_value(Decimal("0.00001"))
    with pytest.raises(TypeError, match="float"):
        field.get_prep_value(0.5)
