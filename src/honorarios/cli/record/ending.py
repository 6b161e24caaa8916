"""How a command of the record ends: what is said, and the exit code that a refusal means."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

from honorarios.cli import screen
from honorarios.cli.record import codes
from honorarios.core.findings import Place
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Refusal, Result

T = TypeVar("T")


def answered(result: Result[T], *, as_json: bool) -> T:
    """The value of what was done, its warnings told; a refusal ends the command.

    Raises:
        typer.Exit: with the exit code of the refusal.
    """
    if result.refusal is not None:
        end(result.findings, exit_code(result.refusal), as_json=as_json)
    screen.show_findings(result.findings)
    if result.replayed:
        screen.say("Esta é a resposta já gravada de um pedido anterior com a mesma chave.")
    return result.require()


def exit_code(refusal: Refusal) -> int:
    """The exit code that tells programs what kind of refusal it was."""
    from honorarios.services.outcomes import Refusal as Kind

    match refusal:
        case Kind.INVALID | Kind.KEY_REUSED:
            return screen.REFUSED
        case Kind.STATE | Kind.STALE:
            return screen.STATE
        case Kind.FORBIDDEN | Kind.NOT_FOUND | Kind.NOT_SIGNED_IN:
            return screen.FORBIDDEN
        case Kind.IN_FLIGHT | Kind.UNAVAILABLE:
            return screen.TRY_LATER


def end(findings: Iterable[Finding], code: int, *, as_json: bool) -> NoReturn:
    """Tell findings on stderr, to programs on stdout too, and end with a code.

    Raises:
        typer.Exit: always.
    """
    told = list(findings)
    screen.show_findings(told)
    if as_json:
        screen.write_json({"findings": [finding.as_dict() for finding in told]}, "findings")
    raise typer.Exit(code)


@contextmanager
def no_traceback(*, as_json: bool) -> Iterator[None]:
    """Turn what the machine refuses into findings: a database that is away, a disk that is full.

    Raises:
        typer.Exit: in place of the error.
    """
    from django.db import DatabaseError, InterfaceError

    from honorarios.services.failures import meaning

    try:
        yield
    except (DatabaseError, InterfaceError) as problem:
        finding = meaning(problem)
        if finding is None:
            raise
        end([finding], screen.TRY_LATER, as_json=as_json)
    except OSError as problem:
        file = str(problem.filename or "O sistema")
        finding = codes.FILE.at(Place(), file=file, why=reason_of(problem))
        end([finding], screen.FINDINGS, as_json=as_json)
