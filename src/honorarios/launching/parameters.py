"""The office's general parameters (Parâmetros Gerais): the seed's own, and the readings left open by it.

They are dated in the record; the rules are given those in force. Every field's ``title`` is its name
on the screen: for the seed's parameters, the seed's own words.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class PackageAction(StrEnum):
    """What happens when a package (gabarito) is open (seed, section 02.2)."""

    ASK = "ASK"
    """Questionar inclusão no pacote."""
    AUTOMATIC = "AUTOMATIC"
    """Incluir automaticamente no pacote."""


class PackageMeaning(StrEnum):
    """What "incluir no pacote" does to a line; the other of the two is what declining does."""

    ON_TOP = "ON_TOP"
    """It is charged besides the package."""
    COVERED = "COVERED"
    """The package pays for it: its price is kept, nothing is charged."""


class WithoutPackage(StrEnum):
    """What becomes of a line when the account has no open package."""

    NORMAL = "NORMAL"
    """Ordinary billing."""
    NOT_CHARGED = "NOT_CHARGED"
    """The seed to the letter: "o honorário não será cobrada"."""


class CheckSeverity(StrEnum):
    """How much a check weighs."""

    BLOCK = "BLOCK"
    WARN = "WARN"


class GeneralParameters(BaseModel):
    """The general parameters of an office in one period."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cost_centre_required: bool = Field(
        default=False,
        title="Centro de Custo obrigatório nos lançamentos?",
        description="Every line needs a cost centre (seed, section 02).",
    )
    cost_centre_from_bed: bool = Field(
        default=False,
        title="Centro de Custo vinculado ao leito sem possibilidade de alteração",
        description="An inpatient's line takes the cost centre of the bed (seed, section 02).",
    )
    cost_centre_from_workstation: bool = Field(
        default=False,
        title="Centro de Custo vinculado a Estação de Trabalho sem possibilidade de alteração",
        description="An outpatient's line takes the cost centre of the workstation (seed, section 02).",
    )
    check_package: bool = Field(
        default=False,
        title="Verificar existência de Gabarito ao incluir novo item - Elaboração de Contas",
        description="An open package is looked for when a line is saved (seed, section 02.2).",
    )
    package_action: PackageAction = Field(
        default=PackageAction.ASK,
        title="Ação ao identificar Gabarito",
        description="What is done when there is an open package.",
    )
    package_confirmation_means: PackageMeaning = Field(
        default=PackageMeaning.ON_TOP,
        title="Confirmar a inclusão no pacote significa",
        description="What happens to the charge when somebody confirms the inclusion in the package.",
    )
    package_automatic_means: PackageMeaning = Field(
        default=PackageMeaning.ON_TOP,
        title="Incluir automaticamente no pacote significa",
        description="What happens to the charge when it is included by itself.",
    )
    package_by_allowance: bool = Field(
        default=False,
        title="Considerar as quantidades do Gabarito",
        description="Units within the package's allowance are covered by it; only the excess is asked about.",
    )
    no_open_package: WithoutPackage = Field(
        default=WithoutPackage.NORMAL,
        title="Honorário sem Gabarito em aberto",
        description="Whether a fee that meets no open package is billed as usual, or is not charged.",
    )
    period_tests_end: bool = Field(
        default=True,
        title="A data final também deve estar no período da parcial",
        description="Whether the end of the act is tested against the part's period as its start is.",
    )
    office_consultation_severity: CheckSeverity = Field(
        default=CheckSeverity.BLOCK,
        title="Consulta em consultório ou pronto-socorro na internação",
        description="Whether it is refused, or let through with a warning.",
    )
    direct_always_outside: bool = Field(
        default=False,
        title="Credenciado direto sempre fora da conta",
        description="A provider accredited directly is outside the account even if nobody ticked it.",
    )
