"""Account parts in every state, reached as programs do: each change with its record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    FeeLine,
    PartTransition,
    Payer,
    Remittance,
    RemittanceExit,
    RemittanceItem,
)
from tests.records.making import make_line, mirror, numbers

if TYPE_CHECKING:
    from tests.records.making import World

STATES = {
    "close": ("open", "closed"),
    "reopen": ("closed", "open"),
    "release": ("closed", "released"),
    "unrelease": ("released", "closed"),
    "bill": ("released", "billed"),
    "rebill": ("billed", "released"),
    "cancel": ("open", "cancelled"),
}

FROZEN = ("released", "billed", "cancelled", "invoiced", "of a cancelled attendance")
"""Every reason why a part is frozen."""


@dataclass(frozen=True, slots=True)
class Case:
    """A part in some state, with an active line, a reversed one and its reversal; and an open part."""

    world: World
    part: AccountPart
    line: FeeLine
    reversed: FeeLine
    reversal: FeeLine
    open_part: AccountPart
    open_line: FeeLine


def make_case(world: World, state: str) -> Case:
    """The world's part in a state of :data:`FROZEN`, or ``open`` or ``closed``."""
    payer = Payer.objects.create(office=world.office, code="self", name="Próprio", group="self_pay")
    if state == "invoiced":
        AccountPart.objects.filter(pk=world.part.pk).update(payer=payer, version=2)
        world.part.refresh_from_db()
    line, undone = make_line(world), make_line(world)
    reversal = make_line(world, status="reversal", reverses=undone, **mirror(undone))
    elsewhere = make_part(world, make_attendance(world))
    open_line = make_line(world, part=elsewhere)
    bring(world, world.part, state)
    undone.refresh_from_db()
    # No check is left for the end of the transaction, where it would hide what an act meets.
    connection.check_constraints()
    return Case(world, world.part, line, undone, reversal, elsewhere, open_line)


def make_attendance(world: World) -> Attendance:
    """Another attendance of the same patient."""
    return Attendance.objects.create(
        office=world.office,
        hospital=world.hospital,
        patient=world.patient,
        number=f"A{next(numbers)}",
        setting="inpatient",
        started_at=world.attendance.started_at,
    )


def make_part(world: World, attendance: Attendance | None = None) -> AccountPart:
    """An open part: of the world's account, or of a new account of an attendance."""
    account = world.account
    if attendance is not None:
        account = Account.objects.create(
            office=world.office, attendance=attendance, billing_unit=world.unit
        )
    return AccountPart.objects.create(
        office=world.office,
        account=account,
        seq=next(numbers),
        payer=world.payer,
        billing_unit=world.unit,
        period_start=date(2025, 11, 1),
    )


def bring(world: World, part: AccountPart, state: str) -> None:
    """Take an open part to a state."""
    if state == "of a cancelled attendance":
        attendance = part.account.attendance
        attendance.status = "cancelled"
        attendance.version += 1
        attendance.save()
    elif state == "cancelled":
        move(world, part, "cancel")
    elif state != "open":
        move(world, part, "close")
        if state == "invoiced":
            issue_invoice(world, part)
        if state in {"released", "billed"}:
            move(world, part, "release")
        if state == "billed":
            bill(world, [part])


def make_released(world: World) -> AccountPart:
    """A released part with a line of R$ 410,00."""
    part = make_part(world)
    make_line(world, part=part)
    bring(world, part, "released")
    return part


def announce(world: World, part: AccountPart, verb: str, **changes: object) -> PartTransition:
    """Record the next change of a part, before it happens."""
    before, after = STATES.get(verb, (part.status, part.status))
    facts: dict[str, Any] = {
        "office": world.office,
        "part": part,
        "version": part.version + 1,
        "verb": verb,
        "from_status": before,
        "to_status": after,
        "actor": world.user,
    }
    return PartTransition.objects.create(**{**facts, **changes})


def carry_out(part: AccountPart, **changes: object) -> None:
    """Change a part as its next version."""
    for name, value in changes.items():
        setattr(part, name, value)
    part.version += 1
    part.save()


def move(world: World, part: AccountPart, verb: str) -> None:
    """A change of state that needs no more than its record."""
    announce(world, part, verb)
    carry_out(part, status=STATES[verb][1])


def issue_invoice(world: World, part: AccountPart) -> None:
    """Issue a part's tax invoice."""
    announce(world, part, "issue_tax_invoice")
    carry_out(part, tax_invoice="NF 1", tax_invoice_at=timezone.now())


def charged(part: AccountPart) -> int:
    """The sum of what a part's lines charge, in centavos."""
    return FeeLine.objects.filter(part=part).aggregate(sum=Sum("charged"))["sum"] or 0


def issue(world: World, parts: list[AccountPart], **changes: object) -> Remittance:
    """A remittance of released parts with its items, whose parts are not billed yet."""
    for part in parts:
        announce(world, part, "bill")
    facts: dict[str, Any] = {
        "office": world.office,
        "number": next(numbers),
        "payer": parts[0].payer,
        "billing_unit": world.unit,
        "total": sum(map(charged, parts)),
        "created_by": world.user,
    }
    sent = Remittance.objects.create(**{**facts, **changes})
    for part in parts:
        add(world, sent, part)
    return sent


def add(world: World, sent: Remittance, part: AccountPart, **changes: object) -> RemittanceItem:
    """A part in a remittance."""
    facts: dict[str, Any] = {"office": world.office, "remittance": sent, "part": part}
    return RemittanceItem.objects.create(**{**facts, "total": charged(part), **changes})


def bill(world: World, parts: list[AccountPart]) -> Remittance:
    """Bill released parts in one remittance."""
    sent = issue(world, parts)
    for part in parts:
        carry_out(part, status="billed", remittance=sent)
    return sent


def take_out(world: World, part: AccountPart) -> RemittanceExit:
    """The record that a billed part leaves its remittance."""
    item = RemittanceItem.objects.get(remittance=part.remittance, part=part)
    return RemittanceExit.objects.create(office=world.office, item=item, actor=world.user)


def rebill(world: World, part: AccountPart) -> None:
    """Take a billed part out of its remittance."""
    announce(world, part, "rebill")
    take_out(world, part)
    carry_out(part, status="released", remittance=None)
