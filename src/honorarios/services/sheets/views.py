"""What the preview of a sheet answers: each line with what it is worth and why, and the sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from honorarios.launching.model import TargetPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.catalogue.schema import Catalogue
    from honorarios.core.findings import Finding
    from honorarios.core.vocabulary import Role
    from honorarios.launching.model import Entry, Line
    from honorarios.pricing.surgery import RuleUsed
    from honorarios.services.fees import LineView, QuestionView

FACTORS: Final = (
    ("accommodation", "accommodation_factor", "1"),
    ("overtime", "overtime_percent", "0"),
    ("paediatric", "paediatric_percent", "0"),
    ("technique", "technique_factor", "1"),
    ("bilateral", "bilateral_percent", "0"),
    ("role", "role_percent", "100"),
    ("route", "route_percent", "100"),
)
"""Factors in the order of the formula, with the engine's column and the figure that changes nothing."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of a line."""

    name: str
    figure: str
    """As the engine kept it: ``1.5`` times, or ``30`` per cent."""
    neutral: bool
    """Whether it changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """How the value of a line came about, in short; the memória says it in full."""

    table: str
    """Name and edition of the table of the price; empty for a fixed price."""
    valid_from: date | None
    unit: str
    """BRL, CH, or a porte."""
    base: str | None
    """The fee in reais, exact, before factors."""
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """One member in one act: the entry, and the lines that launching it writes."""

    name: str
    act: str
    member: str
    entry: Entry
    description: str
    rules: tuple[RuleUsed, ...]
    launched: bool
    """Whether it is to be launched; of one that is not, the last rule says why."""
    lines: tuple[LineView, ...] = ()
    worths: tuple[Worth, ...] = ()
    """Of each line, in order."""
    findings: tuple[Finding, ...] = ()
    question: QuestionView | None = None


@dataclass(frozen=True, slots=True)
class PlanSums:
    """What the lines of a sheet add up to, in centavos."""

    lines: int = 0
    total: int = 0
    """By the tables, the private part included."""
    charged: int = 0
    """Of this part, what is charged."""
    outside: int = 0
    """Of what is charged, what the payer owes the provider."""
    private: int = 0
    """Charged to the patient, in the private part."""

    @property
    def inside(self) -> int:
        """Of what is charged, what the hospital receives."""
        return self.charged - self.outside


@dataclass(frozen=True, slots=True)
class Plan:
    """The preview of a sheet."""

    lines: tuple[PlannedLine, ...]
    findings: tuple[Finding, ...] = ()
    """About the acts and the team."""
    roles: tuple[Role, ...] = ()
    """The team that the acts call for."""
    team: Mapping[str, Role | None] = field(default_factory=dict)
    """The role of everybody of the team, by the row's name."""
    suggested_to: frozenset[str] = frozenset()
    """Whose role is suggested and not typed."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of the providers, by code."""
    sums: PlanSums = field(default_factory=PlanSums)

    @property
    def asks(self) -> bool:
        """Whether a question has to be answered first."""
        return any(line.question is not None for line in self.lines)


def worth_of(line: Line, catalogue: Catalogue) -> Worth:
    """How a line's value came about, from what the engine kept of it."""
    kept = line.kept
    base = kept.get("fee")
    schedule, _at, edition = str(kept.get("schedule") or "").partition("@")
    named = catalogue.schedules.get(schedule)
    return Worth(
        table=" ".join(filter(None, (schedule if named is None else named.name, edition))),
        valid_from=_day(kept.get("valid_from")),
        unit=str(kept.get("fee_unit") or kept.get("basis") or ""),
        base=None if base is None else str(base),
        factors=tuple(_factors(kept)),
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _factors(kept: Mapping[str, object]) -> Iterable[Factor]:
    for name, column, neutral in FACTORS:
        figure = kept.get(column)
        if figure is not None:
            yield Factor(name, str(figure), str(figure) == neutral)


def sums_of(lines: Iterable[PlannedLine]) -> PlanSums:
    """What planned lines add up to."""
    shown = [line for planned in lines for line in planned.lines]
    here = [line for line in shown if line.target == TargetPart.THIS.value]
    return PlanSums(
        lines=len(shown),
        total=sum(line.total for line in shown),
        charged=sum(line.charged for line in here),
        outside=sum(line.charged for line in here if line.outside),
        private=sum(line.charged for line in shown) - sum(line.charged for line in here),
    )
