"""Each rounding is told where it happens (``spec: pricing 7``: 1.525,45 x 1,5, route 0,7, quantity 3)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import price_line
from honorarios.pricing.trace import Explanation, as_text, explain
from tests.oracle.sample import sample_catalogue
from tests.trace.example import SATURDAY

ROW = {"code": "31003079", "basis": "BRL", "fee": Decimal("1525.45")}


def told(point: str) -> Explanation:
    catalogue = sample_catalogue(
        [ROW],
        rules={"access_routes": {"same": [100, 70]}},
        terms={
            "rounding": {"mode": "HALF_UP", "point": point},
            "accommodation": [{"type": "apartment", "factor": 1.5}],
        },
    )
    line = {
        "contract": "contract",
        "code": "31003079",
        "start": SATURDAY,
        "role": "surgeon",
        "accommodation": "apartment",
        "procedure_kind": "secondary",
        "access_route": "same",
        "quantity": 3,
    }
    compiled = compile_catalogue(catalogue)
    return explain(price_line(line, compiled), compiled)


@pytest.mark.parametrize(
    ("point", "steps", "total"),
    [
        ("UNIT", ["2288.175", "1601.7225"], 480_516),
        ("LINE", ["2288.175", "1601.7225"], 480_517),
        ("STEP", ["2288.18", "1601.73"], 480_519),
        ("COMPONENT", ["2288.175", "1601.7225"], 480_516),
    ],
)
def test_each_point(point: str, steps: list[str], total: int) -> None:
    explanation = told(point)
    multiplied = explanation.components[0].multiplications
    assert [step.value for step in multiplied] == [Decimal(step) for step in steps]
    assert explanation.evaluate() == (explanation.unit_centavos, total)


def test_a_step_is_told_with_its_exact_amount() -> None:
    roundings = [(one.of, one.exact, one.centavos) for one in told("STEP").roundings]
    assert roundings == [
        ("fee", Decimal("1525.45"), 152_545),
        ("fee", Decimal("2288.175"), 228_818),
        ("fee", Decimal("1601.726"), 160_173),
        ("unit", Decimal("1601.73"), 160_173),
        ("total", Decimal("4805.19"), 480_519),
    ]


def test_the_component_s_own_rounding_is_shown() -> None:
    words = " ".join(as_text(told("COMPONENT")).split())
    assert "arredondado de R$ 1.601,7225 R$ 1.601,72" in words
