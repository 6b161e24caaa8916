"""Small agreements and surgeries for one rule at a time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.surgery import Surgery, quote, read_surgery
from tests.oracle.sample import sample_catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery import Quote, Suggestion

Row = dict[str, Any]
ROLES: Final = {
    "first_assistant": 60,
    "second_assistant": 40,
    "other_assistants": 30,
    "anaesthetist_assistant": 60,
}
"""CBHPM since 2018 (``spec: pricing 2.1, 5.1``)."""
OLD_ROLES: Final = {"first_assistant": 30, "other_assistants": 20, "anaesthetist_assistant": 30}
START: Final = "2025-03-12 10:00"
SURGEON: Final = {"role": "surgeon"}
FIRST: Final = {"role": "first_assistant"}
ANAESTHETIST: Final = {"role": "anaesthetist"}


def porte(code: str, name: str, **cells: object) -> Row:
    """A price row of a porte."""
    return {"code": code, "basis": "PORTE", "porte": name, **cells}


def brl(code: str, reais: str, **cells: object) -> Row:
    """A price row in reais."""
    return {"code": code, "basis": "BRL", "fee": Decimal(reais), **cells}


def agreement(
    rows: list[Row],
    *,
    portes: Mapping[str, object] | None = None,
    rules: Mapping[str, Any] | None = None,
    terms: Mapping[str, Any] | None = None,
    kind: str = "GENERAL",
) -> Compiled:
    """One contract over those rows."""
    given = {"roles": ROLES, "ranking": {"by": "PORTE"}, **(rules or {})}
    values = {"portes": {name: str(value) for name, value in (portes or {}).items()}}
    return compile_catalogue(
        sample_catalogue(rows, values=values, rules=given, terms=terms, kind=kind)
    )


def surgery(acts: list[Row], team: list[Row], **more: Any) -> Surgery:  # noqa: ANN401 - plain data
    """A surgery that has no fault."""
    told = {"contract": "contract", "start": START, **more, "acts": acts, "team": team}
    read, findings = read_surgery(told)
    assert read is not None, findings
    return read


def quoted(compiled: Compiled, acts: list[Row], team: list[Row], **more: Any) -> Quote:  # noqa: ANN401
    """That surgery, priced."""
    return quote(surgery(acts, team, **more), compiled)


def totals(priced: Quote) -> dict[str, int | None]:
    """Centavos of each line by its act and member: ``1/2``."""
    return {str(one.suggested.line["line_id"]): one.centavos for one in priced.lines}


def rules_of(suggestion: Suggestion, line_id: str) -> list[str]:
    """The codes of the rules of a line, billed or not."""
    lines = {one.line["line_id"]: one for one in (*suggestion.lines, *suggestion.omitted)}
    return [rule.code for rule in lines[line_id].rules]


def findings_of(priced: Quote) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in priced.suggestion.findings]


def cell(priced: Quote, line_id: str, column: str) -> object:
    """A cell of a suggested line."""
    lines = {one.suggested.line["line_id"]: one.suggested.line for one in priced.lines}
    return lines[line_id].get(column)
