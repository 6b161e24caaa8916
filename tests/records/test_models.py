"""Rules that every model of the record follows."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from honorarios.catalogue.schema import PRICE_COLUMNS
from honorarios.records import models as record
from honorarios.records.models.base import Owned

MODELS = list(apps.get_app_config("records").get_models())
FIELDS = [
    field
    for model in MODELS
    if model is not record.User
    for field in model._meta.local_fields
    if not field.auto_created
]
SAME_IN_PORTUGUESE = {"senha", "hospital", "hash", "total", "porte", "regime"}


def test_the_package_names_every_model() -> None:
    assert {model.__name__ for model in MODELS} <= set(record.__all__)


def test_every_model_says_what_it_is() -> None:
    # Django writes "Model(id, ...)" where a class has no docstring.
    mute = [m for m in MODELS if not m.__doc__ or m.__doc__.startswith(f"{m.__name__}(")]
    unnamed = [
        model
        for model in MODELS
        if model._meta.verbose_name in {model._meta.model_name, None} - SAME_IN_PORTUGUESE
    ]
    assert mute == unnamed == []


def test_every_row_belongs_to_an_office() -> None:
    others = {model for model in MODELS if not issubclass(model, Owned)}
    # What a person likes is the same in every office.
    assert others == {record.Office, record.User, record.Preference}


def test_every_field_is_explained_in_portuguese() -> None:
    assert [field for field in FIELDS if not field.help_text] == []
    assert [
        field
        for field in FIELDS
        if field.verbose_name == field.name.replace("_", " ")
        and field.name not in SAME_IN_PORTUGUESE
    ] == []


def test_nothing_is_deleted_along_with_something_else() -> None:
    references = [field for field in FIELDS if isinstance(field, models.ForeignKey)]
    assert references
    assert {field.remote_field.on_delete for field in references} == {models.PROTECT}


def test_every_closed_list_is_held_by_the_database() -> None:
    # A replaced version is a copy of what was checked when it was written.
    lists = [f for f in FIELDS if f.choices and f.model is not record.FeeLineVersion]
    assert lists
    assert [field for field in lists if f"'{field.name}__in'" not in _checks(field.model)] == []


def _checks(model: type[models.Model]) -> str:
    return " ".join(
        str(constraint.condition)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    )


def test_a_price_row_has_the_columns_of_the_catalogues_price_table_in_order() -> None:
    keys = ["id", "office", "added_in", "removed_in", "schedule", "edition"]
    names = [field.name for field in record.PriceRow._meta.local_fields]
    assert names == [*keys, *(column.name for column in PRICE_COLUMNS)]


def test_a_version_has_every_fact_of_a_fee_line() -> None:
    facts = {field.name for field in record.LineFacts._meta.local_fields}
    kept = {field.name for field in record.FeeLineVersion._meta.local_fields}
    assert kept == facts | {"id", "line", "replaced_at"}


@pytest.mark.database
def test_the_migrations_make_these_models() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
