"""Every page that a role reaches by following links from its start, one of each kind."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

from tests.web.markup import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

ROLES: Final = ("faturista", "auditoria", "medica", "financeiro", "administracao")
"""The logins of the fictitious hospital, one a role."""
START: Final = "/"
OUTWARDS: Final = {"account_logout"}


@dataclass(frozen=True, slots=True)
class Found:
    """A page that was reached."""

    address: str
    view: str
    """Name of its row in the table."""
    text: str


def crawl(client: Client) -> Iterator[Found]:
    """Pages and fragments as a browser would reach them, one of each view.

    An address that a page links to and that isn't there, or isn't the role's, fails the test: a link
    that leads nowhere is no link.
    """
    waiting, known, seen = deque([(START, "")]), {START}, set(OUTWARDS)
    while waiting:
        address, linked_by = waiting.popleft()
        view = _view(address)
        if view in seen:
            continue
        seen.add(view)
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, (address, answer.status_code, linked_by)
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        text = answer.content.decode()
        yield Found(address, view, text)
        for link in read(text).links:
            target = _inside(urljoin(address, link))
            if target and target not in known:
                known.add(target)
                waiting.append((target, address))


def keep(found: Iterator[Found], file: Path) -> None:
    """Write pages down for other processes, whole or not at all."""
    draft = file.with_suffix(".draft")
    draft.write_text(json.dumps([astuple(page) for page in found]), encoding="utf-8")
    draft.replace(file)


def kept(file: Path) -> list[Found]:
    """The pages that :func:`keep` wrote down."""
    return [Found(*facts) for facts in json.loads(file.read_text(encoding="utf-8"))]


def _inside(address: str) -> str:
    """The address without its fragment; empty where it leads out of the desk."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path.startswith(("/static/", "/api/")):
        return ""
    return parts._replace(fragment="").geturl()


def _view(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return address
