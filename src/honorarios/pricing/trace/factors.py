"""The factors of a line, retold: each figure that the engine kept, and where it comes from.

*How a value comes to be*, section 6. The figures are the engine's; the reasons are found again in
the catalogue's documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import AssistantBase, PaediatricChoice
from honorarios.core.vocabulary import (
    ANAESTHESIA_ROLES,
    ASSISTANTS,
    PARAMETERISED_ROLES,
    AccessRoute,
    Laterality,
    ProcedureKind,
    Role,
    Technique,
)
from honorarios.pricing.agreed import in_codes
from honorarios.pricing.status import Status
from honorarios.pricing.trace.model import FactorName, FactorUsed, Reason, Source
from honorarios.pricing.trace.windows import hours_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from honorarios.catalogue.schema import Calendar, Category, PaediatricRule, StandardRules
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.book import PriceRow
    from honorarios.pricing.facts import Facts
    from honorarios.pricing.trace.model import ComponentUsed

COLUMNS: Final[dict[FactorName, str]] = {
    "accommodation": "accommodation_factor",
    "overtime": "overtime_percent",
    "paediatric": "paediatric_percent",
    "technique": "technique_factor",
    "bilateral": "bilateral_percent",
    "role": "role_percent",
    "route": "route_percent",
}
"""The factors of the line in the law's order, and the engine's column of each."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything that the factors of a line are chosen by."""

    facts: Facts
    agreed: Agreed
    rules: StandardRules
    standard: Source
    row: PriceRow | None
    """None for a fixed price, which admits everything."""
    components: tuple[ComponentUsed, ...]
    calendar: Calendar | None
    categories: tuple[Category, ...]

    def row_says(self, cell: str) -> object:
        """A cell of the price row; None for a fixed price."""
        return None if self.row is None else self.row.cells[cell]


def factors_used(of: Circumstances, figures: Mapping[str, Decimal]) -> tuple[FactorUsed, ...]:
    """Every factor of a line, in the order in which they are applied."""
    if of.agreed.iamspe:
        return tuple(_iamspe(of, figures))
    return (
        *_adjustments(of, figures),
        _accommodation(of, figures["accommodation_factor"]),
        _overtime(of, figures["overtime_percent"]),
        _paediatric(of, figures["paediatric_percent"]),
        _technique(of, figures["technique_factor"]),
        _bilateral(of, figures["bilateral_percent"]),
        _role(of, figures["role_percent"]),
        _route(of, figures["route_percent"]),
    )


def missing_factor(of: Circumstances, status: Status) -> FactorUsed:
    """The factor for want of which a line has no price: of the accommodation, or of the role."""
    if status is Status.NO_ACCOMMODATION_FACTOR:
        label = of.agreed.accommodation or ""
        beds = of.agreed.beds(of.facts, of.categories)
        return FactorUsed("accommodation", None, None, Reason.NOT_IN_ANNEX, label, accepted=beds)
    reason = Reason.IAMSPE if of.agreed.iamspe else Reason.NO_PERCENT
    return FactorUsed("role", None, None, reason, of.facts.role.code_name, of.standard)


def _iamspe(of: Circumstances, figures: Mapping[str, Decimal]) -> Iterator[FactorUsed]:
    for name, column in COLUMNS.items():
        role = name == "role"
        yield FactorUsed(
            name,
            None,
            figures[column],
            Reason.IAMSPE,
            of.facts.role.code_name if role else "",
            of.standard if role else None,
        )


def _adjustments(of: Circumstances, figures: Mapping[str, Decimal]) -> Iterator[FactorUsed]:
    rule = of.agreed.rule
    for component in of.components:
        yield FactorUsed(
            "adjustment",
            component.name,
            figures[f"{component.name}_adjustment"],
            Reason.NO_RULE if rule is None else Reason.PRICE_RULE,
            "" if rule is None else rule.name,
        )


def _accommodation(of: Circumstances, figure: Decimal) -> FactorUsed:
    bed = of.agreed.accommodation
    of_coefficient = any(
        component.name == "fee" and "accommodation" in component.coefficient.conditions
        for component in of.components
    )
    if bed is None:
        reason = Reason.NO_BED
    elif of.row_says("accommodation") is not None:
        reason = Reason.ROW_FOR_BED
    elif of_coefficient:
        reason = Reason.COEFFICIENT_FOR_BED
    elif of.row_says("admits_accommodation") is False:
        reason = Reason.NOT_ADMITTED
    else:
        reason = Reason.ANNEX
    return FactorUsed("accommodation", None, figure, reason, bed or "")


def _overtime(of: Circumstances, figure: Decimal) -> FactorUsed:
    rules = of.rules.overtime
    if of.row_says("admits_urgency") is False:
        return FactorUsed("overtime", None, figure, Reason.NOT_ADMITTED)
    if rules.requires_emergency and of.facts.character.code_name != "urgent":
        return FactorUsed("overtime", None, figure, Reason.ELECTIVE, source=of.standard)
    hours = hours_of(of.rules, of.facts, of.calendar)
    if hours.is_for_none:
        return FactorUsed("overtime", None, figure, Reason.NO_WINDOWS, source=of.standard)
    inside = figure > 0
    least = figure if inside else min(window.percent for window in hours.windows)
    return FactorUsed(
        "overtime",
        None,
        figure,
        Reason.INSIDE if inside else Reason.OUTSIDE,
        hours.decisive(figure) if inside else "",
        of.standard,
        interval=hours.interval.value,
        windows=hours.windows,
        seconds_of_act=hours.seconds,
        seconds_inside=hours.seconds_inside(least),
    )


def _paediatric(of: Circumstances, figure: Decimal) -> FactorUsed:
    if of.facts.age_months is None:
        return FactorUsed("paediatric", None, figure, Reason.NO_AGE)
    holding = [rule for rule in of.rules.paediatric if _is_of_age(rule, of.facts)]
    if not holding:
        return FactorUsed("paediatric", None, figure, Reason.NO_RULE, source=of.standard)
    chosen = holding[0]
    if of.rules.paediatric_choice is PaediatricChoice.HIGHEST:
        chosen = max(holding, key=lambda rule: rule.percent)
    return FactorUsed("paediatric", None, figure, Reason.STANDARD, chosen.label, of.standard)


def _is_of_age(rule: PaediatricRule, facts: Facts) -> bool:
    weight = facts.weight_grams
    return (
        facts.age_months is not None
        and rule.from_months <= facts.age_months < rule.below_months
        and (rule.below_grams is None or (weight is not None and weight < rule.below_grams))
        and in_codes(rule.codes, facts.code)
    )


def _technique(of: Circumstances, figure: Decimal) -> FactorUsed:
    technique = of.facts.technique
    if technique is Technique.CONVENTIONAL:
        return FactorUsed("technique", None, figure, Reason.CONVENTIONAL)
    reason = Reason.OWN_CODE if of.row_says("own_video") else Reason.STANDARD
    source = of.standard if reason is Reason.STANDARD else None
    return FactorUsed("technique", None, figure, reason, technique.code_name, source)


def _bilateral(of: Circumstances, figure: Decimal) -> FactorUsed:
    if of.facts.laterality is not Laterality.BOTH:
        return FactorUsed("bilateral", None, figure, Reason.ONE_SIDE)
    if of.row_says("own_bilateral"):
        return FactorUsed("bilateral", None, figure, Reason.OWN_CODE)
    if of.facts.role in ANAESTHESIA_ROLES:
        label = "anaesthesia"
    else:
        label = "different" if of.facts.access_route is AccessRoute.DIFFERENT else "same"
    return FactorUsed("bilateral", None, figure, Reason.STANDARD, label, of.standard)


def _role(of: Circumstances, figure: Decimal) -> FactorUsed:
    role = of.facts.role
    if of.row_says("role") is not None:
        return FactorUsed("role", None, figure, Reason.ROW_FOR_ROLE, role.code_name)
    if role in PARAMETERISED_ROLES:
        return FactorUsed("role", None, figure, Reason.STANDARD, role.code_name, of.standard)
    return FactorUsed("role", None, figure, Reason.WHOLE_ROLE, role.code_name)


def _route(of: Circumstances, figure: Decimal) -> FactorUsed:
    facts = of.facts
    if facts.procedure_kind is not ProcedureKind.SECONDARY:
        return FactorUsed("route", None, figure, Reason.PRINCIPAL)
    if facts.access_route is None:
        return FactorUsed("route", None, figure, Reason.NO_ROUTE)
    on_surgeons = facts.role in (*ASSISTANTS, Role.SCRUB_ASSISTANT)
    if on_surgeons and of.rules.assistant_base is AssistantBase.FULL:
        return FactorUsed("route", None, figure, Reason.FULL_BASE, source=of.standard)
    label = facts.access_route.code_name
    if facts.role in ANAESTHESIA_ROLES and facts.access_route is not AccessRoute.SINGLE:
        label = f"anaesthesia_{label}"
    return FactorUsed("route", None, figure, Reason.CASCADE, label, of.standard, rank=facts.rank)
