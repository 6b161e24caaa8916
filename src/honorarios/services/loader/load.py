"""One call's parts and entries, loaded together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from honorarios.records.models import CostCentre
from honorarios.services.loader.loaded import Loaded
from honorarios.services.loader.parts import parts_of, stays_of, visible_parts
from honorarios.services.loader.people import load_providers, load_split_rules
from honorarios.services.loader.rules import load_parameters, load_side_rules
from honorarios.services.loader.usage import last_numbers, load_launched, load_packages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from honorarios.launching.model import Entry, SplitRule, StayFacts
    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope


class Wanted(NamedTuple):
    """An entry and the key of the part that it goes to."""

    part_id: int
    entry: Entry


def load(scope: Scope, wanted: Sequence[Wanted], *, lock: bool) -> Loaded:
    """Everything about the parts of some entries; the number of queries doesn't grow with them.

    Parts that the scope doesn't reach are not loaded: :meth:`Loaded.reaches` tells.

    Args:
        scope: What the actor may touch.
        wanted: The entries, with their parts.
        lock: Whether to lock the accounts and their parts until the transaction ends.
    """
    visible = visible_parts(scope, {one.part_id for one in wanted})
    parts = parts_of(visible.values(), lock=lock)
    part_accounts = {part.pk: part.account_id for part in parts}
    entries = [one.entry for one in wanted if one.part_id in visible]
    stays = stays_of({part.account.attendance_id for part in parts})
    split_rules = load_split_rules(scope.office_id, _acting(entries))
    payer_ids = {part.payer_id for part in parts}
    providers = load_providers(
        scope.office_id,
        {*_named(entries), *_receivers(split_rules)},
        _principals(parts),
        payer_ids,
    )
    return Loaded(
        visible=frozenset(visible),
        parts={part.pk: part for part in parts},
        siblings=_by_account(parts),
        stays=stays,
        providers=providers,
        split_rules=split_rules,
        side_rules=load_side_rules(payer_ids),
        parameters=load_parameters(scope.office_id),
        packages=load_packages(part_accounts),
        launched=load_launched(
            part_accounts,
            entries,
            {row.pk: code for code, row in providers.rows.items()},
        ),
        numbers=last_numbers(part.pk for part in parts),
        cost_centres=_cost_centres(scope.office_id, entries, parts, stays),
    )


def _acting(entries: Iterable[Entry]) -> set[str]:
    return {entry.provider for entry in entries if entry.provider}


def _named(entries: Iterable[Entry]) -> set[str]:
    """Every provider that entries name."""
    return {code for entry in entries for code in (entry.provider, entry.split_provider) if code}


def _receivers(rules: dict[str, tuple[SplitRule, ...]]) -> set[str]:
    return {share.provider for some in rules.values() for rule in some for share in rule.shares}


def _principals(parts: Iterable[AccountPart]) -> set[int]:
    found = (part.billing_unit.principal_provider_id for part in parts)
    return {key for key in found if key is not None}


def _by_account(parts: Iterable[AccountPart]) -> dict[int, tuple[AccountPart, ...]]:
    found: defaultdict[int, list[AccountPart]] = defaultdict(list)
    for part in parts:
        found[part.account_id].append(part)
    return {account: tuple(parts) for account, parts in found.items()}


def _cost_centres(
    office_id: int,
    entries: Iterable[Entry],
    parts: Iterable[AccountPart],
    stays: dict[int, tuple[StayFacts, ...]],
) -> dict[str, int]:
    """The keys of the cost centres that a line may get, by code."""
    codes = {entry.cost_centre for entry in entries}
    codes |= {stay.cost_centre for some in stays.values() for stay in some}
    for part in parts:
        workstation = part.account.attendance.workstation
        if workstation is not None and workstation.cost_centre is not None:
            codes.add(workstation.cost_centre.code)
    known = CostCentre.objects.filter(office_id=office_id, code__in=codes - {None})
    return dict(known.values_list("code", "pk"))
