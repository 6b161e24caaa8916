"""Billing standards (padrão de faturamento e codificação): percentages, windows and rules, by date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from honorarios.catalogue.schema.base import (
    CodePattern,
    Document,
    Factor,
    Identifier,
    IsoDate,
    Percent,
    Porte,
    Sourced,
    spelled,
)
from honorarios.core.vocabulary import ROLE_SPELLINGS, Role

RoleName = Annotated[Role, spelled(ROLE_SPELLINGS)]
Clock = Annotated[
    str,
    Field(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$",
        description="Local wall time, ``19:00``; ``24:00`` closes a day.",
    ),
]
Cascade = Annotated[
    tuple[Percent, ...],
    Field(min_length=1, description="Percentage of the 1st, 2nd, 3rd… act; the last one repeats."),
]


class StandardKind(StrEnum):
    """Whose calculation a standard is."""

    GENERAL = "GENERAL"
    IAMSPE = "IAMSPE"
    """IAMSPE's own: role only (100, 30, 20); contract and standard factors are ignored (seed, section 03)."""


class RolePercents(Document):
    """Percentage of the roles the seed parameterises; a missing one is an error, never 100 %."""

    first_assistant: Percent | None = Field(
        default=None, title="1º auxiliar", description="% of the surgeon's fee."
    )
    second_assistant: Percent | None = Field(
        default=None, title="2º auxiliar", description="% of the surgeon's fee."
    )
    third_assistant: Percent | None = Field(
        default=None, title="3º auxiliar", description="% of the surgeon's fee."
    )
    fourth_assistant: Percent | None = Field(
        default=None, title="4º auxiliar", description="% of the surgeon's fee."
    )
    other_assistants: Percent | None = Field(
        default=None,
        title="outros auxiliares",
        description="Fills the 2nd, 3rd and 4th that have no value of their own.",
    )
    scrub_assistant: Percent | None = Field(
        default=None, title="instrumentador", description="Contractual; not in CBHPM."
    )
    anaesthetist_assistant: Percent | None = Field(
        default=None, title="auxiliar de anestesista", description="% of the anaesthetist's fee."
    )


class AssistantBase(StrEnum):
    """On what the assistants of a secondary act are paid (``spec: pricing 2.4, 4``)."""

    REDUCED = "REDUCED"
    """On the fee after the access-route reduction (CBHPM 5.2)."""
    FULL = "FULL"
    """On the whole fee of the act."""


class AssistantComponents(StrEnum):
    """Which components a member of the team other than a 100 % role takes a share of."""

    FEE = "FEE"
    """The fee only: operating cost and film are paid once, to a 100 % role (CBHPM 5.2, porte only)."""
    ALL = "ALL"
    """Every component of the row."""


class AccessRoutes(Document):
    """Percentages by access route (via de acesso), as cascades."""

    single: Cascade = Field(
        default=(100,), validate_default=True, title="via única", description="Route 1."
    )
    same: Cascade = Field(
        default=(100, 50),
        validate_default=True,
        title="mesma via",
        description="Route 2 (CBHPM 4.1).",
    )
    different: Cascade = Field(
        default=(100, 70),
        validate_default=True,
        title="diferentes vias",
        description="Route 3 (CBHPM 4.2).",
    )
    bilateral_same: Percent = Field(
        default=50,
        validate_default=True,
        title="bilateral, mesma incisão",
        description="% added for the second side (CBHPM 4.3).",
    )
    bilateral_different: Percent = Field(
        default=70,
        validate_default=True,
        title="bilateral, incisões diferentes",
        description="% added for the second side by route 3 (CBHPM 4.3).",
    )


class AnaesthesiaBase(StrEnum):
    """Where the anaesthetist's fee comes from."""

    ANAESTHETIC_PORTE = "ANAESTHETIC_PORTE"
    """The row's anaesthetic porte through the standard's map, or its letter's coefficient."""
    TABLE = "TABLE"
    """The row's own fee."""


class Anaesthesia(Document):
    """Anaesthesia's own rules (CBHPM 3.16.02.99-1)."""

    base: AnaesthesiaBase = Field(
        default=AnaesthesiaBase.ANAESTHETIC_PORTE,
        title="base",
        description="Where the anaesthetist's fee comes from.",
    )
    portes: dict[Annotated[str, Field(pattern=r"^[1-8]$")], Porte] = Field(
        default={
            "1": "3A",
            "2": "3C",
            "3": "4C",
            "4": "6B",
            "5": "7C",
            "6": "9B",
            "7": "10C",
            "8": "12A",
        },
        title="mapa de portes",
        description="Anaesthetic porte to porte; the default is constant in eight editions of the CBHPM.",
    )
    same: Cascade = Field(
        default=(100, 50),
        validate_default=True,
        title="mesma via",
        description="Same route or cavity (item 5).",
    )
    different: Cascade = Field(
        default=(100, 70),
        validate_default=True,
        title="diferentes vias",
        description="Other incisions (item 6).",
    )
    bilateral: Percent = Field(
        default=70,
        validate_default=True,
        title="bilateral",
        description="% added for the second side (item 7).",
    )
    assistant_portes: tuple[Annotated[str, Field(pattern=r"^[0-8]$")], ...] = Field(
        default=("7", "8"),
        title="portes com auxiliar",
        description="Anaesthetic portes that call an assistant (item 8).",
    )
    assistant_above_hours: int | None = Field(
        default=6,
        ge=1,
        title="auxiliar acima de (horas)",
        description="Acts longer than this call an assistant (item 8).",
    )
    highest_only: bool = Field(
        default=False,
        title="só o maior porte",
        description="Surgery helper: one anaesthesia line, of the highest porte, in place of one per act.",
    )


class Day(StrEnum):
    """A day of the week, or a holiday of the contract's place."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
    HOLIDAY = "holiday"


class OvertimeInterval(StrEnum):
    """How an act that is partly inside a window counts (``spec: pricing 2.4, 7``)."""

    START = "START"
    """By its start."""
    MAJORITY = "MAJORITY"
    """When strictly more than half of it is inside (CBHPM 2.1.3); by its start when it has no end."""
    ANY = "ANY"
    """When any part of it is inside."""


class OvertimeRule(Document):
    """A special-hour window (hora extra)."""

    label: str = Field(
        min_length=1, title="nome", description="Name shown in the memória de cálculo."
    )
    days: tuple[Day, ...] = Field(
        min_length=1,
        title="dias",
        description="Days on which the clock is inside; each moment counts by its own day.",
    )
    start: Clock = Field(default="00:00", title="das", description="First moment, included.")
    end: Clock = Field(
        default="24:00",
        title="às",
        description="Last moment, excluded; before ``start`` it crosses midnight.",
    )
    percent: Percent = Field(title="percentual", description="Surcharge in %.")
    valid_from: IsoDate | None = Field(
        default=None, title="início", description="First day of the rule; empty = the standard's."
    )
    valid_to: IsoDate | None = Field(
        default=None, title="fim", description="Last day of the rule, included."
    )
    codes: tuple[CodePattern, ...] = Field(
        default=(), title="códigos", description="Only these codes; empty = all."
    )
    roles: tuple[RoleName, ...] = Field(
        default=(), title="funções", description="Only these roles; empty = all."
    )


class Overtime(Document):
    """Special hours: several rules that match give the highest percentage, never the sum."""

    requires_emergency: bool = Field(
        default=True,
        title="exige urgência",
        description="Only urgent attendances are surcharged (seed, section 03).",
    )
    interval: OvertimeInterval = Field(
        default=OvertimeInterval.START,
        title="intervalo",
        description="How an act partly inside counts.",
    )
    rules: tuple[OvertimeRule, ...] = Field(default=(), title="regras", description="The windows.")


class PaediatricRule(Document):
    """A surcharge by age or weight (CBHPM 4.6 to 4.8)."""

    label: str = Field(
        min_length=1, title="nome", description="Name shown in the memória de cálculo."
    )
    from_months: int = Field(
        default=0, ge=0, title="de (meses)", description="Least age in months, included."
    )
    below_months: int = Field(
        gt=0, title="até (meses)", description="Age in months below which it holds, excluded."
    )
    below_grams: int | None = Field(
        default=None,
        gt=0,
        title="peso abaixo de (g)",
        description="Only below this weight; lines without a weight do not match.",
    )
    percent: Percent = Field(title="percentual", description="Surcharge in %.")
    codes: tuple[CodePattern, ...] = Field(
        default=(), title="códigos", description="Only these codes; empty = all."
    )


class PaediatricChoice(StrEnum):
    """Which paediatric rule holds when several match (``spec: pricing 2.4, 2``)."""

    HIGHEST = "HIGHEST"
    FIRST = "FIRST"


class RankingBasis(StrEnum):
    """How the acts of a surgery are ranked (``spec: pricing 2.1``)."""

    PORTE = "PORTE"
    VALUE = "VALUE"


class RankingScope(StrEnum):
    """Whether the rank belongs to the act, for its whole team, or to each role (``spec: pricing 2.4, 3``)."""

    ACT = "ACT"
    ROLE = "ROLE"


class Ranking(Document):
    """How the surgery helper orders acts; a suggestion, the user's choice wins."""

    by: RankingBasis = Field(
        default=RankingBasis.VALUE, title="critério", description="By porte or by value."
    )
    scope: RankingScope = Field(
        default=RankingScope.ACT,
        title="escopo",
        description="One order for the team, or one per role.",
    )


class Coding(Document):
    """Which codes are what, for the checks of launching (the *Codificação* of the seed's Padrão)."""

    office_consultations: tuple[CodePattern, ...] = Field(
        default=(),
        title="consulta em consultório",
        description="Codes that an inpatient cannot have (seed, section 02).",
    )
    emergency_consultations: tuple[CodePattern, ...] = Field(
        default=(),
        title="consulta em pronto-socorro",
        description="Codes that an inpatient cannot have (seed, section 02).",
    )
    visits: tuple[CodePattern, ...] = Field(
        default=(), title="visita hospitalar", description="Codes of hospital visits."
    )
    surgeries: tuple[CodePattern, ...] = Field(
        default=("3",),
        title="cirurgias",
        description="Codes whose surgeon's visits are included for some days; chapter 3 of TUSS.",
    )
    visit_days: int | None = Field(
        default=None,
        ge=0,
        title="dias de pós-operatório",
        description="Days after a surgery in which its surgeon's visits are included, 10 in the CBHPM; empty = without limit.",
    )


class StandardRules(Sourced):
    """A billing standard's rules in one period."""

    roles: RolePercents = Field(
        default=RolePercents(), title="funções", description="Percentages by role."
    )
    assistant_base: AssistantBase = Field(
        default=AssistantBase.REDUCED,
        title="base dos auxiliares",
        description="Before or after the route's reduction.",
    )
    assistant_components: AssistantComponents = Field(
        default=AssistantComponents.FEE,
        title="componentes dos auxiliares",
        description="What assistants and scrub assistants are paid on.",
    )
    access_routes: AccessRoutes = Field(
        default=AccessRoutes(), title="vias de acesso", description="Percentages by access route."
    )
    anaesthesia: Anaesthesia = Field(
        default=Anaesthesia(), title="anestesia", description="Anaesthesia's own rules."
    )
    overtime: Overtime = Field(default=Overtime(), title="hora extra", description="Special hours.")
    paediatric: tuple[PaediatricRule, ...] = Field(
        default=(), title="pediatria", description="Surcharges by age or weight."
    )
    paediatric_choice: PaediatricChoice = Field(
        default=PaediatricChoice.HIGHEST,
        title="escolha",
        description="Which wins when several match.",
    )
    video_factor: Factor = Field(
        default=1,
        validate_default=True,
        title="fator de vídeo",
        description="For technique video, where the code is not itself the video act.",
    )
    robotic_factor: Factor = Field(
        default=1,
        validate_default=True,
        title="fator de robótica",
        description="For technique robotic, where the code is not itself the video act.",
    )
    ranking: Ranking = Field(
        default=Ranking(), title="ordem dos atos", description="How a surgery's acts are ranked."
    )
    coding: Coding = Field(
        default=Coding(),
        title="codificação",
        description="Which codes are what, for the checks of launching.",
    )


class BillingStandard(Document):
    """A billing standard: its rules over time."""

    id: Identifier = Field(
        title="padrão", description="Name by which contracts refer to the standard."
    )
    name: str = Field(min_length=1, title="nome", description="Name shown to people.")
    kind: StandardKind = Field(
        default=StandardKind.GENERAL,
        title="tipo",
        description="GENERAL, or IAMSPE's own calculation.",
    )
    rules: tuple[StandardRules, ...] = Field(
        min_length=1, title="regras", description="One entry per period; periods do not overlap."
    )
