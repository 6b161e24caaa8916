"""The verbs of one part that change nothing but its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from honorarios.core.findings import has_errors
from honorarios.core.vocabulary import LineStatus
from honorarios.launching.states import TRANSITIONS, Requirement, Verb
from honorarios.records.models import FeeLine
from honorarios.services import codes, texts
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.parts import closing
from honorarios.services.parts.answers import PartAnswer
from honorarios.services.parts.transition import allowed, check_version, move
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.records.models import AccountPart
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

OPERATIONS = {
    Verb.CLOSE: Operation.PARTS_CLOSE,
    Verb.REOPEN: Operation.PARTS_REOPEN,
    Verb.RELEASE: Operation.PARTS_RELEASE,
    Verb.UNRELEASE: Operation.PARTS_UNRELEASE,
    Verb.CANCEL: Operation.PARTS_CANCEL,
}


def close(
    *,
    actor: Actor,
    part_id: int,
    version: int | None = None,
    reason: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Close an open part, if every closing check passes (``spec: launching 3.2``)."""
    return _verb(Verb.CLOSE, actor, part_id, version, reason, key, dry_run=dry_run)


def reopen(
    *,
    actor: Actor,
    part_id: int,
    version: int | None = None,
    reason: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Open a closed part again; the reason is required."""
    return _verb(Verb.REOPEN, actor, part_id, version, reason, key, dry_run=dry_run)


def release(
    *,
    actor: Actor,
    part_id: int,
    version: int | None = None,
    reason: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Release a closed part for billing, after the closing checks once more; it is frozen then."""
    return _verb(Verb.RELEASE, actor, part_id, version, reason, key, dry_run=dry_run)


def unrelease(
    *,
    actor: Actor,
    part_id: int,
    version: int | None = None,
    reason: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Take a released part back to closed, to correct it; the reason is required."""
    return _verb(Verb.UNRELEASE, actor, part_id, version, reason, key, dry_run=dry_run)


def cancel(
    *,
    actor: Actor,
    part_id: int,
    version: int | None = None,
    reason: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[PartAnswer]:
    """Cancel an open or closed part for good; the reason is required.

    Refused while a line of it is the other half of an active line in another part (the fee difference
    and its private line): what is left would charge for an act that is not.
    """
    return _verb(Verb.CANCEL, actor, part_id, version, reason, key, dry_run=dry_run)


def _verb(
    verb: Verb,
    actor: Actor,
    part_id: int,
    version: int | None,
    reason: str,
    key: str | None,
    *,
    dry_run: bool,
) -> Result[PartAnswer]:
    def do(work: Work) -> PartAnswer:
        why = texts.reason(reason)
        part = work.lock_part(part_id)
        check_version(part, version)
        forbidden = allowed(part, verb, why)
        if forbidden:
            refuse(*forbidden)
        _require(work, part, verb)
        return move(work, part, verb, reason=why)

    return perform(
        actor=actor,
        operation=OPERATIONS[verb],
        answer=PartAnswer,
        do=do,
        key=key,
        request={"part": part_id, "version": version, "reason": reason},
        dry_run=dry_run,
    )


def _require(work: Work, part: AccountPart, verb: Verb) -> None:
    """What a verb asks for besides the state: clean closing checks, and no line left without its half."""
    if Requirement.CLEAN in TRANSITIONS[verb].requires:
        found = closing.numbered(closing.findings(work.scope, [part.pk])[part.pk])
        if has_errors(found):
            refuse(*found)
        work.notice(*found)
    if verb is Verb.CANCEL and _has_linked_lines(part):
        refuse(at(codes.LINKED_LINES))


def _has_linked_lines(part: AccountPart) -> bool:
    active = LineStatus.ACTIVE.code_name
    elsewhere = Q(differences__status=active) & ~Q(differences__part=F("part"))
    elsewhere |= Q(difference_of__status=active) & ~Q(difference_of__part=F("part"))
    return FeeLine.objects.filter(elsewhere, part=part, status=active).exists()
