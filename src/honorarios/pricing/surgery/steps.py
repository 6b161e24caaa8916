"""Acts that no one bills: by the user's word, or as steps of another act (CBHPM 4.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.pricing.surgery import rules
from honorarios.pricing.surgery.scene import lead_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.pricing.surgery.model import Act
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.pricing.surgery.scene import Scene


def unbilled_acts(scene: Scene) -> Mapping[int, RuleUsed]:
    """The acts left out, each with its rule."""
    told = {}
    order = scene.ranking.in_order(scene.acts, lead_of(scene.team.values()))
    for number, act in scene.acts.items():
        if act.billed is False:
            told[number] = rules.NOT_BILLED.used()
        elif act.billed is None and (whole := _whole_of(scene, number, order)) is not None:
            told[number] = rules.STEP_OF.used(code=scene.acts[whole].code)
    return told


def _whole_of(scene: Scene, number: int, order: list[int]) -> int | None:
    """The act of the same team that another one is a step of; of two that are mutual, the first."""
    act = scene.acts[number]
    for other in order:
        if other == number or scene.acts[other].team != act.team:
            continue
        if scene.acts[other].billed is False or act.code not in included(scene, other):
            continue
        mutual = scene.acts[other].code in included(scene, number)
        if not mutual or order.index(other) < order.index(number):
            return other
    return None


def included(scene: Scene, number: int) -> frozenset[str]:
    """The codes that an act's price row says are steps of it."""
    act = scene.acts[number]
    row = scene.trials.row(act, lead_of(scene.team.values()))
    return frozenset((row.cells["includes"] or "").split()) if row is not None else frozenset()


def chosen_rules(act: Act) -> tuple[RuleUsed, ...]:
    """The rule of an act that the user bills whatever it is a step of."""
    return (rules.BILLED.used(),) if act.billed else ()
