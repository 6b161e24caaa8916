"""A surgery as people tell it: acts, team and hours; what is not stated is suggested.

A stated field always wins over a suggestion.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from honorarios.catalogue.schema.base import Document, IsoDate, spelled
from honorarios.catalogue.schema.standard import RoleName
from honorarios.core.vocabulary import (
    ACCESS_ROUTE_SPELLINGS,
    BILLING_ROUTE_SPELLINGS,
    CHARACTER_SPELLINGS,
    LATERALITY_SPELLINGS,
    PROCEDURE_KIND_SPELLINGS,
    SETTING_SPELLINGS,
    TECHNIQUE_SPELLINGS,
    AccessRoute,
    BillingRoute,
    Character,
    Laterality,
    ProcedureKind,
    Setting,
    Technique,
)
from honorarios.pricing.cells import parse_moment

FORM = "escreva AAAA-MM-DD HH:MM ou DD/MM/AAAA HH:MM; em vez de 24:00, 00:00 do dia seguinte"


def _moment(value: object) -> object:
    """A local date and time as people write it."""
    read = parse_moment(value) if isinstance(value, str) else value
    if isinstance(read, datetime) and read.tzinfo is None:
        return read
    raise PydanticCustomError("moment", "{form}", {"form": FORM})


Moment = Annotated[datetime, BeforeValidator(_moment)]
RouteName = Annotated[AccessRoute, spelled(ACCESS_ROUTE_SPELLINGS)]
KindName = Annotated[ProcedureKind, spelled(PROCEDURE_KIND_SPELLINGS)]
TechniqueName = Annotated[Technique, spelled(TECHNIQUE_SPELLINGS)]
LateralityName = Annotated[Laterality, spelled(LATERALITY_SPELLINGS)]
Rank = Annotated[int, Field(ge=1, le=99)]
Quantity = Annotated[int, Field(ge=1, le=999)]


class Part(Document):
    """A part of a surgery; codes and names may be written as numbers."""

    model_config = ConfigDict(coerce_numbers_to_str=True)


class Act(Part):
    """One act of the surgery."""

    code: str = Field(min_length=1, title="código", description="TUSS or SIGTAP code.")
    access_route: RouteName | None = Field(
        default=None,
        title="via de acesso",
        description="same or different, if secondary; empty = suggested.",
    )
    anaesthesia_route: RouteName | None = Field(
        default=None,
        title="via para a anestesia",
        description="For the anaesthetist, to whom one cavity is one route; empty = suggested.",
    )
    procedure_kind: KindName | None = Field(
        default=None, title="tipo do procedimento", description="Empty = by the act's rank."
    )
    rank: Rank | None = Field(
        default=None, title="ordem", description="Place in the surgery; empty = by the standard."
    )
    laterality: LateralityName | None = Field(
        default=None, title="lateralidade", description="both for an act on both sides."
    )
    technique: TechniqueName | None = Field(
        default=None, title="técnica", description="Empty = conventional."
    )
    quantity: Quantity = Field(default=1, title="quantidade", description="1 to 999.")
    team: str = Field(
        default="", title="equipe", description="Which team's act it is, when there are two."
    )
    billed: bool | None = Field(
        default=None,
        title="cobrar",
        description="true: billed even as a step of another act; false: not billed.",
    )


class Member(Part):
    """Someone of the team."""

    role: RoleName = Field(title="função", description="Role, TISS domain 35.")
    provider: str | None = Field(default=None, title="prestador", description="Who acted.")
    specialty: str | None = Field(
        default=None, title="especialidade", description="Specialty of who acted."
    )
    team: str = Field(
        default="",
        title="equipe",
        description="The member's team; empty for anaesthesia = all teams.",
    )


class Choice(Part):
    """What the user decides for some lines: those of the act, role and provider stated."""

    act: Annotated[int, Field(ge=1)] | None = Field(
        default=None, title="ato", description="The act's place in the list; empty = every act."
    )
    role: RoleName | None = Field(default=None, title="função", description="Empty = every role.")
    provider: str | None = Field(
        default=None, title="prestador", description="Empty = every provider."
    )
    billed: bool | None = Field(
        default=None, title="cobrar", description="Whether the lines are billed."
    )
    contract: str | None = Field(
        default=None, title="contrato", description="Contract of these lines."
    )
    procedure_kind: KindName | None = Field(default=None, title="tipo do procedimento")
    rank: Rank | None = Field(default=None, title="ordem")
    access_route: RouteName | None = Field(default=None, title="via de acesso")
    technique: TechniqueName | None = Field(default=None, title="técnica")
    laterality: LateralityName | None = Field(default=None, title="lateralidade")
    quantity: Quantity | None = Field(default=None, title="quantidade")
    start: Moment | None = Field(default=None, title="início")
    end: Moment | None = Field(default=None, title="fim")


class Surgery(Part):
    """Acts, team and hours, under one contract or several to compare."""

    name: str = Field(default="", title="nome", description="Name shown to people.")
    contract: str | None = Field(default=None, title="contrato", description="Contract id.")
    contracts: tuple[str, ...] = Field(
        default=(),
        title="contratos",
        description="Contract ids to compare; the first is the one used.",
    )
    payer: str | None = Field(default=None, title="convênio", description="To find the contract.")
    billing_unit: str | None = Field(
        default=None, title="unidade de faturamento", description="To find the contract."
    )
    route: Annotated[BillingRoute, spelled(BILLING_ROUTE_SPELLINGS)] | None = Field(
        default=None, title="via de faturamento", description="To find the contract."
    )
    plan: str | None = Field(default=None, title="plano", description="The patient's plan.")
    start: Moment = Field(title="início", description="Local wall time.")
    end: Moment | None = Field(default=None, title="fim", description="Local wall time.")
    admission: IsoDate | None = Field(
        default=None, title="internação", description="Date of admission."
    )
    accommodation: str | None = Field(
        default=None, title="acomodação", description="Accommodation type; empty = in no bed."
    )
    character: Annotated[Character, spelled(CHARACTER_SPELLINGS)] | None = Field(
        default=None, title="caráter", description="Empty = elective."
    )
    setting: Annotated[Setting, spelled(SETTING_SPELLINGS)] | None = Field(
        default=None, title="tipo de paciente", description="inpatient or outpatient."
    )
    age_months: Annotated[int, Field(ge=0, le=2400)] | None = Field(
        default=None, title="idade (meses)", description="Age in whole months."
    )
    weight_grams: Annotated[int, Field(ge=1, le=999_999)] | None = Field(
        default=None, title="peso (g)", description="Weight in grams."
    )
    acts: tuple[Act, ...] = Field(min_length=1, title="atos", description="In any order.")
    team: tuple[Member, ...] = Field(min_length=1, title="equipe", description="In any order.")
    choices: tuple[Choice, ...] = Field(
        default=(), title="escolhas", description="The user's own decisions, line by line."
    )

    @property
    def first_contract(self) -> str | None:
        """The contract that a single suggestion is for; None when it is to be found."""
        return self.contract or (self.contracts[0] if self.contracts else None)
