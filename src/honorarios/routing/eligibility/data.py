"""The age of facts: E20."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.routing.reasons import Rule, asks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.option import Case, Option
    from honorarios.routing.reasons import Reason


def age(case: Case, option: Option) -> Iterator[Reason]:
    """E20: a fact past its day is confirmed again before anything leans on it."""
    for fact in option.leans_on:
        if fact.expired(case.today):
            yield asks(Rule.FACT_EXPIRED, fact)
