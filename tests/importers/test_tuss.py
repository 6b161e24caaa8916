"""TUSS comes from the package ``tiss``, and is what that package says it is."""

from __future__ import annotations

import pytest
from tiss import tuss as package

from honorarios.catalogue import tuss


def test_codes_are_those_of_procedures_and_of_the_facility_fees() -> None:
    codes = tuss.known_codes()
    counts = [table["count"] for table in package.tables() if table["tabela"] in tuss.TABLES]
    assert len(codes) == sum(counts)
    assert all(len(code) == 8 and code.isdigit() for code in codes)
    assert "60023104" in codes  # the operating room by anaesthetic porte, of table 18
    assert "90000000" not in codes


@pytest.mark.parametrize("code", ["10101012", "31003079", "40901220", "87000199", "60023104"])
def test_names_are_those_of_the_package(code: str) -> None:
    (record,) = [one for table in tuss.TABLES for one in package.lookup(code, tabela=table)]
    assert tuss.name_of(code) == record["termo"]


def test_a_code_that_is_not_there_has_no_name() -> None:
    assert tuss.name_of("00000000") is None
