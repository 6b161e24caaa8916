"""Rebilling (refaturar) takes parts out of a remittance; reprocessing proves one with the same members.

A billed part never changes: what a remittance sent is corrected by rebilling its part, taking the release
back, and reversing or editing (``spec: launching 3.2``). So reprocessing rebuilds a remittance's
statement from its lines, and says where they are no longer what was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.findings import has_errors
from honorarios.core.money import format_brl
from honorarios.core.vocabulary import PartStatus
from honorarios.launching.states import Verb
from honorarios.records.models import RemittanceExit, RemittanceItem
from honorarios.services import access, codes, locks, texts
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
    from honorarios.records.models import AccountPart, Remittance
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def rebill(
    *,
    actor: Actor,
    remittance_id: int,
    part_ids: Sequence[int] | None = None,
    reason: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[RemittanceAnswer]:
    """Take parts out of a remittance, back to released; ``part_ids`` None is all that are still in it.

    The remittance stays on record as it was issued; billing the parts again makes a new one.
    """

    def do(work: Work) -> RemittanceAnswer:
        why = texts.reason(reason)
        remittance = access.remittance(work.scope, remittance_id)
        items = _items(remittance)
        leaving = _leaving(remittance, items, part_ids)
        locked = locks.parts(leaving)
        found: list[Finding] = []
        for part_id in leaving:
            found += _forbidden(locked[part_id], remittance, why)
        if found:
            refuse(*dict.fromkeys(found))
        parts = [locked[part_id] for part_id in leaving]
        _take_out(work, parts, items, why)
        return _answer(work, remittance, items, parts, moved=1)

    return perform(
        actor=actor,
        operation=Operation.PARTS_REBILL,
        answer=RemittanceAnswer,
        do=do,
        key=key,
        request={"remittance": remittance_id, "parts": part_ids, "reason": reason},
        dry_run=dry_run,
    )


def reprocess(*, actor: Actor, remittance_id: int) -> Result[RemittanceAnswer]:
    """Rebuild a remittance's statement from the lines of the parts that are still in it.

    Answers the same members with what their lines charge now; EST-REMITTANCE-DIFFERS names each that is
    not what was sent, which a sound database never has.
    """

    def do(work: Work) -> RemittanceAnswer:
        remittance = access.remittance(work.scope, remittance_id)
        items = _items(remittance)
        parts = list(locks.parts(_leaving(remittance, items, None)).values())
        now = charged([part.pk for part in parts])
        found = [
            at(
                codes.REMITTANCE_DIFFERS,
                part=part.pk,
                number=remittance.number,
                now=format_brl(now[part.pk]),
                sent=format_brl(items[part.pk].total),
            )
            for part in parts
            if now[part.pk] != items[part.pk].total
        ]
        answer = _answer(work, remittance, items, parts, moved=0)
        if has_errors(found):
            refuse(*found, value=answer)
        return answer

    return perform(actor=actor, operation=Operation.PARTS_REPROCESS, answer=RemittanceAnswer, do=do)


def _items(remittance: Remittance) -> dict[int, RemittanceItem]:
    """What was sent in a remittance, by part."""
    sent = RemittanceItem.objects.filter(remittance=remittance).order_by("part_id")
    return {item.part_id: item for item in sent}


def _leaving(
    remittance: Remittance, items: dict[int, RemittanceItem], part_ids: Sequence[int] | None
) -> list[int]:
    """The parts asked for, or all that are in the remittance still; stops where there is none."""
    gone = set(
        RemittanceExit.objects.filter(item__remittance=remittance).values_list(
            "item__part_id", flat=True
        )
    )
    inside = [part_id for part_id in items if part_id not in gone]
    if part_ids is None:
        return inside or refuse(at(codes.REMITTANCE_EMPTY, number=remittance.number))
    asked = list(dict.fromkeys(part_ids))
    strangers = [part_id for part_id in asked if part_id not in inside]
    if strangers:
        refuse(
            *(
                at(codes.NOT_IN_REMITTANCE, "parts", part=part_id, number=remittance.number)
                for part_id in strangers
            )
        )
    return asked or refuse(at(codes.REMITTANCE_EMPTY, number=remittance.number))


def _forbidden(part: AccountPart, remittance: Remittance, reason: str) -> tuple[Finding, ...]:
    if part.remittance_id is not None and part.remittance_id != remittance.pk:
        return (at(codes.NOT_IN_REMITTANCE, part=part.pk, number=remittance.number),)
    return allowed(part, Verb.REBILL, reason)


def _take_out(
    work: Work, parts: list[AccountPart], items: dict[int, RemittanceItem], reason: str
) -> None:
    announce(work, parts, Verb.REBILL.value, reason=reason, to=PartStatus.RELEASED)
    RemittanceExit.objects.bulk_create(
        RemittanceExit(
            office_id=part.office_id,
            item=items[part.pk],
            actor_id=work.actor.user_id,
            reason=reason,
        )
        for part in parts
    )
    carry_out(parts, to=PartStatus.RELEASED, remittance_id=None)


def _answer(
    work: Work,
    remittance: Remittance,
    items: dict[int, RemittanceItem],
    parts: list[AccountPart],
    *,
    moved: int,
) -> RemittanceAnswer:
    concerned = tuple(
        RemittedPart(part.pk, items[part.pk].total, part.version + moved) for part in parts
    )
    work.record(
        "remittance",
        remittance.pk,
        {
            "number": remittance.number,
            "parts": len(concerned),
            "digest": digest((part.part_id, part.total) for part in concerned),
        },
    )
    return RemittanceAnswer(
        remittance_id=remittance.pk,
        number=remittance.number,
        payer_id=remittance.payer_id,
        billing_unit_id=remittance.billing_unit_id,
        total=remittance.total,
        parts=concerned,
    )
