"""The acts of a surgery: added, changed, taken out while nothing was authorised or charged of them."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from django.db.models import Max

from honorarios.records.models import AuthorisedAct, PlannedAct, RouteClaim
from honorarios.services import access
from honorarios.services.cases import codes
from honorarios.services.cases.held import Ask, Change, change, still_open
from honorarios.services.loader.terms import code_name
from honorarios.services.outcomes import at, refuse
from honorarios.services.pricers import pricer_in_force
from honorarios.services.procedures import index_of

if TYPE_CHECKING:
    from honorarios.records.models import SurgeryCase
    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.cases.requests import NewAct
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MOST: Final = 99
_CODE: Final = re.compile(r"[0-9A-Za-z]{1,20}")


def add_act(*, ask: Ask, new: NewAct) -> Result[CaseAnswer]:
    """Plan another act, the last in order."""

    def do(work: Work, case: SurgeryCase) -> Change:
        still_open(case, "a lista de atos")
        act = plan_act(work, case, new)
        return Change({"act": act.code, "quantity": act.quantity}, act.pk)

    return change(ask, do, ["add", asdict(new)])


def edit_act(*, ask: Ask, act_id: int, new: NewAct) -> Result[CaseAnswer]:
    """Change an act; another code is another act while this one is authorised."""

    def do(work: Work, case: SurgeryCase) -> Change:
        still_open(case, "a lista de atos")
        act = _act(case, act_id)
        code = _code(new.code)
        if code != act.code:
            _unused(act)
            act.code, act.description = code, _name(work, code)
        act.quantity = _quantity(new.quantity)
        act.access_route = new.access_route.code_name
        act.laterality = code_name(new.laterality)
        act.save()
        return Change({"act": act.code, "quantity": act.quantity}, act.pk)

    return change(ask, do, ["edit", act_id, asdict(new)])


def remove_act(*, ask: Ask, act_id: int) -> Result[CaseAnswer]:
    """Take an act out of the plan."""

    def do(work: Work, case: SurgeryCase) -> Change:  # noqa: ARG001 - as every change of a surgery
        still_open(case, "a lista de atos")
        act = _act(case, act_id)
        _unused(act)
        for member in case.participations.filter(acts=act):
            member.acts.remove(act)
        act.delete()
        return Change({"removed_act": act.code}, act_id)

    return change(ask, do, ["remove", act_id])


def plan_act(work: Work, case: SurgeryCase, new: NewAct) -> PlannedAct:
    """Write an act of a surgery within a unit of work."""
    code, quantity = _code(new.code), _quantity(new.quantity)
    last = PlannedAct.objects.filter(case=case).aggregate(last=Max("sequence"))["last"] or 0
    return PlannedAct.objects.create(
        office_id=case.office_id,
        case=case,
        sequence=last + 1,
        code=code,
        description=_name(work, code),
        quantity=quantity,
        access_route=new.access_route.code_name,
        laterality=code_name(new.laterality),
    )


def _act(case: SurgeryCase, act_id: int) -> PlannedAct:
    return access.one(PlannedAct.objects.filter(case=case), f"O ato {act_id}", pk=act_id)


def _unused(act: PlannedAct) -> None:
    granted = AuthorisedAct.objects.filter(act=act).exists()
    if granted or RouteClaim.objects.filter(act=act).exists():
        refuse(at(codes.ACT_IN_USE, "code", procedure=act.code))


def _code(text: str) -> str:
    """A code without the dots and dashes that people write in it."""
    code = re.sub(r"[\s.\-]", "", text)
    if not _CODE.fullmatch(code):
        refuse(at(codes.CODE, "code", procedure=text.strip()[:40]))
    return code


def _quantity(quantity: int) -> int:
    if not 1 <= quantity <= MOST:
        refuse(at(codes.QUANTITY, "quantity", quantity=quantity, most=MOST))
    return quantity


def _name(work: Work, code: str) -> str:
    """The procedure's name in the tables in force; a code that none has is told."""
    in_force = pricer_in_force(work.actor.office_id)
    index = index_of(None if in_force is None else in_force[1].compiled)
    place = index.places_by_code.get(code)
    if place is None:
        work.notice(at(codes.CODE_UNKNOWN, "code", procedure=code))
        return ""
    return index.names[place][:300]
