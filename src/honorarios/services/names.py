"""The names of what lines and parts tell by code, for screens that show them to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import fold
from honorarios.records import selectors
from honorarios.records.models import Payer, Provider
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a code and a name."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the lists of an actor can be narrowed to."""

    units: tuple[Named, ...] = ()
    """Billing units within reach."""
    payers: tuple[Named, ...] = ()


def choices(*, actor: Actor) -> Result[Choices]:
    """The billing units within reach and the payers of the office, by name."""

    def do(work: Work) -> Choices:
        units = selectors.billing_units(work.scope)
        payers = selectors.owned(Payer, work.scope)
        named = (rows.values_list("pk", "code", "name") for rows in (units, payers))
        return Choices(*map(_named, named))

    return consult(actor=actor, operation=Operation.ACCOUNTS_LIST, do=do)


def providers(*, actor: Actor, codes: Iterable[str | None]) -> Result[dict[str, str]]:
    """The names of providers by their codes; those that aren't registered are left out."""
    wanted = {code for code in codes if code}

    def do(work: Work) -> dict[str, str]:
        if not wanted:
            return {}
        rows = selectors.owned(Provider, work.scope).filter(code__in=wanted)
        return dict(rows.values_list("code", "name"))

    return consult(actor=actor, operation=Operation.FEES_LIST, do=do)


def _named(rows: Iterable[tuple[int, str, str]]) -> tuple[Named, ...]:
    # As people order names: a database may put an accent after z.
    named = (Named(*row) for row in rows)
    return tuple(sorted(named, key=lambda one: (fold(one.name), one.id)))
