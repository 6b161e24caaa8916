"""The kinds of columns that the record is made of: closed lists, money, exact numbers, wall time."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    from honorarios.core.vocabulary import Term

# What may be assigned to a field and what is read from it; with ``null=True`` the type checker's Django
# plugin adds None to both. Django's own classes take the two only in the checker's stubs.
_Set_contra = TypeVar("_Set_contra", contravariant=True)
_Get_co = TypeVar("_Get_co", covariant=True)

if TYPE_CHECKING:

    class _Typed(models.Field[_Set_contra, _Get_co]):
        pass
else:

    class _Typed(models.Field, Generic[_Set_contra, _Get_co]):
        pass


LONGEST_TERM = 24
"""Characters of the longest code name of a closed list."""


def term_field(
    terms: type[Term],
    title: str,
    help_text: str,
    *,
    optional: bool = False,
    default: Term | None = None,
) -> models.CharField[str, str]:
    """A column that holds the code name of a member of ``terms``; empty text when optional.

    The column alone checks nothing in the database: :func:`term_check` goes with it.
    """
    choices = [(term.code_name, term.label) for term in terms]
    if default is not None:
        return models.CharField(
            title,
            max_length=LONGEST_TERM,
            choices=choices,
            default=default.code_name,
            help_text=help_text,
        )
    if optional:
        return models.CharField(
            title,
            max_length=LONGEST_TERM,
            choices=choices,
            blank=True,
            default="",
            help_text=help_text,
        )
    return models.CharField(title, max_length=LONGEST_TERM, choices=choices, help_text=help_text)


def term_check(
    name: str, field: str, terms: type[Term], *, optional: bool = False
) -> models.CheckConstraint:
    """The constraint that a column holds a code name of ``terms``, or nothing when optional."""
    known = [term.code_name for term in terms]
    if optional:
        known.append("")
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": known}))


def ordered_dates(
    name: str, first: str = "valid_from", last: str = "valid_to"
) -> models.CheckConstraint:
    """The constraint that a period doesn't end before it begins; an empty end is open."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": models.F(first)}),
    )


class WallTimeField(_Typed[_Set_contra, _Get_co]):
    """A clinical hour: the wall clock of the place, with no zone, to the second.

    Hours that a clock skips or repeats exist in accounts all the same, so they are never converted:
    a naive :class:`~datetime.datetime` goes in and the same one comes out, on every database.
    """

    _pyi_private_set_type: datetime
    _pyi_private_get_type: datetime
    description = "Data e hora do local, sem fuso"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """``timestamp`` without time zone; on SQLite, text that sorts as time does."""
        return "timestamp(0)" if connection.vendor == "postgresql" else "datetime"

    def to_python(self, value: Any) -> datetime | None:
        """The naive hour of a value or of its ISO text."""
        if value is None:
            return None
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError as problem:
                raise ValidationError(
                    "“%(value)s” não é uma data com hora: escreva 2025-11-22 10:00.",
                    code="invalid",
                    params={"value": value},
                ) from problem
        if not isinstance(value, datetime):
            raise TypeError(f"a wall time is a datetime, not {type(value).__name__}")
        if value.tzinfo is not None or value.microsecond:
            raise ValueError("a wall time has no zone and no fraction of a second")
        return value

    def from_db_value(self, value: datetime | str | None, *_: object) -> datetime | None:
        """The hour; SQLite tells text where a function, and not the column itself, was asked."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """The naive hour, or the expression that stands for it."""
        value = super().get_prep_value(value)
        if hasattr(value, "resolve_expression"):
            return value
        return self.to_python(value)

    def get_db_prep_value(
        self,
        value: Any,
        connection: BaseDatabaseWrapper,
        prepared: bool = False,  # noqa: FBT001, FBT002 - the signature is Django's
    ) -> Any:
        """What the driver takes: SQLite keeps ``2025-11-22 10:00:00``."""
        value = super().get_db_prep_value(value, connection, prepared)
        if isinstance(value, datetime) and connection.vendor == "sqlite":
            return value.isoformat(sep=" ")
        return value

    def value_to_string(self, obj: models.Model) -> str:
        """The hour in ISO text, for serializers."""
        value = self.value_from_object(obj)
        return value.isoformat(sep=" ") if isinstance(value, datetime) else ""


class ExactField(_Typed[_Set_contra, _Get_co]):
    """A decimal number kept as a whole number of its last place, exact on every database.

    SQLite has no decimals, only floats; ``ExactField(places=4)`` keeps 12.5 as 125000.
    """

    _pyi_private_set_type: Decimal
    _pyi_private_get_type: Decimal
    description = "Número decimal exato com %(places)s casas"

    def __init__(self, *args: Any, places: int, **kwargs: Any) -> None:
        self.places = places
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """What a migration writes of this field."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "places": self.places}

    def get_internal_type(self) -> str:
        """It is stored as a big integer."""
        return "BigIntegerField"

    def from_db_value(self, value: int | None, *_: object) -> Decimal | None:
        """The number that the whole number stands for."""
        return None if value is None else Decimal(value).scaleb(-self.places)

    def to_python(self, value: Any) -> Any:
        """The number of a value or of its text; a float is refused."""
        if value is None:
            return None
        if isinstance(value, float):
            raise TypeError("an exact number is never made from a float")
        return Decimal(value)

    def get_prep_value(self, value: Any) -> Any:
        """The whole number that stands for the value; more places than the field has are an error."""
        if value is None or hasattr(value, "resolve_expression"):
            return value
        scaled = self.to_python(value).scaleb(self.places)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimal places")
        return int(scaled)
