"""Editing a fee: everything is evaluated again, and each line of the bundle gets its next version.

A division or a fee difference is edited as a whole (``spec: launching 3.2, 3.10``): V5, V6 and V14
forbid it, and the other checks are those of an insertion.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import LineKind
from honorarios.launching import codes
from honorarios.launching.bundle import bundle_of
from honorarios.launching.launch import launch
from honorarios.launching.model import Outcome, TargetPart
from honorarios.launching.reversal import frozen_elsewhere

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Line, Recorded, Request
    from honorarios.launching.prices import Pricer


@dataclass(frozen=True, slots=True)
class NextVersion:
    """A line on record and what it becomes."""

    of: Recorded
    number: int
    """Number of the line in the outcome, which its siblings refer to."""
    line: Line


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of a wish to edit; the lists are empty unless the outcome is ready."""

    outcome: Outcome
    versions: tuple[NextVersion, ...] = ()
    """Lines that are written anew."""
    added: tuple[int, ...] = ()
    """Numbers of the outcome's lines that are not on record yet: a new share, a new difference."""
    removed: tuple[Recorded, ...] = ()
    """Lines that the act no longer makes, to be reversed."""


def edit(request: Request, account: Sequence[Recorded], pricer: Pricer) -> Edit:
    """Evaluate an entry again in the place of the line that the request replaces.

    The entry is of the whole act, and the context that of the act's own part; facility fees come with
    an insertion only (seed, section 02.3), and those on record stay.
    """
    return edit_many([(request, account)], pricer)[0]


def edit_many(wishes: Sequence[tuple[Request, Sequence[Recorded]]], pricer: Pricer) -> list[Edit]:
    """As :func:`edit`, of many acts, whose prices are asked for together.

    Each wish comes with the lines of its account, or as many of them as the act made. An edit counts
    for no other: what becomes of one doesn't depend on its neighbours.
    """
    bundles = [_bundle(request, account) for request, account in wishes]
    asked = [
        replace(request, replaces=bundle.head)
        for (request, _), bundle in zip(wishes, bundles, strict=True)
        if not _is_fee(bundle)
    ]
    outcomes = iter(launch(asked, pricer))
    return [
        _fee_edited(request) if _is_fee(bundle) else _edit(request, bundle, next(outcomes))
        for (request, _), bundle in zip(wishes, bundles, strict=True)
    ]


def _bundle(request: Request, account: Sequence[Recorded]) -> Bundle:
    if request.replaces is None:
        raise ValueError("an edit says which line it replaces")
    return bundle_of(account, request.replaces)


def _is_fee(bundle: Bundle) -> bool:
    return bundle.head.line.line_kind is LineKind.FACILITY_FEE


def _fee_edited(request: Request) -> Edit:
    finding = codes.FACILITY_FEE_EDITED.at(request.entry.place(""))
    return Edit(Outcome(request.entry.key, (), (finding,)))


def _edit(request: Request, bundle: Bundle, outcome: Outcome) -> Edit:
    found = frozen_elsewhere(bundle, request.context) + _changed_form(bundle, outcome, request)
    outcome = replace(outcome, findings=(*outcome.findings, *found))
    if not outcome.ready:
        return Edit(outcome)
    return _matched(bundle, outcome)


def _changed_form(bundle: Bundle, outcome: Outcome, request: Request) -> list[Finding]:
    """V14: the rules of today divide the act in another way, or not at all."""
    was = bundle.head.line.split_form
    told = any(finding.code == codes.SPLIT_CHANGED.name for finding in outcome.findings)
    changed = any(
        line.split_form is not was for line in outcome.preview if line.part is TargetPart.THIS
    )
    if told or not changed:
        return []
    return [codes.SPLIT_CHANGED.at(request.entry.place("split_form"))]


def _matched(bundle: Bundle, outcome: Outcome) -> Edit:
    """Which line becomes which: shares by their receiver first, the others in order."""
    versions: list[NextVersion] = []
    added: list[int] = []
    removed: list[Recorded] = []
    for part, before in (
        (TargetPart.THIS, bundle.acts),
        (TargetPart.PRIVATE, bundle.differences),
    ):
        left = list(before)
        numbers = [i for i, line in enumerate(outcome.lines) if line.part is part]
        pairs = _pairs(numbers, left, outcome.lines)
        versions += [NextVersion(was, i, outcome.lines[i]) for i, was in pairs.items()]
        added += [number for number in numbers if number not in pairs]
        removed += left
    return Edit(outcome, tuple(versions), tuple(added), tuple(removed))


def _pairs(
    numbers: Sequence[int], left: list[Recorded], lines: Sequence[Line]
) -> dict[int, Recorded]:
    """Lines by number with the recorded one each takes the place of, which leaves ``left``."""
    pairs = {}
    for number in numbers:
        same = next((one for one in left if one.line.provider == lines[number].provider), None)
        if same is not None:
            left.remove(same)
            pairs[number] = same
    for number in numbers:
        if number not in pairs and left:
            pairs[number] = left.pop(0)
    return pairs
