"""Case files: lines as a billing person writes them, and what each is worth.

A file of ``tests/cases`` names a catalogue (``demo``, or a folder of ``tests/cases/catalogues``)
and lists cases: a name, its source, what the lines have in common (``comum``), the lines and, if
wished, the sum of their totals (``soma``). A line's keys are the Portuguese titles of the engine's
columns: those of a column that it reads are given, the others are expected. ``valor`` and
``unitário`` are the amounts in reais; a line that expects no ``situação`` expects to be priced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.check import check_folder
from honorarios.catalogue.yaml_source import read_yaml
from honorarios.core.money import format_brl, parse_decimal
from honorarios.demo import catalogue_path
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_COLUMNS

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue

CASES: Final = Path(__file__).parents[1] / "cases"
FILES: Final = sorted(CASES.glob("*.yaml"))

GIVEN: Final = {column.title: column.name for column in INPUT_COLUMNS}
EXPECTED: Final = {column.title: column.name for column in OUTPUT_COLUMNS} | {
    "valor": "total_centavos",
    "unitário": "unit_centavos",
}
AMOUNTS: Final = ("total_centavos", "unit_centavos")

Line = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of a case: what the engine is given, and what is expected of it by column."""

    given: dict[str, object]
    expected: dict[str, str]

    def differences(self, result: Line) -> Iterator[str]:
        """What is not as expected, in words."""
        for column, value in self.expected.items():
            if not same(column, value, result[column]):
                yield f"{column}: esperado {value}, calculado {shown(column, result[column])}"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    file: str
    name: str
    source: str
    catalogue: str
    lines: tuple[CaseLine, ...]
    total: str | None

    def __str__(self) -> str:
        """The file and the case's name."""
        return f"{self.file}: {self.name}"

    def differences(self, results: Sequence[Line]) -> Iterator[str]:
        """What is not as expected, line by line; ``results`` are the lines priced, in order."""
        for number, (line, result) in enumerate(zip(self.lines, results, strict=True), start=1):
            for difference in line.differences(result):
                yield f"linha {number}: {difference} ({line.given})"
        totals = [result["total_centavos"] for result in results]
        total = sum(amount for amount in totals if isinstance(amount, int))
        if self.total is not None and not same("total_centavos", self.total, total):
            yield f"soma: esperado {self.total}, calculado {shown('total_centavos', total)}"


def same(column: str, expected: str, found: object) -> bool:
    """Whether a result is as expected: amounts in reais, numbers by value, the rest as text."""
    if found is None:
        return expected == ""
    number = parse_decimal(expected)
    if number is None or not isinstance(found, int | Decimal):
        return expected == str(found)
    return number * 100 == found if column in AMOUNTS else number == found


def shown(column: str, found: object) -> str:
    """A result for the message."""
    return format_brl(found) if column in AMOUNTS and isinstance(found, int) else str(found)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    document = read_yaml(path)
    if document.findings:
        raise ValueError("\n".join(map(str, document.findings)))
    data: Any = document.data
    return [
        Case(
            file=path.stem,
            name=case["caso"],
            source=case["fonte"],
            catalogue=data["catálogo"],
            lines=tuple(case_line(case.get("comum", {}) | line) for line in case["linhas"]),
            total=case.get("soma"),
        )
        for case in data["casos"]
    ]


def case_line(cells: Mapping[str, str | None]) -> CaseLine:
    """A line from its cells by Portuguese title."""
    given: dict[str, object] = {}
    expected = {} if "situação" in cells else {"status": "priced"}
    for title, cell in cells.items():
        if title in GIVEN:
            given[GIVEN[title]] = cell
        else:
            expected[EXPECTED[title]] = cell or ""
    if given.get("authorised") == "não":
        given["authorised"] = False
    return CaseLine(given, expected)


@cache
def case_catalogue(name: str) -> Catalogue:
    """The catalogue that a case file names; it has no errors."""
    path = catalogue_path() if name == "demo" else CASES / "catalogues" / name
    catalogue, findings = check_folder(path)
    assert catalogue is not None, "\n".join(map(str, findings))
    return catalogue
