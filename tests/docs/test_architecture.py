"""The architecture's picture shows the rooms that there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.docs.reader import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES: Final = ("en/explanation/architecture.md", "pt/explicacao/arquitetura.md")
SOURCES: Final = ROOT / "src" / "honorarios"


def rooms(page: str) -> Iterator[Path]:
    """The modules and packages that the picture names."""
    told = (ROOT / "docs" / page).read_text(encoding="utf-8")
    picture = told.partition("src/honorarios/\n")[2].partition("```")[0]
    room = ""
    for line in picture.splitlines():
        depth, names = len(line) - len(line.lstrip()), re.split(r"\s{2,}", line.strip())[0]
        if depth == 2:
            room = names.strip("/")
            yield Path(room)
        else:
            yield from (Path(room, name.strip("/")) for name in names.split(", "))


@pytest.mark.parametrize("page", PAGES)
def test_every_room_of_the_picture_exists(page: str) -> None:
    for room in rooms(page):
        assert (SOURCES / room).is_dir() or (SOURCES / room).with_suffix(".py").is_file(), room


@pytest.mark.parametrize("page", PAGES)
def test_every_package_is_in_the_picture(page: str) -> None:
    packages = {file.parent.relative_to(SOURCES) for file in SOURCES.glob("*/**/__init__.py")}
    shown = {room for room in rooms(page) if (SOURCES / room).is_dir()}
    assert {package for package in packages if len(package.parts) <= 2} == shown


def test_whoever_contributes_is_led_to_every_room() -> None:
    told = set(re.findall(r"`([a-z/]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    rooms_of_code = {file.parent.name for file in SOURCES.glob("*/__init__.py")} - {"demo"}
    assert rooms_of_code <= told
