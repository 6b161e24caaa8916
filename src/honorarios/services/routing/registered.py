"""What the rows of the registers say, as facts: of one that isn't there, nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records.models import AgreementScope
from honorarios.routing.facts import Fact
from honorarios.routing.option import Character
from honorarios.services.routing.book import SCOPES
from honorarios.services.routing.terms import clause, fact_of

if TYPE_CHECKING:
    from datetime import date

    from honorarios.records.models import Agreement, CooperativeMembership, RouteTerms


def agreed(row: Agreement | None, name: str) -> Fact:
    """That an agreement stands."""
    return Fact(name=name) if row is None else fact_of(row, name)


def in_force(row: CooperativeMembership | None, name: str, day: date) -> Fact:
    """That a membership lasts on a day."""
    if row is None:
        return Fact(name=name)
    return fact_of(row, name, holds=row.valid_to is None or day <= row.valid_to)


def accepts(terms: RouteTerms | None, kind: str) -> Fact:
    """That terms pay natural or legal persons."""
    name = "aceita pessoa jurídica" if kind == "legal" else "aceita pessoa física"
    return Fact(name=name) if terms is None else clause(getattr(terms, f"accepts_{kind}"), name)


def first_known(first: Fact, second: Fact) -> Fact:
    """The first that somebody knows of."""
    return second if first.holds is None else first


def characters(row: Agreement | None) -> frozenset[Character]:
    """The characters that an agreement is for; all of them while there is none."""
    if row is None:
        return frozenset(Character)
    names = SCOPES[AgreementScope(row.scope)]
    return frozenset(character for character in Character if character.value in names)
