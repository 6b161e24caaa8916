"""Connections that are not the product's own: SQLite's as any program opens it, a clerk's in psql."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import psycopg
import pytest
from django.db import connection, transaction

from honorarios.records import triggers
from honorarios.records.models import Payer
from tests.records.making import make_world
from tests.records.moving import FROZEN, make_case
from tests.records.ways import everything

if TYPE_CHECKING:
    from tests.records.moving import Case

ROLE = "honorarios_clerk"
CLERK = f"""
DO $$ BEGIN
  CREATE ROLE {ROLE};
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END $$
"""

ANYWHERE = [
    "UPDATE records_feeline SET charged = 0, treatment = 'covered' WHERE id = {line}",
    "UPDATE records_feeline SET description = 'x', version = 2 WHERE id = {line}",
    "DELETE FROM records_feeline WHERE id = {line}",
    "DELETE FROM records_feelineversion",
    "UPDATE records_accountpart SET contract = 'x', version = version + 1 WHERE id = {part}",
    "DELETE FROM records_accountpart WHERE id = {part}",
    "UPDATE records_accountpart SET account_id = {other}, version = 9 WHERE id = {part}",
    "DELETE FROM records_account WHERE id = {account}",
    "DELETE FROM records_attendance WHERE id = {attendance}",
    "DELETE FROM records_payer WHERE id = {payer}",
    "UPDATE records_payer SET id = -5 WHERE id = {payer}",
]
SQLITE = [
    "REPLACE INTO records_feeline SELECT * FROM records_feeline WHERE id = {line}",
    "REPLACE INTO records_accountpart SELECT * FROM records_accountpart WHERE id = {part}",
    "REPLACE INTO records_account SELECT * FROM records_account WHERE id = {account}",
    "REPLACE INTO records_attendance SELECT * FROM records_attendance WHERE id = {attendance}",
    "REPLACE INTO records_payer SELECT * FROM records_payer WHERE id = {payer}",
    "UPDATE OR REPLACE records_feeline SET id = {line} WHERE id = {other_line}",
    (
        "UPDATE OR REPLACE records_attendance SET version = version + 1,"
        " (hospital_id, number) = (SELECT hospital_id, number FROM records_attendance WHERE id = {attendance})"
        " WHERE id = {other_attendance}"
    ),
    (
        "UPDATE OR REPLACE records_payer SET code = (SELECT code FROM records_payer WHERE id = {payer})"
        " WHERE id = {other_payer}"
    ),
]
POSTGRESQL = [
    "TRUNCATE records_feeline CASCADE",
    "ALTER TABLE records_feeline DISABLE TRIGGER ALL",
    "ALTER TABLE records_feeline DISABLE TRIGGER held_line_changed",
    "DROP TRIGGER held_line_changed ON records_feeline",
    "DROP FUNCTION held_refuse(text) CASCADE",
    "CREATE OR REPLACE FUNCTION held_refuse(why text) RETURNS void LANGUAGE sql AS ''",
    "SET session_replication_role = replica",
]


def told(case: Case, statement: str) -> str:
    """A statement about the case's rows."""
    return statement.format(
        line=case.line.pk,
        other_line=case.open_line.pk,
        part=case.part.pk,
        account=case.part.account_id,
        other=case.open_part.account_id,
        attendance=case.part.account.attendance_id,
        payer=case.part.payer_id,
        other_payer=Payer.objects.exclude(pk=case.part.payer_id).earliest("pk").pk,
        other_attendance=case.open_part.account.attendance_id,
    )


@pytest.mark.parametrize("state", FROZEN)
def test_nobody_who_is_not_the_owner_changes_a_frozen_part(
    on_own_database: str, state: str
) -> None:
    with transaction.atomic():
        case = make_case(make_world(), state)
    before = everything()
    if connection.vendor == "sqlite":
        as_another_program(case, on_own_database)
    else:
        as_another_role(case, on_own_database)
    assert everything() == before
    assert triggers.missing(connection) == []


def as_another_program(case: Case, url: str) -> None:
    """By SQLite's own defaults: no foreign keys are checked, no trigger sees what is replaced."""
    stranger = sqlite3.connect(url.removeprefix("sqlite:///"))
    for statement in [*ANYWHERE, *SQLITE]:
        with pytest.raises(sqlite3.IntegrityError, match="EST-"):
            stranger.execute(told(case, statement))
        stranger.rollback()
    stranger.close()


def as_another_role(case: Case, url: str) -> None:
    """By a role that may read and write every row, and owns nothing."""
    refusals = (psycopg.errors.RestrictViolation, psycopg.errors.InsufficientPrivilege)
    with psycopg.connect(url, autocommit=True) as stranger:
        stranger.execute(CLERK)
        stranger.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {ROLE}")
        stranger.execute(f"SET ROLE {ROLE}")
        for statement in [*ANYWHERE, *POSTGRESQL]:
            with pytest.raises(refusals):
                stranger.execute(told(case, statement))
