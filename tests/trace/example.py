"""One small agreement whose every figure can be worked out by hand."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import price_line
from honorarios.pricing.trace import explain
from tests.oracle.sample import sample_catalogue

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.trace import Explanation

SATURDAY: Final = datetime(2025, 3, 15, 10)
ROWS: Final = (
    {
        "code": "31003079",
        "description": "Apendicectomia <teste>",
        "basis": "PORTE",
        "porte": "8A",
        "operating_cost": Decimal(2),
        "anaesthetic_porte": "4",
        "source": "Página 7 & anexo",
    },
    {
        "code": "31009115",
        "description": "Vale só em 2024",
        "basis": "BRL",
        "fee": Decimal(100),
        "valid_from": datetime(2024, 1, 1).date(),
        "valid_to": datetime(2024, 12, 31).date(),
    },
    {"code": "31009166", "basis": "BRL", "fee": Decimal(300), "role": 6},
)
VALUES: Final = {"portes": {"8A": "1000.005", "6B": "400"}, "uco": "10"}
RULES: Final = {
    "roles": {"first_assistant": 60},
    "overtime": {"rules": [{"label": "Sábado", "days": ["sat"], "percent": 30}]},
}
TERMS: Final = {
    "accommodation": [{"type": "apartment", "factor": 2}],
    "price_rules": [{"name": "Cláusula 4", "adjust": {"fee": -15}}],
}


@cache
def example() -> Compiled:
    return compile_catalogue(sample_catalogue(ROWS, values=VALUES, rules=RULES, terms=TERMS))


def line(**cells: object) -> dict[str, object]:
    """An urgent act of the surgeon on a Saturday, in an apartment."""
    return {
        "contract": "contract",
        "code": "31003079",
        "start": SATURDAY,
        "role": "surgeon",
        "character": "urgent",
        "accommodation": "apartment",
        **cells,
    }


def told(**cells: object) -> Explanation:
    """The explanation of that line with other cells."""
    return explain(price_line(line(**cells), example()), example())
