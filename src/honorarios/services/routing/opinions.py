"""The opinion on a surgery: every route of every member, ranked and explained; nothing is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from honorarios.core.vocabulary import Role
from honorarios.pricing.trace import explain as explain_price
from honorarios.records import selectors
from honorarios.records.models import CaseStatus
from honorarios.routing.document import as_dict
from honorarios.routing.routes import Way
from honorarios.routing.value import USUAL_RATE
from honorarios.services import access, catalogues, days
from honorarios.services.fees.evaluate import in_force
from honorarios.services.loader.terms import term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.permissions import sees_values_of
from honorarios.services.routing import codes
from honorarios.services.routing.held import hold, joined
from honorarios.services.routing.supposing import Supposed, check, supposed_of
from honorarios.services.routing.views import view
from honorarios.services.routing.weighing import Setting, weigh_cases
from honorarios.services.routing.years import too_early
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.pricing.trace import Explanation
    from honorarios.records.models import SurgeryCase
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.shown import ChoiceView
    from honorarios.services.routing.weighing import CaseChoice
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Traced:
    """How the gross value of an act by a route came to be."""

    code: str
    role_label: str
    way_name: str
    explanation: Explanation


def opinion(
    *,
    actor: Actor,
    case_id: int,
    supposed: Supposed | None = None,
    suppose: Sequence[str] = (),
) -> Result[ChoiceView]:
    """The choice of a surgery; a physician sees their own part only.

    Args:
        actor: Who asks.
        case_id: The surgery.
        supposed: Inputs to be taken otherwise than they are, to see the ranking move.
        suppose: The same as lines of text, ``repasse.fee=5,44``.
    """

    def do(work: Work) -> ChoiceView:
        given = supposed or supposed_of(suppose)
        check(given)
        choice = choose(work, case_of(work, case_id), given)
        own = None if sees_values_of(actor, None) else actor.provider_id
        return view(choice, only=own, inputs_hash=inputs_hash(choice), supposed=given.anything)

    return consult(actor=actor, operation=Operation.ROUTES_READ, do=do)


def trace(
    *, actor: Actor, case_id: int, act_id: int, participation_id: int, key: str
) -> Result[Traced]:
    """The memória de cálculo of an act by a route, as the engine tells it."""

    def do(work: Work) -> Traced:
        choice = choose(work, case_of(work, case_id), Supposed())
        way = Way.read(key)
        for seat in choice.seats:
            member, act = seat.seat.participation, seat.seat.act
            if (act.pk, member.pk) != (act_id, participation_id):
                continue
            price = None if way is None else seat.prices.get(way)
            if price is None or not sees_values_of(actor, member.provider_id):
                break
            compiled = catalogues.compiled_by_hash(actor.office_id, choice.catalogue_hash)
            option = next(one.option for one in seat.prospects if one.option.way == way)
            return Traced(
                code=act.code,
                role_label=term(Role, member.role).label,
                way_name=option.name,
                explanation=explain_price(price.kept, compiled),
            )
        not_found("A memória deste valor")
        return None

    return consult(actor=actor, operation=Operation.ROUTES_READ, do=do)


def case_of(work: Work, case_id: int) -> SurgeryCase:
    """A surgery within reach, with what it is read with; stops with PER-NOT-FOUND."""
    return access.one(joined(selectors.cases(work.scope)), f"A cirurgia {case_id}", pk=case_id)


def choose(work: Work, row: SurgeryCase, supposed: Supposed) -> CaseChoice:
    """The choice of a surgery within a unit of work; stops where there is nothing to choose."""
    (held,) = hold([row])
    if row.status == CaseStatus.CANCELLED:
        refuse(at(codes.LOCKED_CASE, status=row.get_status_display().lower()))
    if not held.acts or not held.team:
        refuse(at(codes.NO_TEAM, what="ato planejado" if not held.acts else "equipe"))
    _, pricer = in_force(work.actor.office_id)
    setting = Setting(
        office_id=work.actor.office_id,
        today=days.today(work.actor.office_id, work.now),
        pricer=pricer,
        rate=USUAL_RATE if supposed.rate is None else supposed.rate,
        changes=supposed.ways,
    )
    (choice,) = weigh_cases([held], setting)
    work.notice(*too_early(choice.year, choice.day))
    return choice


def inputs_hash(choice: CaseChoice) -> str:
    """SHA-256 of all that the answer depends on, which tells whether anything changed since."""
    told: list[Any] = [
        choice.held.row.version,
        str(choice.today),
        choice.catalogue_hash,
        str(choice.year.valid_from),
        choice.year.model_dump_json(),
    ]
    told += [[seat.seat.key, as_dict(seat.ranking)] for seat in choice.seats]
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
