"""Agreements as people see them: how each is known, how old that is, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from honorarios.records.models import (
    AgreementKind,
    AgreementScope,
    Answer,
    Contact,
    FactStatus,
    FeeOn,
)
from honorarios.services.agreements import SOON, Why
from honorarios.web.present.writing import KEPT_DOT
from honorarios.web.present.writing import day as shown_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.agreements import AgreementView, Cell, FactView, GridRow, StaleFact

MONTH: Final = 30
YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Mark:
    """How a fact is known, in a word with its colour and sign."""

    kind: str
    """``ok``, ``warn``, ``bad``, ``info`` or ``muted``."""
    icon: str
    text: str
    age: str = ""
    """How long ago somebody said so, or until when it may be believed."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement in a cell of the grid."""

    href: str
    scope: str
    special: str
    """Of which part only; empty where it is general."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of the grid."""

    label: str
    agreed: tuple[Agreed, ...]
    add: str
    """Address of a new agreement of these parties."""


@dataclass(frozen=True, slots=True)
class GridLine:
    """A row of the grid."""

    name: str
    code: str
    cells: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class StaleLine:
    """A fact to be confirmed."""

    fact: StaleFact
    href: str
    confirm: str
    mark: Mark
    kind: str
    """What it is: an agreement, a membership, a credential."""
    asks: str


_MARKS: Final[Mapping[str, tuple[str, str, str]]] = {
    FactStatus.CONFIRMED: ("ok", "circle-check", gettext_noop("Confirmado")),
    FactStatus.PRESUMED: ("info", "circle-dashed", gettext_noop("Presumido")),
    FactStatus.UNKNOWN: ("muted", "circle-question-mark", gettext_noop("Não confirmado")),
    FactStatus.DENIED: ("bad", "circle-x", gettext_noop("Negado")),
}
_VIEWS: Final = {
    "agreements": ("agreements.show", "agreements.confirm"),
    "memberships": ("registers.show", "agreements.confirm_membership"),
    "credentials": ("registers.show", "agreements.confirm_credential"),
}
_SLUGS: Final = {"memberships": "filiacoes", "credentials": "credenciamentos"}
_KINDS: Final = {
    "agreements": gettext_noop("Acordo"),
    "memberships": gettext_noop("Filiação"),
    "credentials": gettext_noop("Credenciamento"),
}
WHY: Final[Mapping[Why, tuple[str, str]]] = {
    Why.EXPIRED: (gettext_noop("Venceram"), "bad"),
    Why.SOON: (gettext_noop("Vencem logo"), "warn"),
    Why.UNCONFIRMED: (gettext_noop("Ninguém confirmou"), "info"),
}


def mark(fact: FactView) -> Mark:
    """How a fact is known, and how old that is."""
    kind, icon, text = _MARKS[fact.status]
    if fact.expired:
        return Mark("warn", "timer-off", _("Confirmar de novo"), _expiry(fact))
    age = ago(fact.age) if fact.age is not None else ""
    if fact.left is not None and fact.left <= SOON:
        return Mark("warn", "timer", _(text), _expiry(fact))
    return Mark(kind, icon, _(text), age)


def ago(days: int) -> str:
    """How long ago, roughly.

    >>> from django.utils.translation import override
    >>> with override("pt-br"):
    ...     print(ago(0), ago(1), ago(45), ago(800), sep="; ")
    hoje; há 1 dia; há 45 dias; há 2 anos
    """
    if days <= 0:
        return _("hoje")
    if days >= 2 * YEAR:
        return _("há %(count)s anos") % {"count": days // YEAR}
    if days >= 3 * MONTH:
        return _("há %(count)s meses") % {"count": days // MONTH}
    return ngettext("há %(count)s dia", "há %(count)s dias", days) % {"count": days}


def _expiry(fact: FactView) -> str:
    told = shown_day(fact.expires_on)
    return (
        _("venceu em %(day)s") % {"day": told} if fact.expired else _("até %(day)s") % {"day": told}
    )


def line(row: GridRow, labels: tuple[str, ...]) -> GridLine:
    """A row of the grid, each cell under the label of its column."""
    cells = tuple(square(one, label) for one, label in zip(row.cells, labels, strict=True))
    return GridLine(row.party.name, row.party.code, cells)


def square(cell: Cell, label: str) -> Square:
    """A cell of the grid."""
    told = {
        "kind": cell.kind,
        "hospital": cell.hospital,
        "cooperative": cell.cooperative,
        "payer": cell.payer,
    }
    query = urlencode({name: value for name, value in told.items() if value})
    address = reverse("registers.new", args=["acordos"])
    return Square(label, tuple(map(agreed, cell.agreements)), f"{address}?{query}")


def agreed(one: AgreementView) -> Agreed:
    """An agreement in a cell."""
    href = reverse("agreements.show", args=[one.id])
    return Agreed(href, scope_of(one), special_of(one), mark(one.fact))


def scope_of(one: AgreementView) -> str:
    """What it holds for; nothing where that is all."""
    if one.scope == AgreementScope.BOTH:
        return ""
    return (
        _("Só urgência")
        if one.scope == AgreementScope.URGENCY
        else _(AgreementScope(one.scope).label)
    )


def special_of(one: AgreementView) -> str:
    """Of which part it is only."""
    told = [party.name for party in (one.plan, one.billing_unit) if party is not None]
    told += [text for text in (one.specialty, one.codes) if text]
    return " · ".join(told)


def title(one: AgreementView) -> str:
    """What an agreement is called: its parties."""
    parties = (one.hospital, one.cooperative, one.payer, one.plan)
    return KEPT_DOT.join(party.name for party in parties if party is not None)


def kind(one: AgreementView) -> str:
    """Between whom it is."""
    return _(AgreementKind(one.kind).label)


def stale_line(fact: StaleFact) -> StaleLine:
    """A fact to be confirmed."""
    show, confirm = _VIEWS[fact.register]
    slug = _SLUGS.get(fact.register)
    return StaleLine(
        fact=fact,
        href=reverse(show, args=[fact.row_id] if slug is None else [slug, fact.row_id]),
        confirm=reverse(confirm, args=[fact.row_id]),
        mark=mark(fact.fact),
        kind=_(_KINDS[fact.register]),
        asks=contacts(fact.kinds) if fact.register == "agreements" else "",
    )


def contacts(kinds: tuple[str, ...]) -> str:
    """Who can confirm a fact."""
    return ", ".join(_(Contact(one).label) for one in kinds)


def answer(code: str) -> str:
    """A clause's answer."""
    return _(Answer(code).label)


def fee_on(code: str) -> str:
    """What an intermediary's share is taken of."""
    return _(FeeOn(code).label).lower()
