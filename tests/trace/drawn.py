"""Priced lines of random catalogues, each with its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import LinePricer
from honorarios.pricing.trace import explain
from tests.oracle.generator.catalogues import draw_catalogue
from tests.oracle.generator.lines import draw_dictionaries

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.trace import Explanation

SEEDS: Final = tuple(f"trace {number}" for number in range(24))
LINES: Final = 250


@dataclass(frozen=True)
class Told:
    """One line of a random catalogue."""

    compiled: Compiled
    result: dict[str, Any]
    explanation: Explanation

    @property
    def value(self) -> tuple[int, int] | None:
        """Unit and total that the engine kept; None without a price."""
        if self.result["status"] != "priced":
            return None
        return self.result["unit_centavos"], self.result["total_centavos"]


@cache
def told_lines() -> tuple[Told, ...]:
    """Every line of every seed."""
    told = []
    for seed in SEEDS:
        drawn = draw_catalogue(seed)
        compiled = compile_catalogue(drawn.catalogue)
        results = LinePricer(compiled).price([*draw_dictionaries(drawn, LINES)])
        told += [Told(compiled, result, explain(result, compiled)) for result in results]
    return tuple(told)
