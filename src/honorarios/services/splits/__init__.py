"""Reprocessing of divisions over the open and closed parts of a filter (``spec: launching 3.10``).

Acts that today's rules divide otherwise are reversed and launched again, some accounts a transaction;
those that can't be are told in the report. A dry run answers the same report and writes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.launching import codes as rules
from honorarios.launching.states import LAUNCHABLE
from honorarios.records import selectors
from honorarios.services import access, texts
from honorarios.services.fees.posting import post, told_lines
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.routing.standing import carry_over, hold_surgeries_of
from honorarios.services.splits.answers import (
    NotRedivided,
    Received,
    Redivided,
    SplitFilter,
    SplitReport,
)
from honorarios.services.splits.plan import make_plan
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

__all__ = ["NotRedivided", "Received", "Redivided", "SplitFilter", "SplitReport", "reprocess"]

ACCOUNTS_AT_ONCE: Final = 200
"""Accounts of one transaction."""


def reprocess(
    *, actor: Actor, only: SplitFilter, reason: str, dry_run: bool = False
) -> Result[SplitReport]:
    """Divide again, by the rules in force on each act's date, what they divide otherwise today.

    Args:
        actor: Who reprocesses.
        only: Which parts; of those, the open and the closed ones.
        reason: Why, for the reversals; never empty.
        dry_run: Answer the report and write nothing.
    """
    found = consult(
        actor=actor,
        operation=Operation.SPLITS_REPROCESS,
        do=lambda work: _accounts(work, only, reason),
    )
    if found.value is None:
        return Result(findings=found.findings)
    report = SplitReport()
    accounts = sorted(found.value)
    for first in range(0, len(accounts), ACCOUNTS_AT_ONCE):
        some = {key: found.value[key] for key in accounts[first : first + ACCOUNTS_AT_ONCE]}
        answer = _chunk(actor, some, reason, dry_run=dry_run)
        if answer.value is None or not answer.ok:
            return Result(report, answer.findings)
        report += answer.value
    return Result(report)


def _accounts(work: Work, only: SplitFilter, reason: str) -> dict[int, list[int]]:
    """The parts of a filter by account; stops where no reason is given, or one that can't be kept."""
    if not texts.reason(reason):
        refuse(at(rules.NO_REASON, "reason"))
    asked = {
        "pk__in": [key for key in only.part_ids if key <= access.LARGEST_KEY]
        if only.part_ids
        else None,
        "billing_unit__code": only.billing_unit or None,
        "payer__code": only.payer or None,
        "period_start__lte": only.last_day,
    }
    condition = Q(**{name: value for name, value in asked.items() if value is not None})
    if only.first_day is not None:
        condition &= Q(period_end__isnull=True) | Q(period_end__gte=only.first_day)
    states = [status.code_name for status in LAUNCHABLE]
    parts = selectors.parts(work.scope).filter(condition, status__in=states)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, account in parts.values_list("pk", "account_id"):
        found[account].append(key)
    return dict(found)


def _chunk(
    actor: Actor, parts: Mapping[int, list[int]], reason: str, *, dry_run: bool
) -> Result[SplitReport]:
    """Reprocess the parts of some accounts in one transaction."""
    operation = Operation.SPLITS_REPROCESS
    if dry_run:
        return consult(
            actor=actor,
            operation=operation,
            do=lambda work: make_plan(work, parts, reason, lock=False).report,
        )
    return perform(
        actor=actor,
        operation=operation,
        answer=SplitReport,
        do=lambda work: _redo(work, parts, reason),
    )


def _redo(work: Work, asked: Mapping[int, list[int]], reason: str) -> SplitReport:
    """Reverse what the plan divides otherwise, and launch it again."""
    hold_surgeries_of(key for keys in asked.values() for key in keys)
    plan = make_plan(work, asked, reason, lock=True)
    if plan.again:
        rows = plan.writer.mirror(plan.mirrors, plan.rows)
        parts = len({one.part_id for one in plan.again})
        work.record("parts", parts, {"reason": reason, **told_lines(rows)})
        posted = post(work, plan.again)
        pairs = zip(plan.acts, posted.rows, strict=True)
        carry_over(work, {key: rows[0] for keys, rows in pairs if rows for key in keys})
    return plan.report
