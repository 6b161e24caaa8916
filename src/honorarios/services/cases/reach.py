"""Which surgeries an actor reaches: by unit, by participation, and for a hospital's finance by repasse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from honorarios.records import selectors
from honorarios.records.models import Answer, RouteClaim
from honorarios.routing.routes import Route
from honorarios.services import access
from honorarios.services.permissions import sees_only_repasse

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.records.models import SurgeryCase
    from honorarios.services.work import Work


def cases(work: Work) -> QuerySet[SurgeryCase]:
    """The surgeries within reach; a hospital's finance sees those whose fees go through the hospital."""
    found = selectors.cases(work.scope)
    if not sees_only_repasse(work.actor):
        return found
    claims = RouteClaim.objects.filter(case_id=OuterRef("pk"), route=Route.REPASSE.code_name)
    return found.filter(
        Q(fees_requested=Answer.YES) | Q(repasse_requested_on__isnull=False) | Exists(claims)
    )


def one(work: Work, case_id: int) -> SurgeryCase:
    """A surgery within reach, with what its facts ask for; or PER-NOT-FOUND."""
    return access.one(joined(cases(work)), f"A cirurgia {case_id}", pk=case_id)


def joined(rows: QuerySet[SurgeryCase]) -> QuerySet[SurgeryCase]:
    """Surgeries with all that :func:`honorarios.services.cases.facts.facts` reads."""
    return rows.select_related(
        "attendance",
        "hospital",
        "patient",
        "payer",
        "plan",
        "contracted_accommodation",
        "occupied_accommodation",
        "responsible",
    ).prefetch_related(
        "acts__authorised__authorisation__request",
        "participations__provider",
        "participations__acts",
        "requests__authorisations__acts",
        "documents",
        "quotes",
    )
