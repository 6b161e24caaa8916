"""Tags of the door, at hand in every template without ``{% load %}``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django import template
from django.utils.html import format_html

from honorarios.web.call import KEY_FIELD
from honorarios.web.table import may as _may

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from honorarios.services.actor import Actor

register = template.Library()


@register.simple_tag
def key(given: str | None = None) -> SafeString:
    """The hidden field with a form's idempotency key: a new one, or the one that came back with it."""
    return format_html('<input type="hidden" name="{}" value="{}">', KEY_FIELD, given or uuid4())


@register.simple_tag
def may(actor: Actor | None, name: str, method: str = "GET") -> bool:
    """Whether the actor may ask for an address: ``{% may actor "account.close" "POST" as closes %}``."""
    return actor is not None and _may(actor, name, method)
