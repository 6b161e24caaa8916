"""What charts show: names with their amounts at each stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a bar: its class is ``chart__<name>``."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """An amount of a bar at a stage, and the address of the lines that add up to it."""

    stage: str
    centavos: int
    href: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A name with its pieces."""

    name: str
    pieces: tuple[Piece, ...]
