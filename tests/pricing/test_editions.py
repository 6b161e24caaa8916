"""The table of the day, ``current``: the edition in force alone, until it ends or the next one begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from honorarios.catalogue.check import check
from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import Catalogue, Edition, FeeSchedule, ScheduleKind
from honorarios.core.findings import has_errors
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import price_line
from honorarios.pricing.trace import as_text, explain
from tests.oracle.oracle import Oracle
from tests.pricing import small

SECOND = date(2024, 3, 1)
ROW = {"code": "31003079", "basis": "BRL", "fee": Decimal(10)}
OTHER = {"code": "31005497", "basis": "BRL", "fee": Decimal(10)}
REMOVED = {"code": "31003079", "basis": "REMOVED"}


def two_editions(
    first: dict[str, object], second: dict[str, object], *, inherits: bool = False
) -> Catalogue:
    """An edition without an end, and the one that follows it."""
    editions = tuple(
        Edition(
            id=name,
            valid_from=begins,
            source="teste",
            prices=f"{name}.csv",
            inherits="1" if inherits and name == "2" else None,
        )
        for name, begins in (("1", date(2000, 1, 1)), ("2", SECOND))
    )
    schedule = FeeSchedule(id="tabela", name="T", kind=ScheduleKind.BRL, editions=editions)
    prices = {
        ("tabela", "1"): price_rows([first, OTHER]),
        ("tabela", "2"): price_rows([second, OTHER]),
    }
    catalogue = replace(small.catalogue(), schedules={"tabela": schedule}, prices=prices)
    assert not has_errors(check(catalogue))
    return catalogue


@pytest.mark.parametrize(
    ("first", "second", "inherits", "centavos"),
    [
        (ROW, REMOVED, True, None),
        (ROW, {**OTHER, "code": "31005470"}, False, None),
        (ROW, {**ROW, "valid_from": date(2024, 6, 1)}, False, None),
        ({**ROW, "role": "00"}, {**ROW, "fee": Decimal(20)}, False, 2000),
        (ROW, {**ROW, "fee": Decimal(20)}, False, 2000),
    ],
)
def test_an_edition_without_an_end_ends_when_the_next_begins(
    first: dict[str, object],
    second: dict[str, object],
    inherits: bool,  # noqa: FBT001 - a case's own word
    centavos: int | None,
) -> None:
    catalogue = two_editions(first, second, inherits=inherits)
    ready, oracle = compile_catalogue(catalogue), Oracle(catalogue)
    before = small.line(start=datetime(2024, 2, 29, 23))
    priced = price_line(before, ready)
    assert (priced["unit_centavos"], priced["schedule"]) == (1000, "tabela@1")
    assert priced["valid_to"] == SECOND - timedelta(days=1)
    assert not explain(priced, ready).findings
    after = small.line(start=datetime(2024, 3, 1))
    priced = price_line(after, ready)
    assert priced["unit_centavos"] == centavos
    assert priced["status"] == ("price_not_in_force" if centavos is None else "priced")
    assert not explain(priced, ready).findings
    for line in (before, after):
        told, kept = oracle.price(line), price_line(line, ready)
        assert told == {column: kept[column] for column in told}


def test_an_inherited_price_says_who_inherits_it_from_whom() -> None:
    catalogue = two_editions(ROW, {**OTHER, "code": "31005470"}, inherits=True)
    ready = compile_catalogue(catalogue)
    before = explain(price_line(small.line(start=datetime(2024, 2, 29, 23)), ready), ready)
    after = explain(price_line(small.line(start=datetime(2024, 3, 1)), ready), ready)
    assert before.row is not None
    assert after.row is not None
    assert (before.row.inherited_by, after.row.inherited_by) == (None, "2")
    assert (before.levels[3].edition_on_date, after.levels[3].edition_on_date) == ("1", "2")
    told = as_text(after, 200)
    assert "T (tabela), edição em vigor na data: 2" in told
    assert "T (tabela@1)  preço que a edição 2 herda da 1. Edição 1: desde 01/01/2000" in told
    assert "herda" not in as_text(before, 200)
    assert "edição vigente" not in told
