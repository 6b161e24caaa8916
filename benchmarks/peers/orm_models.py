"""The core catalogue as Django models, as a hospital's own system would keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    AnyDecimal = models.DecimalField[Any, Any]


def _quantity(*, null: bool = False) -> AnyDecimal:
    return models.DecimalField(max_digits=15, decimal_places=4, null=null)


def _percent(*, null: bool = False) -> AnyDecimal:
    return models.DecimalField(max_digits=7, decimal_places=2, null=null)


class Model(models.Model):
    """A table of the benchmark's only application."""

    class Meta:
        abstract = True
        app_label = "benchmarks"


class Dated(Model):
    """Something valid between two days."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta(Model.Meta):
        abstract = True


class Schedule(Model):
    """A fee schedule."""

    id = models.CharField(primary_key=True, max_length=64)


class PriceRow(Dated):
    """A price of one code."""

    schedule = models.ForeignKey(Schedule, models.CASCADE)
    number = models.IntegerField()
    code = models.CharField(max_length=10)
    basis = models.CharField(max_length=5)
    porte = models.CharField(max_length=3, null=True)
    fee = _quantity()
    operating_cost = _quantity()
    film = _quantity()

    class Meta(Dated.Meta):
        indexes = (models.Index(fields=["schedule", "code", "valid_from"], name="price_row"),)


class CoefficientPeriod(Dated):
    """What a CH, a UCO and a square metre of film are worth in one period."""

    set = models.CharField(max_length=64, db_index=True)
    ch = _quantity(null=True)
    uco = _quantity(null=True)
    film = _quantity(null=True)


class PorteValue(Model):
    """What a porte is worth in one period."""

    period = models.ForeignKey(CoefficientPeriod, models.CASCADE)
    porte = models.CharField(max_length=3)
    value = _quantity()


class StandardRules(Dated):
    """A billing standard's percentages in one period."""

    standard = models.CharField(max_length=64, db_index=True)
    same = _percent()
    different = _percent()


class RolePercent(Model):
    """What a role is paid."""

    rules = models.ForeignKey(StandardRules, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=32)
    percent = _percent(null=True)


class OvertimeWindow(Model):
    """Special hours of one kind of day: 0 is Monday, 7 a holiday."""

    rules = models.ForeignKey(StandardRules, models.CASCADE, related_name="windows")
    day_class = models.SmallIntegerField()
    start = models.CharField(max_length=5)
    end = models.CharField(max_length=5)
    percent = _percent()


class Contract(Model):
    """A contract."""

    id = models.CharField(primary_key=True, max_length=64)
    calendar = models.CharField(max_length=64)


class Terms(Dated):
    """A contract's terms in one period."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="terms")
    standard = models.CharField(max_length=64)
    coefficients = models.CharField(max_length=64)
    special_table = models.ForeignKey(Schedule, models.CASCADE, null=True, related_name="+")
    procedure_table = models.ForeignKey(Schedule, models.CASCADE, null=True, related_name="+")
    plan_tables_exclusive = models.BooleanField()
    touches_all = models.BooleanField()


class PlanTerms(Model):
    """A plan's own tables."""

    terms = models.ForeignKey(Terms, models.CASCADE, related_name="plans")
    plan = models.CharField(max_length=64, db_index=True)
    special_table = models.ForeignKey(Schedule, models.CASCADE, null=True, related_name="+")
    procedure_table = models.ForeignKey(Schedule, models.CASCADE, null=True, related_name="+")


class AccommodationFactor(Model):
    """A row of the annex Acomodação."""

    terms = models.ForeignKey(Terms, models.CASCADE, related_name="accommodation")
    type = models.CharField(max_length=64)
    factor = models.DecimalField(max_digits=9, decimal_places=6)


class Holiday(Model):
    """A holiday of a place."""

    calendar = models.CharField(max_length=64)
    day = models.DateField()

    class Meta(Model.Meta):
        indexes = (models.Index(fields=["calendar", "day"], name="holiday"),)


ALL = (
    Schedule,
    PriceRow,
    CoefficientPeriod,
    PorteValue,
    StandardRules,
    RolePercent,
    OvertimeWindow,
    Contract,
    Terms,
    PlanTerms,
    AccommodationFactor,
    Holiday,
)
"""Every model, in an order in which the tables can be made."""
