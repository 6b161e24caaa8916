"""A YAML file read safely into plain data, with the line of every part.

Scalars stay text, exactly as they are written, and the schema decides what each is: ``22`` is a
code where a code is wanted and a number where a number is, ``19:00`` is never sexagesimal, ``no``
is a name or a refusal by its place, and no number passes through a float. Only an empty or ``null``
scalar without quotes is None.

The file is read as a stream of events, not as objects: no tag is ever constructed, nesting is
bounded, and anchors, which could make a small file huge, are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml

from honorarios.catalogue import codes
from honorarios.core.findings import Finding, Place
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST_YAML: Final = 5 * 1024 * 1024
"""Bytes of a document; the largest contract of a hundred is a few hundred kilobytes."""
DEEPEST: Final = 32
"""Levels of nesting; the schema has eight."""
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REASONS: Final = {
    "tab": "há uma tabulação onde se esperam espaços",
    "mapping values are not allowed": "o recuo mudou, ou um texto com “: ” está sem aspas",
    "sequence entries are not allowed": "há um “- ” onde não cabe uma lista",
    "escape character": "há uma barra invertida entre aspas duplas",
    "',' or ']'": "a lista entre colchetes não fecha",
    "',' or '}'": "o grupo entre chaves não fecha",
    "control characters": "há um caractere de controle",
    "expected '-' indicator": "o recuo não acompanha o da lista",
    "expected key": "o recuo não acompanha o dos campos acima",
    "end of stream": "as aspas não fecham",
    "could not find expected ':'": "falta o “:” depois do nome do campo",
    "cannot start any token": "há um caractere que só pode vir entre aspas",
}
"""What the parser says, by a sign in its words, and what a person is told."""
_UNTOLD: Final = "a estrutura não se entende"

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path_: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What a file says, and where."""

    data: Data
    lines: Mapping[Path_, int]
    """The line, from 1, of each part by its path: ``("terms", 0, "standard")``."""
    findings: tuple[Finding, ...] = ()

    def line(self, path: Path_) -> int | None:
        """The line of a part, or of the nearest part that holds it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def read_yaml(path: Path, *, file: str = "") -> YamlDocument:
    """Read a YAML file; every reason to refuse it is a finding, and its data is then None.

    Args:
        path: The file.
        file: How findings call it; its name when empty.
    """
    place = Place(file or path.name)
    try:
        size = path.stat().st_size
        if size > LARGEST_YAML:
            too_large = codes.YAML_TOO_LARGE.at(
                place, megabytes=size >> 20, limit=LARGEST_YAML >> 20
            )
            return YamlDocument(None, {}, (too_large,))
        content = path.read_bytes()
    except OSError as problem:
        unreadable = codes.UNREADABLE.at(place, reason=reason_of(problem))
        return YamlDocument(None, {}, (unreadable,))
    return parse_yaml(content, place.file)


def parse_yaml(content: bytes, file: str) -> YamlDocument:
    """Parse the content of a YAML file; see :func:`read_yaml`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        return YamlDocument(None, {}, (codes.YAML_NOT_UTF8.at(Place(file, line)),))
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.add(event)
            if builder.gave_up:
                break
    except yaml.YAMLError as problem:
        builder.findings.append(_syntax(problem, text, file))
    if not builder.findings and builder.data is None:
        builder.findings.append(codes.YAML_EMPTY.at(Place(file)))
    data = None if builder.findings else builder.data
    return YamlDocument(data, builder.lines, tuple(builder.findings))


def _syntax(problem: yaml.YAMLError, text: str, file: str) -> Finding:
    mark = getattr(problem, "problem_mark", None)
    if mark is not None:
        line = mark.line + 1
    else:
        # Only a forbidden character has no mark: its offset counts characters.
        line = text.count("\n", 0, getattr(problem, "position", 0)) + 1
    said = f"{getattr(problem, 'problem', '')} {getattr(problem, 'reason', '')}"
    reason = next((told for sign, told in _REASONS.items() if sign in said), _UNTOLD)
    return codes.YAML_SYNTAX.at(Place(file, line), reason=reason)


Node: TypeAlias = yaml.ScalarEvent | yaml.CollectionStartEvent


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    path: Path_
    value: list[Data] | dict[str, Data]
    key: str | None = None
    """Of a mapping: the key whose value comes next."""


@dataclass(slots=True)
class _Builder:
    """Puts events together; iterative, so that no nesting can exhaust the stack."""

    file: str
    data: Data = None
    lines: dict[Path_, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    gave_up: bool = False
    """Whether what follows can no longer be understood."""
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0

    def add(self, event: yaml.Event) -> None:
        """Take the next event."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(codes.YAML_DOCUMENTS.at(self._place(event)))
            case yaml.AliasEvent():
                self._refuse(codes.YAML_ALIAS.at(self._place(event)))
            case yaml.ScalarEvent():
                self._check_node(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start(event, {})
            case yaml.SequenceStartEvent():
                self._start(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.file, _line(event))

    def _refuse(self, finding: Finding) -> None:
        self.findings.append(finding)
        self.gave_up = True

    def _check_node(self, event: Node) -> None:
        if event.anchor is not None:
            self.findings.append(codes.YAML_ALIAS.at(self._place(event)))
        if event.tag not in {None, "!"}:
            self.findings.append(codes.YAML_TAG.at(self._place(event), tag=event.tag))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        plain = event.implicit[0]
        if self._awaits_key():
            self._key(event)
        else:
            self._put(event, None if plain and event.value in _NOTHING else event.value)

    def _awaits_key(self) -> bool:
        return (
            bool(self._open)
            and isinstance(self._open[-1].value, dict)
            and self._open[-1].key is None
        )

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self._open[-1]
        path = (*top.path, event.value)
        top.key = event.value
        if event.value in top.value:
            first = self.lines[path]
            place = self._place(event)
            self.findings.append(codes.YAML_DUPLICATE_KEY.at(place, key=event.value, first=first))
        else:
            self.lines[path] = _line(event)

    def _start(self, event: Node, value: list[Data] | dict[str, Data]) -> None:
        self._check_node(event)
        if self._awaits_key():
            self._refuse(codes.YAML_KEY.at(self._place(event)))
        elif len(self._open) >= DEEPEST:
            self._refuse(codes.YAML_DEPTH.at(self._place(event), limit=DEEPEST))
        else:
            self._open.append(_Open(self._put(event, value), value))

    def _put(self, event: yaml.Event, value: Data) -> Path_:
        """Put a value where it belongs; its path."""
        if not self._open:
            self.data = value
            self.lines.setdefault((), _line(event))
            return ()
        top = self._open[-1]
        if isinstance(top.value, list):
            path = (*top.path, len(top.value))
            top.value.append(value)
            self.lines[path] = _line(event)
            return path
        key = top.key or ""
        top.key = None
        top.value[key] = value
        return (*top.path, key)
