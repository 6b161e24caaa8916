"""Random billing standards: every percentage, cascade, window and choice."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.schema import (
    AnaesthesiaBase,
    AssistantBase,
    AssistantComponents,
    BillingStandard,
    Day,
    OvertimeInterval,
    PaediatricChoice,
    RankingBasis,
    RankingScope,
    StandardKind,
)
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.vocabulary import Role

if TYPE_CHECKING:
    from tests.oracle.generator.world import World

Part = dict[str, Any]
CLOCKS: Final = ("00:00", "06:00", "07:00", "12:00", "18:30", "19:00", "22:00", "23:59", "24:00")
WEEKDAYS: Final = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)


def draw_standard(world: World, name: str) -> BillingStandard:
    """A standard with one entry of rules per period."""
    kind = StandardKind.IAMSPE if world.draw.chance(0.06) else StandardKind.GENERAL
    rules = [
        {"valid_from": first, "valid_to": last, "source": "sorteio", **_rules(world)}
        for first, last in world.periods(2, rarely=0.05)
    ]
    return BillingStandard.model_validate(
        {"id": name, "name": f"Padrão {name}", "kind": kind, "rules": rules}
    )


def _rules(world: World) -> Part:
    draw = world.draw
    return {
        "roles": _roles(world),
        "assistant_base": draw.pick(list(AssistantBase)),
        "assistant_components": draw.pick(list(AssistantComponents)),
        "access_routes": {
            "single": _cascade(world),
            "same": _cascade(world),
            "different": _cascade(world),
            "bilateral_same": draw.percent("bilateral"),
            "bilateral_different": draw.percent("bilateral"),
        },
        "anaesthesia": _anaesthesia(world),
        "overtime": {
            "requires_emergency": draw.chance(0.5),
            "interval": draw.pick(list(OvertimeInterval)),
            "rules": [_overtime_rule(world) for _ in range(draw.between(0, 4))],
        },
        "paediatric": [_paediatric_rule(world) for _ in range(draw.between(0, 3))],
        "paediatric_choice": draw.pick(list(PaediatricChoice)),
        "video_factor": draw.factor("technique"),
        "robotic_factor": draw.factor("technique"),
        "ranking": {"by": draw.pick(list(RankingBasis)), "scope": draw.pick(list(RankingScope))},
    }


def _roles(world: World) -> Part:
    draw = world.draw
    likely = {
        "first_assistant": 0.98,
        "second_assistant": 0.7,
        "third_assistant": 0.6,
        "fourth_assistant": 0.6,
        "other_assistants": 0.93,
        "scrub_assistant": 0.95,
        "anaesthetist_assistant": 0.95,
    }
    return {role: draw.maybe(stated, draw.percent("role")) for role, stated in likely.items()}


def _cascade(world: World) -> list[Decimal]:
    draw = world.draw
    return [Decimal(100), *(draw.percent("route") for _ in range(draw.between(0, 3)))][
        0 if draw.chance(0.8) else -1 :
    ]


def _anaesthesia(world: World) -> Part:
    draw = world.draw
    parameters = {
        "base": draw.weighted({AnaesthesiaBase.ANAESTHETIC_PORTE: 2, AnaesthesiaBase.TABLE: 1}),
        "same": _cascade(world),
        "different": _cascade(world),
        "bilateral": draw.percent("bilateral"),
        "assistant_portes": draw.pick([(), ("7", "8"), ("0", "5", "8")]),
        "assistant_above_hours": draw.maybe(0.5, draw.between(1, 8)),
        "highest_only": draw.chance(0.5),
    }
    if draw.chance(0.03):
        return {**parameters, "portes": {}}
    if draw.chance(0.4):
        portes = {str(porte): draw.pick(PORTES) for porte in range(1, 9) if draw.chance(0.97)}
        return {**parameters, "portes": portes}
    return parameters


def _overtime_rule(world: World) -> Part:
    draw = world.draw
    days = draw.pick([tuple(Day), WEEKDAYS, (Day.SAT, Day.SUN, Day.HOLIDAY), (Day.HOLIDAY,), ()])
    first = draw.maybe(0.2, world.day())
    last = draw.maybe(0.2, world.day())
    if first is not None and last is not None and last < first:
        first, last = last, first
    world.borders |= {day for day in (first, last) if day is not None}
    return {
        "label": f"Janela {draw.between(1, 99)}",
        "days": days or draw.some(Day, 4),
        "start": draw.pick(CLOCKS),
        "end": draw.pick(CLOCKS),
        "percent": draw.percent("overtime"),
        "valid_from": first,
        "valid_to": last,
        "codes": world.patterns() if draw.chance(0.2) else (),
        "roles": draw.some(Role, 8) if draw.chance(0.2) else (),
    }


def _paediatric_rule(world: World) -> Part:
    draw = world.draw
    first = draw.pick([0, 0, 1, 12, 24])
    return {
        "label": f"Faixa {draw.between(1, 99)}",
        "from_months": first,
        "below_months": first + draw.pick([1, 12, 24, 144, 2500]),
        "below_grams": draw.maybe(0.3, draw.pick([2500, 1_000_000, 1])),
        "percent": draw.percent("paediatric"),
        "codes": world.patterns() if draw.chance(0.25) else (),
    }
