"""The same surgery under several contracts, side by side: by member, by act, in all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from honorarios.pricing.line import LinePricer
from honorarios.pricing.surgery.suggest import suggest
from honorarios.pricing.surgery.trials import STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.status import Status
    from honorarios.pricing.surgery.model import Surgery
    from honorarios.pricing.surgery.suggestion import SuggestedLine, Suggestion


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A suggested line with its price."""

    suggested: SuggestedLine
    result: Mapping[str, Any]
    """The line with the engine's columns."""

    @property
    def status(self) -> Status:
        """Priced, or why not."""
        return STATUSES[self.result["status"]]

    @property
    def centavos(self) -> int | None:
        """The total; None without a price."""
        total: int | None = self.result["total_centavos"]
        return total


@dataclass(frozen=True, slots=True)
class Sum:
    """What some lines come to, and what of them has no price."""

    centavos: int
    lines: int
    unpriced: tuple[Status, ...]
    """The reasons, each once."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no line at all."""
        return self.lines == 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A surgery priced under one contract."""

    contract: str | None
    """As it was asked for; None for the one that was found."""
    name: str
    """The contract's name, or its id when the catalogue does not have it."""
    suggestion: Suggestion
    lines: tuple[PricedLine, ...]

    def sum(self, *, act: int | None = None, member: int | None = None) -> Sum:
        """The lines of an act, of a member, or all."""
        meant = [
            line
            for line in self.lines
            if act in (None, line.suggested.act) and member in (None, line.suggested.member)
        ]
        unpriced = [line.status for line in meant if line.centavos is None]
        return Sum(
            sum(line.centavos or 0 for line in meant), len(meant), tuple(dict.fromkeys(unpriced))
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the comparison: a member, an act or the whole, under each contract."""

    label: str
    sums: tuple[Sum, ...]
    """In the order of the contracts."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A surgery under several contracts."""

    surgery: Surgery
    quotes: tuple[Quote, ...]

    def by_member(self) -> list[Compared]:
        """What each member would be paid."""
        return [
            Compared(
                " ".join(filter(None, [member.role.label, member.provider])),
                tuple(quote.sum(member=number) for quote in self.quotes),
            )
            for number, member in enumerate(self.surgery.team, 1)
        ]

    def by_act(self) -> list[Compared]:
        """What each act would be worth."""
        return [
            Compared(act.code, tuple(quote.sum(act=number) for quote in self.quotes))
            for number, act in enumerate(self.surgery.acts, 1)
        ]

    def total(self) -> Compared:
        """What the whole surgery would be worth."""
        return Compared("Total", tuple(quote.sum() for quote in self.quotes))

    def as_dict(self) -> dict[str, object]:
        """The comparison for ``--json`` and APIs."""
        return {
            "surgery": self.surgery.name,
            "contracts": [{"contract": one.contract, "name": one.name} for one in self.quotes],
            "by_member": [_as_dict(row) for row in self.by_member()],
            "by_act": [_as_dict(row) for row in self.by_act()],
            "total": _as_dict(self.total()),
            "findings": [
                {"contract": one.contract, **finding.as_dict()}
                for one in self.quotes
                for finding in one.suggestion.findings
            ],
        }


def _as_dict(row: Compared) -> dict[str, object]:
    sums = [
        {
            "centavos": one.centavos,
            "lines": one.lines,
            "unpriced": [status.code_name for status in one.unpriced],
        }
        for one in row.sums
    ]
    return {"label": row.label, "sums": sums}


def quote(surgery: Surgery, compiled: Compiled, contract: str | None = None) -> Quote:
    """A surgery's suggestion under one contract, priced."""
    contract = contract or surgery.first_contract
    suggestion = suggest(surgery, compiled, contract)
    results = LinePricer(compiled).price([one.line for one in suggestion.lines])
    lines = tuple(map(PricedLine, suggestion.lines, results))
    known = compiled.catalogue.contracts.get(suggestion.contract or contract or "")
    name = known.name if known is not None else contract or ""
    return Quote(contract, name, suggestion, lines)


def compare(surgery: Surgery, contracts: Sequence[str], compiled: Compiled) -> Comparison:
    """Price the same surgery under several contracts."""
    return Comparison(surgery, tuple(quote(surgery, compiled, name) for name in contracts))
