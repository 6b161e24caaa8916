"""A surgery of the record as the planning rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.vocabulary import Character, PayerGroup, Role, UpgradeReason
from honorarios.planning.case import ENDED as ENDED_STATES
from honorarios.planning.case import (
    Act,
    Answer,
    Asked,
    Case,
    Paper,
    Quote,
    Senha,
    Status,
    authorised,
)
from honorarios.planning.clocks import Request
from honorarios.records import models
from honorarios.services.loader.terms import optional_term, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.records.models import AccommodationType, SurgeryCase


def facts(row: SurgeryCase) -> Case:
    """What the rules ask of a surgery whose relations were fetched by :func:`~..reach.joined`."""
    status = Status.named(row.status)
    group = term(PayerGroup, row.payer.group)
    return Case(
        is_urgent=row.character == Character.URGENT.code_name,
        is_private=group is PayerGroup.SELF_PAY,
        is_public=group is PayerGroup.SUS,
        free_choice=row.free_choice,
        needs_opme=row.needs_opme,
        acts=tuple(_acts(row)),
        roles=frozenset(term(Role, one.role) for one in row.participations.all()),
        requests=tuple(_requests(row)),
        senhas=tuple(_senhas(row)),
        quotes=tuple(
            Quote(supplier=one.supplier, requested_on=one.requested_on, received_on=one.received_on)
            for one in sorted(row.quotes.all(), key=lambda one: one.pk)
        ),
        papers=tuple(
            Paper(kind=one.kind, state=one.state, on=one.on) for one in row.documents.all()
        ),
        indicated_on=row.indicated_on,
        planned_on=None if row.planned_at is None else row.planned_at.date(),
        admitted_on=row.admitted_on,
        performed_on=None if row.performed_at is None else row.performed_at.date(),
        is_above_contract=_above(row.contracted_accommodation, row.occupied_accommodation),
        upgrade_reason=optional_term(UpgradeReason, row.upgrade_reason),
        consent_signed_on=row.consent_signed_on,
        budget_signed_on=row.budget_signed_on,
        knew_of_network=models.Answer(row.knew_of_network).holds,
        fees_requested=models.Answer(row.fees_requested).holds,
        repasse_requested_on=row.repasse_requested_on,
        ended=status if status in ENDED_STATES else None,
    )


def _acts(row: SurgeryCase) -> Iterator[Act]:
    planned = sorted(row.acts.all(), key=lambda act: act.sequence)
    standing = [
        {one.act_id: one.quantity for one in granted.acts.all()}
        for asked in row.requests.all()
        if asked.withdrawn_on is None
        for granted in asked.authorisations.all()
    ]
    given = authorised({act.pk: act.quantity for act in planned}, standing)
    for act in planned:
        yield Act(
            key=act.pk,
            code=act.code,
            description=act.description,
            quantity=act.quantity,
            authorised=given[act.pk],
        )


def _requests(row: SurgeryCase) -> Iterator[Asked]:
    for one in sorted(row.requests.all(), key=lambda asked: (asked.requested_on, asked.pk)):
        yield Asked(
            key=one.pk,
            kind=Request[one.kind.upper()],
            on=one.requested_on,
            answer=Answer.named(one.answer),
            answered_on=one.answered_on,
            answer_text=one.answer_text,
            protocol=one.protocol,
            withdrawn=one.withdrawn_on is not None,
        )


def _senhas(row: SurgeryCase) -> Iterator[Senha]:
    """The senhas of what still stands, the one that lasts least first, the newest last."""
    granted = [
        one
        for asked in row.requests.all()
        if asked.withdrawn_on is None
        for one in asked.authorisations.all()
    ]
    for one in sorted(granted, key=lambda senha: (senha.granted_on, senha.pk)):
        yield Senha(number=one.senha, granted_on=one.granted_on, valid_until=one.valid_until)


def _above(contracted: AccommodationType | None, occupied: AccommodationType | None) -> bool | None:
    if contracted is None or occupied is None:
        return None
    return occupied.rank > contracted.rank
