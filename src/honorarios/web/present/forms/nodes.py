"""The parts of a form, each with the template that draws it.

A part is named by its path, the numbers of rows included: ``terms.0.rounding.mode``. So what is typed
comes back as it was nested, and a finding at that path stands beside its field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from django.utils.translation import gettext as _

from honorarios.core.money import format_decimal, parse_decimal

if TYPE_CHECKING:
    from honorarios.core.findings import Finding


@dataclass(frozen=True, slots=True)
class Option:
    """One of a closed list."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One field."""

    template: ClassVar[str] = "web/forms/_input.html"

    name: str
    """Its path."""
    label: str
    spoken: str = ""
    """What is read aloud where there is no label to be seen."""
    help: str = ""
    type: str = "text"
    """``text``, ``number``, ``day``, ``clock``, ``select``, ``checks``, ``flag``, ``area`` or ``search``."""
    value: str = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    optional: bool = False
    """Whether the label says that it may stay empty."""
    locked: bool = False
    """Shown, and not to be changed: it identifies the row."""
    autofocus: bool = False
    longest: int | None = None
    example: str = ""
    suggestions: str = ""
    """Id of the list of values that are proposed."""
    source: str = ""
    """Address that a search asks for values."""
    text: str = ""
    """What a search shows for its value."""
    given: bool = True
    """Whether the data says it; else it is a default."""
    findings: tuple[Finding, ...] = ()

    @property
    def says(self) -> bool:
        """Whether there is something to be read."""
        return self.given and bool(self.words)

    @property
    def words(self) -> str:
        """What it says, to be read."""
        if self.options:
            return ", ".join(one.label for one in self.options if one.chosen and one.value)
        if self.type == "flag":
            return _("Sim") if self.value else _("Não")
        return self.text or self.value

    @property
    def amount(self) -> str:
        """A number to be read as money is: with its thousands, and two decimals at least."""
        number = parse_decimal(self.value)
        return self.value if number is None else format_decimal(number, 2)

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"f-{self.name}".replace(".", "-").replace("_", "-").replace("=", "")

    @property
    def wide(self) -> bool:
        """Whether it takes the whole line."""
        return self.type in {"area", "checks"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields under one heading."""

    template: ClassVar[str] = "web/forms/_group.html"

    name: str
    label: str
    help: str = ""
    nodes: tuple[Node, ...] = ()
    open: bool = False
    """Whether it is shown unfolded: it says something, or something in it is wrong."""
    summary: str = ""
    """What it says, in a few words, while it is folded."""

    @property
    def says(self) -> bool:
        """Whether there is something in it to be read."""
        return any(node.says for node in self.nodes)

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"g-{self.name}".replace(".", "-").replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One of a list."""

    name: str
    title: str
    nodes: tuple[Node, ...]
    first: bool = False
    last: bool = False
    open: bool = False
    compact: bool = False
    """Whether its fields fit on one line."""
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A list to which rows are added and from which they are taken away."""

    template: ClassVar[str] = "web/forms/_rows.html"

    name: str
    label: str
    item: str
    """What one row is called."""
    help: str = ""
    rows: tuple[Row, ...] = ()
    ordered: bool = False
    """Whether their order says something, so that rows are moved."""
    findings: tuple[Finding, ...] = ()
    open: bool = True

    @property
    def says(self) -> bool:
        """Whether there is something in it to be read."""
        return bool(self.rows)

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"r-{self.name}".replace(".", "-").replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Names with a value each: fixed ones in a grid, or rows of a name and a value."""

    template: ClassVar[str] = "web/forms/_mapped.html"

    name: str
    label: str
    help: str = ""
    cells: tuple[Input, ...] = field(default=())
    """With fixed names, a field each, labelled by its name."""
    pairs: tuple[tuple[Input, Input], ...] = ()
    """With free names, the name and the value of each row."""
    fixed: bool = False
    findings: tuple[Finding, ...] = ()
    open: bool = False

    @property
    def says(self) -> bool:
        """Whether there is something in it to be read."""
        return bool(self.pairs) or any(cell.value for cell in self.cells)

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"m-{self.name}".replace(".", "-").replace("_", "-")


Node: TypeAlias = "Input | Group | Rows | Mapped"
