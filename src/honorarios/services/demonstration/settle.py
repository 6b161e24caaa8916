"""What the fictitious office did with its accounts: corrected, closed, released, billed, cancelled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import LineStatus, Role
from honorarios.launching.model import Entry
from honorarios.records.models import AccountPart, FeeLine
from honorarios.services import attendances, fees, parts, special
from honorarios.services.demonstration.acts import CONSULTATION
from honorarios.services.demonstration.people import FICTITIOUS

if TYPE_CHECKING:
    from random import Random

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.demonstration.registers import Registers

WHOLE: Final = 800
"""Parts of an office from which on the numbers below hold; a smaller one did proportionally less."""
REVERSED: Final = 60
EDITED: Final = 60
SETTLED: Final = 240
"""Parts of the first days that were taken at least to closed."""
CANCELLED: Final = 12
CANCELLED_WHOLE: Final = 4
"""Of those, the ones whose attendance is cancelled too."""
NOT_YET_BILLED: Final = "plano-bemtevi"
"""The payer whose released parts still wait for their remittance."""
SPECIAL: Final = 20


def settle(operator: Actor, registers: Registers, random: Random) -> None:
    """Correct some lines, then take the oldest parts through their states and bill most of them."""
    share = min(1.0, _parts(operator).count() / WHOLE)

    def some(number: int) -> int:
        return max(1, round(number * share))

    _correct(operator, random, some(REVERSED), some(EDITED))
    _special_items(operator, some(SPECIAL))
    oldest = _parts(operator).order_by("period_start", "pk")
    told = list(
        oldest.values_list("pk", "account__attendance_id")[: some(CANCELLED) + some(SETTLED)]
    )
    cancelled, rest = told[: some(CANCELLED)], told[some(CANCELLED) :]
    for part_id, _ in cancelled:
        parts.cancel(
            actor=operator, part_id=part_id, reason=f"Parcial em duplicidade {FICTITIOUS}."
        )
    for _, attendance_id in cancelled[: some(CANCELLED_WHOLE)]:
        attendances.cancel(
            actor=operator, attendance_id=attendance_id, reason=f"Paciente não veio {FICTITIOUS}."
        )
    closed = [part_id for part_id, _ in rest if parts.close(actor=operator, part_id=part_id).ok]
    for part_id in closed[len(closed) // 5 :]:
        parts.release(actor=operator, part_id=part_id)
    _invoice(operator, closed)
    for code, payer in registers.payers.items():
        if code == NOT_YET_BILLED:
            continue
        for places in (registers.main, registers.second):
            # A payer without released parts in a unit answers that there is nothing to bill.
            parts.bill(actor=operator, payer_id=payer.pk, billing_unit_id=places.unit.pk)


def _parts(operator: Actor) -> QuerySet[AccountPart]:
    return AccountPart.objects.filter(office_id=operator.office_id)


def _special_items(operator: Actor, number: int) -> None:
    """Consultations entered by the verb of special items."""
    outpatient = _parts(operator).filter(account__attendance__setting="outpatient")
    for part in outpatient.order_by("-pk").select_related("account__attendance")[:number]:
        start = part.account.attendance.started_at + timedelta(minutes=15)
        entry = Entry(
            code=CONSULTATION, start=start, provider="m06", role=Role.CLINICIAN, special=True
        )
        special.launch(actor=operator, part_id=part.pk, entries=[entry])


def _invoice(operator: Actor, closed: list[int]) -> None:
    """Tax invoices of the private parts that are closed: they are frozen from now on."""
    private = _parts(operator).filter(pk__in=closed, payer__group="self_pay").order_by("pk")
    for number, part_id in enumerate(private.values_list("pk", flat=True), start=1):
        parts.issue_tax_invoice(actor=operator, part_id=part_id, number=f"NF-{number:05d}")


def _correct(operator: Actor, random: Random, reversed_: int, edited: int) -> None:
    """Reverse some lines that were wrong, and edit others."""
    active = FeeLine.objects.filter(
        office_id=operator.office_id,
        status=LineStatus.ACTIVE.code_name,
        automatic_of__isnull=True,
        difference_of__isnull=True,
    ).order_by("pk")
    uids = random.sample(list(active.values_list("uid", flat=True)), reversed_ + edited)
    for uid in uids[:reversed_]:
        fees.reverse(actor=operator, uid=uid, reason=f"Lançado por engano {FICTITIOUS}.")
    for uid in uids[reversed_:]:
        fees.edit(actor=operator, uid=uid, version=1, changes={"quantity": 2})
