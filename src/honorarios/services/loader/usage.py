"""What accounts hold already: open packages and how far they are used, identical lines, last numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max

from honorarios.core.vocabulary import LineKind, LineStatus, Role, Treatment
from honorarios.launching.model import LaunchedKey, OpenPackage
from honorarios.records.models import FeeLine, PackageItem
from honorarios.records.models import OpenPackage as OpenPackageRow
from honorarios.services.loader.terms import optional_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from honorarios.launching.model import Entry


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """An account's open package and since when it holds."""

    since: datetime
    package: OpenPackage


def load_packages(part_accounts: Mapping[int, int]) -> dict[int, OpenedPackage]:
    """The open packages of some accounts, by account, given the account of every part of theirs."""
    rows = OpenPackageRow.objects.filter(
        account_id__in=set(part_accounts.values()), closed_at__isnull=True
    ).select_related("template")
    opened = {row.account_id: row for row in rows}
    if not opened:
        return {}
    allowed = _allowed({row.template_id for row in opened.values()})
    since = {
        part: opened[account].opened_at
        for part, account in part_accounts.items()
        if account in opened
    }
    used = _used(since, part_accounts)
    return {
        account: OpenedPackage(
            row.opened_at,
            OpenPackage(row.template.name, allowed[row.template_id], used[account]),
        )
        for account, row in opened.items()
    }


def _allowed(template_ids: set[int]) -> defaultdict[int, dict[str, int]]:
    """Units that templates cover, by template and code."""
    items = PackageItem.objects.filter(template_id__in=template_ids)
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for template, code, quantity in items.values_list("template_id", "code", "quantity"):
        found[template][code] = quantity
    return found


def _used(
    since: Mapping[int, datetime], part_accounts: Mapping[int, int]
) -> defaultdict[int, dict[str, int]]:
    """Units covered since a package was opened, by account and code; of a division, its act's once.

    The act's quantity is the one that its price was asked for: a share that it does not divide exactly
    is one unit. ``since`` is by part.
    """
    lines = FeeLine.objects.filter(
        part_id__in=since,
        status=LineStatus.ACTIVE.code_name,
        treatment=Treatment.COVERED.code_name,
        kind=LineKind.PROFESSIONAL_FEE.code_name,
        difference_of__isnull=True,
    ).order_by("part_id", "number")
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    groups = set()
    for part, code, quantity, start, group in lines.values_list(
        "part_id", "code", "kept__quantity", "start", "split_group"
    ):
        if start < since[part] or (group is not None and group in groups):
            continue
        groups.add(group)
        account = part_accounts[part]
        found[account][code] = found[account].get(code, 0) + quantity
    return found


def load_launched(
    part_accounts: Mapping[int, int], entries: Iterable[Entry], provider_codes: Mapping[int, str]
) -> dict[int, frozenset[LaunchedKey]]:
    """The active lines that some entries may be identical to (V13), by account.

    Args:
        part_accounts: The account of every part to look in.
        entries: What is about to be launched.
        provider_codes: The code of every provider they name, by key.
    """
    codes = {entry.code for entry in entries if entry.code}
    starts = {entry.start for entry in entries if entry.start}
    lines = FeeLine.objects.filter(
        part_id__in=part_accounts,
        status=LineStatus.ACTIVE.code_name,
        code__in=codes,
        start__in=starts,
        provider_id__in=provider_codes,
    )
    found: defaultdict[int, set[LaunchedKey]] = defaultdict(set)
    for part, code, provider, role, start in lines.values_list(
        "part_id", "code", "provider_id", "role", "start"
    ):
        if provider is not None:
            key = LaunchedKey(code, provider_codes[provider], optional_term(Role, role), start)
            found[part_accounts[part]].add(key)
    return {account: frozenset(keys) for account, keys in found.items()}


def last_numbers(part_ids: Iterable[int]) -> dict[int, int]:
    """The greatest line number of each part; parts without lines are left out."""
    lines = FeeLine.objects.filter(part_id__in=set(part_ids)).order_by()
    return dict(lines.values("part_id").annotate(last=Max("number")).values_list("part_id", "last"))
