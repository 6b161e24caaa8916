"""Surgeries for the tests of the services: planned, asked for, answered, by a clerk of the cast."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from honorarios.core.vocabulary import Role
from honorarios.records.models import AccommodationType, Payer, PlannedAct
from honorarios.services import cases, days
from honorarios.services.cases import (
    Ask,
    CaseFacts,
    NewAct,
    NewAnswer,
    NewCase,
    NewMember,
    NewRequest,
)
from tests.launching.making import SURGERY

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.cases import CaseAnswer
    from honorarios.services.outcomes import Result
    from tests.records.making import World
    from tests.services.cast import Cast

SECOND = "30722071"


@dataclass(frozen=True, slots=True)
class Planned:
    """A surgery on record, and who changes it."""

    actor: Actor
    case_id: int
    today: date

    @property
    def ask(self) -> Ask:
        return Ask(self.actor, self.case_id)

    def act(self, place: int) -> int:
        """The number of an act, by its place from 1."""
        return PlannedAct.objects.get(case_id=self.case_id, sequence=place).pk

    def asked(self, days_ago: int = 3, **changes: Any) -> int:  # noqa: ANN401 - any field of a request
        """The number of a request that the payer received."""
        on = self.today - timedelta(days=days_ago)
        new = NewRequest(**{"kind": "elective_admission", "requested_on": on, **changes})
        row = cases.request(ask=self.ask, new=new).require().row_id
        assert row is not None
        return row

    def answer(self, request_id: int, answer: str, **changes: Any) -> Result[CaseAnswer]:  # noqa: ANN401 - any field of an answer
        """Record an answer of today."""
        new = NewAnswer(**{"answer": answer, "answered_on": self.today, **changes})
        return cases.answer(ask=self.ask, request_id=request_id, new=new)


def facts(world: World, today: date, **changes: Any) -> CaseFacts:  # noqa: ANN401 - any fact of a surgery
    """An elective surgery at the world's hospital, indicated ten days ago, in a week."""
    usual = CaseFacts(
        hospital_id=world.hospital.pk,
        payer_id=world.payer.pk,
        indicated_on=today - timedelta(days=10),
        planned_at=datetime.combine(today + timedelta(days=7), datetime.min.time()).replace(hour=7),
    )
    return replace(usual, **changes)


def refunding(cast: Cast) -> int:
    """The payer whose contract the small catalogue has."""
    return Payer.objects.create(
        office=cast.world.office, code="convenio-ch", name="Convênio CH", group="insurer"
    ).pk


def new_case(world: World, today: date, **changes: Any) -> NewCase:  # noqa: ANN401 - any fact of a surgery
    """The surgery with two acts and the world's provider as its surgeon."""
    return NewCase(
        patient_id=world.patient.pk,
        facts=facts(world, today, **changes),
        acts=(NewAct(code=SURGERY), NewAct(code=SECOND, quantity=2)),
        members=(NewMember(provider_id=world.provider.pk, role=Role.SURGEON),),
    )


def today_of(cast: Cast) -> date:
    """The office's day."""
    return days.today(cast.world.office.pk, timezone.now())


def plan(cast: Cast, **changes: Any) -> Planned:  # noqa: ANN401 - any fact of a surgery
    """Put the surgery on record; the small catalogue is there to name its acts."""
    today = today_of(cast)
    new = new_case(cast.world, today, **changes)
    made = cases.create(actor=cast.clerk, new=new).require()
    return Planned(cast.clerk, made.case_id, today)


def rooms(cast: Cast) -> dict[str, int]:
    """A ward and an apartment above it."""
    return {
        code: AccommodationType.objects.create(
            office=cast.world.office, code=code, name=name, rank=rank
        ).pk
        for code, name, rank in (("ward", "Enfermaria", 1), ("apartment", "Apartamento", 2))
    }
