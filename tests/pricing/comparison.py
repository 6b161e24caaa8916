"""The engine beside the oracle: every output column of a line, and the smallest difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from honorarios.pricing.engine import price_table
from honorarios.pricing.line import price_line
from tests.oracle.arrow import line_table
from tests.oracle.generator.lines import COMPULSORY
from tests.oracle.result import OUTPUT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from honorarios.pricing.compile import Compiled
    from tests.oracle.generator.lines import Batch, Cells
    from tests.oracle.oracle import Oracle, Result

Answers = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """A line that the engine and the oracle disagree on."""

    seed: str
    line: Cells
    engine: Answers
    oracle: Answers
    """The differing columns only, as each has them."""

    def __str__(self) -> str:
        cells = "\n".join(f"    {name!r}: {cell!r}," for name, cell in self.line.items())
        columns = "\n".join(
            f"  {name}: engine {self.engine[name]!r}, oracle {self.oracle[name]!r}"
            for name in self.oracle
        )
        return f"catalogue {self.seed}, line\n{cells}\n{columns}"


def differing(engine: Answers, oracle: Result) -> list[str]:
    """The output columns whose cells are not equal."""
    return [name for name in OUTPUT_COLUMNS if engine[name] != oracle[name]]


def by_table(lines: Sequence[Cells], columns: Sequence[str], compiled: Compiled) -> list[Answers]:
    """The engine's answers to a typed table."""
    priced = price_table(line_table(lines, columns), compiled)
    answers: list[Answers] = priced.select(OUTPUT_COLUMNS).to_pylist()
    return answers


def one_by_table(line: Cells, compiled: Compiled) -> Answers:
    """The engine's answer to a table of one line."""
    return by_table([line], list(line), compiled)[0]


def one_by_dictionary(line: Cells, compiled: Compiled) -> Answers:
    """The engine's answer to a dictionary."""
    return dict(price_line(line, compiled))


def compare_batch(
    seed: str, batch: Batch, results: Sequence[Result], oracle: Oracle, compiled: Compiled
) -> list[Difference]:
    """The lines of a typed table that differ; the first one made as small as can be."""
    answers = by_table(batch.lines, batch.columns, compiled)
    wrong = [
        _difference(seed, line, answer, result)
        for line, answer, result in zip(batch.lines, answers, results, strict=True)
        if differing(answer, result)
    ]
    return [smallest(each, one_by_table, oracle, compiled) for each in wrong[:1]] + wrong[1:]


def compare_dictionaries(
    seed: str, lines: Sequence[Cells], oracle: Oracle, compiled: Compiled
) -> list[Difference]:
    """The dictionaries that differ; the first one made as small as can be."""
    wrong = []
    for line in lines:
        answer, result = one_by_dictionary(line, compiled), oracle.price(line)
        if differing(answer, result):
            wrong.append(_difference(seed, line, answer, result))
    return [smallest(each, one_by_dictionary, oracle, compiled) for each in wrong[:1]] + wrong[1:]


def smallest(
    difference: Difference,
    ask: Callable[[Cells, Compiled], Answers],
    oracle: Oracle,
    compiled: Compiled,
) -> Difference:
    """The difference with every cell left out that it does without."""
    columns = list(difference.oracle)
    for column in [name for name in difference.line if name not in COMPULSORY]:
        shorter = {name: cell for name, cell in difference.line.items() if name != column}
        answer, result = ask(shorter, compiled), oracle.price(shorter)
        if differing(answer, result) == columns:
            difference = _difference(difference.seed, shorter, answer, result)
    return difference


def _difference(seed: str, line: Cells, answer: Answers, result: Result) -> Difference:
    columns = differing(answer, result)
    return Difference(
        seed=seed,
        line=line,
        engine={name: answer[name] for name in columns},
        oracle={name: result[name] for name in columns},
    )
