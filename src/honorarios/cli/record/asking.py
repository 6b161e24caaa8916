"""Asking before money or a state changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TypeVar

from honorarios.cli import screen
from honorarios.cli.record import codes
from honorarios.cli.record.ending import answered, end
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.outcomes import Result

T = TypeVar("T")

YES: Final = ("s", "sim")


def carry_out(
    call: Callable[[bool], Result[T]],
    question: Callable[[T], str | None],
    *,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> T:
    """Do something once the person has seen what it comes to, or only show that.

    Args:
        call: Does it; with True it is a dry run.
        question: What to ask, from what the dry run answered; None where there is nothing to ask.
        dry_run: Only show.
        yes: The person said yes beforehand.
        as_json: Whether programs read the answer.

    Raises:
        typer.Exit: where it is refused, or the answer is no.
    """
    if dry_run:
        told = answered(call(True), as_json=as_json)
        screen.say("Simulação: nada foi gravado.")
        return told
    if not yes:
        seen = call(True)
        if seen.refusal is not None or seen.value is None:
            return answered(seen, as_json=as_json)
        asked = question(seen.value)
        if asked is not None:
            confirm(asked, as_json=as_json)
    return answered(call(False), as_json=as_json)


def confirm(question: str, *, as_json: bool) -> None:
    """Ask on the terminal; without one, or with another answer than yes, the command ends.

    Raises:
        typer.Exit: unless the answer is yes.
    """
    if sys.stdin.isatty():
        screen.messages().print(f"{question} [s/N] ", end="", markup=False, soft_wrap=True)
        if sys.stdin.readline().strip().lower() in YES:
            return
    else:
        screen.say(question)
    end([codes.NOT_CONFIRMED.at(Place())], screen.USAGE, as_json=as_json)
