"""The smallest sum that the dashboard is made of, and which lines it is asked of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - part of an answer's type
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from honorarios.services.situations import Situation

NOBODY: Final = 0
"""Stands for the provider of a line that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which lines in force, by the keys of the registers."""

    first_day: date
    last_day: date
    payer_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The sum of the lines that agree in everything that the dashboard tells apart."""

    situation: Situation
    payer_id: int
    unit_id: int
    provider_id: int
    day: date
    lines: int
    charged: int
    outside: int
