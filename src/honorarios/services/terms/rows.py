"""Price rows of an edition on record, to be looked at on screen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.records.models import PriceRow
from honorarios.services.catalogues.ready import part_of, version_in_force
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LARGEST_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class PriceView:
    """A price row as a list shows it."""

    id: int
    code: str
    description: str
    basis: str
    fee: Decimal | None
    porte: str
    operating_cost: Decimal | None
    film: Decimal | None
    anaesthetic_porte: str
    role: str
    accommodation: str


@dataclass(frozen=True, slots=True)
class PricePage:
    """Some rows of an edition, by code."""

    rows: tuple[PriceView, ...]
    total: int
    """Rows of the whole edition that were asked for."""


def prices(
    *, actor: Actor, schedule: str, edition: str, search: str = "", size: int = 50
) -> Result[PricePage]:
    """Rows of an edition in force, by a beginning of the code or a part of the description."""

    def do(work: Work) -> PricePage:
        version = version_in_force(work.actor.office_id)
        if version is None:
            return PricePage((), 0)
        rows = PriceRow.objects.filter(
            part_of(version.office_id, version.number), schedule=schedule, edition=edition
        )
        if search:
            rows = rows.filter(Q(code__startswith=search) | Q(description__icontains=search))
        found = rows.order_by("code", "pk")[: max(1, min(size, LARGEST_PAGE))]
        return PricePage(tuple(map(_view, found)), rows.count())

    return consult(actor=actor, operation=Operation.CATALOGUES_READ, do=do)


def _view(row: PriceRow) -> PriceView:
    return PriceView(
        id=row.pk,
        code=row.code,
        description=row.description,
        basis=row.basis,
        fee=row.fee,
        porte=row.porte,
        operating_cost=row.operating_cost,
        film=row.film,
        anaesthetic_porte=row.anaesthetic_porte,
        role=row.role,
        accommodation=row.accommodation,
    )
