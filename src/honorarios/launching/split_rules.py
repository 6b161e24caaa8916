"""Which rule of division by percentage is for an act (seed, section 04; ``spec: launching 3.10``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.validity import Period
from honorarios.pricing.agreed import matches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from honorarios.launching.model import SplitRule

WIDTH: Final = 10
"""Digits of the longest code."""
EVERY_CODE: Final = 10**WIDTH


def best_rules(
    rules: Iterable[SplitRule], code: str, contract: str | None, day: date
) -> list[SplitRule]:
    """The most specific rules in force for a code under a contract, the newest of those.

    The narrower set of codes wins, then the rule of the contract itself, then the later first day.
    More than one is an ambiguity of the register, none means that nothing divides the act.
    """
    fitting = [rule for rule in rules if _holds(rule, code, contract, day)]
    if not fitting:
        return []
    best = max(_weight(rule, code) for rule in fitting)
    return [rule for rule in fitting if _weight(rule, code) == best]


def _holds(rule: SplitRule, code: str, contract: str | None, day: date) -> bool:
    return (
        day in Period(rule.valid_from, rule.valid_to)
        and rule.contract in (None, contract)
        and (not rule.codes or any(matches(pattern, code) for pattern in rule.codes))
    )


def _weight(rule: SplitRule, code: str) -> tuple[int, bool, date]:
    return (-_codes_meant(rule, code), rule.contract is not None, rule.valid_from)


def _codes_meant(rule: SplitRule, code: str) -> int:
    """How many codes the rule's narrowest pattern for this one stands for."""
    sizes = [size(pattern, code) for pattern in rule.codes if matches(pattern, code)]
    return min(sizes, default=EVERY_CODE)


def size(pattern: str, code: str) -> int:
    """How many codes of as many digits as ``code`` a pattern stands for: the fewer, the more specific.

    >>> size("31003079", "31003079"), size("3100", "31003079"), size("31003001-31003100", "31003079")
    (1, 10000, 100)
    """
    low, dash, high = pattern.partition("-")
    if dash:
        return int(high) - int(low) + 1
    return int(10 ** (len(code) - len(low)))
