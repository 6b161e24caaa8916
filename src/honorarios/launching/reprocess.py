"""Reprocessing of divisions (reprocessamento de divisão): what today's rules would divide otherwise.

Nothing is written: the plan says which bundles are to be reversed and launched again, and which can't be
(``spec: launching 3.10``). Divisions by value have no rule and stay.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from honorarios.core.findings import has_errors
from honorarios.core.vocabulary import LineKind, SplitForm
from honorarios.launching import split
from honorarios.launching.again import decision_again, entry_again, price_again
from honorarios.launching.bundle import bundles_of
from honorarios.launching.model import Request
from honorarios.launching.reversal import reverse

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreements
    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Context, Division, Recorded
    from honorarios.launching.reversal import Reversal


class Portion(NamedTuple):
    """What somebody receives of an act, in centavos and in %."""

    provider: str | None
    total: int
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Redivision:
    """A bundle that today's rules divide otherwise."""

    bundle: Bundle
    before: tuple[Portion, ...]
    after: tuple[Portion, ...]
    reversal: Reversal
    request: Request
    """The act, to be launched again once the bundle is reversed; priced with the catalogue that priced
    the bundle, its shares are those of ``after``."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A bundle that can't be divided by today's rules, and why."""

    bundle: Bundle
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Reprocessing:
    """The plan of a reprocessing, and its report of exceptions."""

    redivisions: tuple[Redivision, ...]
    refusals: tuple[Refusal, ...]
    unchanged: int
    """Bundles that today's rules divide as they are, or that no rule is for."""


def reprocess(
    account: Sequence[Recorded],
    contexts: Mapping[Hashable, Context],
    agreements_of: Callable[[str], Agreements],
    reason: str,
) -> Reprocessing:
    """What to do to the acts of an account by the rules of division in force on their dates.

    Args:
        account: Every line of the account.
        contexts: By part, for the parts to be reprocessed; acts in other parts are left alone.
        agreements_of: The agreements of a catalogue by its hash.
        reason: Why, for the reversals.
    """
    redivisions, refusals, unchanged = [], [], 0
    for bundle in bundles_of(account):
        context = contexts.get(bundle.part)
        if context is None or not _by_rule(bundle):
            continue
        found = _redivision(account, bundle, context, agreements_of, reason)
        if found is None:
            unchanged += 1
        elif isinstance(found, Redivision):
            redivisions.append(found)
        else:
            refusals.append(found)
    return Reprocessing(tuple(redivisions), tuple(refusals), unchanged)


def _by_rule(bundle: Bundle) -> bool:
    line = bundle.head.line
    return line.line_kind is LineKind.PROFESSIONAL_FEE and line.split_form is not SplitForm.VALUE


def _redivision(
    account: Sequence[Recorded],
    bundle: Bundle,
    context: Context,
    agreements_of: Callable[[str], Agreements],
    reason: str,
) -> Redivision | Refusal | None:
    entry, line = entry_again(bundle), bundle.head.line
    price = price_again(line)
    agreement = agreements_of(line.catalogue_hash).of(
        price.contract or "", line.start, line.end, context.attendance.started_on
    )
    if agreement is None:
        return None
    division, findings = split.divide(entry, context, agreement, price)
    if has_errors(findings):
        return Refusal(bundle, findings)
    before, after = _before(bundle), _after(bundle, division)
    if before == after:
        return None
    reversal = reverse(account, bundle.head, context, reason)
    if reversal.blocked:
        return Refusal(bundle, reversal.findings)
    decision = decision_again(line.treatment, context.parameters)
    request = Request(replace(entry, package_decision=decision), context)
    return Redivision(bundle, before, after, reversal, request)


def _before(bundle: Bundle) -> tuple[Portion, ...]:
    return _sorted(
        Portion(one.line.provider, one.line.total, one.line.split_percent) for one in bundle.acts
    )


def _after(bundle: Bundle, division: Division | None) -> tuple[Portion, ...]:
    if division is None:
        whole = sum(one.line.total for one in bundle.acts)
        return (Portion(entry_again(bundle).provider, whole, None),)
    return _sorted(Portion(share.provider, share.total, share.percent) for share in division.shares)


def _sorted(portions: Iterable[Portion]) -> tuple[Portion, ...]:
    return tuple(sorted(portions, key=lambda one: (one.provider or "", one.total)))
