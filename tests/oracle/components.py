"""Section 5 of the law: the components of a row in reais, before adjustments and factors."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import AnaesthesiaBase, AssistantComponents, Basis, StandardRules
from honorarios.core.vocabulary import Role
from tests.oracle.result import NotPricedError

if TYPE_CHECKING:
    from tests.oracle.coefficients import Coefficients
    from tests.oracle.prices import Found, PriceRow

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
ANAESTHESIA: Final = (Role.ANAESTHETIST, Role.ANAESTHETIST_ASSISTANT)
SURGICAL_ASSISTANTS: Final = (
    Role.FIRST_ASSISTANT,
    Role.SECOND_ASSISTANT,
    Role.THIRD_ASSISTANT,
    Role.FOURTH_ASSISTANT,
)
PAID_ON_THE_FEE: Final = (
    *SURGICAL_ASSISTANTS,
    Role.SCRUB_ASSISTANT,
    Role.ANAESTHETIST_ASSISTANT,
)


@dataclass(frozen=True, slots=True)
class Components:
    """The three components in reais, the fee's unit, and what the factors must know of them."""

    fee_unit: str
    fee: Decimal
    operating_cost: Decimal = ZERO
    film: Decimal = ZERO
    fee_for_accommodation: bool = False
    """The fee's coefficient is a special value for an accommodation."""


def components(
    role: Role, rules: StandardRules, found: Found, coefficients: Coefficients
) -> Components:
    """The components of the row for the role."""
    row = found.row
    by_anaesthetic_porte = rules.anaesthesia.base is AnaesthesiaBase.ANAESTHETIC_PORTE
    if role in ANAESTHESIA and by_anaesthetic_porte and found.level != 0 and row.role != role:
        unit = anaesthetic_unit(row, rules)
        worth = coefficients.worth(unit)
        return Components(unit, worth.reais, fee_for_accommodation=worth.for_accommodation)

    unit, fee, for_accommodation = fee_unit(row), ZERO, False
    quantity = fee_quantity(row)
    if quantity:
        worth = coefficients.worth(unit)
        fee, for_accommodation = quantity * worth.reais, worth.for_accommodation
    operating_cost = film = ZERO
    fee_only = rules.assistant_components is AssistantComponents.FEE and row.role != role
    if not (role in PAID_ON_THE_FEE and fee_only):
        if row.operating_cost:
            operating_cost = row.operating_cost * coefficients.worth(cost_unit(row)).reais
        if row.film:
            film = row.film * coefficients.worth("FILM").reais
    return Components(unit, fee, operating_cost, film, for_accommodation)


def anaesthetic_unit(row: PriceRow, rules: StandardRules) -> str:
    """The porte that the anaesthetic porte is mapped to, or its letter's unit."""
    porte = row.anaesthetic_porte
    if porte is None:
        raise NotPricedError("no_anaesthetic_porte")
    if porte == "0":
        raise NotPricedError("no_anaesthetist")
    if not porte.isdigit():
        return f"AN_{porte}"
    if porte not in rules.anaesthesia.portes:
        raise NotPricedError("no_coefficient")
    return rules.anaesthesia.portes[porte]


def fee_quantity(row: PriceRow) -> Decimal:
    """How much of its unit the fee is; an empty fraction of a porte is 1."""
    if row.basis is Basis.PORTE and row.fee is None:
        return ONE
    return row.fee or ZERO


def fee_unit(row: PriceRow) -> str:
    """The unit of the fee."""
    stated = {
        Basis.BRL: "BRL",
        Basis.CH: "CH",
        Basis.PORTE: row.porte,
        Basis.UNIT: row.unit,
    }
    return stated[row.basis] or ""


def cost_unit(row: PriceRow) -> str:
    """The unit of the operating cost: the one stated, or the one of the row's basis."""
    if row.cost_unit is not None:
        return row.cost_unit
    return "UCO" if row.basis is Basis.PORTE else fee_unit(row)


def stated_components(row: PriceRow) -> int:
    """How many components of the row, as the catalogue states it, are not 0."""
    quantities = (fee_quantity(row), row.operating_cost, row.film)
    return sum(1 for quantity in quantities if quantity)
