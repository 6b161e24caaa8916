"""The user's own decisions, line by line: they win over every suggestion and are said as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place as Spot
from honorarios.core.vocabulary import Term
from honorarios.pricing.columns import INPUT_COLUMNS
from honorarios.pricing.surgery import codes, rules
from honorarios.pricing.surgery.trials import plain

if TYPE_CHECKING:
    from honorarios.pricing.surgery.model import Choice
    from honorarios.pricing.surgery.scene import Scene
    from honorarios.pricing.surgery.suggestion import Draft

FIELDS: Final = (
    "contract",
    "procedure_kind",
    "rank",
    "access_route",
    "technique",
    "laterality",
    "quantity",
    "start",
    "end",
)
"""What a choice may state of a line."""
TITLES: Final = {column.name: column.title for column in INPUT_COLUMNS}


def apply_choices(scene: Scene) -> None:
    """Apply the choices in their order, the later over the earlier."""
    for number, choice in enumerate(scene.surgery.choices, 1):
        meant = [draft for draft in scene.drafts if _is_meant(choice, draft, scene)]
        for draft in meant:
            _apply(choice, draft)
        if not meant:
            unused = codes.UNUSED_CHOICE.at(Spot(field=f"choices.{number - 1}"), position=number)
            scene.findings.append(unused)


def _is_meant(choice: Choice, draft: Draft, scene: Scene) -> bool:
    member = scene.team[draft.member]
    return (
        choice.act in (None, draft.act)
        and choice.role in (None, member.role)
        and choice.provider in (None, member.provider)
    )


def _apply(choice: Choice, draft: Draft) -> None:
    if choice.billed is not None:
        draft.left_out = None if choice.billed else rules.NOT_BILLED.used()
        if choice.billed:
            draft.rules.append(rules.BILLED.used())
    for name in FIELDS:
        value = getattr(choice, name)
        if value is None:
            continue
        draft.cells[name] = plain(value)
        shown = value.label.lower() if isinstance(value, Term) else value
        title = TITLES[name]
        draft.rules.append(rules.FIELD_CHOSEN.used(title=title[0].upper() + title[1:], value=shown))
