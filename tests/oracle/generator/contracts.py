"""Random contracts: scopes, terms, plans, price rules, annexes and every choice of calculation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from honorarios.catalogue.schema import (
    AccommodationSource,
    Composition,
    Contract,
    FactorName,
    FactorScope,
    PriceDate,
    TouchedComponent,
)
from honorarios.core.vocabulary import BillingRoute, Character, Role, Setting
from tests.oracle.generator.world import (
    BILLING_UNITS,
    PAYERS,
    PLANS,
    PRIVATE_UNITS,
    PROVIDERS,
    SPECIALTIES,
    Validity,
    World,
)

Part = dict[str, Any]
REPLACED_UNITS: Final = ("CH", "UCO", "FILM", "2B", "8A", "AN_C", *PRIVATE_UNITS)


@dataclass(frozen=True)
class References:
    """What contracts may refer to."""

    tables: tuple[tuple[str, tuple[str, ...]], ...]
    """Schedules with the editions that may be pinned."""
    coefficients: tuple[str, ...]
    standards: tuple[str, ...]
    calendars: tuple[str, ...]


class Contracts:
    """The contracts of one catalogue; no two are for the same lines on the same day."""

    def __init__(self, world: World, references: References) -> None:
        self.by_id: dict[str, Contract] = {}
        self._world = world
        self._references = references
        self._scopes: set[tuple[object, ...]] = set()
        payer, unit = world.draw.pick(PAYERS), world.draw.pick(BILLING_UNITS)
        route = world.draw.pick(list(BillingRoute))
        self._add(payer, unit, route, scope={})
        for _ in range(world.draw.between(1, 3)):
            self._add(payer, unit, route, scope=self._scope())
        self._add(
            world.draw.pick(PAYERS),
            world.draw.pick(BILLING_UNITS),
            world.draw.pick(list(BillingRoute)),
            scope=self._scope(),
        )

    def _scope(self) -> Part:
        draw = self._world.draw
        return {
            "plan": draw.maybe(0.5, draw.pick(PLANS)),
            "provider": draw.maybe(0.4, draw.pick(PROVIDERS)),
            "specialty": draw.maybe(0.4, draw.pick(SPECIALTIES)),
        }

    def _add(self, payer: str, unit: str, route: BillingRoute, scope: Part) -> None:
        draw = self._world.draw
        key = (payer, unit, route, scope.get("plan"), scope.get("provider"), scope.get("specialty"))
        if key in self._scopes:
            return
        self._scopes.add(key)
        shared = {
            **scope,
            "payer": payer,
            "billing_unit": unit,
            "route": route,
            "price_date": draw.pick(list(PriceDate)),
        }
        periods = self._world.periods()
        if len(periods) > 1 and draw.chance(0.2):
            # A contract that succeeds another: the same scope, on later days.
            self._make(shared, periods[:1])
            periods = periods[1:]
        self._make(shared, periods)

    def _make(self, shared: Part, periods: list[Validity]) -> None:
        draw = self._world.draw
        name = f"contract-{len(self.by_id) + 1}"
        self.by_id[name] = Contract.model_validate(
            {
                "id": name,
                "name": f"Contrato {name}",
                **shared,
                "calendar": draw.maybe(0.7, draw.pick(self._references.calendars)),
                "terms": [self._terms(validity) for validity in periods],
            }
        )

    def _terms(self, validity: Validity) -> Part:
        draw = self._world.draw
        return {
            "valid_from": validity.valid_from,
            "valid_to": validity.valid_to,
            "source": "sorteio",
            "standard": draw.pick(self._references.standards),
            "special_table": self._table(0.4),
            "procedure_table": self._table(0.97),
            "coefficients": draw.maybe(0.98, draw.pick(self._references.coefficients)),
            "plans": [self._plan(plan) for plan in PLANS if draw.chance(0.5)],
            "plan_tables_exclusive": draw.chance(0.2),
            "accommodation": self._annex(),
            "accommodation_source": draw.pick(list(AccommodationSource)),
            "price_rules": [self._price_rule(number) for number in range(draw.between(0, 4))],
            "rounding": {
                "mode": draw.pick(["HALF_UP", "DOWN"]),
                "point": draw.pick(["UNIT", "LINE", "STEP", "COMPONENT"]),
            },
            "composition": draw.pick(list(Composition)),
            "factor_scope": draw.pick(list(FactorScope)),
            "touches": [self._touches(factor) for factor in FactorName if draw.chance(0.15)],
        }

    def _touches(self, factor: FactorName) -> Part:
        draw = self._world.draw
        components = draw.some(TouchedComponent, 2) if draw.chance(0.7) else ()
        return {"factor": factor, "components": components}

    def _table(self, probability: float) -> Part | None:
        draw = self._world.draw
        if not draw.chance(probability):
            return None
        schedule, editions = draw.pick(self._references.tables)
        edition = "current" if draw.chance(0.5) else draw.pick(editions)
        return {"schedule": schedule, "edition": edition}

    def _categories(self) -> tuple[str, ...]:
        known = self._world.categories
        return self._world.draw.some(known, 2) if known else ()

    def _plan(self, plan: str) -> Part:
        draw = self._world.draw
        return {
            "plan": plan,
            "special_table": self._table(0.4),
            "procedure_table": self._table(0.5),
            "coefficients": draw.maybe(0.5, draw.pick(self._references.coefficients)),
            "accommodation": draw.maybe(0.6, draw.pick(self._world.beds())),
        }

    def _annex(self) -> list[Part]:
        draw = self._world.draw
        if draw.chance(0.02):
            return []
        beds = self._world.beds()
        rows = [
            {
                "type": draw.pick(beds),
                "factor": draw.factor("accommodation"),
                "roles": draw.some(Role, 5) if draw.chance(0.5) else (),
                "categories": self._categories() if draw.chance(0.5) else (),
            }
            for _ in range(draw.between(0, 3))
        ]
        return rows + [
            {"type": kind, "factor": draw.factor("accommodation")}
            for kind in beds
            if draw.chance(0.985)
        ]

    def _price_rule(self, number: int) -> Part:
        draw = self._world.draw
        action = draw.weighted(
            {"adjust": 5, "table": 3, "coefficients": 3, "values": 3, "fixed": 3, "excluded": 1}
        )
        rule: Part = {
            "name": f"Cláusula {number + 1}",
            "scope": self._rule_scope(whatever=action != "excluded"),
        }
        if action == "excluded":
            return {**rule, "excluded": True}
        if action == "fixed":
            rule["fixed"] = draw.coefficient()
        if action == "table" or draw.chance(0.1):
            rule["table"] = self._table(1)
        if action == "coefficients" or draw.chance(0.1):
            rule["coefficients"] = draw.pick(self._references.coefficients)
        if action == "values" or draw.chance(0.1):
            units = draw.some(REPLACED_UNITS, 4)
            rule["values"] = {unit: draw.coefficient() for unit in units}
        if action == "adjust" or draw.chance(0.4):
            rule["adjust"] = {
                "fee": draw.change(),
                "operating_cost": draw.change(),
                "film": draw.change(),
                "anaesthesia": draw.maybe(0.5, draw.change()),
            }
        return rule

    def _rule_scope(self, *, whatever: bool) -> Part:
        world, draw = self._world, self._world.draw
        if whatever and draw.chance(0.12):
            return {}
        stated = {
            "codes": world.patterns(),
            "categories": self._categories(),
            "roles": draw.some(Role, 5),
            "settings": draw.some(Setting, 2),
            "characters": draw.some(Character, 2),
        }
        return {name: stated[name] for name in draw.some(stated, 2)}
