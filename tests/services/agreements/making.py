"""Agreements of the cast's office, as people type them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from honorarios.records.models import Agreement, Cooperative, HospitalContact
from honorarios.services import registers
from honorarios.services.registers import REGISTERS

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.registers import Saved
    from tests.services.cast import Cast

TODAY = date.today()  # noqa: DTZ011 - the office's own day is the machine's in tests
REPASSE: dict[str, Any] = {
    "kind": "repasse",
    "hospital": "h1",
    "payer": "serra",
    "valid_from": "2024-01-01",
}


def register(actor: Actor, name: str, values: dict[str, Any]) -> Result[Saved]:
    """Register a row."""
    return registers.create(actor=actor, register=REGISTERS[name], values=values)


def codes(result: Result[Any]) -> list[tuple[str, str]]:
    """Each finding's code with its field."""
    return [(one.code, one.place.field) for one in result.findings]


def agreement(cast: Cast, **changes: Any) -> Agreement:  # noqa: ANN401 - any column
    """The repasse of the cast's hospital with its payer, known as ``changes`` say."""
    values = {"office": cast.world.office, "kind": "repasse", "hospital": cast.world.hospital}
    values |= {"payer": cast.world.payer, "valid_from": date(2024, 1, 1)}
    return Agreement.objects.create(**(values | changes))


def cooperative(cast: Cast, code: str = "COOPX") -> Cooperative:
    """A cooperative of the cast's office."""
    return Cooperative.objects.create(office=cast.world.office, code=code, name=f"Nome {code}")


def contact(cast: Cast, kind: str, name: str) -> HospitalContact:
    """Whom to ask in the cast's hospital."""
    return HospitalContact.objects.create(
        office=cast.world.office,
        hospital=cast.world.hospital,
        kind=kind,
        name=name,
        valid_from=date(2024, 1, 1),
    )


def ago(days: int) -> date:
    """A day so many days ago."""
    return TODAY - timedelta(days=days)
