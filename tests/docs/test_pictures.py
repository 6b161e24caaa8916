"""The pictures of the guides: each is there in both themes, and none is heavy."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import pytest

from tests.docs.reader import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GUIDES: Final = sorted(ROOT.glob("docs/*/gui*/*.md"))
PICTURE: Final = re.compile(r"!\[[^\]]+\]\(([^)#]+)#only-(light|dark)\)")
PICTURES: Final = [*ROOT.glob("docs/pt/imagens/*.png"), *ROOT.glob("docs/en/images/*.png")]
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
    assert PICTURES
    assert [picture.name for picture in PICTURES if picture.stat().st_size > HEAVIEST] == []


def test_every_picture_is_shown_by_a_page() -> None:
    shown = {
        (page.parent / address).resolve()
        for page in ROOT.glob("docs/*/**/*.md")
        for address, _theme in PICTURE.findall(page.read_text(encoding="utf-8"))
    }
    assert sorted({picture.resolve() for picture in PICTURES} ^ shown) == []


@pytest.mark.parametrize("folder", ["pt/imagens", "en/images"])
def test_every_screen_is_there_wide_and_narrow_by_day_and_by_night(folder: str) -> None:
    looks = Counter(
        re.sub(r"-(light|dark)-(wide|narrow)$", "", picture.stem)
        for picture in ROOT.glob(f"docs/{folder}/*.png")
    )
    assert set(looks.values()) == {4}
