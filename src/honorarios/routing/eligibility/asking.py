"""What a rule says of a fact: nothing, a question, or that it closes the option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.routing.reasons import Reason, Rule, asks, closes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.facts import Fact


def required(fact: Fact, rule: Rule, unknown: Rule = Rule.MISSING_DATA) -> Iterator[Reason]:
    """A fact without which the option is closed; not known or only presumed, it is asked about."""
    if fact.holds is False:
        yield closes(rule, fact)
    elif not fact.is_sure:
        yield asks(unknown, fact)


def forbidden(fact: Fact, rule: Rule) -> Iterator[Reason]:
    """A fact that closes the option where it holds."""
    if fact.holds is None:
        yield asks(Rule.MISSING_DATA, fact)
    elif fact.holds:
        yield closes(rule, fact) if fact.is_sure else asks(rule, fact)
