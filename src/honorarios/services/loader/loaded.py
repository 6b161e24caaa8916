"""What was loaded for one call: the context of each entry, and the keys of what its lines name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from honorarios.launching.model import Context
from honorarios.services.loader.parts import (
    attendance_facts,
    part_facts,
    private_part,
    private_parts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.launching.model import (
        Entry,
        LaunchedKey,
        ProviderFacts,
        SideRule,
        SplitRule,
        StayFacts,
    )
    from honorarios.records.models import AccountPart
    from honorarios.services.loader.people import Providers
    from honorarios.services.loader.rules import DatedParameters
    from honorarios.services.loader.usage import OpenedPackage


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The parts of one call and all that the rules ask about them; one context serves many entries."""

    visible: frozenset[int]
    """The parts asked for that the actor reaches."""
    parts: Mapping[int, AccountPart]
    """Every part of their accounts, by key."""
    siblings: Mapping[int, tuple[AccountPart, ...]]
    """The parts of each account."""
    stays: Mapping[int, tuple[StayFacts, ...]]
    """By attendance."""
    providers: Providers
    split_rules: Mapping[str, tuple[SplitRule, ...]]
    side_rules: Mapping[int, tuple[SideRule, ...]]
    """By payer."""
    parameters: DatedParameters
    packages: Mapping[int, OpenedPackage]
    """By account."""
    launched: Mapping[int, frozenset[LaunchedKey]]
    """By account."""
    numbers: Mapping[int, int]
    """The greatest line number of each part that has lines."""
    cost_centres: Mapping[str, int]
    """Keys of the office's cost centres by code."""
    _contexts: dict[tuple[int, int, bool], Context] = field(default_factory=dict)
    _providers: dict[int, Mapping[str, ProviderFacts]] = field(default_factory=dict)

    def reaches(self, part_id: int) -> bool:
        """Whether a part is there for the actor."""
        return part_id in self.visible

    def context(self, part_id: int, entry: Entry) -> Context:
        """Where an entry goes: the part, with the parameters and the package of the act's day.

        An entry without a start has the newest parameters.
        """
        part = self.parts[part_id]
        day = date.max if entry.start is None else entry.start.date()
        opened = self.packages.get(part.account_id)
        in_package = opened is not None and (entry.start is None or opened.since <= entry.start)
        key = (part_id, self.parameters.number_on(day), in_package)
        if key not in self._contexts:
            self._contexts[key] = self._context(part, key[1], opened if in_package else None)
        return self._contexts[key]

    def private_part(self, account_id: int) -> AccountPart | None:
        """The account's part for private expenses, if it has one that counts."""
        found = private_part(self.siblings[account_id])
        return None if found is None else self.parts[int(str(found.key))]

    def provider_id(self, code: str | None) -> int | None:
        """The key of a provider; None for none."""
        return None if code is None else self.providers.rows[code].pk

    def cost_centre_id(self, code: str | None) -> int | None:
        """The key of a cost centre; None for none."""
        return None if code is None else self.cost_centres[code]

    def _context(self, part: AccountPart, parameters: int, opened: OpenedPackage | None) -> Context:
        attendance = part.account.attendance
        return Context(
            attendance=attendance_facts(attendance),
            part=part_facts(part),
            parameters=self.parameters.values[parameters],
            stays=self.stays.get(attendance.pk, ()),
            providers=self._seen_by(part.payer_id),
            package=None if opened is None else opened.package,
            split_rules=self.split_rules,
            side_rules=self.side_rules.get(part.payer_id, ()),
            launched=self.launched.get(part.account_id, frozenset()),
            private_part=private_part(self.siblings[part.account_id]),
            private_parts=private_parts(self.siblings[part.account_id]),
        )

    def _seen_by(self, payer_id: int) -> Mapping[str, ProviderFacts]:
        if payer_id not in self._providers:
            self._providers[payer_id] = self.providers.seen_by(payer_id)
        return self._providers[payer_id]
