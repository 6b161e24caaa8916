"""What entries of one call do to each other, in their order: units of a package used, lines launched."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from honorarios.launching.model import LaunchedKey

if TYPE_CHECKING:
    from collections.abc import Hashable

    from honorarios.launching.model import Context, Entry


class Running:
    """The state of every account that a call has launched on so far."""

    def __init__(self) -> None:
        """Begin with nothing launched."""
        self._used: defaultdict[tuple[Hashable, str], int] = defaultdict(int)
        self._launched: set[tuple[Hashable, LaunchedKey]] = set()

    def allowance(self, context: Context, code: str) -> int:
        """Units of a code that the account's open package still allows."""
        package = context.package
        if package is None:
            return 0
        used = package.used.get(code, 0) + self._used[context.part.account, code]
        return package.allowed.get(code, 0) - used

    def is_launched(self, context: Context, entry: Entry) -> bool:
        """Whether an identical line is on the account, or came earlier in this call."""
        if entry.code is None or entry.start is None:
            return False
        key = LaunchedKey(entry.code, entry.provider, entry.role, entry.start)
        return key in context.launched or (context.part.account, key) in self._launched

    def add(self, context: Context, entry: Entry, covered: int) -> None:
        """Count an entry that can be written, or only has to be confirmed, and its covered units."""
        if entry.code is None or entry.start is None:
            return
        account = context.part.account
        key = LaunchedKey(entry.code, entry.provider, entry.role, entry.start)
        self._launched.add((account, key))
        self._used[account, entry.code] += covered
