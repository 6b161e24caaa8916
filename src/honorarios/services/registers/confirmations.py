"""What must hold among how a fact is known: who confirmed it, when, and until when it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone

from honorarios.core.findings import Place
from honorarios.records.models import FactStatus
from honorarios.services.registers import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding

CONFIRMABLE: Final = (
    "fact_status",
    "evidence",
    "confirmed_by",
    "confirmed_on",
    "expires_on",
    "asks",
)
ANSWERED: Final = frozenset({FactStatus.CONFIRMED, FactStatus.DENIED})


def confirmation(values: Mapping[str, Any]) -> Iterator[Finding]:
    """What somebody confirmed or denied says when, and what :func:`believed` looks at."""
    if values["fact_status"] in ANSWERED and values["confirmed_on"] is None:
        yield codes.CONFIRMED_DAY.at(Place(field="confirmed_on"))
    yield from believed(values)


def believed(values: Mapping[str, Any]) -> Iterator[Finding]:
    """No day of confirmation is to come; the fact expires after it, and it is told if it has."""
    confirmed, expires = values["confirmed_on"], values["expires_on"]
    today = timezone.localdate()
    if confirmed is not None and confirmed > today:
        yield codes.CONFIRMED_AHEAD.at(Place(field="confirmed_on"), day=f"{confirmed:%d/%m/%Y}")
    if expires is None:
        return
    if confirmed is not None and expires < confirmed:
        yield codes.EXPIRES_BEFORE.at(Place(field="expires_on"))
    elif expires < today:
        yield codes.EXPIRED_ALREADY.at(Place(field="expires_on"), day=f"{expires:%d/%m/%Y}")
