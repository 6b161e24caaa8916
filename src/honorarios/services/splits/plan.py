"""The plan of a reprocessing: which acts to reverse and launch again, and which can't be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from honorarios.launching.again import decision_again, entry_again
from honorarios.launching.bundle import bundles_of
from honorarios.launching.launch import launch
from honorarios.launching.model import Request
from honorarios.launching.reprocess import Refusal
from honorarios.launching.reprocess import reprocess as redivide
from honorarios.services import catalogues, locks
from honorarios.services.fees.bundles import account_rows
from honorarios.services.fees.evaluate import in_force
from honorarios.services.fees.recorded import recorded_of
from honorarios.services.loader import Wanted, load
from honorarios.services.pricers import pricer_of
from honorarios.services.splits.answers import NotRedivided, Received, Redivided, SplitReport
from honorarios.services.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from honorarios.launching.agreements import Agreements
    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Recorded
    from honorarios.launching.prices import Pricer
    from honorarios.launching.reprocess import Portion, Redivision, Reprocessing
    from honorarios.launching.reversal import Mirror
    from honorarios.records.models import FeeLine
    from honorarios.services.loader import Loaded
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, and the report of it."""

    writer: Writer
    rows: Mapping[int, FeeLine]
    """The lines in force of the accounts, by key."""
    mirrors: tuple[Mirror, ...]
    """The opposites to write first."""
    again: tuple[Wanted, ...]
    """The acts to launch then."""
    acts: tuple[tuple[int, ...], ...]
    """The keys of the lines that each of them was."""
    report: SplitReport


def make_plan(work: Work, parts: Mapping[int, Sequence[int]], reason: str, *, lock: bool) -> Plan:
    """Plan the reprocessing of some parts, given by account; locked if it is to be carried out."""
    part_ids = {key for keys in parts.values() for key in keys}
    if lock:
        locks.parts(part_ids)
    rows = {row.pk: row for row in account_rows(parts, lock=lock)}
    bundles, accounts = _bundles(rows.values(), part_ids)
    loaded = load(work.scope, [_wanted(bundle) for bundle in bundles], lock=lock)
    version, pricer = in_force(work.actor.office_id)
    contexts = {
        bundle.part: loaded.context(_part_id(bundle), entry_again(bundle)) for bundle in bundles
    }
    agreements_of = _agreements(work.actor.office_id)
    divided = [redivide(lines, contexts, agreements_of, reason) for lines in accounts]
    ready, refused = _tried(divided, loaded, pricer)
    return Plan(
        writer=Writer(loaded, version, work.actor.user_id),
        rows=rows,
        mirrors=tuple(mirror for one, _ in ready for mirror in one.reversal.mirrors),
        again=tuple(again for _, again in ready),
        acts=tuple(tuple(int(str(act.key)) for act in one.bundle.acts) for one, _ in ready),
        report=SplitReport(
            redivided=tuple(_redivided(one, rows) for one, _ in ready),
            exceptions=tuple(_exception(one, rows) for one in refused),
            unchanged=sum(one.unchanged for one in divided),
        ),
    )


def _bundles(
    rows: Iterable[FeeLine], part_ids: set[int]
) -> tuple[list[Bundle], list[list[Recorded]]]:
    """The acts in some parts, and the lines of each account."""
    accounts: dict[int, list[Recorded]] = {}
    for row in rows:
        accounts.setdefault(row.part.account_id, []).append(recorded_of(row))
    lines = list(accounts.values())
    bundles = [bundle for some in lines for bundle in bundles_of(some)]
    return [bundle for bundle in bundles if bundle.part in part_ids], lines


def _tried(
    divided: Iterable[Reprocessing], loaded: Loaded, pricer: Pricer
) -> tuple[list[tuple[Redivision, Wanted]], list[Refusal]]:
    """The acts that can be launched again, by today's prices, and those that can't be redivided."""
    plans = list(divided)
    wanted = [(one, _again(one, loaded)) for plan in plans for one in plan.redivisions]
    requests = [Request(again.entry, one.request.context) for one, again in wanted]
    refused = [refusal for plan in plans for refusal in plan.refusals]
    ready = []
    for (one, again), outcome in zip(wanted, launch(requests, pricer), strict=True):
        if outcome.ready:
            ready.append((one, again))
        else:
            refused.append(Refusal(one.bundle, outcome.findings))
    return ready, refused


def _again(one: Redivision, loaded: Loaded) -> Wanted:
    """The act as it is launched again: the package does what it did, by the parameters of its day."""
    part_id, entry = _part_id(one.bundle), one.request.entry
    parameters = loaded.context(part_id, entry).parameters
    decision = decision_again(one.bundle.head.line.treatment, parameters)
    return Wanted(part_id, replace(entry, package_decision=decision, key=None))


def _agreements(office_id: int) -> Callable[[str], Agreements]:
    """The agreements of the office's catalogues by their hash."""

    @cache
    def of(catalogue_hash: str) -> Agreements:
        return pricer_of(catalogues.compiled_by_hash(office_id, catalogue_hash)).agreements

    return of


def _wanted(bundle: Bundle) -> Wanted:
    return Wanted(_part_id(bundle), entry_again(bundle))


def _part_id(bundle: Bundle) -> int:
    return int(str(bundle.part))


def _row(bundle: Bundle, rows: Mapping[int, FeeLine]) -> FeeLine:
    return rows[int(str(bundle.head.key))]


def _redivided(one: Redivision, rows: Mapping[int, FeeLine]) -> Redivided:
    row = _row(one.bundle, rows)
    return Redivided(row.part_id, row.uid, row.code, _received(one.before), _received(one.after))


def _exception(one: Refusal, rows: Mapping[int, FeeLine]) -> NotRedivided:
    row = _row(one.bundle, rows)
    return NotRedivided(row.part_id, row.uid, row.code, one.findings)


def _received(portions: Iterable[Portion]) -> tuple[Received, ...]:
    return tuple(Received(one.provider, one.total, one.percent) for one in portions)
