"""The map of rules in ``docs/traceability.md``, and the sentences of the text that it maps."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from tests.docs.reader import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE: Final = ROOT / "docs" / "traceability.md"
HEAD: Final = re.compile(r"^\| \w+ \| rule \| code \| tests \|$")
CELLS: Final = re.compile(r"(?<!\\)\|")
SPAN: Final = re.compile(r"`([^`]+)`")
NONE: Final = re.compile(r"(?:(?P<rule>[\w.]+), )?none: (?P<reason>.+)")
"""A row that states no rule, or whose rule is not built."""
LIST_NUMBER: Final = re.compile(r"[\d.]+ ")
SENTENCE_END: Final = re.compile(r"(?<=[.!?])(?<!Vlr\.)\s+(?=[A-ZÀ-Ú])")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the map."""

    what: str
    """A sentence of the text, or what is decided beyond it."""
    rule: str
    """Its number, or ``none: `` and the reason."""
    code: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def reason(self) -> str | None:
        """Why there is no rule, or nothing built for it."""
        found = NONE.fullmatch(self.rule)
        return found["reason"] if found else None


def tables() -> list[list[Row]]:
    """The tables of the map, in order: of launching and of routes, what is said and what is decided beyond it."""
    found: list[list[Row]] = []
    inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if HEAD.fullmatch(line):
            inside = True
            found.append([])
        elif not line.startswith("|"):
            inside = False
        elif inside and not line.startswith("| --- "):
            found[-1].append(_row(line))
    return found


def _row(line: str) -> Row:
    what, rule, code, tests = (cell.strip() for cell in CELLS.split(line)[1:-1])
    spans = (tuple(SPAN.findall(cell)) for cell in (code, tests))
    return Row(what.replace(r"\|", "|"), rule, *spans)


def sentences(text: str) -> Iterator[str]:
    r"""The sentences of a text of lines and lists, in order.

    A heading, an item and a line are each one at least. The number of an item is part of it; the point
    of an abbreviation ends nothing.

    >>> list(sentences("  • Data:  \n 1. Um. Dois\nO campo Vlr. Total é lido."))
    ['Data:', '1. Um.', 'Dois', 'O campo Vlr. Total é lido.']
    """
    for raw in text.splitlines():
        line = " ".join(raw.replace("\u200b", " ").replace("•", " ").split())
        if line:
            number = LIST_NUMBER.match(line)
            start = number.end() if number else 0
            first, *others = SENTENCE_END.split(line[start:])
            yield line[:start] + first
            yield from others


def is_there(reference: str) -> bool:
    """Whether ``module:name`` can be imported; a name may be a field of a class.

    >>> is_there("honorarios.core.vocabulary:Role.SURGEON"), is_there("honorarios.core.money:nothing")
    (True, False)
    """
    module, _, path = reference.partition(":")
    found: object = import_module(module)
    *owners, last = path.split(".")
    for name in owners:
        found = getattr(found, name)
    return hasattr(found, last) or last in getattr(found, "__annotations__", {})


@cache
def named_in(file: str) -> dict[str, bool]:
    """The tests of a file, and whether each runs on both databases."""
    module = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    everywhere = any(
        isinstance(node, ast.Assign)
        and any(isinstance(name, ast.Name) and name.id == "pytestmark" for name in node.targets)
        and "database" in ast.unparse(node.value)
        for node in module.body
    )
    return {
        node.name: everywhere
        or any("mark.database" in ast.unparse(mark) for mark in node.decorator_list)
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def on_both_databases(test: str) -> bool:
    """Whether a test, ``file::name``, runs on SQLite and on PostgreSQL."""
    file, _, name = test.partition("::")
    return named_in(file).get(name, False)


def names_its_rule(test: str, rule: str) -> bool:
    """Whether a test has its rule's number in its name.

    >>> names_its_rule("a::test_v04a_centre", "V4a"), names_its_rule("a::test_310_t7_shares", "3.10")
    (True, True)
    >>> names_its_rule("a::test_34b_fee", "3.4"), names_its_rule("a::test_s312_row2_wins", "3.12")
    (False, True)
    """
    spelt = {rule.lower().replace(".", ""), re.sub(r"(?<=[vt])(?=\d(?!\d))", "0", rule.lower())}
    return any(part in spelt for part in re.split(r"[_:]+", re.sub(r"_([a-z])(3\d)", r"_\2", test)))
