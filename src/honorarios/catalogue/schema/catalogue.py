"""The catalogue itself: everything agreed, in memory, immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import Field

from honorarios.catalogue.schema.base import CodePattern, Document, Identifier

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from honorarios.catalogue.schema.calendar import Calendar
    from honorarios.catalogue.schema.coefficients import CoefficientSet
    from honorarios.catalogue.schema.contract import Contract
    from honorarios.catalogue.schema.schedule import FeeSchedule
    from honorarios.catalogue.schema.standard import BillingStandard


class Category(Document):
    """A category of acts (``HM``, ``SADT``, ``CONSULTA``, ``VISITA``…) by code; the longest pattern wins."""

    id: Identifier = Field(
        title="categoria", description="Name by which rules refer to the category, in lower case."
    )
    name: str = Field(min_length=1, title="nome", description="Name shown to people.")
    codes: tuple[CodePattern, ...] = Field(
        min_length=1, title="códigos", description="Codes, beginnings of codes or ranges."
    )


class Manifest(Document):
    """``catalogue.yaml``: what the folder is, and its categories."""

    name: str = Field(min_length=1, title="nome", description="Name of the catalogue.")
    description: str = Field(default="", title="descrição", description="What it is for.")
    categories: tuple[Category, ...] = Field(
        default=(), max_length=62, title="categorias", description="Categories of acts by code."
    )


@dataclass(frozen=True)
class Catalogue:
    """All documents by id, and the price rows of each ``(schedule, edition)``.

    Price tables are Arrow tables in the canonical form of :mod:`honorarios.catalogue.prices`.
    """

    manifest: Manifest
    schedules: Mapping[str, FeeSchedule] = field(default_factory=dict)
    prices: Mapping[tuple[str, str], pa.Table] = field(default_factory=dict)
    coefficients: Mapping[str, CoefficientSet] = field(default_factory=dict)
    standards: Mapping[str, BillingStandard] = field(default_factory=dict)
    contracts: Mapping[str, Contract] = field(default_factory=dict)
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
