"""The age of facts, E20, and the price without which nothing is known of a route's worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.routing.facts import known
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


def price(case: Case, option: Option) -> Iterator[Reason]:  # noqa: ARG001 - the rules' one form
    """A route without a contract that prices the code is asked about: it may have one."""
    if option.unpriced and option.authorised is not False:
        price = Phrase(_("preço por esta via: {why}"), why=option.unpriced)
        yield asks(Rule.MISSING_DATA, known(price, holds=None))
