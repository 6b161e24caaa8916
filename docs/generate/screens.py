"""The texts of the screens, gathered for the catalogues of their languages.

A text is marked where it stands: ``{% translate %}`` in a template, ``gettext`` in the program. The words
of the vocabulary and the sentences of findings are marked by being what they are.
"""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields
from io import BytesIO
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.db.models import Choices
from django.utils.translation.template import templatize

from docs.generate.findings import declared
from honorarios.core import vocabulary
from honorarios.launching import memoria
from honorarios.planning import deadlines
from honorarios.planning.checklist import Stage, Standing
from honorarios.planning.documents import LetterKind
from honorarios.planning.papers import PaperKind
from honorarios.pricing.trace import sheet, words
from honorarios.routing.facts import Fact
from honorarios.routing.obstacles import Mend
from honorarios.routing.option import Option
from honorarios.routing.reasons import Rule
from honorarios.routing.routes import Route
from honorarios.services.operations import Operation
from honorarios.services.situations import Situation
from honorarios.web.translations import LOCALE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE: Final = LOCALE.parents[1]
KEYWORDS: Final = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
# What Django makes of a template: calls among blanked-out text, each on the line of its tag.
CALL: Final = re.compile(
    r" (?P<name>n?p?gettext|_)\((?P<arguments>(?:u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")|, ?|count)+)\)"
)
Text = str | tuple[str, ...]


def gather() -> Catalog:
    """Every text that the screens may show, with the files where it stands."""
    found = Catalog(locale="en", charset="utf-8")
    for file, text, context in (*_of_templates(), *_of_programs()):
        found.add(text, locations=[(file.relative_to(PACKAGE).as_posix(), 0)], context=context)
    for word in (*_of_vocabulary(), *_of_memoria()):
        found.add(word)
    for codes in declared().values():
        for code in codes:
            for sentence in filter(None, (code.message, code.tip)):
                found.add(sentence)
    return found


def update(language: str) -> list[str]:
    """Bring a language's catalogue up to date and say which texts it still lacks."""
    file = LOCALE / language / "LC_MESSAGES" / "django.po"
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    catalogue.update(gather(), no_fuzzy_matching=True)
    with file.open("wb") as target:
        write_po(
            target,
            catalogue,
            width=100,
            no_location=True,
            omit_header=True,
            sort_output=True,
            ignore_obsolete=True,
        )
    return lacking(catalogue)


def lacking(catalogue: Catalog) -> list[str]:
    """Texts of a catalogue that have no translation, or a guess only."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not _said(message))
    ]


def _said(message: Message) -> bool:
    """Whether a text has its translation, in each of its numbers."""
    said = message.string
    return all(said) if isinstance(said, tuple | list) else bool(said)


def _of_templates() -> Iterator[tuple[Path, Text, str | None]]:
    for file in sorted(PACKAGE.rglob("templates/**/*.*")):
        calls = templatize(file.read_text(encoding="utf-8"), origin=file.as_posix())
        for call in CALL.finditer(calls):
            yield from _messages(file, f"{call['name']}({call['arguments']})\n")


def _of_programs() -> Iterator[tuple[Path, Text, str | None]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if "gettext" in text:
            yield from _messages(file, text)


def _messages(file: Path, text: str) -> Iterator[tuple[Path, Text, str | None]]:
    """The texts of calls in a program, with their contexts."""
    for _, function, messages, _ in extract_python(
        BytesIO(text.encode()), KEYWORDS, [], {"encoding": "utf-8"}
    ):
        texts = [message for message in _listed(messages) if message]
        if not texts:
            continue
        name = str(function)
        context = texts.pop(0) if "pgettext" in name else None
        yield file, (texts[0], texts[1]) if name.startswith("n") else texts[0], context


def _listed(messages: object) -> list[str | None]:
    return list(messages) if isinstance(messages, tuple | list) else [messages]  # type: ignore[list-item]


def _of_memoria() -> Iterator[str]:
    """The words of the memória de cálculo: titles and labels of its sheet, and why a step is as it is."""
    for room in (sheet, memoria):
        for call in ast.walk(ast.parse(inspect.getsource(room))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
                if call.func.id in {"Row", "Section"}:
                    yield from (text for text in texts if isinstance(text, str) and text)
    yield from memoria.MODES.values()
    yield from memoria.SHARES.values()
    for name, told in vars(words).items():
        if name.isupper() and isinstance(told, dict):
            yield from (text for text in told.values() if isinstance(text, str) and "{" not in text)
    yield from (f"  {label.lower()}" for label in words.FACTORS.values())
    yield from (title[0].upper() + title[1:] for title in words.TITLES.values())


def _of_vocabulary() -> Iterator[str]:
    """The words of the closed lists, of what a line may say and of what the record keeps."""
    for kind in vars(vocabulary).values():
        if isinstance(kind, type) and issubclass(kind, vocabulary.Term):
            yield from (member.label for member in kind)
    for members in (Operation, Situation, Route, deadlines.Kind, deadlines.Owner, deadlines.State):
        yield from (member.label for member in members)
    for of_cases in (Stage, Standing, PaperKind, LetterKind):
        yield from (member.label for member in of_cases)
    yield from (rule.sentence for rule in Rule)
    yield from (mend.sentence for mend in Mend)
    # What a reason hangs on: the facts of an option, by the names that they have from the first.
    yield from (one.default.name for one in fields(Option) if isinstance(one.default, Fact))
    for papers in (PaperKind, LetterKind):
        yield from (paper.about for paper in papers)
    for kind in vars(apps.get_app_config("records").models_module).values():
        if isinstance(kind, type) and issubclass(kind, Choices):
            yield from (str(label) for _, label in kind.choices)
