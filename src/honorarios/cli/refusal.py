"""Ending a command whose data cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

from honorarios.cli import screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.core.findings import Finding


def refuse(findings: Iterable[Finding], *, as_json: bool) -> NoReturn:
    """Show findings on stderr, for programs on stdout too, and end.

    Raises:
        typer.Exit: always.
    """
    told = list(findings)
    screen.show_findings(told)
    if as_json:
        screen.write_json({"findings": [finding.as_dict() for finding in told]}, "findings")
    raise typer.Exit(screen.FINDINGS)


def refuse_catalogue(findings: Iterable[Finding], *, as_json: bool) -> NoReturn:
    """The same for a catalogue: only its errors; ``catalogue check`` tells the warnings.

    Raises:
        typer.Exit: always.
    """
    from honorarios.core.findings import has_errors

    refuse((finding for finding in findings if has_errors([finding])), as_json=as_json)
