"""The scene of the API's matrix, and what only the desk has: somebody's file on its way in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.services.actor import ActorRole
from honorarios.services.imports import sessions
from tests.api.scene import Objects, Scene, make_scene
from tests.services.cast import make_cast, make_member

if TYPE_CHECKING:
    from honorarios.services.actor import Actor

ABSENT_TOKEN = "0" * 24


@dataclass(frozen=True, slots=True)
class Things(Objects):
    """One of each thing that an address of the desk may name."""

    session: str = ABSENT_TOKEN


def make_desk(role: ActorRole) -> Scene:
    """The scene as somebody of a role meets it at their desk."""
    scene = make_scene(role)
    cast = scene.cast
    actor = cast.by_role[role]
    imports = role in {ActorRole.CLERK, ActorRole.ADMINISTRATOR}
    colleague = make_member(cast.world, ActorRole.CLERK, cast.other_unit.unit)
    stranger = make_cast("oriental").clerk
    return replace(
        scene,
        own=_things(scene.own, actor if imports else cast.clerk),
        other_unit=_things(scene.other_unit, colleague),
        other_office=_things(scene.other_office, stranger),
    )


def _things(objects: Objects, owner: Actor) -> Things:
    """The objects, and a file that their owner is about to import."""
    begun = sessions.begin(
        actor=owner, kind="providers", file_name="a.csv", chunks=[b"code;name\nn1;N\n"]
    ).require()
    facts = {name: getattr(objects, name) for name in Objects.__slots__}
    return Things(**facts, session=begun.token)
