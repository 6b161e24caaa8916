"""How account parts look: the kind of a state's badge, and what may be done in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.vocabulary import PartStatus, PayerGroup
from honorarios.web import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.actor import Actor
    from honorarios.services.fees import PartView

KINDS: Final = {
    PartStatus.OPEN.code_name: "info",
    PartStatus.CLOSED.code_name: "warn",
    PartStatus.RELEASED.code_name: "ok",
    PartStatus.BILLED.code_name: "muted",
    PartStatus.CANCELLED.code_name: "bad",
}
"""The badge of each state."""


def kind_of(status: str) -> str:
    """The badge of a state, by its code name."""
    return KINDS[status]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that may be done with a part: a verb of the services, as buttons call it."""

    view: str
    label: str
    icon: str
    statuses: tuple[PartStatus, ...]
    forward: bool = False
    """Whether it is the next step of the part's way."""
    danger: bool = False


DEEDS: Final = (
    Deed("parts.close", gettext_noop("Encerrar"), "lock", (PartStatus.OPEN,), forward=True),
    Deed(
        "parts.release", gettext_noop("Liberar"), "check-check", (PartStatus.CLOSED,), forward=True
    ),
    Deed("parts.bill", gettext_noop("Faturar"), "send", (PartStatus.RELEASED,), forward=True),
    Deed("parts.reopen", gettext_noop("Reabrir"), "lock-open", (PartStatus.CLOSED,)),
    Deed(
        "parts.unrelease",
        gettext_noop("Desfazer a liberação"),
        "undo-2",
        (PartStatus.RELEASED,),
    ),
    Deed("parts.rebill", gettext_noop("Refaturar"), "rotate-ccw", (PartStatus.BILLED,)),
    Deed(
        "parts.invoice",
        gettext_noop("Registrar nota fiscal"),
        "receipt",
        (PartStatus.CLOSED, PartStatus.RELEASED, PartStatus.BILLED),
    ),
    Deed(
        "parts.cancel",
        gettext_noop("Cancelar parcial"),
        "ban",
        (PartStatus.OPEN, PartStatus.CLOSED),
        danger=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A deed as a button offers it."""

    label: str
    icon: str
    href: str
    forward: bool
    danger: bool


def offered(actor: Actor, part: PartView) -> list[Offered]:
    """What the actor may do with a part in the state it is in, the next step first."""
    return [
        Offered(
            label=_(deed.label),
            icon=deed.icon,
            href=reverse(deed.view, args=[part.id]),
            forward=deed.forward,
            danger=deed.danger,
        )
        for deed in _possible(part)
        if table.may(actor, deed.view, "POST")
    ]


def _possible(part: PartView) -> Iterator[Deed]:
    for deed in DEEDS:
        within = part.status in {status.code_name for status in deed.statuses}
        if within and not (deed.view == "parts.invoice" and part.tax_invoice):
            yield deed


def takes_launches(part: PartView) -> bool:
    """Whether lines may be launched, changed and reversed in a part (V2, V3)."""
    if part.payer_group == PayerGroup.SELF_PAY.code_name and part.tax_invoice:
        return False
    return part.status in {PartStatus.OPEN.code_name, PartStatus.CLOSED.code_name}
