"""Holiday calendars by place: the national and state days come from a library, local days are listed."""

from __future__ import annotations

from pydantic import Field

from honorarios.catalogue.schema.base import Document, Identifier, IsoDate


class LocalHoliday(Document):
    """A holiday of the place itself: every year on the same day and month, or on one date only."""

    name: str = Field(min_length=1, title="nome", description="Name of the day.")
    day: str | None = Field(
        default=None,
        pattern=r"^[0-9]{2}-[0-9]{2}$",
        title="dia",
        description="Month and day (``02-02``) of a yearly holiday.",
    )
    dates: tuple[IsoDate, ...] = Field(
        default=(), title="datas", description="Dates of a holiday that moves or happened once."
    )


class Calendar(Document):
    """Holidays of a place (feriados)."""

    id: Identifier = Field(title="praça", description="Name by which contracts refer to the place.")
    name: str = Field(min_length=1, title="nome", description="Name shown to people.")
    state: str | None = Field(
        default=None,
        pattern=r"^[A-Z]{2}$",
        title="UF",
        description="State whose holidays count too.",
    )
    optional_days: bool = Field(
        default=True,
        title="pontos facultativos",
        description="Whether Carnival, Corpus Christi and the like count.",
    )
    local: tuple[LocalHoliday, ...] = Field(
        default=(), title="locais", description="Holidays of the town."
    )
