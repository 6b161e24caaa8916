"""Which lines a stated condition holds for: patterns of codes, categories, masks of closed lists."""

from __future__ import annotations

from honorarios.pricing.records import NONE, Catalogue
from honorarios.pricing.rule import memory
from honorarios.pricing.rule.compiler import part
from honorarios.pricing.rule.constants import UNKNOWN_CODE_BASE


@part
def matches(stated: int, value: int) -> bool:
    """Whether a stated cell equals the value; an empty one matches everything."""
    return stated == NONE or stated == value


@part
def holds(low: int, high: int, digits: int, exact: int, filled: int, count: int) -> bool:
    """Whether a code (digits filled up to ten, and how many it has) is in a pattern."""
    if filled < low or filled > high:
        return False
    return count == digits if exact == 1 else count >= digits


@part
def in_scope(a: Catalogue, scope: int, code: int) -> bool:
    """Whether a code, known to the catalogue or not, is in a scope; NONE is the scope of all codes."""
    if scope == NONE:
        return True
    if code >= 0:
        return memory.scopes(a, scope, code) == 1
    filled, count = divmod(UNKNOWN_CODE_BASE - code, 16)
    for position in range(
        0 if scope == 0 else memory.scope_ends(a, scope - 1), memory.scope_ends(a, scope)
    ):
        pattern = memory.scope_patterns(a, position)
        if holds(pattern.low, pattern.high, pattern.digits, pattern.exact, filled, count):
            return True
    return False


@part
def category_of(a: Catalogue, code: int) -> int:
    """The category of a code, or NONE; patterns come longest first."""
    if code >= 0:
        return memory.categories(a, code)
    filled, count = divmod(UNKNOWN_CODE_BASE - code, 16)
    for position in range(a.category_count):
        pattern = memory.category_patterns(a, position)
        if holds(pattern.low, pattern.high, pattern.digits, pattern.exact, filled, count):
            return pattern.owner
    return NONE


@part
def in_mask(mask: int, member: int) -> bool:
    """Whether a closed list's member is in a mask; an empty mask holds for all, NONE is in no list."""
    return (mask == 0) | ((member >= 0) & ((mask >> max(member, 0)) & 1 == 1))
