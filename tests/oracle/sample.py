"""A tiny catalogue for one example: one payer, one schedule, one set, one standard."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.schema import (
    BillingStandard,
    Calendar,
    Catalogue,
    CoefficientSet,
    Contract,
    FeeSchedule,
    Manifest,
)
from tests.oracle.arrow import price_table
from tests.oracle.oracle import Oracle, Result

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST_DAY: Final = date(2020, 1, 1)
PERIOD: Final = {"valid_from": FIRST_DAY, "source": "exemplo"}


def sample_catalogue(
    rows: Sequence[Mapping[str, object]],
    *,
    values: Mapping[str, Any] | None = None,
    rules: Mapping[str, Any] | None = None,
    terms: Mapping[str, Any] | None = None,
    kind: str = "GENERAL",
    calendar: Mapping[str, Any] | None = None,
) -> Catalogue:
    """One contract ``payer`` over one schedule, with the given parts of each document."""
    place = calendar or {"id": "town", "name": "Praça"}
    return Catalogue(
        manifest=Manifest(name="Exemplo"),
        schedules={
            "schedule": FeeSchedule.model_validate(
                {
                    "id": "schedule",
                    "name": "Tabela",
                    "kind": "OWN",
                    "editions": [{**PERIOD, "id": "1", "prices": "1.csv"}],
                }
            )
        },
        prices={("schedule", "1"): price_table(rows)},
        coefficients={
            "set": CoefficientSet.model_validate(
                {"id": "set", "name": "Valores", "values": [{**PERIOD, **(values or {})}]}
            )
        },
        standards={
            "standard": BillingStandard.model_validate(
                {
                    "id": "standard",
                    "name": "Padrão",
                    "kind": kind,
                    "rules": [{**PERIOD, **(rules or {})}],
                }
            )
        },
        contracts={"contract": _contract(terms or {})},
        calendars={"town": Calendar.model_validate(place)},
    )


def _contract(terms: Mapping[str, Any]) -> Contract:
    agreed = {
        **PERIOD,
        "standard": "standard",
        "procedure_table": {"schedule": "schedule", "edition": "1"},
        "coefficients": "set",
        **terms,
    }
    return Contract.model_validate(
        {
            "id": "contract",
            "name": "Contrato",
            "payer": "payer",
            "billing_unit": "unit",
            "route": "accredited",
            "calendar": "town",
            "terms": [agreed],
        }
    )


def price_one(catalogue: Catalogue, code: str, **cells: object) -> Result:
    """The line priced: a surgeon's act on a Wednesday morning, unless the cells say otherwise."""
    line = {
        "contract": "contract",
        "code": code,
        "start": datetime(2025, 3, 12, 10),
        "role": "surgeon",
        **cells,
    }
    return Oracle(catalogue).price(line)
