"""Fee lines of the record as the rules see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    LineKind,
    LineStatus,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
    Treatment,
)
from honorarios.launching.model import Line, Recorded
from honorarios.services.loader.terms import optional_term, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.records.models import FeeLine, FeeLineVersion

JOINED: Final = ("provider", "split_provider", "cost_centre", "catalogue")
"""What a row must come with, so that reading it asks nothing more of the database."""
NOTHING: Final[Mapping[str, object]] = {}


def recorded_of(row: FeeLine) -> Recorded:
    """A row with what ties it to others; its references are keys of rows."""
    return Recorded(
        key=row.pk,
        line=line_of(row, row.kept),
        part=row.part_id,
        status=term(LineStatus, row.status),
        version=row.version,
        split_group=row.split_group,
        difference_of=row.difference_of_id,
        automatic_of=row.automatic_of_id,
        reverses=row.reverses_id,
    )


def line_of(row: FeeLine | FeeLineVersion, kept: Mapping[str, object] = NOTHING) -> Line:
    """What a row says; ``kept`` is its price trace, which lists leave in the database."""
    return Line(
        code=row.code,
        description=row.description,
        line_kind=term(LineKind, row.kind),
        start=row.start,
        end=row.end,
        provider=None if row.provider is None else row.provider.code,
        role=optional_term(Role, row.role),
        access_route=optional_term(AccessRoute, row.access_route),
        procedure_kind=term(ProcedureKind, row.procedure_kind),
        rank=row.rank,
        technique=optional_term(Technique, row.technique),
        laterality=optional_term(Laterality, row.laterality),
        quantity=row.quantity,
        cost_centre=None if row.cost_centre is None else row.cost_centre.code,
        unit_value=row.unit_value,
        total=row.total,
        charged=row.charged,
        treatment=term(Treatment, row.treatment),
        outside_requested=row.outside_requested,
        outside_stored=row.outside_stored,
        split_form=term(SplitForm, row.split_form),
        split_provider=None if row.split_provider is None else row.split_provider.code,
        split_percent=row.split_percent,
        special=row.special,
        kept=kept,
        catalogue_hash=row.catalogue.hash,
        price_row=row.price_row,
    )
