"""How much a run measures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

MILLION: Final = 1_000_000


@dataclass(frozen=True)
class Plan:
    """Sizes and rounds of one run."""

    rounds: int = 5
    engine_lines: int = MILLION
    decimal_lines: int = 500_000
    file_lines: int = 10 * MILLION
    growth: tuple[int, int] = (MILLION, 10 * MILLION)
    hundred_million: bool = False
    """Price a hundred million lines too, once."""
    line_calls: int = 20_000
    orm_lines: int = 300
    agreement_lines: int = MILLION
    stage_lines: int = 2 * MILLION
    start_ups: int = 10
    files: tuple[tuple[str, int], ...] = field(init=False)
    """Kind and lines of every file that is needed."""

    def __post_init__(self) -> None:
        core = {
            self.engine_lines,
            self.decimal_lines,
            self.file_lines,
            self.agreement_lines,
            self.stage_lines,
        }
        full = {self.engine_lines, self.stage_lines, *self.growth}
        if self.hundred_million:
            full.add(100 * MILLION)
        files = [("core", count) for count in sorted(core)] + [
            ("full", count) for count in sorted(full)
        ]
        object.__setattr__(self, "files", tuple(files))


FULL: Final = Plan()
QUICK: Final = replace(
    FULL,
    rounds=3,
    engine_lines=500_000,
    decimal_lines=100_000,
    file_lines=MILLION,
    growth=(100_000, MILLION),
    line_calls=3_000,
    orm_lines=100,
    agreement_lines=100_000,
    stage_lines=500_000,
    start_ups=3,
)
