"""What lines drew: every value of every column, the situations that matter, every result."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Basis, Composition, FactorScope, Terms
from honorarios.core.vocabulary import Term, fold
from tests.oracle.arrow import LINE_SCHEMA
from tests.oracle.generator.bad import BAD_CELLS
from tests.oracle.generator.lines import COMPULSORY, TERMS
from tests.oracle.holidays_of import Holidays
from tests.oracle.result import OUTPUT_COLUMNS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.oracle.coverage.tally import Tally
    from tests.oracle.generator.catalogues import DrawnCatalogue
    from tests.oracle.oracle import Result

POINTS: Final = ("UNIT", "LINE", "STEP", "COMPONENT")
MODES: Final = ("HALF_UP", "DOWN")
ONLY_IN_TEXTS: Final = frozenset({"invalid_start", "invalid_end", "invalid_admission"})
"""Statuses that no line of a typed table can have."""
ACTS: Final = (
    "no end",
    "end equals start",
    "one day",
    "crosses midnight",
    "several days",
    "366 days",
)
DAYS: Final = (
    "first day of its row",
    "last day of its row",
    "first day of its terms",
    "day after a validity",
    "holiday of its place",
)
QUANTITIES: Final = ("1", "2 to 998", "999", "-1", "-998 to -2", "-999")
AMOUNTS: Final = {1: "one centavo", 10**12: "a trillion centavos, the most there may be"}
LONGEST: Final = timedelta(days=366)


def expect_lines(tally: Tally) -> None:
    """Every value of every column of a line, every situation, every result."""
    for field in LINE_SCHEMA:
        if field.name not in COMPULSORY:
            tally.expect(f"line.{field.name}", ["absent"])
        if field.name not in ("line_id", "quantity"):
            tally.expect(f"line.{field.name}", ["empty"])
        if field.name in TERMS:
            members = {term.name for term in TERMS[field.name].values()}
            tally.expect(f"line.{field.name}", {*members, "not in the list"})
        else:
            tally.expect(f"line.{field.name}", ["stated"])
    for column, cells in BAD_CELLS.items():
        tally.expect(f"bad {column}", [repr(cell) for cell in cells])
    tally.expect("act", ACTS)
    tally.expect("day of a priced line", DAYS)
    tally.expect("quantity of a priced line", QUANTITIES)
    tally.expect("total of a priced line", AMOUNTS.values())
    tally.expect("result.status", set(STATUSES) - ONLY_IN_TEXTS)
    tally.expect("result.level", map(str, range(5)))
    tally.expect("result.basis", {basis.value for basis in Basis} - {"REMOVED"})
    for column in set(OUTPUT_COLUMNS) - {"status", "level", "basis"}:
        tally.expect(f"result.{column}", ["empty", "stated"])
    tally.expect("rounding of a priced line", map(" ".join, product(POINTS, MODES)))
    tally.expect("surcharges of a priced line", map(" ".join, product(Composition, FactorScope)))


class LineCounter:
    """Counts what the lines of one catalogue drew."""

    def __init__(self, tally: Tally, drawn: DrawnCatalogue) -> None:
        self._tally = tally
        self._contracts = drawn.catalogue.contracts
        self._holidays = Holidays(drawn.catalogue)
        self._after = {border + timedelta(days=1) for border in drawn.borders}

    def see(self, line: Mapping[str, object], result: Result) -> None:
        """A line and what the oracle made of it."""
        for field in LINE_SCHEMA:
            self._see_cell(line, field.name)
        self._see_act(line)
        self._see_result(result)
        if result["status"] == "priced":
            self._see_priced(line, result)

    def _see_cell(self, line: Mapping[str, object], column: str) -> None:
        parameter, cell = f"line.{column}", line.get(column, "absent")
        if column in BAD_CELLS and self._tally.knows(f"bad {column}", repr(cell)):
            self._tally.see(f"bad {column}", repr(cell))
        if column not in line:
            self._tally.see(parameter, "absent")
        elif cell is None or not str(cell).strip():
            self._tally.see(parameter, "empty")
        elif column in TERMS:
            term = TERMS[column].get(fold(str(cell))) if not isinstance(cell, Term) else cell
            self._tally.see(parameter, term.name if term is not None else "not in the list")
        else:
            self._tally.see(parameter, "stated")

    def _see_act(self, line: Mapping[str, object]) -> None:
        start, end = line.get("start"), line.get("end")
        if not isinstance(start, datetime):
            return
        if not isinstance(end, datetime):
            self._tally.see("act", "no end")
        elif end - start == LONGEST:
            self._tally.see("act", "366 days")
        elif end >= start:
            self._tally.see("act", _length(start, end))

    def _see_result(self, result: Result) -> None:
        for column, cell in result.items():
            named = column in ("status", "level", "basis")
            value = str(cell) if named else "stated"
            if cell is not None or not named:
                self._tally.see(f"result.{column}", "empty" if cell is None else value)

    def _see_priced(self, line: Mapping[str, object], result: Result) -> None:
        self._tally.see("quantity of a priced line", _quantity(line.get("quantity", 1)))
        total = abs(int(str(result["total_centavos"])))
        if total in AMOUNTS:
            self._tally.see("total of a priced line", AMOUNTS[total])
        terms = self._terms(result)
        rounding = f"{terms.rounding.point} {terms.rounding.mode}"
        self._tally.see("rounding of a priced line", rounding)
        composed = f"{terms.composition} {terms.factor_scope}"
        self._tally.see("surcharges of a priced line", composed)
        start = line["start"]
        if isinstance(start, datetime):
            self._see_day(start.date(), result)

    def _see_day(self, day: date, result: Result) -> None:
        contract = self._contracts[str(result["contract_used"])]
        situations = (
            day == result["valid_from"],
            day == result["valid_to"],
            day == result["terms_from"],
            day in self._after,
            self._holidays.include(day, contract),
        )
        for name, happened in zip(DAYS, situations, strict=True):
            if happened:
                self._tally.see("day of a priced line", name)

    def _terms(self, result: Result) -> Terms:
        contract = self._contracts[str(result["contract_used"])]
        return next(terms for terms in contract.terms if terms.valid_from == result["terms_from"])


def _length(start: datetime, end: datetime) -> str:
    if end == start:
        return "end equals start"
    nights = (end.date() - start.date()).days
    return ["one day", "crosses midnight"][nights] if nights < 2 else "several days"


def _quantity(cell: object) -> str:
    number = int(str(cell))
    if abs(number) in (1, 999):
        return str(number)
    return "2 to 998" if number > 0 else "-998 to -2"
