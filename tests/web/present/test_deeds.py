from __future__ import annotations

import re
from pathlib import Path

import honorarios.services
from honorarios.services.entrances import Entrance
from honorarios.services.operations import Operation
from honorarios.web.present.deeds import DEEDS
from honorarios.web.present.places import BY_NAME
from honorarios.web.screens.audit import ABOUT

SERVICES = Path(honorarios.services.__file__).parent


def test_every_deed_of_the_trail_has_words() -> None:
    said = re.compile(r'action="([a-z_.]+)"')
    written = {
        found
        for path in SERVICES.rglob("*.py")
        for found in said.findall(path.read_text(encoding="utf-8"))
    }
    assert written
    assert written | set(Operation) | set(Entrance) <= DEEDS.keys()


def test_whatever_the_trail_is_about_has_a_word() -> None:
    recorded = re.compile(r'\.record\(\s*"([a-z_]+)"')
    written = {
        found
        for path in SERVICES.rglob("*.py")
        for found in recorded.findall(path.read_text(encoding="utf-8"))
    }
    assert written
    assert written <= ABOUT.keys() | BY_NAME.keys()
