"""What the office's own contracts and confirmed facts ask for: anniversaries, negotiations, confirmations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.core.phrase import Phrase, either
from honorarios.core.phrase import gettext_noop as _
from honorarios.core.vocabulary import CredentialMode
from honorarios.planning.deadlines import Confirmed, Contract
from honorarios.planning.deadlines import of_office as count
from honorarios.records.models import (
    Agreement,
    AgreementKind,
    Contact,
    CooperativeMembership,
    Credential,
    FactStatus,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.deadlines import Deadline
    from honorarios.records.models import Cooperative, Hospital, Payer, Provider
    from honorarios.records.models.facts import Confirmable

    Party = Cooperative | Hospital | Payer | Provider

BELIEVED: Final = (FactStatus.CONFIRMED, FactStatus.PRESUMED)


def of_office(office_id: int, today: date) -> tuple[Deadline, ...]:
    """The deadlines of the office that belong to no surgery, in order."""
    return count(_contracts(office_id, today), _confirmed(office_id, today), today)


def _contracts(office_id: int, today: date) -> Iterator[Contract]:
    agreements = Agreement.objects.filter(_held(office_id, today)).exclude(
        Q(kind=AgreementKind.ACCEPTANCE) | Q(fact_status=FactStatus.DENIED)
    )
    for row in agreements.select_related("hospital", "cooperative", "payer"):
        yield Contract(
            name=name_of(row),
            payer="" if row.payer is None else row.payer.name,
            since=row.valid_from,
            until=row.valid_to,
            key=f"agreement-{row.pk}",
        )
    credentials = (
        Credential.objects.filter(_held(office_id, today), mode=CredentialMode.DIRECT.code_name)
        .exclude(fact_status=FactStatus.DENIED)
        .values_list("payer_id", "payer__name", "valid_from")
    )
    # A payer's contract with forty physicians has one anniversary to see to, not forty.
    for (payer_id, payer, since), many in sorted(Counter(credentials).items()):
        told = "1 profissional" if many == 1 else f"{many} profissionais"
        yield Contract(
            name=f"Credenciamento: {payer} ({told})",
            payer=payer,
            since=since,
            key=f"credential-{payer_id}-{since:%y%m%d}",
        )


def _confirmed(office_id: int, today: date) -> Iterator[Confirmed]:
    held = _held(office_id, today) & Q(expires_on__isnull=False, fact_status__in=BELIEVED)
    agreements = Agreement.objects.filter(held).select_related("hospital", "cooperative", "payer")
    for agreement in agreements:
        yield _fact(agreement, name_of(agreement), f"agreement-{agreement.pk}")
    for credential in Credential.objects.filter(held).select_related("provider", "payer"):
        name = _between(_("Credenciamento"), credential.provider, credential.payer)
        yield _fact(credential, name, f"credential-{credential.pk}")
    for member in CooperativeMembership.objects.filter(held).select_related(
        "provider", "cooperative"
    ):
        name = _between(_("Filiação"), member.provider, member.cooperative)
        yield _fact(member, name, f"membership-{member.pk}")


def name_of(row: Agreement) -> str:
    """An agreement as people call it: its kind, and who it is between."""
    kind = {
        AgreementKind.REPASSE: _("Repasse"),
        AgreementKind.COOPERATIVE: _("Cooperativa"),
        AgreementKind.ACCEPTANCE: _("Aceitação"),
    }[AgreementKind(row.kind)]
    return _between(kind, row.hospital, row.cooperative, row.payer)


def _between(kind: str, *parties: Party | None) -> str:
    """What ties people, and who they are."""
    names = " × ".join(party.name for party in parties if party is not None)
    return Phrase("{kind}: {parties}", kind=kind, parties=names)


def _held(office_id: int, today: date) -> Q:
    return Q(office_id=office_id, valid_from__lte=today) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=today)
    )


def _fact(row: Confirmable, name: str, key: str) -> Confirmed:
    wanted = set(row.asks.split())
    asks = [str(one.label).lower() for one in Contact if one.value in wanted]
    # The query leaves out those without a day.
    assert row.expires_on is not None  # noqa: S101 - a bad program, not bad data
    return Confirmed(name=name, expires_on=row.expires_on, asks=either(asks), key=key)
