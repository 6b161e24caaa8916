"""Launching a sheet: all of its lines in one transaction, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.core.money import format_brl
from honorarios.launching import codes as rules
from honorarios.services import habits
from honorarios.services.fees import Launched, Wanted, post
from honorarios.services.fees import codes as fee_codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.sheets import codes
from honorarios.services.sheets.planning import expanded
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.launching.model import Entry
    from honorarios.launching.sheet import Sheet
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def launch(
    *,
    actor: Actor,
    part_id: int,
    sheet: Sheet,
    seen: int | None = None,
    identical: bool = False,
    key: str | None = None,
) -> Result[Launched]:
    """Launch every line of a sheet on a part, or none where any has an error or a question.

    Args:
        actor: Who launches.
        part_id: The account part.
        sheet: The surgery as it is typed.
        seen: The sum that was shown, in centavos; another one by now stops with LAN-CHANGED.
        identical: Whether lines that are identical to others are meant (V13); else they stop it.
        key: Idempotency key.
    """
    entries: list[Entry] = []

    def do(work: Work) -> Launched:
        entries.clear()
        launched, made = _launch(work, part_id, sheet, seen, identical=identical)
        entries.extend(made)
        return launched

    answer = perform(
        actor=actor,
        operation=Operation.FEES_LAUNCH,
        answer=Launched,
        do=do,
        key=key,
        request=["sheet", part_id, sheet],
    )
    if answer.ok and not answer.replayed and actor.is_a_person:
        # The fees are on record already: whether the habit could be kept changes nothing of the answer.
        habits.learn(actor=actor, entries=entries)
    return answer


def _launch(
    work: Work, part_id: int, sheet: Sheet, seen: int | None, *, identical: bool
) -> tuple[Launched, list[Entry]]:
    work.lock_part(part_id)
    entries = expanded(work, part_id, sheet).expansion.entries
    if not entries:
        refuse(at(fee_codes.NO_ENTRY))
    answer = post(work, [Wanted(part_id, entry) for entry in entries]).answer()
    twice = [
        finding for one in answer.entries for finding in one.findings if _is_twice(finding.code)
    ]
    if twice and not identical:
        refuse(*twice, codes.IDENTICAL.at(Place(), count=len(twice)))
    now = sum(line.total for one in answer.entries for line in one.lines)
    if seen is not None and seen != now:
        shown = {"seen": format_brl(seen), "now": format_brl(now)}
        refuse(codes.CHANGED.at(Place(), **shown))
    return answer, entries


def _is_twice(code: str) -> bool:
    return code == rules.DUPLICATE.name
