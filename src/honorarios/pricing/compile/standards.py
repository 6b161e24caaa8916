"""Billing standards: percentages, cascades, windows and surcharges of each period, as numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from honorarios.catalogue.schema import (
    AnaesthesiaBase,
    AssistantBase,
    AssistantComponents,
    Day,
    Overtime,
    OvertimeInterval,
    PaediatricChoice,
    RolePercents,
    StandardKind,
)
from honorarios.core.calendar import day_number
from honorarios.core.vocabulary import ASSISTANTS, Role
from honorarios.pricing.records import (
    CASCADES,
    FIRST_DAY,
    LAST_DAY,
    NONE,
    OVERTIME,
    PAEDIATRIC,
    STANDARD,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from honorarios.catalogue.schema import BillingStandard, PaediatricRule, StandardRules
    from honorarios.pricing.compile.names import Names
    from honorarios.pricing.compile.numbers import Numbers
    from honorarios.pricing.compile.scopes import Scopes

IAMSPE_PERCENTS = {Role.SURGEON: 100, Role.FIRST_ASSISTANT: 30} | dict.fromkeys(ASSISTANTS[1:], 20)
"""IAMSPE's own percentages (seed *Lançamento*, section 03: surgeon, first, other assistants)."""

INTERVALS = tuple(OvertimeInterval)
ANAESTHETIC_PORTES = 9


def mask(members: Iterable[int]) -> int:
    """Members of a closed list as bits; 0 for none stated."""
    return sum(1 << member for member in set(members))


def clock_seconds(clock: str) -> int:
    """``19:30`` as seconds since midnight.

    >>> clock_seconds("19:30"), clock_seconds("24:00")
    (70200, 86400)
    """
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def role_percent(percents: RolePercents, role: Role) -> Decimal | None:
    """A role's percentage: the stated one, the seed's "outros auxiliares", or 100 for the other roles."""
    stated: dict[Role, Decimal | None] = {
        Role.FIRST_ASSISTANT: percents.first_assistant,
        Role.SECOND_ASSISTANT: percents.second_assistant,
        Role.THIRD_ASSISTANT: percents.third_assistant,
        Role.FOURTH_ASSISTANT: percents.fourth_assistant,
        Role.SCRUB_ASSISTANT: percents.scrub_assistant,
        Role.ANAESTHETIST_ASSISTANT: percents.anaesthetist_assistant,
    }
    if role not in stated:
        return Decimal(100)
    if stated[role] is None and role in ASSISTANTS[1:]:
        return percents.other_assistants
    return stated[role]


class Standards:
    """Every period of every billing standard, numbered."""

    def __init__(self, numbers: Numbers, scopes: Scopes, units: Names) -> None:
        """Share the numbers, scopes and units."""
        self._numbers = numbers
        self._scopes = scopes
        self._units = units
        self._records: list[tuple[int, ...]] = []
        self._roles: list[list[int]] = []
        self._cascades: list[list[tuple[int, int]]] = []
        self._cascade_numbers: list[int] = []
        self._units_of: list[list[int]] = []
        self._overtime: list[tuple[int, ...]] = []
        self._paediatric: list[tuple[int, ...]] = []
        self._ids: dict[tuple[str, int], int] = {}

    def add(self, standard: BillingStandard, position: int) -> int:
        """The number of one period of a standard."""
        key = standard.id, position
        if key not in self._ids:
            self._ids[key] = len(self._records)
            self._compile(standard, standard.rules[position])
        return self._ids[key]

    def _compile(self, standard: BillingStandard, rules: StandardRules) -> None:
        numbers, routes, anaesthesia = self._numbers, rules.access_routes, rules.anaesthesia
        iamspe = standard.kind is StandardKind.IAMSPE
        overtime, overtime_end = self._add_overtime(rules.overtime)
        paediatric, paediatric_end = self._add_paediatric(rules.paediatric)
        self._records.append(
            (
                iamspe,
                rules.assistant_components is AssistantComponents.FEE and not iamspe,
                rules.assistant_base is AssistantBase.FULL,
                anaesthesia.base is AnaesthesiaBase.ANAESTHETIC_PORTE and not iamspe,
                rules.overtime.requires_emergency,
                INTERVALS.index(rules.overtime.interval),
                rules.paediatric_choice is PaediatricChoice.FIRST,
                overtime,
                overtime_end,
                paediatric,
                paediatric_end,
                numbers.factor(rules.video_factor),
                numbers.factor(rules.robotic_factor),
                numbers.surcharge(routes.bilateral_same),
                numbers.surcharge(routes.bilateral_different),
                numbers.surcharge(anaesthesia.bilateral),
            )
        )
        if iamspe:
            own = {role: Decimal(percent) for role, percent in IAMSPE_PERCENTS.items()}
            percents = [own.get(role) for role in Role]
        else:
            percents = [role_percent(rules.roles, role) for role in Role]
        self._roles.append([numbers.percent(percent) for percent in percents])
        cascades = (
            routes.single,
            routes.same,
            routes.different,
            anaesthesia.same,
            anaesthesia.different,
        )
        self._cascades.append([self._add_cascade(percents) for percents in cascades])
        portes = [anaesthesia.portes.get(str(porte)) for porte in range(ANAESTHETIC_PORTES)]
        self._units_of.append([self._units.number(porte) for porte in portes])

    def _add_cascade(self, percents: tuple[Decimal, ...]) -> tuple[int, int]:
        first = len(self._cascade_numbers)
        self._cascade_numbers += [self._numbers.percent(percent) for percent in percents]
        return first, len(self._cascade_numbers)

    def _add_overtime(self, overtime: Overtime) -> tuple[int, int]:
        first = len(self._overtime)
        for rule in overtime.rules:
            self._overtime.append(
                (
                    FIRST_DAY if rule.valid_from is None else day_number(rule.valid_from),
                    LAST_DAY if rule.valid_to is None else day_number(rule.valid_to),
                    clock_seconds(rule.start),
                    clock_seconds(rule.end),
                    self._numbers.surcharge(rule.percent),
                    self._scopes.add(rule.codes),
                    mask(rule.roles),
                    mask(tuple(Day).index(day) for day in rule.days),
                )
            )
        return first, len(self._overtime)

    def _add_paediatric(self, rules: tuple[PaediatricRule, ...]) -> tuple[int, int]:
        first = len(self._paediatric)
        for rule in rules:
            grams = NONE if rule.below_grams is None else rule.below_grams
            percent, scope = self._numbers.surcharge(rule.percent), self._scopes.add(rule.codes)
            self._paediatric.append((rule.from_months, rule.below_months, grams, percent, scope))
        return first, len(self._paediatric)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of the standards, by their name in :class:`~honorarios.pricing.records.Arrays`."""
        count = len(self._records)
        return {
            "standards": np.array(self._records, dtype=STANDARD),
            "roles": np.array(self._roles, dtype=np.int32).reshape(count, len(Role)),
            "cascades": np.array(self._cascades, dtype=np.int32).reshape(count, CASCADES, 2),
            "cascade_numbers": np.array(self._cascade_numbers, dtype=np.int32),
            "anaesthetic_units": np.array(self._units_of, dtype=np.int16).reshape(
                count, ANAESTHETIC_PORTES
            ),
            "overtime": np.array(self._overtime, dtype=OVERTIME),
            "paediatric": np.array(self._paediatric, dtype=PAEDIATRIC),
        }
