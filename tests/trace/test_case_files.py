"""The cases of billing people: every line's explanation gives its value, and says why there is none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import LinePricer
from honorarios.pricing.trace import as_text, explain
from tests.pricing.cases import FILES, case_catalogue, read_cases

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled
    from tests.pricing.cases import Case


@cache
def compiled(name: str) -> Compiled:
    return compile_catalogue(case_catalogue(name))


@pytest.mark.parametrize("case", [case for file in FILES for case in read_cases(file)], ids=str)
def test_explanation_of_a_case(case: Case) -> None:
    ready = compiled(case.catalogue)
    for result in LinePricer(ready).price([line.given for line in case.lines]):
        told = explain(result, ready)
        assert told.findings == ()
        if result["status"] == "priced":
            assert told.evaluate() == (result["unit_centavos"], result["total_centavos"])
            assert "Total: " in as_text(told)
        else:
            assert told.evaluate() is None
            assert told.status.message in as_text(told)
