"""What happens to each fictitious patient: why they came, where they lay, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from itertools import count
from typing import TYPE_CHECKING, Final

from honorarios.services.demonstration.people import person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from honorarios.records.models import Payer, Plan
    from honorarios.services.demonstration.people import Person
    from honorarios.services.demonstration.registers import Places, Registers

FIRST_DAY: Final = datetime(2026, 8, 1)
DAYS: Final = 92
"""August, September and October 2026."""
PAYERS: Final = {
    "convenio-aurora": 34,
    "plano-bemtevi": 24,
    "saude-jacaranda": 18,
    "iamspe-demonstracao": 10,
    "cooperativa-ipe": 10,
    "particular": 4,
}
"""Weight of each payer among the patients, in %."""
ABOVE: Final = {"ward": "apartment", "apartment": "apartment"}
"""The accommodation that a patient may choose instead of the plan's."""


class Reason(Enum):
    """Why a patient came; the value is its share of the attendances, in %."""

    SURGERY = 46
    CLINICAL = 24
    OUTPATIENT = 30


@dataclass(frozen=True, slots=True)
class Case:
    """One patient's attendance, before it is on record."""

    number: int
    patient: Person
    places: Places
    payer: Payer
    plan: Plan | None
    reason: Reason
    urgent: bool
    start: datetime
    end: datetime
    bed: str | None
    """Accommodation of the bed; None for an outpatient."""
    upgraded: bool
    """Whether the patient chose a bed above the plan's, and consented to pay the difference."""

    @property
    def inpatient(self) -> bool:
        """Whether the patient stayed in a bed."""
        return self.reason is not Reason.OUTPATIENT


def cases(registers: Registers, random: Random) -> Iterator[Case]:
    """Cases without end, spread over the months."""
    for number in count(1):
        yield _case(number, registers, random)


def _case(number: int, registers: Registers, random: Random) -> Case:
    (payer_code,) = random.choices(list(PAYERS), weights=list(PAYERS.values()))
    (reason,) = random.choices(list(Reason), weights=[one.value for one in Reason])
    plans = registers.plans[payer_code]
    plan = random.choice(plans) if plans else None
    start = FIRST_DAY + timedelta(
        days=random.randrange(DAYS), hours=random.randrange(24), minutes=5 * random.randrange(12)
    )
    nights = 0 if reason is Reason.OUTPATIENT else random.randint(1, 5)
    end = start + timedelta(days=nights, hours=random.randint(2, 8))
    bed, upgraded = _bed(plan, reason, random)
    return Case(
        number=number,
        patient=person(random, number, FIRST_DAY.date()),
        places=registers.second if payer_code == "cooperativa-ipe" else registers.main,
        payer=registers.payers[payer_code],
        plan=plan,
        reason=reason,
        urgent=random.random() < 0.35,
        start=start,
        end=end,
        bed=bed,
        upgraded=upgraded,
    )


def _bed(plan: Plan | None, reason: Reason, random: Random) -> tuple[str | None, bool]:
    """Where the patient lies, and whether it is by their own choice above what the plan contracted."""
    if reason is Reason.OUTPATIENT:
        return None, False
    own = None if plan is None else plan.accommodation_type
    contracted = "ward" if own is None else own.code
    chosen = ABOVE[contracted]
    if chosen != contracted and random.random() < 0.2:
        return chosen, True
    return contracted, False
