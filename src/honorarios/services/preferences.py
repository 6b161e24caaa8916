"""How a person likes the screens; the same in every office, and nobody else's business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.records import selectors
from honorarios.records.models import Preference
from honorarios.services import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.texts import within
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

THEMES: Final = {"system": "Como o aparelho", "light": "Claro", "dark": "Escuro"}
LANGUAGES: Final = {"": "A do navegador", "pt-br": "Português", "en": "English"}
LONGEST_TIP: Final = 40
MOST_TIPS: Final = 200


@dataclass(frozen=True, slots=True)
class PreferenceView:
    """How a person likes the screens; as it stands here, before they have said anything."""

    theme: str = "system"
    """Of :data:`THEMES`."""
    language: str = ""
    """Of :data:`LANGUAGES`; empty is the browser's."""
    single_keys: bool = True
    """Whether shortcuts of a single key work (WCAG 2.1.4)."""
    dismissed: tuple[str, ...] = ()
    """Names of the tips that aren't shown any more."""


DEFAULTS: Final = PreferenceView()


def of_user(user_id: int) -> PreferenceView:
    """A person's preferences, for a screen that comes before they have chosen an office."""
    row = selectors.any_of(Preference.objects.filter(user_id=user_id))
    return DEFAULTS if row is None else _view(row)


def mine(*, actor: Actor) -> Result[PreferenceView]:
    """The actor's own preferences."""
    return consult(
        actor=actor, operation=Operation.DESK_OWN, do=lambda work: of_user(work.actor.user_id)
    )


def keep(
    *,
    actor: Actor,
    theme: str | None = None,
    language: str | None = None,
    single_keys: bool | None = None,
) -> Result[PreferenceView]:
    """Change the actor's own preferences; what is None stays as it is."""

    def do(work: Work) -> PreferenceView:
        row = _own(work)
        if theme is not None:
            row.theme = _among(theme, THEMES, "theme", "Tema")
        if language is not None:
            row.language = _among(language, LANGUAGES, "language", "Idioma")
        if single_keys is not None:
            row.single_keys = single_keys
        row.save()
        return _view(row)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=PreferenceView, do=do)


def dismiss(*, actor: Actor, tip: str) -> Result[PreferenceView]:
    """Show a tip no more."""

    def do(work: Work) -> PreferenceView:
        name = within(tip, "tip", title="Dica", longest=LONGEST_TIP)
        row = _own(work)
        kept = [one for one in row.dismissed if one != name]
        row.dismissed = [*kept, name][-MOST_TIPS:]
        row.save()
        return _view(row)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=PreferenceView, do=do)


def show_tips_again(*, actor: Actor) -> Result[PreferenceView]:
    """Show every tip again."""

    def do(work: Work) -> PreferenceView:
        row = _own(work)
        row.dismissed = []
        row.save()
        return _view(row)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=PreferenceView, do=do)


def _own(work: Work) -> Preference:
    """The actor's row, locked; made where they have none."""
    Preference.objects.bulk_create([Preference(user_id=work.actor.user_id)], ignore_conflicts=True)
    return Preference.objects.select_for_update().get(user_id=work.actor.user_id)


def _among(given: str, known: Mapping[str, str], field: str, title: str) -> str:
    if given not in known:
        told = ", ".join(filter(None, known))
        refuse(at(codes.UNKNOWN_CHOICE, field, title=title, given=given, known=told))
    return given


def _view(row: Preference) -> PreferenceView:
    return PreferenceView(row.theme, row.language, row.single_keys, tuple(row.dismissed))
