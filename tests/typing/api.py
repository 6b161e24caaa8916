"""The public verbs as a program uses them; mypy proves the types, no test runs this."""

from pathlib import Path
from typing import assert_type

import polars as pl

import honorarios
from honorarios.catalogue.schema import Catalogue
from honorarios.pricing.surgery import Comparison, Quote
from honorarios.pricing.trace import Explanation


def a_program_of_a_billing_office(frame: pl.DataFrame) -> None:
    catalogue = honorarios.read_catalogue(Path("acordos"))
    assert_type(catalogue, Catalogue)
    line = {"contract": "a", "code": "31003079", "start": "2025-03-01 10:00", "role": "surgeon"}
    assert_type(honorarios.price(line, catalogue), dict[str, object])
    assert_type(honorarios.price([line], catalogue), list[dict[str, object]])
    assert_type(honorarios.price(frame, "acordos"), pl.DataFrame)
    told = honorarios.explain(honorarios.price(line, catalogue), catalogue)
    assert_type(told, Explanation)
    assert_type(told.evaluate(), tuple[int, int] | None)
    assert_type(honorarios.surgery("cirurgia.yaml", catalogue, contract="a"), Quote)
    assert_type(honorarios.compare({"start": "x"}, catalogue, ["a", "b"]), Comparison)
    assert_type(honorarios.demo_catalogue(), Catalogue)
    try:
        honorarios.read_catalogue("nada")
    except honorarios.DataError as refused:
        assert_type(refused.findings[0].code, str)
    assert_type(honorarios.__version__, str)
