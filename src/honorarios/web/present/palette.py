"""What the command palette shows of what the server found: a text, a detail and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import AttendanceStatus
from honorarios.planning.case import Status
from honorarios.web.present.writing import day, label

if TYPE_CHECKING:
    from honorarios.services.jump import AccountPlace, AttendancePlace, CasePlace
    from honorarios.services.providers import ProviderView
    from honorarios.web.present.places import Place


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to."""

    href: str
    text: str
    detail: str
    icon: str


def account_hit(found: AccountPlace) -> Hit:
    """An account."""
    return Hit(
        href=reverse("account.show", args=[found.account_id]),
        text=_("Conta %(number)s do atendimento %(attendance)s")
        % {"number": found.number, "attendance": found.attendance},
        detail=found.billing_unit,
        icon="receipt-text",
    )


def attendance_hit(found: AttendancePlace) -> Hit:
    """An attendance."""
    status = label(AttendanceStatus[found.status.upper()])
    return Hit(
        href=reverse("attendances.show", args=[found.attendance_id]),
        text=_("Atendimento %(number)s") % {"number": found.number},
        detail=f"{found.hospital} · {day(found.started_at.date())} · {status}",
        icon="bed",
    )


def case_hit(found: CasePlace) -> Hit:
    """A surgery."""
    return Hit(
        href=reverse("cases.show", args=[found.case_id]),
        text=_("Cirurgia %(number)s") % {"number": found.number},
        detail=f"{found.hospital} · {_(Status.named(found.status).label)}",
        icon="calendar-heart",
    )


def place_hit(place: Place) -> Hit:
    """A register's list."""
    return Hit(place.listing, place.titles, _("Cadastro"), place.icon)


def provider_hit(found: ProviderView, listing: str) -> Hit:
    """A provider, in the list of its register."""
    return Hit(
        href=f"{listing}?{urlencode({'busca': found.code})}",
        text=found.name,
        detail=" · ".join(filter(None, (_("Prestador"), found.specialty))),
        icon="user-round",
    )
