"""What helps people along: the glossary of terms, and hints that go when they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.services import preferences
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import glossary as terms

if TYPE_CHECKING:
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
    return Go(call.request.headers.get("Referer") or reverse("me.home"), _("Dica dispensada."))


def hints(call: Call) -> Answer:
    """Every hint that was dismissed comes back."""
    call.take(preferences.show_tips_again(actor=call.actor))
    return Go(reverse("me.preferences"), _("As dicas voltaram."))
