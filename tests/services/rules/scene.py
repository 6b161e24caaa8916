"""The hospital of ``tests.services.hospital`` with every reading of the difference, and an act of R$ 100,01."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import (
    DifferenceFactorSource,
    DifferenceMode,
    Edition,
    FeeSchedule,
    LaunchTerms,
    ScheduleKind,
)
from honorarios.services import actor as actors
from honorarios.services.catalogues import store_catalogue
from tests.launching import making
from tests.services import hospital
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue, Contract

ODD_ACT: Final = "20104014"
"""R$ 100,01 under the contract ``impar``."""


def difference(name: str, **terms: Any) -> Contract:  # noqa: ANN401 - any term of launching
    """A contract of fee difference, with these terms."""
    return making.contract(name, "ch", launching=LaunchTerms(fee_difference=True, **terms))


def catalogue() -> Catalogue:
    """The small catalogue with the contracts of the rules."""
    private = {"difference_contract": "particular"}
    made = making.catalogue(
        hospital.DIFFERENCE,
        hospital.PRIVATE_TABLE,
        difference("delta", **private),
        difference("inteiro", **private, difference_mode=DifferenceMode.FULL),
        difference("sem-hora-extra", difference_overtime=False),
        difference(
            "parametro",
            difference_factor_source=DifferenceFactorSource.PARAMETER,
            difference_factor=Decimal(3),
        ),
        making.contract("impar", "impar"),
    )
    edition = Edition(id="1", valid_from=making.LONG_AGO, source="teste", prices="impar-1.csv")
    odd = FeeSchedule(id="impar", name="impar", kind=ScheduleKind.BRL, editions=(edition,))
    prices = price_rows(({"code": ODD_ACT, "basis": "BRL", "fee": Decimal("100.01")},))
    return replace(
        made,
        schedules={**made.schedules, "impar": odd},
        prices={**made.prices, ("impar", "1"): prices},
    )


def rules_house() -> House:
    """The house, with that catalogue on record."""
    house = make_house(stocked=False)
    system = actors.system(office_id=house.office.pk)
    store_catalogue(actor=system, catalogue=catalogue()).require()
    return house
