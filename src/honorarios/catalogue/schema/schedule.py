"""Fee schedules (tabelas de honorários): heads and editions; their prices are a table of their own."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from honorarios.catalogue.schema.base import Document, Identifier, Sourced


class ScheduleKind(StrEnum):
    """The family a schedule belongs to; it informs, the basis of each price row decides."""

    CBHPM = "CBHPM"
    AMB = "AMB"
    BRL = "BRL"
    SIGTAP = "SIGTAP"
    STATE_INSURER = "STATE_INSURER"
    UNIMED = "UNIMED"
    OWN = "OWN"


class Edition(Sourced):
    """One edition (edição) of a schedule: its own prices over those it inherits."""

    id: Identifier = Field(
        title="edição", description="Name of the edition within the schedule: ``2022``."
    )
    inherits: Identifier | None = Field(
        default=None,
        title="herda de",
        description="Edition of the same schedule whose rows hold for every code that this one does not list.",
    )
    prices: str = Field(
        title="arquivo de preços",
        pattern=r"^[A-Za-z0-9._-]+\.(csv|parquet)$",
        description="File beside this one with the price rows, CSV or Parquet.",
    )


class FeeSchedule(Document):
    """A fee schedule (tabela): who publishes it and which editions it has."""

    id: Identifier = Field(
        title="tabela", description="Name by which contracts refer to the schedule."
    )
    name: str = Field(min_length=1, title="nome", description="Name shown to people.")
    kind: ScheduleKind = Field(title="tipo", description="Family of the schedule.")
    tiss_code: str = Field(
        default="22",
        pattern=r"^[0-9]{2}$",
        title="código TISS",
        description="Table code of TISS domain 87 (22 = TUSS).",
    )
    owner: str = Field(default="", title="titular", description="Who publishes the schedule.")
    licence_note: str = Field(default="", title="nota de licença", description="Who may copy it.")
    editions: tuple[Edition, ...] = Field(
        min_length=1,
        title="edições",
        description="The editions, in any order; their validities do not overlap.",
    )
