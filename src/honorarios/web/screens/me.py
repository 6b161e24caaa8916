"""What a person sees and says of themselves: the home page, preferences, sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.services import preferences as kept
from honorarios.web import sessions as held
from honorarios.web.answers import Data, Go, Page
from honorarios.web.screens import home as first

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def home(call: Call) -> Answer:
    """The first page."""
    return first.show(call)


def icon(_call: Call) -> Answer:
    """The mark, where a browser asks for it by itself."""
    return Go(static("honorarios/mark.svg"))


def session(call: Call) -> Answer:
    """Whether somebody is signed in, and the token of their forms, for a page whose session ended."""
    if not call.user.is_authenticated:
        return Data({"signed_in": False})
    who = {"user": call.user.get_username(), "office": call.place and call.place.office_id}
    return Data({"signed_in": True, **who, "csrf": get_token(call.request)})


def resumed(call: Call) -> Answer:
    """The end of a login in a window of its own: the first one goes on."""
    return Page("web/me/resumed.html")


def preferences(call: Call) -> Answer:
    """Theme, language and shortcuts."""
    if not call.posted:
        return _preferences(call)
    result = kept.keep(
        actor=call.actor,
        theme=call.form.get("theme", ""),
        language=call.form.get("language", ""),
        single_keys="single_keys" in call.form,
    )
    call.take(result)
    return Go(reverse("me.preferences"), _("Preferências salvas."))


def sessions(call: Call) -> Answer:
    """One's own sessions, and ending them."""
    if call.posted:
        ended = held.end(call.request, call.form.get("session", ""))
        return Go(reverse("me.sessions"), _("Sessão encerrada.") if ended else "")
    return Page("web/me/sessions.html", {"sessions": held.listed(call.request)})


def _preferences(call: Call) -> Answer:
    context = {"liked": call.preference, "themes": kept.THEMES, "languages": kept.LANGUAGES}
    return Page("web/me/preferences.html", context)
