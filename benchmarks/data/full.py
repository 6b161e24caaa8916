"""A catalogue with every rule of the law, of the same size as the core one and on the same tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from benchmarks.data import core, full_prices, prices
from benchmarks.data.draw import amount, chance, generator, pick, some
from honorarios.catalogue.schema import (
    AccommodationFactor,
    BillingStandard,
    Catalogue,
    Category,
    CoefficientSet,
    Contract,
    Manifest,
    StandardRules,
    TableReference,
    Terms,
)
from honorarios.core.vocabulary import ASSISTANTS, Role

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

SPECIALTIES: Final = ("cardiologia", "ortopedia", "anestesiologia", "clinica")
PROVIDERS: Final = tuple(f"provider-{n:02d}" for n in range(40))
BEGINNINGS: Final = (
    "3",
    "4",
    "5",
    "6",
    "7",
    "301",
    "412",
    "5555",
    "60",
    "45000000-45999999",
    "7000-7199",
)
CATEGORIES: Final = {
    "hm": ("3", "50"),
    "sadt": ("4", "60"),
    "consulta": ("5", "3000-3099"),
    "visita": ("51", "6"),
    "outros": ("7",),
}
IAMSPE_STANDARDS: Final = 2
"""Standards that are IAMSPE's own, after the others."""


def catalogue(contracts: int = core.CONTRACTS) -> Catalogue:
    """The whole catalogue, the same on every machine."""
    schedules = {plan.id: full_prices.schedule(plan) for plan in prices.TABLES}
    tables: dict[tuple[str, str], pa.Table] = {}
    for stream, plan in enumerate(prices.TABLES):
        tables |= full_prices.tables(plan, stream)
    categories = tuple(
        Category(id=name, name=name.title(), codes=codes) for name, codes in CATEGORIES.items()
    )
    numbers = range(contracts)
    return Catalogue(
        manifest=Manifest(name="Catálogo sintético (completo)", categories=categories),
        schedules=schedules,
        prices=tables,
        coefficients=core.by_id(CoefficientSet.model_validate(coefficient_set(n)) for n in numbers),
        standards=core.by_id(
            BillingStandard.model_validate(standard(n)) for n in range(core.STANDARDS)
        ),
        contracts=core.by_id(Contract.model_validate(contract(n)) for n in numbers),
        calendars=core.by_id(core.calendar(name, state) for name, state in core.CALENDARS.items()),
    )


def coefficient_set(number: int) -> dict[str, object]:
    """A core set with private units, anaesthetic letters and values for some lines only."""
    rng = generator(13, number)
    plain = core.coefficient_set(number)
    return plain | {"values": [values | _more_values(rng) for values in plain["values"]]}


def _more_values(rng: np.random.Generator) -> dict[str, object]:
    letters = {f"AN_{letter}": amount(rng, 10_000, 200_000, 2) for letter in full_prices.LETTERS}
    private = {unit: amount(rng, 5_000, 60_000, 4) for unit in full_prices.UNITS}
    special = [_special(rng) for _ in range(int(rng.integers(0, 7)))]
    different = {frozenset(value.items() - {("value", value["value"])}): value for value in special}
    return {"units": letters | private, "special": list(different.values())}


def _special(rng: np.random.Generator) -> dict[str, object]:
    """A value for a code, a group, a specialty, an accommodation, a setting, or for two of these."""
    conditions = {
        "code": pick(rng, prices.codes()),
        "group": pick(rng, full_prices.GROUPS),
        "specialty": pick(rng, SPECIALTIES),
        "accommodation": pick(rng, core.ACCOMMODATIONS),
        "setting": pick(rng, ("inpatient", "outpatient")),
    }
    stated = some(rng, tuple(conditions), 2)
    unit = pick(rng, ("CH", "UCO", "FILM", "8A", "10C", "US"))
    return {"unit": unit, "value": amount(rng, 5_000, 900_000, 4)} | {
        name: conditions[name] for name in stated
    }


def standard(number: int) -> dict[str, object]:
    """A billing standard with every rule; the last ones are IAMSPE's."""
    rng = generator(14, number)
    is_iamspe = number >= core.STANDARDS - IAMSPE_STANDARDS
    return {
        "id": f"standard-{number:02d}",
        "name": f"Padrão {number}",
        "kind": "IAMSPE" if is_iamspe else "GENERAL",
        "rules": [
            StandardRules.model_validate(period | standard_rules(rng))
            for period in core.periods(rng, 3)
        ],
    }


def standard_rules(rng: np.random.Generator) -> dict[str, object]:
    """Cascades, anaesthesia, overtime by the interval of the act, paediatrics, technique."""
    return {
        "roles": core.role_percents(rng)
        | ({"first_assistant": "33.333333"} if chance(rng, 20) else {}),
        "assistant_base": pick(rng, ("REDUCED", "FULL")),
        "assistant_components": pick(rng, ("FEE", "ALL")),
        "access_routes": {
            "same": pick(rng, ((100, 50), (100, 50, 40, 30, 20), (100, 60, 60, 30))),
            "different": pick(rng, ((100, 70), (100, 70, 50), (100, 80, 60, 50, 40))),
            "bilateral_same": pick(rng, (50, 60)),
            "bilateral_different": 70,
        },
        "anaesthesia": {
            "base": pick(rng, ("ANAESTHETIC_PORTE", "ANAESTHETIC_PORTE", "TABLE")),
            "same": pick(rng, ((100, 50), (100, 100))),
            "different": (100, 70),
            "bilateral": pick(rng, (70, 50)),
        },
        "overtime": {
            "requires_emergency": chance(rng, 70),
            "interval": pick(rng, ("START", "MAJORITY", "ANY")),
            "rules": core.overtime_rules(rng) + _more_overtime(rng),
        },
        "paediatric": _paediatric(rng),
        "paediatric_choice": pick(rng, ("HIGHEST", "FIRST")),
        "video_factor": pick(rng, (1, "1.5", "1.25")),
        "robotic_factor": pick(rng, (1, "1.5", "1.333333")),
    }


def _more_overtime(rng: np.random.Generator) -> list[dict[str, object]]:
    """Windows for some codes or roles, on some dates."""
    rules: list[dict[str, object]] = [
        {
            "label": "madrugada de cirurgia",
            "days": ["fri", "sat"],
            "start": "22:30",
            "end": "05:15",
            "percent": "55.5",
            "codes": some(rng, BEGINNINGS, 3),
        },
        {
            "label": "plantão da anestesia",
            "days": ["mon", "wed"],
            "start": "18:45",
            "end": "08:00",
            "percent": 45,
            "roles": ["anaesthetist", "anaesthetist_assistant"],
        },
        {
            "label": "pandemia",
            "days": ["sun", "holiday"],
            "percent": 60,
            "valid_from": "2020-03-20",
            "valid_to": "2021-12-31",
        },
    ]
    return list(some(rng, rules, 3))


def _paediatric(rng: np.random.Generator) -> list[dict[str, object]]:
    rules: list[dict[str, object]] = [
        {
            "label": "recém-nascido de baixo peso",
            "below_months": 1,
            "below_grams": 2_500,
            "percent": 100,
        },
        {"label": "até 1 ano", "below_months": 12, "percent": 50},
        {
            "label": "de 1 a 12 anos",
            "from_months": 12,
            "below_months": 144,
            "percent": pick(rng, (20, 30)),
            "codes": some(rng, BEGINNINGS, 4),
        },
    ]
    return list(some(rng, rules, 3))


def contract(number: int) -> dict[str, object]:
    """A core contract with every term; one in ten is a specialty's, provider's or plan's own beside another."""
    rng = generator(15, number)
    plain = core.contract(number)
    own = {}
    if number % 10 == 9:
        whose, who = pick(
            rng,
            (
                ("specialty", SPECIALTIES),
                ("provider", PROVIDERS),
                ("plan", core.plan_ids(number - 1)),
            ),
        )
        beside = core.contract(number - 1)
        own = {whose: pick(rng, who), "payer": beside["payer"], "route": beside["route"]}
    begins = min(period.valid_from for period in plain["terms"])
    terms = [period | full_terms(rng, number) for period in core.periods(rng, 4, begins)]
    price_date = pick(rng, ("START", "START", "START", "END", "ADMISSION"))
    return (
        plain
        | own
        | {"price_date": price_date, "terms": [Terms.model_validate(period) for period in terms]}
    )


def full_terms(rng: np.random.Generator, number: int) -> dict[str, object]:
    """Everything that terms may say."""
    return core.terms(rng, number) | {
        "special_table": _reference(rng, prices.SPECIAL_TABLES) if chance(rng, 60) else None,
        "procedure_table": _reference(rng, prices.FULL_TABLES),
        "plans": tuple(_plan_terms(rng, plan) for plan in core.plan_ids(number) if chance(rng, 70)),
        "accommodation": _annex(rng),
        "accommodation_source": pick(rng, ("LINE", "LINE", "PLAN")),
        "price_rules": _price_rules(rng) if chance(rng, 60) else [],
        "rounding": {
            "mode": pick(rng, ("HALF_UP", "HALF_UP", "DOWN")),
            "point": pick(rng, ("UNIT", "UNIT", "LINE", "STEP", "COMPONENT")),
        },
        "composition": pick(rng, ("MULTIPLY", "MULTIPLY", "ADD_PERCENTS", "ADD_ALL")),
        "touches": [
            {
                "factor": pick(rng, ("role", "overtime", "accommodation", "route")),
                "components": some(rng, ("operating_cost", "film"), 2),
            }
        ]
        if chance(rng, 25)
        else [],
    }


def _reference(rng: np.random.Generator, tables: tuple[str, ...]) -> TableReference:
    plans = {plan.id: plan for plan in prices.TABLES}
    schedule = pick(rng, tables)
    editions = (
        tuple(full_prices.EDITIONS)
        if full_prices.has_editions(plans[schedule])
        else (prices.EDITION,)
    )
    return TableReference(
        schedule=schedule, edition="current" if chance(rng, 60) else pick(rng, editions)
    )


def _plan_terms(rng: np.random.Generator, plan: str) -> dict[str, object]:
    has_special, has_procedures = pick(
        rng, ((True, False), (True, True), (False, True), (False, False))
    )
    return {
        "plan": plan,
        "special_table": _reference(rng, prices.SPECIAL_TABLES) if has_special else None,
        "procedure_table": _reference(rng, prices.FULL_TABLES) if has_procedures else None,
        "coefficients": f"set-{int(rng.integers(core.CONTRACTS)):04d}" if chance(rng, 20) else None,
        "accommodation": pick(rng, core.ACCOMMODATIONS) if chance(rng, 60) else None,
    }


def _annex(rng: np.random.Generator) -> tuple[AccommodationFactor, ...]:
    """The plain annex after two rows for some roles and categories."""
    own = tuple(
        AccommodationFactor(
            type=pick(rng, core.ACCOMMODATIONS),
            factor=amount(rng, 1_000_000, 2_500_000, 6),
            roles=some(rng, (*ASSISTANTS, Role.ANAESTHETIST), 2) if chance(rng, 50) else (),
            categories=some(rng, tuple(CATEGORIES), 2),
        )
        for _ in range(2)
    )
    return own + core.annex(rng)


def _price_rules(rng: np.random.Generator) -> list[dict[str, object]]:
    """One to four clauses, each with its own scope."""
    return [
        {"name": f"cláusula {number}", "scope": _scope(rng)} | _action(rng)
        for number in range(1, int(rng.integers(2, 6)))
    ]


def _scope(rng: np.random.Generator) -> dict[str, object]:
    conditions: dict[str, object] = {
        "codes": some(rng, BEGINNINGS, 3),
        "categories": some(rng, tuple(CATEGORIES), 2),
        "roles": [role.code_name for role in some(rng, tuple(Role), 5)],
        "settings": [pick(rng, ("inpatient", "outpatient"))],
        "characters": [pick(rng, ("elective", "urgent"))],
    }
    return {name: conditions[name] for name in some(rng, tuple(conditions), 3)}


def _action(rng: np.random.Generator) -> dict[str, object]:
    """A deflator, coefficients, another table, a fixed price or an exclusion."""
    deflator = {
        "fee": -amount(rng, 0, 30_000, 3),
        "operating_cost": amount(rng, 0, 10_000, 3),
        "film": pick(rng, (Decimal(0), Decimal(-100))),
        "anaesthesia": -amount(rng, 0, 20_000, 3) if chance(rng, 50) else None,
    }
    kinds: tuple[dict[str, object], ...] = (
        {"adjust": deflator},
        {
            "adjust": deflator,
            "values": {"UCO": amount(rng, 60_000, 200_000, 4), "CH": amount(rng, 3_000, 9_000, 4)},
        },
        {"coefficients": f"set-{int(rng.integers(core.CONTRACTS)):04d}"},
        {"table": _reference(rng, prices.FULL_TABLES), "adjust": deflator},
        {"fixed": amount(rng, 5_000, 300_000, 2)},
        {"excluded": True},
    )
    weights = (30, 20, 15, 20, 10, 5)
    return kinds[int(rng.choice(len(kinds), p=[weight / 100 for weight in weights]))]
