"""Cases for the tests of planning: a usual one, changed as each test says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from honorarios.core.vocabulary import Role
from honorarios.planning.case import Act, Answer, Asked, Case, Paper, Senha
from honorarios.planning.clocks import Request
from honorarios.planning.days import Place

TODAY = date(2026, 11, 23)
PLACE = Place(state="RS")

ACT = Act(key=1, code="31005497", description="Colecistectomia por vídeo", quantity=1)
OTHER = Act(key=2, code="31307205", description="Lise de aderências", quantity=2)
ASKED = Asked(key=7, kind=Request.ELECTIVE_ADMISSION, on=TODAY, protocol="P1")
SENHA = Senha(number="S1", granted_on=TODAY, valid_until=date(2026, 12, 23))
READY = ("medical_report", "guia", "exams", "plan_card")


def case(**changes: Any) -> Case:  # noqa: ANN401 - any field of a case
    """An elective surgery with two acts, a surgeon and an anaesthetist; nothing was asked yet."""
    usual = Case(
        acts=(ACT, OTHER),
        roles=frozenset({Role.SURGEON, Role.ANAESTHETIST}),
        indicated_on=date(2026, 11, 20),
    )
    return replace(usual, **changes)


def answered(answer: Answer, on: date = TODAY, **changes: Any) -> Asked:  # noqa: ANN401 - as above
    """The usual request with an answer."""
    return replace(ASKED, answer=answer, answered_on=on, **changes)


def granted(*quantities: int) -> tuple[Act, ...]:
    """The two acts with so many of each authorised."""
    return tuple(
        replace(act, authorised=count) for act, count in zip((ACT, OTHER), quantities, strict=True)
    )


def papers(*kinds: str, state: str = "received") -> tuple[Paper, ...]:
    """Documents of some kinds."""
    return tuple(Paper(kind=kind, state=state, on=TODAY) for kind in kinds)
