"""A catalogue with only the rules that every peer implements (``spec: launching 3.5 to 3.8``).

Four-step look-up, components in reais, CH and portes with operating cost and film, accommodation,
overtime by the start of an urgent act, role and route percentages, half up once on the unit value.
What the peers do not implement is set so that it changes nothing: assistants take every component,
the anaesthetist is paid on the row's own fee, and there are no price rules.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from benchmarks.data import prices
from benchmarks.data.draw import amount, chance, generator, pick, some
from honorarios.catalogue.schema import (
    AccommodationFactor,
    BillingStandard,
    Calendar,
    Catalogue,
    CoefficientSet,
    Contract,
    FactorScope,
    LocalHoliday,
    Manifest,
    PlanTerms,
    StandardRules,
    TableReference,
    Terms,
)
from honorarios.catalogue.schema.base import PORTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np


class Document(Protocol):
    """Whatever a catalogue keeps by its id."""

    @property
    def id(self) -> str:
        """Its id."""


AnyDocument = TypeVar("AnyDocument", bound=Document)

CONTRACTS: Final = 300
PLANS_PER_CONTRACT: Final = 2
STANDARDS: Final = 24
CALENDARS: Final = {
    "sao-paulo": "SP",
    "rio": "RJ",
    "salvador": "BA",
    "recife": "PE",
    "brasil": None,
}
ACCOMMODATIONS: Final = ("ward", "apartment", "suite", "icu")
SOURCE: Final = "synthetic"
ONE_DAY: Final = timedelta(days=1)
ASSISTANT_ROLES: Final = ("second_assistant", "third_assistant", "fourth_assistant")


def catalogue(contracts: int = CONTRACTS) -> Catalogue:
    """The whole catalogue, the same on every machine."""
    schedules = {plan.id: prices.schedule(plan) for plan in prices.TABLES}
    tables = {
        (plan.id, prices.EDITION): prices.prices(plan, stream)
        for stream, plan in enumerate(prices.TABLES)
    }
    return Catalogue(
        manifest=Manifest(name="Catálogo sintético (núcleo)"),
        schedules=schedules,
        prices=tables,
        coefficients=by_id(
            CoefficientSet.model_validate(coefficient_set(n)) for n in range(contracts)
        ),
        standards=by_id(BillingStandard.model_validate(standard(n)) for n in range(STANDARDS)),
        contracts=by_id(Contract.model_validate(contract(n)) for n in range(contracts)),
        calendars=by_id(calendar(name, state) for name, state in CALENDARS.items()),
    )


def by_id(documents: Iterable[AnyDocument]) -> dict[str, AnyDocument]:
    """Documents by their ids."""
    return {document.id: document for document in documents}


def contract_id(number: int) -> str:
    """Id of a contract."""
    return f"contract-{number:04d}"


def plan_ids(number: int) -> tuple[str, ...]:
    """Plans of a contract; no other contract has them."""
    return tuple(f"plan-{number * PLANS_PER_CONTRACT + n:04d}" for n in range(PLANS_PER_CONTRACT))


def periods(
    rng: np.random.Generator, most: int, first: date = prices.FIRST_DAY
) -> list[dict[str, object]]:
    """Two to ``most`` periods that follow one another without a gap, from a day on."""
    count = int(rng.integers(2, most + 1))
    offsets = sorted(rng.choice((prices.LAST_DAY - first).days, size=count - 1, replace=False) + 1)
    begins = [first, *(first + timedelta(days=int(offset)) for offset in offsets)]
    ends = [begin - ONE_DAY for begin in begins[1:]] + [None]
    return [
        {"valid_from": begin, "valid_to": end, "source": SOURCE}
        for begin, end in zip(begins, ends, strict=True)
    ]


def calendar(name: str, state: str | None) -> Calendar:
    """Holidays of a place: national, of the state, one local day every year."""
    local = (LocalHoliday(name="Padroeiro", day="03-19"),) if state else ()
    return Calendar(
        id=name, name=name.title(), state=state, optional_days=state is not None, local=local
    )


def coefficient_set(number: int) -> dict[str, Any]:
    """Values of CH, UCO, film and the 42 portes, risen in each period; a few lack one."""
    rng = generator(3, number)
    return {
        "id": f"set-{number:04d}",
        "name": f"Condições {number}",
        "values": [period | coefficient_values(rng) for period in periods(rng, 4)],
    }


def coefficient_values(rng: np.random.Generator) -> dict[str, object]:
    """Values of one period, with four decimals as communiqués print them."""
    return {
        "portes": rising_portes(rng),
        "ch": None if chance(rng, 1) else amount(rng, 2_800, 12_000, 4),
        "uco": None if chance(rng, 1) else amount(rng, 90_000, 260_000, 4),
        "film": None if chance(rng, 1) else amount(rng, 180_000, 400_000, 4),
    }


def rising_portes(rng: np.random.Generator) -> dict[str, Decimal]:
    """Reais per porte, each more than the one before."""
    values, value = {}, amount(rng, 1_000, 2_500, 2)
    for porte in PORTES:
        values[porte] = value
        value += amount(rng, 500, 12_000, 2)
    return values


def standard(number: int) -> dict[str, object]:
    """A billing standard with two or three periods."""
    rng = generator(4, number)
    return {
        "id": f"standard-{number:02d}",
        "name": f"Padrão {number}",
        "rules": [
            StandardRules.model_validate(period | standard_rules(rng)) for period in periods(rng, 3)
        ],
    }


def standard_rules(rng: np.random.Generator) -> dict[str, object]:
    """Percentages of roles and routes, and the windows of special hours."""
    cascades = {
        "same": (100, pick(rng, (40, 50, 50, 60))),
        "different": (100, pick(rng, (60, 70, 70, 80))),
    }
    return {
        "roles": role_percents(rng),
        "assistant_components": "ALL",
        "access_routes": cascades,
        "anaesthesia": {"base": "TABLE", **cascades},
        "overtime": {"rules": overtime_rules(rng)},
    }


def role_percents(rng: np.random.Generator) -> dict[str, object]:
    """Percentages of the roles that need one; the anaesthetist's assistant's is sometimes missing."""
    percents: dict[str, object] = {
        "first_assistant": pick(rng, (30, 30, 40, "33.33")),
        "other_assistants": pick(rng, (20, 25)),
        "scrub_assistant": pick(rng, (10, 10, 12, "13.39")),
        "anaesthetist_assistant": pick(rng, (30, 30, 30, None)),
    }
    for role in ASSISTANT_ROLES:
        if chance(rng, 30):
            percents[role] = pick(rng, (15, 20, 30))
    return percents


def overtime_rules(rng: np.random.Generator) -> list[dict[str, object]]:
    """Nights, Saturdays, Sundays and holidays; no window is worth more than a holiday."""
    night = pick(rng, (20, 30))
    weekend = pick(rng, (30, 40))
    return [
        {
            "label": "noite",
            "days": ["mon", "tue", "wed", "thu", "fri"],
            "start": pick(rng, ("19:00", "22:00")),
            "end": pick(rng, ("06:00", "07:00")),
            "percent": night,
        },
        {
            "label": "sábado",
            "days": ["sat"],
            "start": pick(rng, ("00:00", "12:00", "13:30")),
            "percent": weekend,
        },
        {"label": "domingo", "days": ["sun"], "percent": weekend},
        {"label": "feriado", "days": ["holiday"], "percent": pick(rng, (weekend, 50, 100))},
    ]


def contract(number: int) -> dict[str, Any]:
    """A contract with two to four terms, its two plans in each; a few begin late."""
    rng = generator(5, number)
    begins = prices.FIRST_DAY + timedelta(days=400) if chance(rng, 4) else prices.FIRST_DAY
    return {
        "id": contract_id(number),
        "name": f"Contrato {number}",
        "payer": f"payer-{number // 3:03d}",
        "billing_unit": "hospital",
        "route": ("accredited", "hospital_repasse", "cooperative")[number % 3],
        "calendar": pick(rng, tuple(CALENDARS)),
        "terms": [
            Terms.model_validate(period | terms(rng, number)) for period in periods(rng, 4, begins)
        ],
    }


def terms(rng: np.random.Generator, number: int) -> dict[str, object]:
    """Tables, coefficients, standard and annex of one period."""
    return {
        "standard": f"standard-{number % STANDARDS:02d}",
        "special_table": reference(rng, prices.SPECIAL_TABLES) if chance(rng, 60) else None,
        "procedure_table": reference(rng, prices.FULL_TABLES),
        "coefficients": f"set-{number:04d}",
        "plans": tuple(plan_terms(rng, plan) for plan in plan_ids(number) if chance(rng, 70)),
        "plan_tables_exclusive": chance(rng, 20),
        "accommodation": annex(rng),
        "factor_scope": FactorScope.TABLE_VALUE if chance(rng, 30) else FactorScope.FEE,
    }


def reference(rng: np.random.Generator, tables: tuple[str, ...]) -> TableReference:
    """One of the tables, half of them pinned to their edition."""
    edition = prices.EDITION if chance(rng, 50) else "current"
    return TableReference(schedule=pick(rng, tables), edition=edition)


def plan_terms(rng: np.random.Generator, plan: str) -> PlanTerms:
    """A plan's own special table, procedure table or both."""
    has_special, has_procedures = pick(rng, ((True, False), (True, True), (False, True)))
    return PlanTerms(
        plan=plan,
        special_table=reference(rng, prices.SPECIAL_TABLES) if has_special else None,
        procedure_table=reference(rng, prices.FULL_TABLES) if has_procedures else None,
    )


def annex(rng: np.random.Generator) -> tuple[AccommodationFactor, ...]:
    """Factor of each accommodation type, with up to two decimals; a few lack one type."""
    types = ACCOMMODATIONS if not chance(rng, 10) else some(rng, ACCOMMODATIONS, 3)
    return tuple(
        AccommodationFactor(
            type=type_, factor=Decimal(1) if type_ == "ward" else amount(rng, 100, 300, 2)
        )
        for type_ in types
    )
