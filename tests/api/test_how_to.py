"""The page on the API is true: its requests are sent, in order, and answered as it shows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.api.client import ROOT, Program, Reply, program
from tests.docs.blocks import FENCE
from tests.docs.reader import ROOT as PROJECT
from tests.services.cast import Cast, make_part

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.database

PAGES: Final = ("docs/en/how-to/use-the-api.md", "docs/pt/como-fazer/usar-a-api.md")
ANYTHING: Final = "…"


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_true(cast: Cast, page: str) -> None:
    clerk, part = program(cast.clerk), make_part(cast.world)
    names = {
        "{part}": part.pk,
        "{payer}": cast.world.payer.pk,
        "{unit}": cast.world.unit.pk,
        "{uid}": "",
    }
    sent = 0
    for kind, text in blocks(page):
        if kind == "http":
            for name, value in names.items():
                text = text.replace(name, str(value))  # noqa: PLW2901 - the same block, filled in
            reply = send(clerk, text)
            sent += 1
            if "EST-STALE" not in reply.text:
                assert reply.status == 200, f"{text}\n{reply.text}"
        elif sent:
            shown = json.loads(text.replace(ANYTHING, f'"{ANYTHING}"'))
            assert_shows(shown, reply.body)
            entries = (reply.value or {}).get("entries")
            names["{uid}"] = entries[0]["lines"][0]["uid"] if entries else names["{uid}"]
    assert sent > 8


def blocks(page: str) -> Iterator[tuple[str, str]]:
    for found in FENCE.finditer((PROJECT / page).read_text("utf-8")):
        if found["language"] in {"http", "json"}:
            yield found["language"], found["text"]


def send(clerk: Program, text: str) -> Reply:
    head, _, body = text.partition("\n\n")
    (first, *rest) = head.strip().splitlines()
    method, path = first.split(" ", 1)
    headers = dict(re.split(r": ", line, maxsplit=1) for line in rest)
    return clerk.ask(method, path.removeprefix(ROOT), body.encode(), **headers)


def assert_shows(shown: Any, told: Any) -> None:  # noqa: ANN401 - what JSON holds
    """The page leaves fields out, and puts an ellipsis for what differs from one reader to another."""
    if shown == ANYTHING:
        assert told is not None
    elif isinstance(shown, dict):
        for name, value in shown.items():
            assert_shows(value, told[name])
    elif isinstance(shown, list):
        assert len(shown) == len(told)
        for one, other in zip(shown, told, strict=True):
            assert_shows(one, other)
    else:
        assert shown == told
