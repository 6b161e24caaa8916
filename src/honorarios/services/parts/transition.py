"""Moving parts from one state to another: the rule's answer, and what is written of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.launching import states
from honorarios.records.models import AccountPart, PartTransition
from honorarios.services import codes
from honorarios.services.loader.terms import term
from honorarios.services.outcomes import at, refuse
from honorarios.services.parts.answers import PartAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.states import Verb
    from honorarios.services.work import Work


def check_version(part: AccountPart, version: int | None) -> None:
    """Stop with EST-STALE where the part is no longer as the person saw it."""
    if version is not None and version != part.version:
        refuse(at(codes.STALE, "version", what="A parcial", current=part.version, given=version))


def status_of(part: AccountPart) -> PartStatus:
    """The state a part is in."""
    return term(PartStatus, part.status)


def allowed(part: AccountPart, verb: Verb, reason: str) -> tuple[Finding, ...]:
    """What forbids moving a part; its account's attendance must have been read under the lock."""
    attendance = term(AttendanceStatus, part.account.attendance.status)
    return states.move(status_of(part), verb, attendance, reason)[1]


def move(work: Work, part: AccountPart, verb: Verb, *, reason: str) -> PartAnswer:
    """Move one locked part, or stop with what forbids it; audited as a part."""
    forbidden = allowed(part, verb, reason)
    if forbidden:
        refuse(*forbidden)
    target = states.TRANSITIONS[verb].target
    write(work, [part], verb.value, reason=reason, to=target)
    work.record(
        "part",
        part.pk,
        {"from": part.status, "to": target.code_name, "version": part.version + 1},
    )
    return PartAnswer(
        part_id=part.pk,
        status=target.code_name,
        version=part.version + 1,
        tax_invoice=part.tax_invoice,
    )


def write(
    work: Work,
    parts: Sequence[AccountPart],
    verb: str,
    *,
    reason: str,
    to: PartStatus | None = None,
    **changes: object,
) -> None:
    """Announce a named transition of locked parts and carry it out; see the two for what it takes."""
    announce(work, parts, verb, reason=reason, to=to)
    carry_out(parts, to=to, **changes)


def announce(
    work: Work,
    parts: Sequence[AccountPart],
    verb: str,
    *,
    reason: str,
    to: PartStatus | None = None,
) -> None:
    """Record a named transition of locked parts, all alike, with the versions they will have.

    The database takes no change of a state, a remittance or a tax invoice without it, and none of it
    that doesn't follow. ``to`` None leaves each part in its state.
    """
    PartTransition.objects.bulk_create(
        PartTransition(
            office_id=part.office_id,
            part=part,
            version=part.version + 1,
            verb=verb,
            from_status=part.status,
            to_status=part.status if to is None else to.code_name,
            actor_id=work.actor.user_id,
            reason=reason,
        )
        for part in parts
    )


def carry_out(
    parts: Sequence[AccountPart], *, to: PartStatus | None = None, **changes: object
) -> None:
    """Change parts as was announced, with other columns that change along; the objects stay as they are."""
    if to is not None:
        changes["status"] = to.code_name
    changed = AccountPart.objects.filter(pk__in=[part.pk for part in parts]).update(
        version=F("version") + 1, **changes
    )
    if changed != len(parts):
        raise RuntimeError(f"{changed} parts changed of {len(parts)} that were locked")
