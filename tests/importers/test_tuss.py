"""TUSS comes from the package ``tiss``, and is what that package says it is."""

from __future__ import annotations

import pytest
from tiss import tuss as package

from honorarios.catalogue import tuss


def test_codes_are_those_of_table_22() -> None:
    codes = tuss.known_codes()
    (table,) = (table for table in package.tables() if table["tabela"] == tuss.TABLE)
    assert len(codes) == table["count"]
    assert all(len(code) == 8 and code.isdigit() for code in codes)
    assert "60000015" not in codes  # a daily rate, of table 18


@pytest.mark.parametrize("code", ["10101012", "31003079", "40901220", "87000199"])
def test_names_are_those_of_the_package(code: str) -> None:
    (record,) = package.lookup(code, tabela=tuss.TABLE)
    assert tuss.name_of(code) == record["termo"]


def test_a_code_that_is_not_there_has_no_name() -> None:
    assert tuss.name_of("00000000") is None
    assert tuss.name_of("60000015") is None
