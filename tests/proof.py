"""The figures of the long campaigns, kept in ``docs/proof``; its README says what each one proves."""

from __future__ import annotations

import json
from typing import Any, Final

from tests import machine

FOLDER: Final = machine.ROOT / "docs" / "proof"
OPTION: Final = "--write"
"""What asks a campaign to keep its figures: a share of it, tried by hand, keeps none."""


def kept(name: str) -> dict[str, Any]:
    """What the file of this name has so far; nothing where there is none."""
    file = FOLDER / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return found


def keep(name: str, *path: str, figures: dict[str, Any]) -> None:
    """Put figures at their place in the file of this name, with the machine and the commit that gave them."""
    whole = kept(name)
    place = whole
    for step in path[:-1]:
        place = place.setdefault(step, {})
    place[path[-1]] = {**figures, "machine": machine.describe()}
    text = json.dumps(whole, indent=1, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(f"{text}\n", "utf-8")
