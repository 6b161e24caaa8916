"""Every way to write a part's fee lines."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.db import connection

from honorarios.records.models import FeeLine
from tests.records.making import line_of, make_line, mirror, numbers
from tests.records.ways import LINES, Way, as_others_connect, columns, copied, copied_in, run

if TYPE_CHECKING:
    from tests.records.moving import Case


def save_edited(case: Case) -> None:
    line = case.line
    line.unit_value = line.total = line.charged = 42_000
    line.version += 1
    line.save()


def save_some_fields(case: Case) -> None:
    case.line.description = "Outra"
    case.line.version += 1
    case.line.save(update_fields=["description", "version"])


def update_queryset(case: Case) -> None:
    FeeLine.objects.filter(pk=case.line.pk).update(charged=0, treatment="covered", version=2)


def bulk_update(case: Case) -> None:
    case.line.description, case.line.version = "Outra", 2
    FeeLine.objects.bulk_update([case.line], ["description", "version"])


def create(case: Case) -> None:
    make_line(case.world, part=case.part)


def bulk_create(case: Case) -> None:
    FeeLine.objects.bulk_create([line_of(case.world, part=case.part) for _ in range(3)])


def bulk_create_ignoring(case: Case) -> None:
    line = line_of(case.world, part=case.part)
    FeeLine.objects.bulk_create([line], ignore_conflicts=True)


def bulk_create_updating(case: Case) -> None:
    """An upsert by the line's identifier."""
    line = line_of(case.world, part=case.part, uid=case.line.uid, version=2)
    FeeLine.objects.bulk_create(
        [line], update_conflicts=True, unique_fields=["uid"], update_fields=["charged", "version"]
    )


def reverse(case: Case) -> None:
    opposite: dict[str, Any] = mirror(case.line)
    make_line(case.world, part=case.part, status="reversal", reverses=case.line, **opposite)


def delete(case: Case) -> None:
    FeeLine.objects.filter(pk=case.line.pk).delete()


def save_moved_here(case: Case) -> None:
    case.open_line.part = case.part
    case.open_line.version += 1
    case.open_line.save()


def save_moved_away(case: Case) -> None:
    case.line.part = case.open_part
    case.line.version += 1
    case.line.save()


def move_all(case: Case) -> None:
    FeeLine.objects.filter(part=case.part, status="active").update(part=case.open_part, version=2)


def update_raw(case: Case) -> None:
    run("UPDATE records_feeline SET description = 'Outra' WHERE id = %s", case.line.pk)


def update_raw_with_version(case: Case) -> None:
    run(
        "UPDATE records_feeline SET description = 'Outra', version = version + 1 WHERE id = %s",
        case.line.pk,
    )


def update_nothing(case: Case) -> None:
    run("UPDATE records_feeline SET charged = charged WHERE id = %s", case.line.pk)


def update_from(case: Case) -> None:
    run(
        "UPDATE records_feeline SET version = records_feeline.version + 1"
        " FROM records_accountpart AS part WHERE part.id = part_id AND part.id = %s"
        " AND records_feeline.status = 'active'",
        case.part.pk,
    )


def update_through_with(case: Case) -> None:
    run(
        "WITH chosen AS (SELECT id FROM records_feeline WHERE id = %s)"
        " UPDATE records_feeline SET version = version + 1 WHERE id IN (SELECT id FROM chosen)",
        case.line.pk,
    )


def insert_raw(case: Case) -> None:
    copied(LINES, case.line.pk, **fresh())


def insert_returning(case: Case) -> None:
    copied(LINES, case.line.pk, tail="RETURNING id", **fresh())


def upsert(case: Case) -> None:
    copied(
        LINES,
        case.line.pk,
        tail="ON CONFLICT (id) DO UPDATE SET version = records_feeline.version + 1",
    )


def upsert_new(case: Case) -> None:
    copied(LINES, case.line.pk, tail="ON CONFLICT DO NOTHING", **fresh())


def reverse_raw(case: Case) -> None:
    opposite = {name: f"-{name}" for name in ("quantity", "total", "charged")}
    copied(
        LINES,
        case.line.pk,
        **{**fresh(), **opposite, "status": "'reversal'", "reverses_id": "id"},
    )


def mark_reversed(case: Case) -> None:
    run("UPDATE records_feeline SET status = 'reversed', version = 2 WHERE id = %s", case.line.pk)


def delete_raw(case: Case) -> None:
    run("DELETE FROM records_feeline WHERE id = %s", case.line.pk)


def delete_with_references_last(case: Case) -> None:
    run("DELETE FROM records_feeline WHERE reverses_id IS NOT NULL AND part_id = %s", case.part.pk)


def make_up_version(case: Case) -> None:
    """Put a version of the line into its history that never was."""
    shared = [name for name in columns("records_feelineversion") if name in columns(LINES)]
    names = ", ".join(f'"{name}"' for name in shared if name != "id")
    run(
        f"INSERT INTO records_feelineversion ({names}, line_id, replaced_at)"  # noqa: S608
        f" SELECT {names}, id, created_at FROM records_feeline WHERE id = %s",
        case.line.pk,
    )


def fresh() -> dict[str, Any]:
    """The columns in which a copy of the case's line is another line."""
    made = uuid.uuid4()
    uid = f"'{made}'::uuid" if connection.vendor == "postgresql" else f"'{made.hex}'"
    return {
        "id": 900_000_000 + next(numbers),
        "uid": uid,
        "number": 900_000 + next(numbers),
        "version": 1,
    }


COMMON = [
    Way("save", save_edited),
    Way("save some fields", save_some_fields),
    Way("update", update_queryset),
    Way("bulk update", bulk_update),
    Way("create", create),
    Way("bulk create", bulk_create),
    Way("bulk create, ignoring conflicts", bulk_create_ignoring),
    Way("reverse", reverse),
    Way("update from", update_from),
    Way("raw update with version", update_raw_with_version),
    Way("update through with", update_through_with),
    Way("raw insert", insert_raw),
    Way("raw insert returning", insert_returning),
    Way("upsert", upsert),
    Way("bulk create, updating conflicts", bulk_create_updating),
    Way("raw reversal", reverse_raw),
    Way("raw insert, or nothing on conflict", upsert_new),
    Way("save moved here", save_moved_here, "EST-MOVED", when_open=False),
    Way("save moved away", save_moved_away, when_open=False),
    Way("move all", move_all, when_open=False),
    Way("raw update", update_raw, when_open=False),
    Way("update nothing", update_nothing, when_open=False),
    Way("mark reversed", mark_reversed, when_open=False),
    Way("delete", delete, "EST-APPEND-ONLY", when_open=False),
    Way("raw delete", delete_raw, "EST-APPEND-ONLY", when_open=False),
    Way(
        "delete all",
        lambda _: run("DELETE FROM records_feeline"),
        "EST-APPEND-ONLY",
        when_open=False,
    ),
    Way("delete reversals", delete_with_references_last, "EST-APPEND-ONLY", when_open=False),
    Way("make up a version", make_up_version, "EST-APPEND-ONLY", when_open=False),
]


def insert_or_replace(case: Case) -> None:
    copied(LINES, case.line.pk, "INSERT OR REPLACE", charged=0, treatment="'covered'")


def replace_into(case: Case) -> None:
    """By the number within the part, which is as unique as the identifier."""
    copied(LINES, case.line.pk, "REPLACE", **{**fresh(), "number": "number"})


def update_or_replace(case: Case) -> None:
    """Make another line take the identifier of the case's line."""
    run(
        "UPDATE OR REPLACE records_feeline SET id = %s, version = version + 1 WHERE id = %s",
        case.line.pk,
        case.open_line.pk,
    )


def update_or_ignore(case: Case) -> None:
    run("UPDATE OR IGNORE records_feeline SET version = version + 1 WHERE id = %s", case.line.pk)


def insert_or_ignore(case: Case) -> None:
    copied(LINES, case.line.pk, "INSERT OR IGNORE", **fresh())


REPLACING = [
    Way("insert or replace", insert_or_replace, "EST-APPEND-ONLY", when_open=False),
    Way("replace into", replace_into, "EST-APPEND-ONLY", when_open=False),
    Way("update or replace", update_or_replace, "EST-APPEND-ONLY EST-MOVED", when_open=False),
    Way("update or ignore", update_or_ignore),
    Way("insert or ignore", insert_or_ignore),
]
SQLITE = [*REPLACING, *map(as_others_connect, REPLACING)]


def copy(case: Case) -> None:
    copied_in(LINES, case.line.pk, **fresh())


def merge(case: Case) -> None:
    run(
        "MERGE INTO records_feeline AS line USING (SELECT %s::bigint AS id) AS wanted"
        " ON line.id = wanted.id"
        " WHEN MATCHED THEN UPDATE SET version = line.version + 1",
        case.line.pk,
    )


def merge_delete(case: Case) -> None:
    run(
        "MERGE INTO records_feeline AS line USING (SELECT %s::bigint AS id) AS wanted"
        " ON line.id = wanted.id WHEN MATCHED THEN DELETE",
        case.line.pk,
    )


def delete_using(case: Case) -> None:
    run(
        "DELETE FROM records_feeline USING records_accountpart AS part"
        " WHERE part.id = part_id AND part.id = %s AND reverses_id IS NULL",
        case.part.pk,
    )


def through_a_view(case: Case) -> None:
    run("CREATE TEMPORARY VIEW shown AS SELECT * FROM records_feeline")
    run("UPDATE shown SET version = version + 1 WHERE id = %s", case.line.pk)
    run("DROP VIEW shown")


def with_deferred_constraints(case: Case) -> None:
    run("SET CONSTRAINTS ALL DEFERRED")
    create(case)


def behind_a_table_of_the_same_name(case: Case) -> None:
    """A temporary table that shows every part as open, in front of the record's."""
    run("CREATE TEMPORARY TABLE records_accountpart AS SELECT * FROM records_accountpart")
    run("UPDATE records_accountpart SET status = 'open', tax_invoice = ''")
    run("CREATE TEMPORARY TABLE records_attendance AS SELECT * FROM records_attendance")
    run("UPDATE records_attendance SET status = 'open'")
    create(case)
    run("DROP TABLE pg_temp.records_accountpart, pg_temp.records_attendance")


POSTGRESQL = [
    Way("copy", copy),
    Way("merge", merge),
    Way("merge to delete", merge_delete, "EST-APPEND-ONLY", when_open=False),
    Way("delete using", delete_using, "EST-APPEND-ONLY", when_open=False),
    Way(
        "truncate",
        lambda _: run("TRUNCATE records_feeline CASCADE"),
        "EST-APPEND-ONLY",
        when_open=False,
    ),
    Way(
        "truncate what it hangs on",
        lambda _: run("TRUNCATE records_office CASCADE"),
        "EST-APPEND-ONLY",
        when_open=False,
    ),
    Way("through a view", through_a_view),
    Way("with deferred constraints", with_deferred_constraints),
    Way("behind a table of the same name", behind_a_table_of_the_same_name),
]
