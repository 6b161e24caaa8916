"""A catalogue small enough to be read at a glance, for tests that change one thing of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import (
    AccommodationFactor,
    BillingStandard,
    Catalogue,
    CoefficientSet,
    CoefficientValues,
    Contract,
    Day,
    Edition,
    FeeSchedule,
    Manifest,
    Overtime,
    OvertimeRule,
    RolePercents,
    ScheduleKind,
    StandardRules,
    TableReference,
    Terms,
)
from honorarios.core.vocabulary import BillingRoute

FIRST_DAY = date(2024, 1, 1)
LAST_DAY = date(2024, 12, 31)
PRICES = (
    {"code": "31003079", "basis": "CH", "fee": Decimal(1000)},
    {"code": "40301010", "basis": "CH", "fee": Decimal(50), "operating_cost": Decimal(30)},
    {"code": "31005497", "basis": "BRL", "fee": Decimal("1525.45")},
    {
        "code": "20101015",
        "basis": "BRL",
        "fee": Decimal("93.15"),
        "valid_from": date(2024, 3, 10),
        "valid_to": date(2024, 3, 20),
    },
)


def terms(**changes: Any) -> Terms:  # noqa: ANN401 - any field of the terms
    """The contract's only terms, of the year 2024."""
    given: dict[str, Any] = {
        "valid_from": FIRST_DAY,
        "valid_to": LAST_DAY,
        "source": "teste",
        "standard": "padrao",
        "procedure_table": TableReference(schedule="tabela"),
        "coefficients": "valores",
        "accommodation": (
            AccommodationFactor(type="ward", factor=Decimal(1)),
            AccommodationFactor(type="apartment", factor=Decimal(2)),
        ),
    }
    return Terms(**(given | changes))


def contract(name: str = "contrato", **changes: Any) -> Contract:  # noqa: ANN401 - any field of the terms
    """A contract of those terms."""
    return Contract(
        id=name,
        name=name,
        payer=f"convenio-{name}",
        billing_unit="unidade",
        route=BillingRoute.HOSPITAL_REPASSE,
        terms=(terms(**changes),),
    )


def catalogue(*contracts: Contract) -> Catalogue:
    """One schedule, one set, one standard and the contracts, or the usual one."""
    weekend = OvertimeRule(label="Fim de semana", days=(Day.SAT, Day.SUN), percent=Decimal(30))
    rules = StandardRules(
        valid_from=date(2000, 1, 1),
        source="teste",
        roles=RolePercents(first_assistant=Decimal(30), scrub_assistant=Decimal("13.393")),
        overtime=Overtime(rules=(weekend,)),
    )
    edition = Edition(id="1", valid_from=date(2000, 1, 1), source="teste", prices="tabela.1.csv")
    values = CoefficientValues(valid_from=date(2000, 1, 1), source="teste", ch=Decimal("0.41"))
    return Catalogue(
        manifest=Manifest(name="teste"),
        schedules={
            "tabela": FeeSchedule(id="tabela", name="T", kind=ScheduleKind.AMB, editions=(edition,))
        },
        prices={("tabela", "1"): price_rows(PRICES)},
        coefficients={"valores": CoefficientSet(id="valores", name="V", values=(values,))},
        standards={"padrao": BillingStandard(id="padrao", name="P", rules=(rules,))},
        contracts={one.id: one for one in contracts or (contract(),)},
    )


def line(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any cell of a line
    """A surgeon's elective line on a Tuesday."""
    given: dict[str, Any] = {
        "contract": "contrato",
        "code": "31003079",
        "start": datetime(2024, 3, 12, 10),
        "role": "surgeon",
    }
    return given | changes
