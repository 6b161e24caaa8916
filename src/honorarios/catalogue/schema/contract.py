"""Contracts (condições contratuais): which tables, coefficients and factors hold for a payer, by date."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from honorarios.catalogue.schema.base import (
    CodePattern,
    Coefficient,
    Document,
    Factor,
    Identifier,
    Sourced,
    spelled,
)
from honorarios.catalogue.schema.coefficients import Unit
from honorarios.catalogue.schema.standard import RoleName
from honorarios.core.money import RoundingMode, RoundingPoint
from honorarios.core.vocabulary import (
    BILLING_ROUTE_SPELLINGS,
    CHARACTER_SPELLINGS,
    SETTING_SPELLINGS,
    BillingRoute,
    Character,
    Setting,
)

Adjustment = Annotated[
    Decimal,
    Field(
        ge=-100,
        le=1000,
        max_digits=10,
        decimal_places=6,
        description="Change in %: -15 pays 85 %, -100 pays nothing.",
    ),
]


class TableReference(Document):
    """A fee schedule in one pinned edition, or in the edition in force on the date (``current``)."""

    schedule: Identifier = Field(title="tabela", description="Id of the schedule.")
    edition: Identifier = Field(
        default="current",
        title="edição",
        description="Id of an edition, whatever the date; or ``current``.",
    )


class Rounding(Document):
    """How amounts become centavos (``spec: launching 3.6``)."""

    mode: Literal["HALF_UP", "DOWN"] = Field(
        default="HALF_UP", title="modo", description="Half up, or drop."
    )
    point: Literal["UNIT", "LINE", "STEP", "COMPONENT"] = Field(
        default="UNIT", title="ponto", description="Where it is rounded."
    )

    @property
    def as_mode(self) -> RoundingMode:
        """The mode as the engine's integer."""
        return RoundingMode[self.mode]

    @property
    def as_point(self) -> RoundingPoint:
        """The point as the engine's integer."""
        return RoundingPoint[self.point]


class Composition(StrEnum):
    """How surcharges compose (``spec: pricing 2.4, 1``)."""

    MULTIPLY = "MULTIPLY"
    """Each multiplies: accommodation x (1 + overtime) x (1 + paediatric). The seed's formula."""
    ADD_PERCENTS = "ADD_PERCENTS"
    """Overtime and paediatric percentages add up first, accommodation multiplies."""
    ADD_ALL = "ADD_ALL"
    """What accommodation adds is added too: accommodation + overtime + paediatric."""


class FactorScope(StrEnum):
    """Which components the factors touch when a row has more than one (``spec: launching 3.6``)."""

    FEE = "FEE"
    """The fee only."""
    TABLE_VALUE = "TABLE_VALUE"
    """All of them: the seed to the letter."""


class FactorName(StrEnum):
    """A factor whose scope can be stated."""

    ACCOMMODATION = "accommodation"
    OVERTIME = "overtime"
    PAEDIATRIC = "paediatric"
    TECHNIQUE = "technique"
    BILATERAL = "bilateral"
    ROLE = "role"
    ROUTE = "route"


class TouchedComponent(StrEnum):
    """A component that a factor may touch besides the fee."""

    OPERATING_COST = "operating_cost"
    FILM = "film"


class Touches(Document):
    """Exceptions to ``factor_scope``: the components, besides the fee, that one factor touches."""

    factor: FactorName = Field(title="fator", description="The factor.")
    components: tuple[TouchedComponent, ...] = Field(
        title="componentes",
        description="Components it touches besides the fee; none = the fee only.",
    )


class AccommodationFactor(Document):
    """A row of the contract's annex Acomodação; the first row that matches wins."""

    type: Identifier = Field(
        title="acomodação", description="Accommodation type: ``ward``, ``apartment``, ``icu``."
    )
    factor: Factor = Field(title="fator", description="Multiplier.")
    roles: tuple[RoleName, ...] = Field(
        default=(), title="funções", description="Only these roles; empty = all."
    )
    categories: tuple[Identifier, ...] = Field(
        default=(), title="categorias", description="Only these categories; empty = all."
    )


class AccommodationSource(StrEnum):
    """Whose accommodation counts (``spec: pricing 2.4, 6``)."""

    LINE = "LINE"
    """The one on the line: the bed at the start of the act."""
    PLAN = "PLAN"
    """The plan's contracted one, where the plan has one and the patient is in a bed."""


class PriceDate(StrEnum):
    """Which date chooses terms, prices and coefficients (``spec: launching 3.6``)."""

    START = "START"
    END = "END"
    ADMISSION = "ADMISSION"


class Scope(Document):
    """Which lines a price rule is for: every condition that is stated must hold."""

    codes: tuple[CodePattern, ...] = Field(
        default=(), title="códigos", description="Codes, beginnings (chapters) or ranges."
    )
    categories: tuple[Identifier, ...] = Field(
        default=(), title="categorias", description="Categories of the catalogue."
    )
    roles: tuple[RoleName, ...] = Field(default=(), title="funções", description="Roles.")
    settings: tuple[Annotated[Setting, spelled(SETTING_SPELLINGS)], ...] = Field(
        default=(), title="regimes", description="Settings."
    )
    characters: tuple[Annotated[Character, spelled(CHARACTER_SPELLINGS)], ...] = Field(
        default=(), title="caráter", description="Elective or urgent."
    )


class Adjustments(Document):
    """Deflators by component, in % of change."""

    fee: Adjustment = Field(
        default=Decimal(0), title="honorário", description="Portes, CH, reais of the fee."
    )
    operating_cost: Adjustment = Field(
        default=Decimal(0), title="custo operacional", description="UCO or cost."
    )
    film: Adjustment = Field(default=Decimal(0), title="filme", description="Film.")
    anaesthesia: Adjustment | None = Field(
        default=None,
        title="anestesia",
        description="Fee of the anaesthesia roles; empty = as the fee.",
    )


class PriceRule(Document):
    """An exception of the contract for some lines; the first rule whose scope matches is the one used."""

    name: str = Field(
        min_length=1, title="nome", description="Name shown in the memória de cálculo: the clause."
    )
    scope: Scope = Field(default=Scope(), title="escopo", description="Which lines.")
    table: TableReference | None = Field(
        default=None,
        title="tabela",
        description="Replaces the contract's procedure table (level 4).",
    )
    coefficients: Identifier | None = Field(
        default=None,
        title="coeficientes",
        description="Replaces the coefficient set on every level.",
    )
    values: dict[Unit, Coefficient] = Field(
        default_factory=dict,
        title="valores",
        description="Coefficients agreed in reais: ``UCO: 6.25``.",
    )
    adjust: Adjustments = Field(
        default=Adjustments(), title="ajustes", description="Deflators by component."
    )
    fixed: Coefficient | None = Field(
        default=None,
        title="preço fixo",
        description="Reais in place of any table; factors apply as to a row of one value.",
    )
    excluded: bool = Field(
        default=False, title="excluído", description="The contract does not pay these lines."
    )

    @model_validator(mode="after")
    def _one_action(self) -> PriceRule:
        if self.excluded and (
            self.fixed is not None or self.table or self.coefficients or self.values
        ):
            raise PydanticCustomError(
                "excluded_with_price", "an excluded scope cannot have a price"
            )
        return self


class PlanTerms(Document):
    """What differs for one plan: its own tables (tabelas de preços diferenciadas) and accommodation."""

    plan: Identifier = Field(title="plano", description="Id of the plan.")
    special_table: TableReference | None = Field(
        default=None, title="tabela especial", description="Level 1 of the look-up."
    )
    procedure_table: TableReference | None = Field(
        default=None, title="tabela de procedimentos", description="Level 2 of the look-up."
    )
    coefficients: Identifier | None = Field(
        default=None,
        title="coeficientes",
        description="Set for the plan's own tables; empty = the contract's.",
    )
    accommodation: Identifier | None = Field(
        default=None,
        title="acomodação contratada",
        description="Used when ``accommodation_source`` is PLAN.",
    )


class DifferenceMode(StrEnum):
    """What the patient pays from a private contract's prices (``spec: launching 3.11``)."""

    DELTA = "DELTA"
    """The private price x (the bed's factor - the plan's factor)."""
    TOTAL_MINUS = "TOTAL_MINUS"
    """The private price x the bed's factor, minus what the insurer pays."""
    FULL = "FULL"
    """The private price x the bed's factor."""


class DifferenceFactorSource(StrEnum):
    """Where the superior accommodation's factor comes from (``spec: launching 3.11``)."""

    BED = "BED"
    """The annex Acomodação, by the bed used."""
    PARAMETER = "PARAMETER"
    """``difference_factor``."""


FacilityFeeCode = Annotated[
    str, Field(pattern=r"^[0-9]{1,10}$", description="Code of a facility fee (taxa).")
]
AnaestheticPorte = Annotated[str, Field(pattern=r"^[0-8A-P]$")]


class LaunchTerms(Document):
    """What a contract says about launching: automatic fees, fee difference, division by value."""

    automatic_fees: bool = Field(
        default=False,
        title="taxas automáticas pelo porte anestésico",
        description="Whether a surgeon's principal act brings its facility fee (seed, section 02.3).",
    )
    facility_fees: dict[AnaestheticPorte, FacilityFeeCode] = Field(
        default_factory=dict,
        title="taxa por porte anestésico",
        description="Anaesthetic porte to the code of the facility fee it brings.",
    )
    fee_difference: bool = Field(
        default=False,
        title="diferença de honorário para gastos particulares",
        description="Whether the patient pays the difference of a bed above the plan's (seed, section 05).",
    )
    difference_contract: Identifier | None = Field(
        default=None,
        title="contrato dos gastos particulares",
        description="Contract whose prices the difference takes; empty = the insurer's table.",
    )
    difference_mode: DifferenceMode = Field(
        default=DifferenceMode.DELTA,
        title="cálculo da diferença",
        description="What the patient pays from that contract's prices.",
    )
    difference_factor_source: DifferenceFactorSource = Field(
        default=DifferenceFactorSource.BED,
        title="origem do fator da diferença",
        description="Where the superior accommodation's factor comes from.",
    )
    difference_factor: Factor | None = Field(
        default=None,
        title="fator da diferença",
        description="The superior accommodation's factor, when its origin is PARAMETER.",
    )
    difference_overtime: bool = Field(
        default=True,
        title="hora extra na diferença",
        description="Whether the private line has the overtime of the act.",
    )
    split_cost_factors: tuple[FactorName, ...] = Field(
        default=(),
        title="fatores do custo na divisão por valor",
        description="Factors that touch the operating cost when a fee is divided by value; empty = none.",
    )

    @model_validator(mode="after")
    def _factor_where_it_comes_from(self) -> LaunchTerms:
        wanted = self.difference_factor_source is DifferenceFactorSource.PARAMETER
        if wanted and self.difference_factor is None:
            raise PydanticCustomError(
                "difference_factor", "difference_factor_source PARAMETER needs difference_factor"
            )
        return self


class Terms(Sourced):
    """A contract's terms in one period."""

    standard: Identifier = Field(title="padrão", description="Billing standard.")
    special_table: TableReference | None = Field(
        default=None, title="tabela especial", description="Level 3 of the look-up."
    )
    procedure_table: TableReference | None = Field(
        default=None, title="tabela de procedimentos", description="Level 4 of the look-up."
    )
    coefficients: Identifier | None = Field(
        default=None,
        title="condições financeiras",
        description="Coefficient set; needed unless every price is in reais.",
    )
    plans: tuple[PlanTerms, ...] = Field(
        default=(), title="planos", description="What differs by plan."
    )
    plan_tables_exclusive: bool = Field(
        default=False,
        title="tabelas do plano exclusivas",
        description="A plan with its own tables never falls through to the contract's.",
    )
    accommodation: tuple[AccommodationFactor, ...] = Field(
        default=(), title="acomodação", description="The annex Acomodação."
    )
    accommodation_source: AccommodationSource = Field(
        default=AccommodationSource.LINE,
        title="origem da acomodação",
        description="Whose accommodation counts.",
    )
    price_rules: tuple[PriceRule, ...] = Field(
        default=(), title="regras de preço", description="Exceptions, in order."
    )
    rounding: Rounding = Field(
        default=Rounding(), title="arredondamento", description="Mode and point."
    )
    composition: Composition = Field(
        default=Composition.MULTIPLY, title="composição", description="How surcharges compose."
    )
    factor_scope: FactorScope = Field(
        default=FactorScope.FEE,
        title="alcance dos fatores",
        description="Which components factors touch.",
    )
    touches: tuple[Touches, ...] = Field(
        default=(), title="exceções de alcance", description="Factors with a scope of their own."
    )
    launching: LaunchTerms = Field(
        default=LaunchTerms(),
        title="lançamento",
        description="Automatic fees, fee difference, division by value.",
    )


class Contract(Document):
    """Contract terms of a payer with a billing unit by one billing route, over time."""

    id: Identifier = Field(title="contrato", description="Name of the contract on a line.")
    name: str = Field(min_length=1, title="nome", description="Name shown to people.")
    payer: Identifier = Field(title="convênio", description="Who pays.")
    billing_unit: Identifier = Field(title="unidade de faturamento", description="Who bills.")
    route: Annotated[BillingRoute, spelled(BILLING_ROUTE_SPELLINGS)] = Field(
        title="via de faturamento",
        description="accredited, hospital_repasse, cooperative or private.",
    )
    plan: Identifier | None = Field(
        default=None, title="plano", description="Only lines of this plan; empty = all."
    )
    provider: str | None = Field(
        default=None, title="prestador", description="Only lines of this provider; empty = all."
    )
    specialty: str | None = Field(
        default=None,
        title="especialidade",
        description="Only providers of this specialty; empty = all.",
    )
    calendar: Identifier | None = Field(
        default=None,
        title="praça",
        description="Calendar whose holidays count; empty = national ones.",
    )
    price_date: PriceDate = Field(
        default=PriceDate.START,
        title="data do preço",
        description="Which date chooses terms, prices and coefficients.",
    )
    terms: tuple[Terms, ...] = Field(
        min_length=1, title="condições", description="One entry per period; periods do not overlap."
    )
