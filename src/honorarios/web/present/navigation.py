"""What stands around a page: the navigation of a role, their own menu, their preferences.

A link shows only where the table of permissions lets the actor in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from honorarios.web import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest

    from honorarios.services.actor import ActorRole
    from honorarios.web.call import Call


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the desk: the name of its address, its word, its icon."""

    name: str
    label: str
    icon: str
    also: tuple[str, ...] = ()
    """Places that belong to it though their addresses do not stand below its own."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as a page shows it."""

    href: str
    label: str
    icon: str
    current: bool = False
    also: tuple[str, ...] = ()
    """Other addresses whose pages belong to it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a title."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around the content of a page."""

    groups: tuple[Group, ...] = ()
    own: tuple[Link, ...] = ()
    help: tuple[Link, ...] = ()
    person: str = ""
    role: str = ""
    office: str = ""
    theme: str = "system"
    single_keys: bool = True
    search: str = ""
    """Address that answers the palette; empty for whoever may search nothing."""
    dismissed: tuple[str, ...] = field(default=())


# In the order of a day's work.
GROUPS: Final[tuple[tuple[str, tuple[Entry, ...]], ...]] = (
    (
        "",
        (
            Entry("me.home", _("Início"), "house"),
            Entry("worklist.index", _("Contas"), "receipt-text"),
            Entry("cases.index", _("Cirurgias"), "calendar-heart"),
            Entry("cases.mine", _("Minhas cirurgias"), "heart-pulse"),
            Entry("attendances.index", _("Atendimentos"), "bed"),
            Entry("deadlines.index", _("Prazos"), "calendar-clock"),
            Entry("lines.list", _("Lançamentos"), "stethoscope"),
            Entry("splits.reprocess", _("Divisões a refazer"), "split"),
            Entry("bulk.batches", _("Alterações em lote"), "layers", also=("bulk.edit",)),
            Entry("remittances.index", _("Remessas"), "send"),
        ),
    ),
    (
        _("Resultados"),
        (
            Entry("dashboard.show", _("Painel"), "chart-column"),
            Entry("production.show", _("Minha produção"), "wallet"),
            Entry("reports.closing", _("Fechamento"), "clipboard-check"),
            Entry("reports.statements", _("Demonstrativos"), "file-text"),
        ),
    ),
    (
        _("Base"),
        (
            Entry("registers.index", _("Cadastros"), "database"),
            Entry("agreements.index", _("Acordos"), "badge-check"),
            Entry("terms.index", _("Condições"), "handshake"),
            Entry("imports.index", _("Importações"), "file-up"),
            Entry("parameters.show", _("Parâmetros"), "sliders-horizontal"),
            Entry("taxes.show", _("Tributos"), "scale"),
            Entry("members.index", _("Acessos"), "users-round"),
            Entry("audit.index", _("Auditoria"), "shield-check"),
        ),
    ),
)
OWN: Final = (
    Entry("me.preferences", _("Preferências"), "settings"),
    Entry("account_change_password", _("Trocar a senha"), "key-round"),
    Entry("mfa_index", _("Segunda etapa do acesso"), "shield-check"),
    Entry("me.sessions", _("Sessões abertas"), "monitor"),
    Entry("tokens.index", _("Chaves de acesso"), "key"),
    Entry("offices.choose", _("Trocar de escritório"), "building-2"),
)
HELP: Final = (
    Entry("guide.glossary", _("Glossário"), "book-open"),
    Entry("design.show", _("Desenho das telas"), "palette"),
)
SEARCH: Final = "search.palette"


def frame(request: HttpRequest | None) -> Frame:
    """The frame for whoever asks; of somebody who isn't in an office, almost nothing."""
    call: Call | None = getattr(request, "call", None)
    if request is None or call is None:
        return Frame()
    preference = call.preference
    if not call.user.is_authenticated:
        return Frame(theme=preference.theme, single_keys=preference.single_keys)
    person = call.user.get_full_name() or call.user.get_username()
    if call.identity is None or call.place is None:
        return Frame(person=person, theme=preference.theme, single_keys=preference.single_keys)
    known, path = _of_role(call.actor.role, get_language(), get_script_prefix()), call.request.path
    return replace(
        known,
        groups=tuple(Group(group.title, _here(group.links, path)) for group in known.groups),
        own=_here(known.own, path),
        help=_here(known.help, path),
        person=person,
        office=call.place.name,
        theme=preference.theme,
        single_keys=preference.single_keys,
        dismissed=preference.dismissed,
    )


@lru_cache(maxsize=64)
def _of_role(role: ActorRole, language: str | None, prefix: str) -> Frame:  # noqa: ARG001 - the words are of the one, the addresses of the other
    """What is the same for everybody of a role: the table of permissions asks for no more."""
    groups = (
        Group(gettext(title) if title else "", _links(role, entries)) for title, entries in GROUPS
    )
    return Frame(
        groups=tuple(group for group in groups if group.links),
        own=_links(role, OWN),
        help=_links(role, HELP),
        role=gettext(role.label),
        search=reverse(SEARCH) if table.open_to(role, SEARCH) else "",
    )


def _links(role: ActorRole, entries: Iterable[Entry]) -> tuple[Link, ...]:
    return tuple(
        Link(
            reverse(entry.name),
            gettext(entry.label),
            entry.icon,
            also=tuple(reverse(name) for name in entry.also),
        )
        for entry in entries
        if table.open_to(role, entry.name)
    )


def _here(links: Sequence[Link], path: str) -> tuple[Link, ...]:
    """The links, with the one that the page is below."""
    above = {address: link.href for link in links for address in (link.href, *link.also)}
    here = above.get(_current(path, above))
    return tuple(replace(link, current=True) if link.href == here else link for link in links)


def _current(path: str, addresses: Iterable[str]) -> str:
    """The address that a page is below: the longest; the start is below nothing."""
    home = reverse("me.home")
    above = (one for one in addresses if path == one or (one != home and path.startswith(one)))
    return max(above, key=len, default="")
