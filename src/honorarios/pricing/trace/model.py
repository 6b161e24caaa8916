"""The memória de cálculo as data: every table, validity, source, factor and rounding.

This is the shape of its JSON, ``honorarios.trace/1``. Amounts are exact decimals in reais, written
as text; centavos are whole numbers. A field never changes its meaning within a version.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads the annotations
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003 - as above
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, PlainSerializer

from honorarios.core.findings import Finding, Place, Severity
from honorarios.pricing.trace.value import EXACT, Part, work_out

FORMAT: Final = "honorarios.trace/1"


def plain(value: Decimal) -> str:
    """A decimal without an exponent or trailing zeros: ``0.85``, ``1200``."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


Exact = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]
"""An exact number; text in JSON, so that no reader makes a float of it."""


def _finding(value: object) -> object:
    """A finding from the dict that JSON has of it."""
    match value:
        case {
            "code": str(code),
            "severity": "info" | "warning" | "error" as severity,
            "file": str(file),
            "line": int() | None as line,
            "field": str(field_),
            "message": str(message),
            "tip": str(tip),
        }:
            place = Place(file, line, field_)
            return Finding(code, Severity[severity.upper()], place, message, tip)
    return value


Told = Annotated[
    Finding, BeforeValidator(_finding), PlainSerializer(Finding.as_dict, when_used="json")
]
ComponentName = Literal["fee", "operating_cost", "film"]
FactorName = Literal[
    "adjustment", "accommodation", "overtime", "paediatric", "surcharges", "technique", "bilateral",
    "role", "route",
]  # fmt: skip
"""``surcharges`` stands for those that a contract adds up before it multiplies."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the catalogue, its validity, and where it says that it comes from."""

    id: str
    name: str
    valid_from: date | None
    valid_to: date | None
    """Last day, included; null = until further notice."""
    source: str


@dataclass(frozen=True, slots=True)
class ContractUsed:
    """The contract, the terms in force on the price date, and their billing standard."""

    terms: Source
    payer: str
    billing_unit: str
    route: str
    given: bool
    """Whether the line named the contract; else it was found by payer, billing unit and route."""
    price_date: date
    """The date that chooses terms, prices and coefficients."""
    price_date_by: Literal["start", "end", "admission"]
    standard: Source | None
    """Null when the standard has no rules on the date."""


@dataclass(frozen=True, slots=True)
class PriceRuleUsed:
    """The contract's price rule that holds for the line."""

    name: str
    excluded: bool
    fixed: Exact | None
    """The fixed price in reais, which stands before every table."""


class Outcome(StrEnum):
    """What became of one level of the look-up."""

    FOUND = "found"
    LATER = "later"
    """Not tried: an earlier level had the price."""
    FIXED = "fixed"
    """Not tried: the price rule fixes the price."""
    NO_PLAN = "no_plan"
    """The line has no plan, or one of which the contract says nothing."""
    NO_TABLE = "no_table"
    """The contract, or the plan, states no such table."""
    EXCLUSIVE = "exclusive"
    """Not tried: the plan's own tables are exclusive."""
    UNLISTED = "unlisted"
    """The table does not have the code."""
    OTHER_LINES = "other_lines"
    """The table has the code only for another role, accommodation or setting."""
    NOT_IN_FORCE = "not_in_force"
    """No row of the code holds on the price date."""


@dataclass(frozen=True, slots=True)
class LevelTried:
    """One of the four levels of the look-up, in their order: why this table, or why not."""

    level: int
    """1 plan's special table, 2 plan's procedure table, 3 contract's special table, 4 contract's
    procedure table or the price rule's."""
    outcome: Outcome
    schedule: str | None = None
    schedule_name: str = ""
    edition: str | None = None
    """A pinned edition, or ``current``."""
    edition_on_date: str | None = None
    """The edition that this means on the price date; null when ``current`` means none."""
    by_price_rule: bool = False
    """Whether the table is the price rule's."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Validity of the row found, or of the nearest one that does not hold."""


@dataclass(frozen=True, slots=True)
class RowUsed:
    """The price row."""

    number: int
    """Its number in the catalogue."""
    edition: Source
    """The edition that defines the row."""
    inherited_by: str | None
    """The edition that holds on the price date, where the row is of one that it inherits."""
    code: str
    description: str
    basis: str
    valid_from: date | None
    valid_to: date | None
    role: str | None
    """Set when the row is for this role only."""
    accommodation: str | None
    setting: str | None
    anaesthetic_porte: str | None
    source: str
    """The row's own source, or the edition's."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """What a unit is worth in reais, and who says so."""

    unit: str
    value: Exact | None
    """Null when the unit has no value on the date."""
    source: Source | None = None
    """The coefficient set's period; null for BRL and for a value of the contract itself."""
    by_price_rule: bool = False
    """Whether the contract's price rule states the value."""
    conditions: Mapping[str, str] = field(default_factory=dict)
    """What a special value is for: code, group, specialty, accommodation, setting."""


@dataclass(frozen=True, slots=True)
class Multiplication:
    """One factor applied to a component."""

    factor: FactorName
    multiplier: Exact
    value: Exact
    """The component after it, in reais; centavos where the contract rounds at each step."""


@dataclass(frozen=True, slots=True)
class ComponentUsed:
    """Fee, operating cost or film: a quantity of a unit, times the factors that touch it."""

    name: ComponentName
    quantity: Exact
    coefficient: Coefficient
    base: Exact | None
    """Quantity times coefficient, in reais; null without a coefficient."""
    multiplications: tuple[Multiplication, ...] = ()
    value: Exact | None = None
    """In reais, with every factor; whole centavos where the contract rounds each component."""


class Reason(StrEnum):
    """Why a factor is what it is."""

    IAMSPE = "iamspe"
    """The standard's own calculation: role only."""
    NO_RULE = "no_rule"
    """No price rule adjusts the price; no rule of the standard is for this age and code."""
    PRICE_RULE = "price_rule"
    NO_BED = "no_bed"
    ROW_FOR_BED = "row_for_bed"
    """The price row is for this accommodation."""
    COEFFICIENT_FOR_BED = "coefficient_for_bed"
    """The fee's coefficient is for this accommodation."""
    NOT_ADMITTED = "not_admitted"
    """The price row does not admit the factor."""
    ANNEX = "annex"
    NOT_IN_ANNEX = "not_in_annex"
    ELECTIVE = "elective"
    NO_WINDOWS = "no_windows"
    OUTSIDE = "outside"
    INSIDE = "inside"
    NO_AGE = "no_age"
    STANDARD = "standard"
    CONVENTIONAL = "conventional"
    OWN_CODE = "own_code"
    """The code is itself the video or the bilateral act."""
    ONE_SIDE = "one_side"
    ROW_FOR_ROLE = "row_for_role"
    """The price row is for this role."""
    WHOLE_ROLE = "whole_role"
    """A role that no standard reduces."""
    NO_PERCENT = "no_percent"
    """The standard states no percentage for the role."""
    PRINCIPAL = "principal"
    NO_ROUTE = "no_route"
    FULL_BASE = "full_base"
    """The standard pays the assistants on the whole fee."""
    CASCADE = "cascade"


@dataclass(frozen=True, slots=True)
class Window:
    """A window of special hours that is for this line, and how much of the act is inside it."""

    label: str
    percent: Exact
    open_at_start: bool
    seconds_inside: int


@dataclass(frozen=True, slots=True)
class FactorUsed:
    """A factor of the line and where it comes from."""

    factor: FactorName
    component: ComponentName | None
    """The component that an adjustment is of; null for the factors of the line."""
    figure: Exact | None
    """A multiplier (adjustment, accommodation, technique) or a percentage; null for none."""
    reason: Reason
    label: str = ""
    """The rule's name, the accommodation, the role."""
    source: Source | None = None
    accepted: tuple[str, ...] = ()
    """The accommodations that the contract's annex has for the line, where it lacks the line's own."""
    rank: int | None = None
    """Place of the act in the cascade."""
    interval: Literal["START", "MAJORITY", "ANY"] | None = None
    """How an act partly inside a window counts."""
    windows: tuple[Window, ...] = ()
    seconds_of_act: int | None = None
    seconds_inside: int | None = None
    """Within windows of at least the percentage used."""


@dataclass(frozen=True, slots=True)
class Method:
    """How the contract turns components and factors into centavos."""

    rounding_mode: Literal["HALF_UP", "DOWN"]
    rounding_point: Literal["UNIT", "LINE", "STEP", "COMPONENT"]
    composition: Literal["MULTIPLY", "ADD_PERCENTS", "ADD_ALL"]
    factor_scope: Literal["FEE", "TABLE_VALUE"]
    touches: Mapping[str, tuple[FactorName, ...]]
    """The factors that touch each component."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """One rounding: the exact amount and the centavos that it becomes."""

    of: Literal["fee", "operating_cost", "film", "unit", "total"]
    exact: Exact
    centavos: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """How the quantity multiplies the unit value."""

    quantity: int
    """Negative on a reversal."""
    extra_percent: Exact
    """What each unit after the first is paid, in % of the first."""
    multiplier: Exact
    """The quantity without its sign, or 1 + (quantity - 1) x extra."""


@dataclass(frozen=True, slots=True)
class State:
    """What became of the line."""

    code: str
    message: str
    tip: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The memória de cálculo of one line. What comes after the step that failed is empty."""

    catalogue_name: str
    catalogue_hash: str
    line: Mapping[str, str]
    """The cells that the engine reads, as they were given."""
    status: State
    other_faults: tuple[State, ...] = ()
    """What else is wrong with the line's own cells, and its status, the first fault, does not say."""
    contract: ContractUsed | None = None
    price_rule: PriceRuleUsed | None = None
    levels: tuple[LevelTried, ...] = ()
    row: RowUsed | None = None
    components: tuple[ComponentUsed, ...] = ()
    factors: tuple[FactorUsed, ...] = ()
    method: Method | None = None
    quantity: Quantity | None = None
    roundings: tuple[Rounding, ...] = ()
    unit_centavos: int | None = None
    total_centavos: int | None = None
    findings: tuple[Told, ...] = ()
    """Why the explanation cannot be trusted, if so."""
    format: Literal["honorarios.trace/1"] = FORMAT

    def evaluate(self) -> tuple[int, int] | None:
        """Unit and total in centavos, worked out again from the numbers of this explanation alone.

        None when the line has no value, or when its steps could not be told.
        """
        if self.unit_centavos is None or self.method is None or self.quantity is None:
            return None
        worked = work_out(
            [part_of(component) for component in self.components],
            self.method.rounding_mode,
            self.method.rounding_point,
            self.quantity.multiplier,
            reversal=self.quantity.quantity < 0,
        )
        return worked.unit_centavos, worked.total_centavos


def part_of(component: ComponentUsed) -> Part:
    """A component's numbers, for the calculation."""
    value = component.coefficient.value
    return Part(
        component.name,
        EXACT.multiply(component.quantity, value if value is not None else Decimal(0)),
        [step.multiplier for step in component.multiplications],
    )
