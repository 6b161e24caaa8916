"""``python -m docs.generate``: write the reference pages and bring the translations up to date."""

from __future__ import annotations

import sys

from docs.generate import DOCS, generate, screens
from docs.generate.words import LANGUAGES, Words
from honorarios import config


def main() -> int:
    """Write every page; 1 when something is still to be translated."""
    config.setup()  # the rooms of the record declare their findings beside Django's models
    missing = len(screens.update("en"))
    words = {language: Words(language) for language in LANGUAGES}
    for file, text in generate(words).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{file.relative_to(DOCS.parent)}\n")
    for translated in words.values():
        missing += len(translated.untranslated())
        translated.save()
    if missing:
        sys.stderr.write(
            f"Faltam {missing} traduções: preencha os msgstr vazios de docs/generate/*.po e web/locale.\n"
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
