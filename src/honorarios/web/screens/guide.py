"""What helps people along: the glossary of terms, and hints that go when they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import PartStatus
from honorarios.services import preferences, worklist
from honorarios.services.operations import Operation
from honorarios.services.worklist import WorkFilter
from honorarios.web.answers import Data, Fragment, Go, Page
from honorarios.web.present import glossary as terms
from honorarios.web.present.tour import stops

if TYPE_CHECKING:
    from honorarios.services.worklist import WorkRow
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def glossary(call: Call) -> Answer:
    """Every term of the formula, by its initial."""
    return Page("web/guide/glossary.html", {"groups": terms.by_initial()})


def dismiss(call: Call) -> Answer:
    """A hint that was read goes for good; the preferences bring all of them back."""
    call.take(preferences.dismiss(actor=call.actor, tip=call.form.get("hint", "")))
    if call.htmx:
        return Fragment("web/guide/_gone.html")
    return Go(call.came_from, _("Dica dispensada."))


def tour(call: Call) -> Answer:
    """The stops of the guided tour, for its script."""
    words = {
        "back": _("Anterior"),
        "next": _("Próximo"),
        "end": _("Encerrar"),
        "done": _("Concluir"),
        "name": _("Passeio guiado"),
        "away": _("O passeio continua"),
        "resume": _("Voltar a ele"),
    }
    return Data({"stops": stops(call.actor, _example(call)), "words": words})


def _example(call: Call) -> WorkRow | None:
    """An open part to show, the last one opened; None for whoever sees no account."""
    if not call.may(Operation.ACCOUNTS_LIST):
        return None
    asked = WorkFilter(status=PartStatus.OPEN)
    page = call.take(worklist.listed(actor=call.actor, only=asked, size=1))
    return page.rows[0] if page.rows else None


def hints(call: Call) -> Answer:
    """Every hint that was dismissed comes back."""
    call.take(preferences.show_tips_again(actor=call.actor))
    return Go(reverse("me.preferences"), _("As dicas voltaram."))
