"""Every way to write a part, its account, and what decides whether it is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.records.models import (
    Account,
    AccountPart,
    FeeLineVersion,
    PartTransition,
    RemittanceItem,
)
from tests.records.making import numbers
from tests.records.moving import announce, carry_out, make_attendance
from tests.records.ways import Way, as_others_connect, copied, copied_in, run

if TYPE_CHECKING:
    from tests.records.moving import Case

PARTS = "records_accountpart"


def save(case: Case) -> None:
    carry_out(case.part, contract="outro")


def save_as_it_is(case: Case) -> None:
    case.part.save()


def update(case: Case) -> None:
    AccountPart.objects.filter(pk=case.part.pk).update(
        contract="outro", version=case.part.version + 1
    )


def bulk_update(case: Case) -> None:
    case.part.contract, case.part.version = "outro", case.part.version + 1
    AccountPart.objects.bulk_update([case.part], ["contract", "version"])


def change_period(case: Case) -> None:
    carry_out(case.part, period_end=case.part.period_start)


def change_payer(case: Case) -> None:
    """To a payer of whom an invoice would freeze nothing."""
    carry_out(case.part, payer=case.world.payer, contract="outro")


def move_to_another_account(case: Case) -> None:
    carry_out(case.part, account=case.open_part.account)


def hand_to_another_office(case: Case) -> None:
    run(
        "UPDATE records_accountpart SET office_id = -1, version = version + 1 WHERE id = %s",
        case.part.pk,
    )


def take_another_number(case: Case) -> None:
    carry_out(case.part, seq=next(numbers))


def reopen_without_record(case: Case) -> None:
    run(
        "UPDATE records_accountpart"
        " SET status = 'open', remittance_id = NULL, version = version + 1 WHERE id = %s",
        case.part.pk,
    )


def reopen_by_another_parts_record(case: Case) -> None:
    announce(case.world, case.open_part, "close")
    reopen_without_record(case)


def withdraw_the_invoice(case: Case) -> None:
    run(
        "UPDATE records_accountpart SET tax_invoice = '', tax_invoice_at = NULL,"
        " contract = 'outro', version = version + 1 WHERE id = %s",
        case.part.pk,
    )


def upsert(case: Case) -> None:
    copied(
        PARTS,
        case.part.pk,
        tail="ON CONFLICT (id) DO UPDATE SET contract = 'outro',"
        " version = records_accountpart.version + 1",
    )


def delete(case: Case) -> None:
    run("DELETE FROM records_accountpart WHERE id = %s", case.part.pk)


def save_account(case: Case) -> None:
    account = case.part.account
    account.number += 1
    account.save()


def update_account(case: Case) -> None:
    Account.objects.filter(pk=case.part.account_id).update(number=99)


def move_account(case: Case) -> None:
    """To an attendance that isn't cancelled."""
    account = Account.objects.filter(pk=case.part.account_id)
    account.update(attendance=make_attendance(case.world))


def delete_account(case: Case) -> None:
    run("DELETE FROM records_account WHERE id = %s", case.part.account_id)


def rewrite_history(case: Case) -> None:
    PartTransition.objects.filter(part=case.part).update(to_status="open")
    FeeLineVersion.objects.update(charged=0)
    RemittanceItem.objects.update(total=0)


def delete_history(case: Case) -> None:
    run("DELETE FROM records_parttransition WHERE part_id = %s", case.part.pk)
    run("DELETE FROM records_feelineversion")


WHEN_FROZEN = [
    Way("reopen without record", reopen_without_record, "EST-FROZEN EST-REMITTANCE"),
    Way(
        "reopen by the record of another part",
        reopen_by_another_parts_record,
        "EST-FROZEN EST-REMITTANCE",
    ),
    Way("withdraw the invoice", withdraw_the_invoice),
]
"""Ways that would thaw a part, and so lead nowhere from an open one."""

COMMON = [
    Way("save", save),
    Way("update", update),
    Way("bulk update", bulk_update),
    Way("change the period", change_period),
    Way("change the payer", change_payer),
    Way("save the account", save_account),
    Way("update the account", update_account),
    Way("upsert", upsert),
    Way("save as it is", save_as_it_is, "EST-VERSION", when_open=False),
    Way("move to another account", move_to_another_account, "EST-MOVED", when_open=False),
    Way("hand to another office", hand_to_another_office, "EST-MOVED", when_open=False),
    Way("take another number", take_another_number, "EST-MOVED", when_open=False),
    Way("delete", delete, "EST-APPEND-ONLY", when_open=False),
    Way("move the account", move_account, "EST-MOVED", when_open=False),
    Way("delete the account", delete_account, "EST-APPEND-ONLY", when_open=False),
    Way("rewrite history", rewrite_history, "EST-APPEND-ONLY", when_open=False),
    Way("delete history", delete_history, "EST-APPEND-ONLY", when_open=False),
]


def insert_or_replace(case: Case) -> None:
    """As if it were born again, open."""
    born: dict[str, Any] = {"status": "'open'", "remittance_id": "NULL", "version": 1}
    copied(
        PARTS, case.part.pk, "INSERT OR REPLACE", tax_invoice="''", tax_invoice_at="NULL", **born
    )


def replace_account(case: Case) -> None:
    """As an account of an attendance that isn't cancelled."""
    attendance = make_attendance(case.world)
    copied("records_account", case.part.account_id, "REPLACE", attendance_id=attendance.pk)


def update_or_replace(case: Case) -> None:
    """Make another part take the identifier of the case's."""
    run(
        "UPDATE OR REPLACE records_accountpart SET id = %s, version = version + 1 WHERE id = %s",
        case.part.pk,
        case.open_part.pk,
    )


REPLACING = [
    Way("insert or replace", insert_or_replace, "EST-APPEND-ONLY", when_open=False),
    Way("replace the account", replace_account, "EST-APPEND-ONLY", when_open=False),
    Way("update or replace", update_or_replace, "EST-APPEND-ONLY EST-MOVED", when_open=False),
]
SQLITE = [*REPLACING, *map(as_others_connect, REPLACING)]


def copy(case: Case) -> None:
    """A part that is born frozen, with what it holds unproven."""
    born: dict[str, Any] = {
        "id": 900_000_000,
        "seq": 900_000,
        "status": "'released'",
        "remittance_id": "NULL",
    }
    copied_in(PARTS, case.part.pk, **born)


def merge(case: Case) -> None:
    run(
        "MERGE INTO records_accountpart AS part USING (SELECT %s::bigint AS id) AS wanted"
        " ON part.id = wanted.id"
        " WHEN MATCHED THEN UPDATE SET version = part.version + 1",
        case.part.pk,
    )


POSTGRESQL = [
    Way("copy", copy, "EST-BORN", when_open=False),
    Way("merge", merge),
    Way(
        "truncate",
        lambda _: run("TRUNCATE records_accountpart CASCADE"),
        "EST-APPEND-ONLY",
        when_open=False,
    ),
    Way(
        "truncate what it hangs on",
        lambda _: run("TRUNCATE records_payer CASCADE"),
        "EST-APPEND-ONLY",
        when_open=False,
    ),
]
