"""Kinds of values that requests are made of, with bounds that every database holds."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

LARGEST_KEY: Final = 2**63 - 1

Key = Annotated[int, Field(ge=1, le=LARGEST_KEY)]
"""The number of a row."""
Code = Annotated[str, Field(max_length=120)]
"""The code of a register's row, or the beginning of a procedure's."""
Mark = Annotated[str, Field(max_length=400)]
"""Where the page before ended, as it was answered."""
Words = Annotated[str, Field(max_length=2_000)]
"""A text of people; the services say how long each may be."""
Size = Annotated[int, Field(ge=1, le=500)]
"""Items of a page."""


class Given(BaseModel):
    """A body or a query: a field that nobody declared is refused, never written."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Reasoned(Given):
    """A verb with its reason."""

    reason: Words = Field(default="", description="Motivo, exigido para voltar atrás.")
