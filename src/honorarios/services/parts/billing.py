"""Billing (faturar): released parts of a payer and a billing unit, frozen into one remittance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max

from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.launching.states import Verb
from honorarios.records import selectors
from honorarios.records.models import Payer, Remittance, RemittanceItem
from honorarios.services import access, codes, locks
from honorarios.services.audit.chain import digest
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.parts.answers import RemittanceAnswer, RemittedPart
from honorarios.services.parts.totals import charged
from honorarios.services.parts.transition import allowed, announce, carry_out
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.findings import Finding
    from honorarios.records.models import AccountPart, BillingUnit
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def bill(
    *,
    actor: Actor,
    payer_id: int,
    billing_unit_id: int,
    part_ids: Sequence[int] | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[RemittanceAnswer]:
    """Freeze released parts of a payer and a billing unit into a new remittance.

    ``part_ids`` None is every part that is released; named ones are billed all together or not at all.
    """

    def do(work: Work) -> RemittanceAnswer:
        unit = access.one(
            selectors.billing_units(work.scope), "A unidade de faturamento", pk=billing_unit_id
        )
        payer = access.one(selectors.owned(Payer, work.scope), "O convênio", pk=payer_id)
        parts = (
            _released(work, payer, unit)
            if part_ids is None
            else _named(work, payer, unit, part_ids)
        )
        if not parts:
            refuse(at(codes.NOTHING_TO_BILL, payer=payer.name, unit=unit.name))
        return _issue(work, payer, unit, parts)

    return perform(
        actor=actor,
        operation=Operation.PARTS_BILL,
        answer=RemittanceAnswer,
        do=do,
        key=key,
        request={"payer": payer_id, "unit": billing_unit_id, "parts": part_ids},
        dry_run=dry_run,
    )


def _released(work: Work, payer: Payer, unit: BillingUnit) -> list[AccountPart]:
    """Every part that is ready, locked; one that stopped being so meanwhile is left out."""
    ready = (
        selectors.parts(work.scope)
        .filter(payer=payer, billing_unit=unit, status=PartStatus.RELEASED.code_name)
        .exclude(account__attendance__status=AttendanceStatus.CANCELLED.code_name)
    )
    locked = locks.parts(ready.values_list("pk", flat=True))
    return [part for part in locked.values() if not allowed(part, Verb.BILL, "")]


def _named(
    work: Work, payer: Payer, unit: BillingUnit, part_ids: Sequence[int]
) -> list[AccountPart]:
    """The parts asked for, locked; stops with all that forbids any of them."""
    parts = list(work.lock_parts(part_ids).values())
    found: list[Finding] = []
    for part in parts:
        if (part.payer_id, part.billing_unit_id) != (payer.pk, unit.pk):
            found.append(at(codes.OTHER_REMITTANCE, "parts", part=part.pk))
        found += allowed(part, Verb.BILL, "")
    if found:
        refuse(*found)
    return parts


def _issue(
    work: Work, payer: Payer, unit: BillingUnit, parts: list[AccountPart]
) -> RemittanceAnswer:
    totals = charged([part.pk for part in parts])
    remittance = Remittance.objects.create(
        office_id=work.actor.office_id,
        number=_next_number(work.actor.office_id),
        payer=payer,
        billing_unit=unit,
        total=sum(totals.values()),
        created_by_id=work.actor.user_id,
    )
    # The database takes into a remittance only a part whose billing is announced.
    announce(work, parts, Verb.BILL.value, reason="", to=PartStatus.BILLED)
    RemittanceItem.objects.bulk_create(
        RemittanceItem(
            office_id=remittance.office_id, remittance=remittance, part=part, total=totals[part.pk]
        )
        for part in parts
    )
    carry_out(parts, to=PartStatus.BILLED, remittance_id=remittance.pk)
    sent = tuple(RemittedPart(part.pk, totals[part.pk], part.version + 1) for part in parts)
    work.record(
        "remittance",
        remittance.pk,
        {
            "number": remittance.number,
            "total": remittance.total,
            "parts": len(sent),
            "digest": digest((part.part_id, part.total) for part in sent),
        },
    )
    return RemittanceAnswer(
        remittance_id=remittance.pk,
        number=remittance.number,
        payer_id=payer.pk,
        billing_unit_id=unit.pk,
        total=remittance.total,
        parts=sent,
    )


def _next_number(office_id: int) -> int:
    """The number after the office's last remittance; the office stays locked until the end."""
    locks.office(office_id)
    last = Remittance.objects.filter(office_id=office_id).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1
