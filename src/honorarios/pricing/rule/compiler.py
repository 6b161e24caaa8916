"""How the parts of the rule become machine code.

Only :data:`honorarios.pricing.rule.price` is called from Python; its parts are compiled into it, without
the wrappers that Python would need to call them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from numba import njit

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., Any]")

_compile = partial(
    njit, no_cpython_wrapper=True, no_cfunc_wrapper=True, error_model="numpy", forceinline=True
)

_merge = partial(njit, inline="always")


def merged(function: Function) -> Function:
    """Mark a function whose source is merged into its caller's: for those that take many arrays."""
    return cast("Function", _merge(function))


def part(function: Function) -> Function:
    """Mark a function as a part of the rule."""
    return cast("Function", _compile(function))
