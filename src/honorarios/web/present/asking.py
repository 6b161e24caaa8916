"""What lists are asked by in their address: read, with a finding for what cannot be, and drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding, Place
from honorarios.services import names
from honorarios.web import typed
from honorarios.web.present import filters
from honorarios.web.typed import codes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.http import QueryDict

    from honorarios.services.names import Choices
    from honorarios.web.call import Call

PROVIDERS: Final = "/busca/prestadores/"


def day(query: QueryDict, name: str, found: list[Finding]) -> date | None:
    """A day of the address; what cannot be read is found, and not asked about."""
    read = typed.day(query.get(name, ""), name, today=timezone.localdate())
    if isinstance(read, Finding):
        found.append(read)
        return None
    return read


def key(query: QueryDict, name: str, title: str, found: list[Finding]) -> int | None:
    """The number of a row, likewise."""
    given = query.get(name, "")
    read = typed.key(given)
    if given and read is None:
        found.append(_unknown(name, title, given))
    return read


def one_of(
    query: QueryDict, name: str, title: str, known: Iterable[filters.Option], found: list[Finding]
) -> str:
    """One of some options, likewise; empty where none is asked for."""
    given = query.get(name, "")
    if not given or given in dict(known):
        return given
    found.append(_unknown(name, title, given))
    return ""


def _unknown(name: str, title: str, given: str) -> Finding:
    return codes.UNKNOWN_FILTER.at(Place(field=name), title=title, given=given)


def days(query: QueryDict, found: Iterable[Finding]) -> list[filters.Field]:
    """The two ends of a period."""
    told = list(found)
    return [
        filters.Field(
            name=name,
            label=label,
            value=query.get(name, ""),
            type="day",
            placeholder=_("dia/mês"),
            findings=filters.of(told, name),
        )
        for name, label in (("de", _("De")), ("ate", _("Até")))
    ]


def choice(
    query: QueryDict,
    name: str,
    label: str,
    options: list[filters.Option],
    found: Iterable[Finding] = (),
    *,
    wide: bool = False,
) -> filters.Field:
    """A closed list, of which the first option asks for nothing."""
    return filters.Field(
        name=name,
        label=label,
        value=query.get(name, ""),
        type="select",
        options=tuple(options),
        findings=filters.of(found, name),
        wide=wide,
    )


def payer(query: QueryDict, known: Choices) -> filters.Field:
    """The payers of the office."""
    options = filters.every((one.code, one.name) for one in known.payers)
    return choice(query, "convenio", _("Convênio"), options)


def units(query: QueryDict, known: Choices) -> list[filters.Field]:
    """The billing units within reach, for whoever has more than one."""
    if len(known.units) < 2:
        return []
    options = filters.every(((one.code, one.name) for one in known.units), _("Todas"))
    return [choice(query, "unidade", _("Unidade"), options)]


def provider(call: Call, query: QueryDict) -> filters.Field:
    """Whoever acted, searched by code or name."""
    code = query.get("prestador", "")
    known = call.take(names.providers(actor=call.actor, codes=[code]))
    return filters.Field(
        name="prestador",
        label=_("Prestador"),
        value=code,
        combobox=PROVIDERS,
        text=known.get(code, code),
    )
