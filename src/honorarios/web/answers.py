"""What a view answers: a page, a piece of one, an address to go to, a file, or plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django_htmx.http import HttpResponseClientRedirect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a page, which htmx puts in its place."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    trigger: str | None = None
    """An event that the page hears when the piece arrives."""


@dataclass(frozen=True, slots=True)
class Go:
    """To another address, after something was done: going back or reloading does it no second time."""

    url: str
    message: str = ""
    """What the next page tells was done."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be saved, or shown where ``inline``."""

    content: bytes
    name: str
    media: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Data:
    """Plain data for the scripts of a page."""

    value: Mapping[str, Any]
    status: int = 200


Answer = Page | Fragment | Go | File | Data


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The response that an answer is to this request."""
    match answer:
        case Page(template, context, status):
            return HttpResponse(render_to_string(template, {**context}, request), status=status)
        case Fragment(template, context, status, trigger):
            piece = HttpResponse(render_to_string(template, {**context}, request), status=status)
            if trigger:
                piece["HX-Trigger"] = trigger
            return piece
        case Go(url, message):
            return _gone(request, url, message)
        case File(content, name, media, inline):
            held = HttpResponse(content, content_type=media)
            held["Content-Disposition"] = content_disposition_header(not inline, name) or "inline"
            return held
        case Data(value, status):
            return JsonResponse({**value}, status=status)


def _gone(request: HttpRequest, url: str, message: str) -> HttpResponse:
    if message:
        messages.success(request, message)
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(url)
    return HttpResponseRedirect(url, status=SEE_OTHER)
