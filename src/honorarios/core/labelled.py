"""Closed lists of the program's own words, each with what people call it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A closed list whose members are a name, which programs write, and a Portuguese label.

    >>> class Colour(Labelled):
    ...     RED = "red", "Vermelho"
    >>> Colour("red").label
    'Vermelho'
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make the member from its name and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
