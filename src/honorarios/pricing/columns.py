"""The columns of a line: what the engine reads and what it writes, each described once.

The readers, the engine, the reference page and the command line all use these lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import pyarrow as pa

from honorarios.core.vocabulary import (
    ACCESS_ROUTE_SPELLINGS,
    ACCOMMODATION_SPELLINGS,
    BILLING_ROUTE_SPELLINGS,
    CHARACTER_SPELLINGS,
    LATERALITY_SPELLINGS,
    PROCEDURE_KIND_SPELLINGS,
    ROLE_SPELLINGS,
    SETTING_SPELLINGS,
    TECHNIQUE_SPELLINGS,
    Term,
)
from honorarios.pricing.status import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["key", "name", "code", "moment", "day", "term", "number", "flag"]


@dataclass(frozen=True, slots=True)
class InputColumn:
    """A column that the engine reads from a line."""

    name: str
    kind: Kind
    title: str
    """The Portuguese name."""
    description: str
    spellings: Mapping[str, Term] | None = None


INPUT_COLUMNS: Final = (
    InputColumn(
        "line_id",
        "key",
        "identificador",
        "Your own key of the line; returned as it came. Column missing: the row's number, from 1.",
    ),
    InputColumn(
        "contract",
        "name",
        "contrato",
        "Id of the contract. Empty: found from payer, billing_unit and route.",
    ),
    InputColumn("payer", "name", "convênio", "Who pays."),
    InputColumn("billing_unit", "name", "unidade de faturamento", "Who bills."),
    InputColumn(
        "route",
        "term",
        "via de faturamento",
        "accredited, hospital_repasse, cooperative or private.",
        BILLING_ROUTE_SPELLINGS,
    ),
    InputColumn("plan", "name", "plano", "The patient's plan."),
    InputColumn("provider", "name", "prestador", "Who acted."),
    InputColumn("specialty", "name", "especialidade", "Specialty of who acted."),
    InputColumn("code", "code", "código", "TUSS or SIGTAP code; dots and hyphens are dropped."),
    InputColumn("start", "moment", "início", "Start of the act, local wall time."),
    InputColumn("end", "moment", "fim", "End of the act, local wall time. Empty: unknown."),
    InputColumn(
        "admission",
        "day",
        "internação",
        "Date of admission, for contracts priced by it. Empty: the start.",
    ),
    InputColumn(
        "role", "term", "função", "Role in the team: TISS domain 35 or its name.", ROLE_SPELLINGS
    ),
    InputColumn(
        "access_route",
        "term",
        "via de acesso",
        "1 single, 2 same, 3 different. Empty: 100 %.",
        ACCESS_ROUTE_SPELLINGS,
    ),
    InputColumn(
        "procedure_kind",
        "term",
        "tipo do procedimento",
        "principal or secondary. Empty: principal.",
        PROCEDURE_KIND_SPELLINGS,
    ),
    InputColumn(
        "rank",
        "number",
        "ordem",
        "Place of the act in the surgery, from 1. Empty: 2 for a secondary act.",
    ),
    InputColumn(
        "accommodation",
        "name",
        "acomodação",
        "Accommodation type of the bed: the catalogue's id, or a usual word. Empty: in no bed, factor 1.",
        ACCOMMODATION_SPELLINGS,
    ),
    InputColumn(
        "character",
        "term",
        "caráter",
        "1 elective or 2 urgent. Empty: elective.",
        CHARACTER_SPELLINGS,
    ),
    InputColumn(
        "setting",
        "term",
        "tipo de paciente",
        "inpatient or outpatient. Empty: matches no setting.",
        SETTING_SPELLINGS,
    ),
    InputColumn(
        "quantity", "number", "quantidade", "1 to 999; negative on a reversal. Column missing: 1."
    ),
    InputColumn(
        "age_months", "number", "idade (meses)", "Age in whole months. Empty: no surcharge by age."
    ),
    InputColumn(
        "weight_grams", "number", "peso (g)", "Weight in grams. Empty: no surcharge by weight."
    ),
    InputColumn(
        "technique",
        "term",
        "técnica",
        "1 conventional, 2 video, 3 robotic. Empty: conventional.",
        TECHNIQUE_SPELLINGS,
    ),
    InputColumn(
        "laterality",
        "term",
        "lateralidade",
        "left, right or both. Empty: one side.",
        LATERALITY_SPELLINGS,
    ),
    InputColumn(
        "authorised", "flag", "autorizado", "Whether the payer authorised the code. Empty: yes."
    ),
)
"""Every column the engine reads, in order; other columns of a line pass through untouched."""

MONEY: Final = pa.int64()
COMPONENT: Final = pa.decimal64(18, 8)
ADJUSTMENT: Final = pa.decimal64(12, 8)
PERCENT: Final = pa.decimal64(12, 6)
FACTOR: Final = pa.decimal64(9, 6)
NAME: Final = pa.dictionary(pa.int32(), pa.string())


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """A column that the engine writes; empty on lines that did not get through ``stage``."""

    name: str
    type: pa.DataType
    stage: Stage
    title: str
    """The Portuguese name."""
    description: str


OUTPUT_COLUMNS: Final = (
    OutputColumn("status", NAME, Stage.CHECKED, "situação", "priced, or why not."),
    OutputColumn(
        "contract_used", NAME, Stage.CONTRACT, "contrato usado", "Contract given or found."
    ),
    OutputColumn(
        "terms_from",
        pa.date32(),
        Stage.CONTRACT,
        "condições desde",
        "First day of the contract terms used.",
    ),
    OutputColumn(
        "price_rule",
        NAME,
        Stage.RULE,
        "regra de preço",
        "The contract's price rule that matched, if any.",
    ),
    OutputColumn(
        "level",
        pa.int8(),
        Stage.ROW,
        "nível",
        "1 plan special, 2 plan procedures, 3 contract special, 4 contract procedures, 0 fixed price.",
    ),
    OutputColumn(
        "schedule", NAME, Stage.ROW, "tabela", "schedule@edition that defines the price row."
    ),
    OutputColumn(
        "price_row",
        pa.int32(),
        Stage.ROW,
        "linha da tabela",
        "Number of the price row in the catalogue.",
    ),
    OutputColumn(
        "valid_from",
        pa.date32(),
        Stage.ROW,
        "vigência desde",
        "First day of the row in that table; empty = open.",
    ),
    OutputColumn(
        "valid_to",
        pa.date32(),
        Stage.ROW,
        "vigência até",
        "Last day of the row in that table; empty = open.",
    ),
    OutputColumn("basis", NAME, Stage.ROW, "base", "BRL, CH, PORTE or UNIT."),
    OutputColumn(
        "fee_unit",
        NAME,
        Stage.COMPONENTS,
        "unidade do honorário",
        "Unit of the fee: BRL, CH, a porte, a private unit.",
    ),
    OutputColumn(
        "fee",
        COMPONENT,
        Stage.COMPONENTS,
        "honorário (base)",
        "Fee in reais, exact, before adjustments and factors.",
    ),
    OutputColumn(
        "operating_cost",
        COMPONENT,
        Stage.COMPONENTS,
        "custo operacional (base)",
        "Operating cost in reais, exact.",
    ),
    OutputColumn("film", COMPONENT, Stage.COMPONENTS, "filme (base)", "Film in reais, exact."),
    OutputColumn(
        "fee_adjustment",
        ADJUSTMENT,
        Stage.FACTORS,
        "ajuste do honorário",
        "Multiplier of the contract's deflator.",
    ),
    OutputColumn(
        "operating_cost_adjustment",
        ADJUSTMENT,
        Stage.FACTORS,
        "ajuste do custo",
        "Multiplier of the contract's deflator.",
    ),
    OutputColumn(
        "film_adjustment",
        ADJUSTMENT,
        Stage.FACTORS,
        "ajuste do filme",
        "Multiplier of the contract's deflator.",
    ),
    OutputColumn(
        "accommodation_factor", FACTOR, Stage.FACTORS, "fator de acomodação", "Multiplier."
    ),
    OutputColumn("overtime_percent", PERCENT, Stage.FACTORS, "% hora extra", "Surcharge in %."),
    OutputColumn("paediatric_percent", PERCENT, Stage.FACTORS, "% pediátrico", "Surcharge in %."),
    OutputColumn("technique_factor", FACTOR, Stage.FACTORS, "fator de técnica", "Multiplier."),
    OutputColumn(
        "bilateral_percent",
        PERCENT,
        Stage.FACTORS,
        "% bilateral",
        "Surcharge of the second side in %.",
    ),
    OutputColumn("role_percent", PERCENT, Stage.FACTORS, "% função", "Share in %."),
    OutputColumn("route_percent", PERCENT, Stage.FACTORS, "% via", "Share in %."),
    OutputColumn(
        "unit_centavos",
        MONEY,
        Stage.VALUE,
        "valor unitário (centavos)",
        "Unit value in whole centavos.",
    ),
    OutputColumn(
        "total_centavos",
        MONEY,
        Stage.VALUE,
        "valor total (centavos)",
        "Total of the line in whole centavos.",
    ),
    OutputColumn(
        "catalogue_hash",
        NAME,
        Stage.CHECKED,
        "hash do catálogo",
        "Hash of the catalogue that priced the line.",
    ),
)
"""Every column the engine adds to a line, in order."""

INPUT_NAMES: Final = tuple(column.name for column in INPUT_COLUMNS)
OUTPUT_NAMES: Final = tuple(column.name for column in OUTPUT_COLUMNS)
