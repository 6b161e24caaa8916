"""Rows whose line is on the account already: the same file in another form, or one that overlaps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models.fields.json import KT

from honorarios.core.vocabulary import LineStatus, Role
from honorarios.launching.model import LaunchedKey
from honorarios.records.models import FeeLine
from honorarios.services import locks
from honorarios.services.loader.terms import optional_term

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from honorarios.launching.model import Entry

Key = tuple[int, LaunchedKey]
"""An account, and what makes two of its lines identical (V13)."""


def identical(
    entries: Sequence[tuple[int, Entry]], earlier: Collection[Key] = (), *, lock: bool
) -> list[bool]:
    """Whether each entry, given with its account, is identical to a line or to an entry before it.

    A line counts by who acted, also where the act is divided and no share is theirs.

    Args:
        entries: What is about to be launched.
        earlier: What else counts as launched.
        lock: Whether to lock the accounts first, so that two files can't launch one act at once.
    """
    accounts = {account for account, _ in entries}
    if lock:
        locks.accounts(accounts)
    known = _on_record(accounts, [entry for _, entry in entries])
    told = []
    for account, entry in entries:
        key = key_of(account, entry)
        told.append(key is not None and (key in known or key in earlier))
        if key is not None:
            known.add(key)
    return told


def key_of(account: int, entry: Entry) -> Key | None:
    """What makes an entry identical to a line; None where it says too little."""
    if entry.unread or entry.code is None or entry.start is None or entry.provider is None:
        return None
    return account, LaunchedKey(entry.code, entry.provider, entry.role, entry.start)


def _on_record(accounts: set[int], entries: Sequence[Entry]) -> set[Key]:
    lines = FeeLine.objects.filter(
        part__account_id__in=accounts,
        status=LineStatus.ACTIVE.code_name,
        code__in={entry.code for entry in entries if entry.code},
        start__in={entry.start for entry in entries if entry.start},
        provider__isnull=False,
    )
    return {
        (account, LaunchedKey(code, provider, optional_term(Role, role), start))
        for account, code, provider, role, start in lines.values_list(
            "part__account_id", "code", KT("kept__provider"), "role", "start"
        )
    }
