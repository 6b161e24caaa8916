"""Every fault of a line is told at once: the status is the first, the explanation has the others."""

from __future__ import annotations

import pytest

from honorarios.pricing.faults import FOLLOWS_FROM, PASSING, other_faults
from honorarios.pricing.line import price_line
from honorarios.pricing.status import Status
from honorarios.pricing.trace import as_html, as_text, from_json
from honorarios.pricing.trace.json_form import as_json
from tests.trace.example import example, line, told

WRONG: dict[str, object] = {
    "code": "3100x",
    "start": "2025-13-01 10:00",
    "end": "amanhã",
    "role": "cirurjião",
    "access_route": "4",
    "procedure_kind": "terceiro",
    "rank": 100,
    "character": "3",
    "setting": "dia",
    "technique": "laser",
    "laterality": "cima",
    "admission": "ontem",
    "age_months": -1,
    "weight_grams": 0,
    "quantity": 0,
    "authorised": "não",
    "contract": "outro",
}


def faults(**cells: object) -> list[Status]:
    """The status of a line and what else is wrong with it."""
    given = line(**cells)
    priced = price_line(given, example())
    return [Status[str(priced["status"]).upper()], *other_faults(priced, example())]


def test_a_line_wrong_in_everything_is_told_everything_in_the_order_of_the_checks() -> None:
    alone = [faults(**{name: cell}) for name, cell in WRONG.items()]
    assert [len(one) for one in alone] == [1] * len(WRONG)
    assert faults(**WRONG) == sorted(status for one in alone for status in one)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, [Status.PRICED]),
        ({"code": "99"}, [Status.UNKNOWN_CODE]),
        ({"code": None, "role": None}, [Status.MISSING_CODE, Status.MISSING_ROLE]),
        ({"role": "x", "code": "99"}, [Status.INVALID_ROLE, Status.UNKNOWN_CODE]),
        (
            {"role": "x", "contract": None},
            [Status.INVALID_ROLE, Status.MISSING_CONTRACT],
        ),
        (
            {"end": "2025-03-14 10:00", "quantity": 1000},
            [Status.START_AFTER_END, Status.INVALID_QUANTITY],
        ),
        (
            {"role": "x", "start": "2019-01-01 10:00"},
            [Status.INVALID_ROLE, Status.CONTRACT_NOT_IN_FORCE],
        ),
    ],
)
def test_what_else_is_wrong(cells: dict[str, object], expected: list[Status]) -> None:
    assert faults(**cells) == expected


def test_what_follows_from_a_mended_cell_is_no_fault_of_the_line() -> None:
    assert faults(start="ontem", end="2025-03-15 12:00") == [Status.INVALID_START]
    assert faults(start="ontem", admission="2019-01-01") == [Status.INVALID_START]
    assert faults(code="x", role="00") == [Status.INVALID_CODE]
    assert set(PASSING) < set(FOLLOWS_FROM)


def test_the_explanation_has_them_all_in_every_form() -> None:
    explained = told(start="2025-13-01 10:00", role="cirurjião", quantity=0)
    assert [fault.code for fault in explained.other_faults] == ["invalid_role", "invalid_quantity"]
    assert from_json(as_json(explained)) == explained
    for text in (as_text(explained, 200), as_html(explained)):
        assert "DD/MM/AAAA HH:MM" in text
        assert "Além disso: Função do médico desconhecida. Use o código da tabela TISS 35" in text
        assert "Além disso: Quantidade inválida." in text
    assert told().other_faults == ()
