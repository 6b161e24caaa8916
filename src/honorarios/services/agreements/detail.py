"""One agreement: its terms over time, who can confirm it, and the tag to confirm it by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from honorarios.planning.cutoff_words import told
from honorarios.records import selectors
from honorarios.records.models import Agreement, Contact, HospitalContact, RouteTerms
from honorarios.services import access
from honorarios.services.agreements.grid import REFERRED, AgreementView, agreement_view, in_force
from honorarios.services.days import today
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.services.registers.rows import views
from honorarios.services.routing.terms import cutoff_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.records.selectors import Scope
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask in a hospital."""

    id: int
    hospital: str
    """Name."""
    kind: str
    name: str
    email: str
    phone: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsView:
    """Terms of a route; shares in %."""

    id: int
    fee_share: Decimal
    fee_on: str
    fixed_centavos: int
    service_share: Decimal
    loss_share: Decimal
    payment_days: int | None
    appeal_days: int | None
    cut_off: str
    """Until when papers are taken, in words; empty where nobody knows."""
    documents: tuple[str, ...]
    papers: int
    same_route_for_all: bool
    accepts_natural: str
    accepts_legal: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class AgreementDetail:
    """An agreement with all that is known about it."""

    agreement: AgreementView
    tag: str
    """What a confirmation says that it saw."""
    terms: tuple[TermsView, ...]
    """The newest first."""
    contacts: tuple[ContactView, ...]
    """Of its hospital, in force, those who can confirm it first."""
    others: tuple[AgreementView, ...]
    """The agreements in force of the same parties."""


def detail(*, actor: Actor, agreement_id: int, on: date | None = None) -> Result[AgreementDetail]:
    """One agreement; PER-NOT-FOUND where the office has none of that number."""

    def do(work: Work) -> AgreementDetail:
        day = on or today(work.actor.office_id, work.now)
        rows = selectors.owned(Agreement, work.scope).select_related(*REFERRED)
        row = access.one(rows, f"O acordo {agreement_id}", pk=agreement_id)
        (shown,) = views(REGISTERS["agreements"], [row])
        terms = selectors.owned(RouteTerms, work.scope).filter(agreement=row)
        same = rows.filter(
            in_force(day), hospital=row.hospital, cooperative=row.cooperative, payer=row.payer
        ).exclude(pk=row.pk)
        return AgreementDetail(
            agreement_view(row, day),
            shown.tag,
            tuple(map(_terms, terms.order_by("-valid_from"))),
            tuple(contacts_of(work.scope, [row], day)),
            tuple(agreement_view(other, day) for other in same.order_by("pk")),
        )

    return consult(actor=actor, operation=Operation.AGREEMENTS_READ, do=do)


def contacts_of(scope: Scope, rows: Iterable[Agreement], day: date) -> list[ContactView]:
    """The contacts in force of the hospitals of some agreements; whom they name first."""
    named = {kind for row in rows for kind in row.asks.split()}
    hospitals = {row.hospital_id for row in rows} - {None}
    found = selectors.owned(HospitalContact, scope).filter(in_force(day), hospital__in=hospitals)
    order = list(Contact.values)
    views = [
        ContactView(one.pk, one.hospital.name, one.kind, one.name, one.email, one.phone, one.note)
        for one in found.select_related("hospital")
    ]
    return sorted(views, key=lambda one: (one.kind not in named, order.index(one.kind), one.name))


def _terms(row: RouteTerms) -> TermsView:
    cut_off = cutoff_of(row)
    return TermsView(
        id=row.pk,
        fee_share=row.fee_share,
        fee_on=row.fee_on,
        fixed_centavos=row.fixed_centavos,
        service_share=row.service_share,
        loss_share=row.loss_share,
        payment_days=row.payment_days,
        appeal_days=row.appeal_days,
        cut_off="" if cut_off is None else told(cut_off),
        documents=row.papers_asked,
        papers=row.papers,
        same_route_for_all=row.same_route_for_all,
        accepts_natural=row.accepts_natural,
        accepts_legal=row.accepts_legal,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
