"""The languages of the screens: gettext catalogues, whose identifiers are the Portuguese texts themselves.

``python -m honorarios.web.translations`` compiles what Django reads from what people write; ``run`` does it
while it sets up. Nothing but Babel is needed for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE: Final = Path(__file__).with_name("locale")


def written() -> list[Path]:
    """The catalogues that people write, one a language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def compile_all() -> list[Path]:
    """Compile every catalogue that is newer than what was compiled from it; the ones that were."""
    stale = [file for file in written() if _is_stale(file)]
    for file in stale:
        with file.open("rb") as source:
            catalogue = read_po(source, locale=file.parents[1].name)
        # Whole or not at all: a server may be reading it.
        draft = file.with_suffix(".mo.partial")
        with draft.open("wb") as target:
            write_mo(target, catalogue)
        draft.replace(file.with_suffix(".mo"))
    return stale


def _is_stale(file: Path) -> bool:
    compiled = file.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime <= file.stat().st_mtime


if __name__ == "__main__":
    compile_all()
