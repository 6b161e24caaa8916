"""The memória de cálculo of a line, in the forms that a request may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from honorarios.api.answers import Document
from honorarios.pricing.trace import as_dict, as_html, as_text
from honorarios.services.fees import LineView  # noqa: TC001 - pydantic reads the annotations
from honorarios.services.outcomes import Result

if TYPE_CHECKING:
    from honorarios.services.explaining import Explained


@dataclass(frozen=True, slots=True)
class Memoria:
    """A line and how its value came to be."""

    line: LineView
    explanation: dict[str, Any]
    """``honorarios.trace/1``: of the whole act, before a division; to a physician, of their own part of a
    division by value."""
    difference: dict[str, Any] | None
    """Of a private line of fee difference: its mode, the superior price and what is taken from it."""


def memoria(explained: Result[Explained], form: str) -> Result[Memoria | Document]:
    """The explanation as JSON, text or a page; a refusal stays what it is."""
    found = explained.value
    if found is None or not explained.ok:
        return Result(findings=explained.findings)
    told = found.explanation
    value: Memoria | Document
    if form == "html":
        value = Document(as_html(told, found.then).encode(), "text/html; charset=utf-8")
    elif form == "text":
        value = Document(as_text(told, then=found.then).encode(), "text/plain; charset=utf-8")
    else:
        difference = None if found.difference is None else dict(found.difference)
        value = Memoria(found.line, as_dict(told), difference)
    return Result(value, explained.findings)
