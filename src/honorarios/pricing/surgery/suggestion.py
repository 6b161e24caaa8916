"""What is suggested for a surgery: lines ready for price, each with the rules that made it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.findings import Finding
    from honorarios.pricing.surgery.rules import RuleUsed


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    """One member's line in one act."""

    act: int
    """The act's number in the surgery's list, from 1."""
    member: int
    """The member's number in the team's list, from 1."""
    line: Mapping[str, object]
    """The line, ready for price."""
    rules: tuple[RuleUsed, ...]
    """Why it is what it is; for a line that is left out, the last says why."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The lines of a surgery under one contract."""

    contract: str | None
    """The contract used; None when there is none in force."""
    lines: tuple[SuggestedLine, ...] = ()
    omitted: tuple[SuggestedLine, ...] = ()
    """Lines that no one should bill, each with the rule that says so."""
    findings: tuple[Finding, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The suggestion for ``--json`` and APIs."""
        return {
            "contract": self.contract,
            "lines": [_as_dict(line) for line in self.lines],
            "omitted": [_as_dict(line) for line in self.omitted],
            "findings": [finding.as_dict() for finding in self.findings],
        }


def _as_dict(line: SuggestedLine) -> dict[str, object]:
    return {
        "act": line.act,
        "member": line.member,
        "line": dict(line.line),
        "rules": [
            {"code": rule.code, "text": rule.text, "source": rule.source, "chosen": rule.chosen}
            for rule in line.rules
        ],
    }


@dataclass(slots=True)
class Draft:
    """A line being put together."""

    act: int
    member: int
    cells: dict[str, Any]
    rules: list[RuleUsed] = field(default_factory=list)
    left_out: RuleUsed | None = None
    """The rule for which the line is not billed."""

    def done(self) -> SuggestedLine:
        """The finished line."""
        rules = (*self.rules, self.left_out) if self.left_out else tuple(self.rules)
        return SuggestedLine(self.act, self.member, self.cells, rules)
