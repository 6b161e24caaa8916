"""Section 6 of the law: every factor of a line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import (
    Adjustments,
    AssistantBase,
    PaediatricChoice,
    RolePercents,
    StandardRules,
)
from honorarios.core.vocabulary import (
    AccessRoute,
    Character,
    Laterality,
    ProcedureKind,
    Role,
    Technique,
)
from tests.oracle.codes import matches_any
from tests.oracle.components import ANAESTHESIA, ONE, SURGICAL_ASSISTANTS, ZERO
from tests.oracle.hours import OvertimeClock
from tests.oracle.line import bed_type
from tests.oracle.result import NotPricedError

if TYPE_CHECKING:
    from tests.oracle.agreement import Agreement
    from tests.oracle.components import Components
    from tests.oracle.holidays_of import Holidays
    from tests.oracle.line import Line
    from tests.oracle.prices import PriceRow

HUNDRED: Final = Decimal(100)
HUNDREDTH: Final = Decimal("0.01")
IAMSPE_PERCENTS: Final = {
    Role.SURGEON: HUNDRED,
    Role.FIRST_ASSISTANT: Decimal(30),
    Role.SECOND_ASSISTANT: Decimal(20),
    Role.THIRD_ASSISTANT: Decimal(20),
    Role.FOURTH_ASSISTANT: Decimal(20),
}


@dataclass(frozen=True, slots=True)
class Factors:
    """What multiplies the components; neutral where nothing is said."""

    role_percent: Decimal
    route_percent: Decimal = HUNDRED
    fee_adjustment: Decimal = ONE
    operating_cost_adjustment: Decimal = ONE
    film_adjustment: Decimal = ONE
    accommodation_factor: Decimal = ONE
    overtime_percent: Decimal = ZERO
    paediatric_percent: Decimal = ZERO
    technique_factor: Decimal = ONE
    bilateral_percent: Decimal = ZERO


def factors(
    line: Line, agreed: Agreement, row: PriceRow, parts: Components, holidays: Holidays
) -> Factors:
    """Every factor, in the order of the statuses that they may give."""
    if agreed.iamspe:
        if line.role not in IAMSPE_PERCENTS:
            raise NotPricedError("no_role_percent")
        return Factors(role_percent=IAMSPE_PERCENTS[line.role])
    rules = agreed.rules
    adjust = agreed.rule.adjust if agreed.rule is not None else Adjustments()
    on_fee = adjust.fee
    if line.role in ANAESTHESIA and adjust.anaesthesia is not None:
        on_fee = adjust.anaesthesia
    return Factors(
        fee_adjustment=ONE + on_fee * HUNDREDTH,
        operating_cost_adjustment=ONE + adjust.operating_cost * HUNDREDTH,
        film_adjustment=ONE + adjust.film * HUNDREDTH,
        accommodation_factor=accommodation(line, agreed, row, parts),
        overtime_percent=overtime(line, agreed, row, holidays),
        paediatric_percent=paediatric(line, rules),
        technique_factor=technique(line, rules, row),
        bilateral_percent=bilateral(line, rules, row),
        role_percent=role(line, rules, row),
        route_percent=route(line, rules),
    )


def accommodation(line: Line, agreed: Agreement, row: PriceRow, parts: Components) -> Decimal:
    """The factor of the annex's first row that matches."""
    if agreed.accommodation is None or not row.admits_accommodation:
        return ONE
    if row.accommodation is not None or parts.fee_for_accommodation:
        return ONE
    for entry in agreed.terms.accommodation:
        if (
            bed_type(entry.type) == agreed.accommodation
            and (not entry.roles or line.role in entry.roles)
            and (not entry.categories or agreed.category in entry.categories)
        ):
            return entry.factor
    raise NotPricedError("no_accommodation_factor")


def overtime(line: Line, agreed: Agreement, row: PriceRow, holidays: Holidays) -> Decimal:
    """The surcharge of special hours."""
    if not row.admits_urgency:
        return ZERO
    if agreed.rules.overtime.requires_emergency and line.character is not Character.URGENT:
        return ZERO
    return OvertimeClock(line, agreed, holidays).percent(line.start, line.end)


def paediatric(line: Line, rules: StandardRules) -> Decimal:
    """The surcharge by age or weight."""
    if line.age_months is None:
        return ZERO
    percents = [
        rule.percent
        for rule in rules.paediatric
        if rule.from_months <= line.age_months < rule.below_months
        and (
            rule.below_grams is None
            or (line.weight_grams is not None and line.weight_grams < rule.below_grams)
        )
        and (not rule.codes or matches_any(rule.codes, line.code))
    ]
    if not percents:
        return ZERO
    return percents[0] if rules.paediatric_choice is PaediatricChoice.FIRST else max(percents)


def technique(line: Line, rules: StandardRules, row: PriceRow) -> Decimal:
    """The factor of video or robotic technique."""
    if row.own_video:
        return ONE
    if line.technique is Technique.VIDEO:
        return rules.video_factor
    if line.technique is Technique.ROBOTIC:
        return rules.robotic_factor
    return ONE


def bilateral(line: Line, rules: StandardRules, row: PriceRow) -> Decimal:
    """The surcharge of the second side."""
    if line.laterality is not Laterality.BOTH or row.own_bilateral:
        return ZERO
    if line.role in ANAESTHESIA:
        return rules.anaesthesia.bilateral
    if line.access_route is AccessRoute.DIFFERENT:
        return rules.access_routes.bilateral_different
    return rules.access_routes.bilateral_same


def role(line: Line, rules: StandardRules, row: PriceRow) -> Decimal:
    """The percentage of the role."""
    if row.role is not None and row.role == line.role:
        return HUNDRED
    stated = role_percents(rules.roles)
    if line.role not in stated:
        return HUNDRED
    percent = stated[line.role]
    if percent is None:
        raise NotPricedError("no_role_percent")
    return percent


def role_percents(percents: RolePercents) -> dict[Role, Decimal | None]:
    """The roles that need a percentage; None where the standard states none."""

    def or_other(percent: Decimal | None) -> Decimal | None:
        return percents.other_assistants if percent is None else percent

    return {
        Role.FIRST_ASSISTANT: percents.first_assistant,
        Role.SECOND_ASSISTANT: or_other(percents.second_assistant),
        Role.THIRD_ASSISTANT: or_other(percents.third_assistant),
        Role.FOURTH_ASSISTANT: or_other(percents.fourth_assistant),
        Role.SCRUB_ASSISTANT: percents.scrub_assistant,
        Role.ANAESTHETIST_ASSISTANT: percents.anaesthetist_assistant,
    }


def route(line: Line, rules: StandardRules) -> Decimal:
    """The percentage of the act's place in the cascade of its access route."""
    if line.kind is ProcedureKind.PRINCIPAL or line.access_route is None:
        return HUNDRED
    on_the_whole = rules.assistant_base is AssistantBase.FULL
    if on_the_whole and line.role in (*SURGICAL_ASSISTANTS, Role.SCRUB_ASSISTANT):
        return HUNDRED
    routes = rules.anaesthesia if line.role in ANAESTHESIA else rules.access_routes
    cascade = {
        AccessRoute.SINGLE: rules.access_routes.single,
        AccessRoute.SAME: routes.same,
        AccessRoute.DIFFERENT: routes.different,
    }[line.access_route]
    return cascade[min(line.rank, len(cascade)) - 1]
