"""The acts of a fictitious attendance as somebody would enter them: visits, exams, surgeries with a team."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import AccessRoute, ProcedureKind, Role, SplitForm
from honorarios.launching.model import Entry
from honorarios.services.demonstration.cases import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from random import Random

    from honorarios.records.models import Provider
    from honorarios.services.demonstration.cases import Case
    from honorarios.services.demonstration.registers import Registers

CONSULTATION, EMERGENCY, VISIT = "10101012", "10101039", "10102019"
EXAMS: Final = ("40101010", "40304361", "40805026", "40901122")
SURGERIES: Final = {
    "cirurgia-geral": ("31003079", "31003583", "31005497", "31009115", "31009166"),
    "ginecologia": ("31303102", "31309054", "31309127"),
    "urologia": ("31201130", "31009115"),
    "ortopedia": ("30725127", "30729181"),
}
"""By who operates; codes that the demonstration's agreements price."""
SECOND_ACTS: Final = ("31009166", "31009115", "31009085")
OF_WOMEN, OF_MEN = "ginecologia", "urologia"
BY_VALUE: Final = {"saude-jacaranda": ("40304361", "40805026", "40901122", "40101010")}
"""Exams that have both a fee and an operating cost in CH, by payer."""
HALF: Final = 0.5
TWO_ACTS: Final = 0.4
"""Chance that a surgery has a secondary act."""


def acts(case: Case, registers: Registers, random: Random) -> list[Entry]:
    """The entries of an attendance, in the order of their hours."""
    if case.reason is Reason.SURGERY:
        return [*_surgery(case, registers, random), *_visits(case, registers, random)]
    if case.reason is Reason.CLINICAL:
        return [*_visits(case, registers, random), *_exams(case, registers, random)]
    code = EMERGENCY if case.urgent else CONSULTATION
    seen = _entry(
        code, case.start, _one(registers, "clinica-medica", random), Role.CLINICIAN, random
    )
    return [seen, *_exams(case, registers, random)]


def _surgery(case: Case, registers: Registers, random: Random) -> Iterator[Entry]:
    specialty = _operates(case, random)
    codes = [random.choice(SURGERIES[specialty])]
    if random.random() < TWO_ACTS:
        codes.append(random.choice([code for code in SECOND_ACTS if code not in codes]))
    start = case.start + timedelta(hours=random.randint(1, 20))
    end = start + timedelta(minutes=random.randrange(45, 240, 15))
    surgeon, first, second = random.sample(registers.of(specialty), 3)
    team = {
        Role.SURGEON: surgeon,
        Role.FIRST_ASSISTANT: first,
        Role.ANAESTHETIST: _one(registers, "anestesiologia", random),
    }
    if random.random() < 0.3:
        team[Role.SECOND_ASSISTANT] = second
    for place, code in enumerate(codes):
        route = AccessRoute.SINGLE if len(codes) == 1 else random.choice(list(AccessRoute)[1:])
        for role, provider in team.items():
            yield Entry(
                code=code,
                start=start,
                end=end,
                provider=provider.code,
                role=role,
                access_route=route,
                procedure_kind=ProcedureKind.SECONDARY if place else ProcedureKind.PRINCIPAL,
                outside_requested=random.random() < 0.5,
            )


def _operates(case: Case, random: Random) -> str:
    of_one_sex = OF_WOMEN if case.patient.sex == "f" else OF_MEN
    return random.choice(["cirurgia-geral", "cirurgia-geral", "ortopedia", of_one_sex])


def _visits(case: Case, registers: Registers, random: Random) -> Iterator[Entry]:
    """A visit a day by a clinician, who is nobody that operated."""
    clinician = _one(registers, "clinica-medica", random)
    day = case.start + timedelta(days=1)
    while day < case.end:
        yield _entry(VISIT, day.replace(hour=8), clinician, Role.CLINICIAN, random)
        day += timedelta(days=1)


def _exams(case: Case, registers: Registers, random: Random) -> Iterator[Entry]:
    for code in random.sample(EXAMS, random.randint(0, 2)):
        at = case.start + timedelta(minutes=random.randrange(20, 100, 5))
        made = _entry(code, at, _one(registers, "radiologia", random), Role.CLINICIAN, random)
        by_value = code in BY_VALUE.get(case.payer.code, ())
        yield _divided(made, case) if by_value and random.random() < HALF else made


def _divided(entry: Entry, case: Case) -> Entry:
    """The same exam divided by value: the house keeps the operating cost, the physician the fee."""
    return replace(
        entry,
        provider=case.places.principal.code,
        split_form=SplitForm.VALUE,
        split_provider=entry.provider,
    )


def _entry(code: str, start: datetime, provider: Provider, role: Role, random: Random) -> Entry:
    return Entry(
        code=code,
        start=start,
        provider=provider.code,
        role=role,
        outside_requested=random.random() < 0.3,
    )


def _one(registers: Registers, specialty: str, random: Random) -> Provider:
    return random.choice(registers.of(specialty))
