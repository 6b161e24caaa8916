"""Opening the record for a command: the database of the environment, an office, and who acts in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NoReturn

from honorarios.cli import screen
from honorarios.cli.record import codes
from honorarios.cli.record.ending import end, no_traceback
from honorarios.core.findings import Place
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from honorarios.core.findings import Code
    from honorarios.records.models import Office
    from honorarios.services.actor import Actor

COMMAND: Final = "HONORARIOS_COMMAND"
"""Environment variable with which ``run`` says how it was started."""


def command() -> str:
    """How this program was called, to write commands that can be copied."""
    return os.environ.get(COMMAND) or "honorarios"


def set_up(*, as_json: bool) -> None:
    """Make Django ready; an address of the database that can't be understood ends the command."""
    from honorarios import config

    try:
        config.setup()
    except ValueError:  # what it says may hold the address's password
        end([codes.DATABASE_URL.at(Place())], screen.FINDINGS, as_json=as_json)


def open_record(*, as_json: bool) -> None:
    """Make the record ready to be used, or end the command saying what it lacks."""
    set_up(as_json=as_json)
    from honorarios.config.readiness import Readiness, readiness

    with no_traceback(as_json=as_json):
        state = readiness()
    match state:
        case Readiness.ABSENT:
            _end(codes.NO_DATABASE, as_json=as_json, where=place())
        case Readiness.BEHIND:
            _end(codes.NOT_MIGRATED, as_json=as_json)
        case Readiness.AHEAD:
            _end(codes.LATER_VERSION, as_json=as_json)
    read_audit_key(as_json=as_json)


def read_audit_key(*, as_json: bool) -> None:
    """See that the key of the audit trail is there, or can be made, before anything is done."""
    from honorarios.config import environment

    try:
        environment.audit_key()
    except (OSError, ValueError) as problem:
        why = reason_of(problem) if isinstance(problem, OSError) else "está vazia"
        _end(codes.UNREADABLE_KEY, as_json=as_json, where=environment.home(), why=why)


def open_office(slug: str | None, *, as_json: bool) -> Actor:
    """The machine's operator in an office: the one named, or the only one that there is."""
    found = offices(slug, as_json=as_json)
    from honorarios.services import actor

    if len(found) > 1:
        _end(codes.WHICH_OFFICE, as_json=as_json, known=_listed(found))
    with no_traceback(as_json=as_json):
        return actor.system(office_id=found[0].pk)


def offices(slug: str | None, *, as_json: bool) -> list[Office]:
    """The office that is named, or all of them; none at all ends the command."""
    open_record(as_json=as_json)
    from honorarios.records.models import Office

    with no_traceback(as_json=as_json):
        known = list(Office.objects.order_by("slug"))
    if not known:
        _end(codes.NO_OFFICE, as_json=as_json)
    found = [office for office in known if slug is None or office.slug == slug]
    if not found:
        _end(codes.UNKNOWN_OFFICE, as_json=as_json, slug=slug, known=_listed(known))
    return found


def place() -> str:
    """Where the database is, without a password."""
    from django.db import connection

    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(facts["NAME"])
    return f"{facts['HOST'] or 'localhost'}, banco {facts['NAME']}"


def _listed(known: list[Office]) -> str:
    return ", ".join(office.slug for office in known)


def _end(code: Code, *, as_json: bool, **values: object) -> NoReturn:
    finding = code.at(Place(), command=command(), **values)
    end([finding], screen.FINDINGS, as_json=as_json)
