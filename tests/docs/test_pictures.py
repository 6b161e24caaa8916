"""The pictures of the guides: each is there in both themes, and none is heavy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.docs.reader import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GUIDES: Final = sorted(ROOT.glob("docs/*/gui*/*.md"))
PICTURE: Final = re.compile(r"!\[[^\]]+\]\(([^)#]+)#only-(light|dark)\)")
HEAVIEST: Final = 180_000
"""Bytes."""


@pytest.mark.parametrize("guide", GUIDES, ids=[guide.stem for guide in GUIDES])
def test_every_picture_of_a_guide_is_there_by_day_and_by_night(guide: Path) -> None:
    page = guide
    found = PICTURE.findall(page.read_text(encoding="utf-8"))
    assert found
    for address, theme in found:
        assert (page.parent / address).is_file(), address
        other = {"light": "dark", "dark": "light"}[theme]
        assert (address.replace(f"-{theme}-", f"-{other}-"), other) in found


def test_no_picture_is_heavy() -> None:
    pictures = [*ROOT.glob("docs/pt/imagens/*.png"), *ROOT.glob("docs/en/images/*.png")]
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > HEAVIEST] == []
