"""What is asked of launching, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.findings import has_errors

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.core.vocabulary import Treatment
    from honorarios.launching.model.context import Context
    from honorarios.launching.model.entry import Entry
    from honorarios.launching.model.line import Line, Recorded


@dataclass(frozen=True, slots=True)
class Request:
    """One entry and where it goes; an edit says which line it replaces."""

    entry: Entry
    context: Context
    replaces: Recorded | None = None
    """The line on record that this entry takes the place of; None is an insertion."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to decide first; the answer goes into the entry's ``package_decision``."""

    message: str
    confirm: Treatment
    """What becomes of the line if they say yes."""
    decline: Treatment
    """What becomes of it if they say no."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an entry."""

    key: str | int | None
    """The entry's own key."""
    preview: tuple[Line, ...]
    """The lines as far as they could be made, to be shown; with a question, as if it were confirmed."""
    findings: tuple[Finding, ...] = ()
    needs_confirmation: Question | None = None

    @property
    def blocked(self) -> bool:
        """Whether something forbids launching it."""
        return has_errors(self.findings)

    @property
    def ready(self) -> bool:
        """Whether it can be written: nothing forbids it and nothing is left to ask."""
        return not self.blocked and self.needs_confirmation is None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines to write; none unless the outcome is ready."""
        return self.preview if self.ready else ()
