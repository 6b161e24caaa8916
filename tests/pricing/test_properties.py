"""Laws that hold whatever is priced."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honorarios.catalogue.schema import AccommodationFactor
from honorarios.pricing.columns import OUTPUT_NAMES
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.engine import price_table
from honorarios.pricing.line import LinePricer, price_line
from tests.oracle.arrow import line_table
from tests.oracle.generator.catalogues import draw_catalogue
from tests.oracle.generator.lines import draw_batch
from tests.pricing import small

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled

seeds = st.integers(0, 10**6)
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def drawn_lines(seed: int, count: int) -> tuple[Compiled, tuple[str, ...], list[dict[str, Any]]]:
    drawn = draw_catalogue(f"property {seed}")
    batch = draw_batch(drawn, count)
    return compile_catalogue(drawn.catalogue), batch.columns, batch.lines


def results(lines: list[dict[str, Any]], columns: tuple[str, ...], compiled: Compiled) -> list[Any]:
    priced = price_table(line_table(lines, columns), compiled)
    rows: list[Any] = priced.select(OUTPUT_NAMES).to_pylist()
    return rows


@few
@given(seeds)
def test_order_of_lines_does_not_matter(seed: int) -> None:
    compiled, columns, lines = drawn_lines(seed, 60)
    order = list(range(len(lines)))
    random.Random(seed).shuffle(order)
    straight = results(lines, columns, compiled)
    assert results([lines[i] for i in order], columns, compiled) == [straight[i] for i in order]


@few
@given(seeds)
def test_a_line_is_a_batch_of_one(seed: int) -> None:
    compiled, columns, lines = drawn_lines(seed, 12)
    assert [results([line], columns, compiled)[0] for line in lines] == results(
        lines, columns, compiled
    )


@few
@given(seeds)
def test_the_form_and_the_batch_agree(seed: int) -> None:
    compiled, columns, lines = drawn_lines(seed, 30)
    as_form = LinePricer(compiled).price([{name: line[name] for name in columns} for line in lines])
    of_engine = [{name: line[name] for name in OUTPUT_NAMES} for line in as_form]
    assert of_engine == results(lines, columns, compiled)


@few
@given(seeds)
def test_a_reversal_cancels_its_line(seed: int) -> None:
    compiled, _, lines = drawn_lines(seed, 30)
    for line in lines:
        quantity = line.get("quantity")
        if not isinstance(quantity, int) or not 1 <= abs(quantity) <= 999:
            continue
        priced = price_line(line, compiled)
        reversal = price_line(line | {"quantity": -quantity}, compiled)
        assert reversal["unit_centavos"] == priced["unit_centavos"]
        if priced["status"] == "priced":
            assert reversal["total_centavos"] + priced["total_centavos"] == 0  # type: ignore[operator]


@few
@given(seeds)
def test_an_unrelated_contract_changes_only_the_hash(seed: int) -> None:
    drawn = draw_catalogue(f"property {seed}")
    batch = draw_batch(drawn, 40)
    stranger = next(iter(drawn.catalogue.contracts.values())).model_copy(
        update={"id": "estranho", "payer": "convenio-estranho"}
    )
    more = replace(drawn.catalogue, contracts={**drawn.catalogue.contracts, "estranho": stranger})
    before = results(batch.lines, batch.columns, compile_catalogue(drawn.catalogue))
    after = results(batch.lines, batch.columns, compile_catalogue(more))
    hashes = {line.pop("catalogue_hash") for line in before} & {
        line.pop("catalogue_hash") for line in after
    }
    assert before == after
    assert not hashes


@pytest.mark.parametrize("quantity", [1, 7, 499])
@pytest.mark.parametrize("role", ["surgeon", "first_assistant", "scrub_assistant"])
def test_twice_the_quantity_is_twice_the_total_when_the_unit_is_rounded(
    quantity: int, role: str
) -> None:
    compiled = compile_catalogue(small.catalogue())
    once = price_line(small.line(role=role, quantity=quantity), compiled)
    twice = price_line(small.line(role=role, quantity=2 * quantity), compiled)
    assert twice["total_centavos"] == 2 * once["total_centavos"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "neutral",
    [
        {"accommodation": "ward"},
        {"access_route": "2", "procedure_kind": "principal"},
        {"access_route": "1", "procedure_kind": "secondary"},
        {"character": "urgent"},
        {"technique": "1"},
        {"laterality": "left"},
        {"authorised": True},
        {"quantity": 1},
        {"rank": 1},
        {"age_months": 600},
    ],
)
def test_a_neutral_factor_changes_nothing(neutral: dict[str, Any]) -> None:
    compiled = compile_catalogue(small.catalogue())
    assert price_line(small.line(**neutral), compiled)["total_centavos"] == 410_00


@pytest.mark.parametrize(
    ("day", "status"),
    [(9, "price_not_in_force"), (10, "priced"), (20, "priced"), (21, "price_not_in_force")],
)
def test_a_validity_includes_both_ends(day: int, status: str) -> None:
    compiled = compile_catalogue(small.catalogue())
    for clock in (timedelta(0), timedelta(hours=23, minutes=59, seconds=59)):
        start = datetime(2024, 3, day) + clock
        assert price_line(small.line(code="20101015", start=start), compiled)["status"] == status


def test_terms_include_both_ends() -> None:
    compiled = compile_catalogue(small.catalogue())
    statuses = [
        price_line(small.line(start=start), compiled)["status"]
        for start in (
            datetime(2023, 12, 31, 23, 59, 59),
            datetime(2024, 1, 1),
            datetime(2024, 12, 31, 23, 59, 59),
            datetime(2025, 1, 1),
        )
    ]
    assert statuses == ["contract_not_in_force", "priced", "priced", "contract_not_in_force"]


@pytest.mark.parametrize(
    ("point", "expected"), [("UNIT", 4_805_16), ("LINE", 4_805_17), ("STEP", 4_805_19)]
)
def test_where_to_round_is_the_contracts(point: str, expected: int) -> None:
    annex = (AccommodationFactor(type="apartment", factor=Decimal("1.5")),)
    rounding = {"mode": "HALF_UP", "point": point}
    compiled = compile_catalogue(
        small.catalogue(small.contract(accommodation=annex, rounding=rounding))
    )
    given = small.line(
        code="31005497",
        accommodation="apartment",
        access_route="different",
        procedure_kind="secondary",
        quantity=3,
    )
    assert price_line(given, compiled)["total_centavos"] == expected
