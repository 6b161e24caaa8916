"""Closed lists as the record keeps them: code names to members and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from honorarios.core.vocabulary import Term

AnyTerm = TypeVar("AnyTerm", bound="Term")


def term(terms: type[AnyTerm], code_name: str) -> AnyTerm:
    """The member of a code name.

    >>> from honorarios.core.vocabulary import Role
    >>> term(Role, "first_assistant").label
    '1º auxiliar'
    """
    return terms[code_name.upper()]


def optional_term(terms: type[AnyTerm], code_name: str) -> AnyTerm | None:
    """The member of a code name; None where the column is empty."""
    return terms[code_name.upper()] if code_name else None


def code_name(term: Term | None) -> str:
    """The code name of a member; empty for None."""
    return "" if term is None else term.code_name
