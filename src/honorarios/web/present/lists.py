"""The list of lines: its filters in the address, its rows and its sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding
from honorarios.core.vocabulary import LineStatus, Role
from honorarios.services import names, situations
from honorarios.services.fees import LineFilter
from honorarios.services.operations import Operation
from honorarios.web import typed
from honorarios.web.present import filters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.http import QueryDict

    from honorarios.services.fees import LineView
    from honorarios.web.call import Call

LINES: Final = 50
"""Lines of a page."""
PROVIDERS: Final = "/busca/prestadores/"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list with the name of whoever acted."""

    line: LineView
    provider: str

    @property
    def crossed(self) -> bool:
        """Whether it counts no longer."""
        return self.line.status != LineStatus.ACTIVE.code_name


def line_filter(query: QueryDict) -> tuple[LineFilter, tuple[Finding, ...]]:
    """The filter of an address; what can't be read is told and not asked about."""
    found: list[Finding] = []
    side = query.get("lado", "")
    return LineFilter(
        part_id=typed.key(query.get("parcial", "")),
        account_id=typed.key(query.get("conta", "")),
        billing_unit=query.get("unidade", ""),
        payer=query.get("convenio", ""),
        provider=query.get("prestador", ""),
        code="".join(char for char in query.get("codigo", "") if char.isdigit()),
        role=filters.member(Role, query.get("funcao", "")),
        status=filters.member(LineStatus, query.get("situacao", "")),
        outside={"outside": True, "inside": False}.get(side),
        first_day=_day(query, "de", found),
        last_day=_day(query, "ate", found),
        situation=query.get("onde", ""),
    ), tuple(found)


def line_fields(
    call: Call, found: Iterable[Finding], source: QueryDict | None = None
) -> list[filters.Field]:
    """The fields of the filter, with what the address asks or what was sent with a form."""
    query = call.query if source is None else source
    told, choices = list(found), call.take(names.choices(actor=call.actor))

    def value(name: str) -> str:
        return query.get(name, "")

    fields = [
        filters.Field(
            name=name,
            label=label,
            value=value(name),
            type="day",
            placeholder=_("dia/mês"),
            findings=filters.of(told, name),
        )
        for name, label in (("de", _("De")), ("ate", _("Até")))
    ]
    fields.append(
        filters.Field(
            name="convenio",
            label=_("Convênio"),
            value=value("convenio"),
            type="select",
            options=filters.every((one.code, one.name) for one in choices.payers),
        )
    )
    if len(choices.units) > 1:
        fields.append(
            filters.Field(
                name="unidade",
                label=_("Unidade"),
                value=value("unidade"),
                type="select",
                options=filters.every(((one.code, one.name) for one in choices.units), _("Todas")),
            )
        )
    if call.may(Operation.PARTS_CLOSE) or call.may(Operation.PARTS_BILL):
        fields.append(_provider(call, query))
    fields += [
        filters.Field(
            name="codigo", label=_("Código"), value=value("codigo"), placeholder=_("ou o começo")
        ),
        filters.Field(
            name="funcao",
            label=_("Função"),
            value=value("funcao"),
            type="select",
            options=filters.every(filters.terms(Role), _("Todas")),
        ),
        filters.Field(
            name="situacao",
            label=_("Situação"),
            value=value("situacao"),
            type="select",
            options=filters.every(filters.terms(LineStatus), _("Todas")),
        ),
        filters.Field(
            name="lado",
            label=_("Lado"),
            value=value("lado"),
            type="select",
            options=[
                ("", _("Os dois")),
                ("inside", _("Dentro da conta")),
                ("outside", _("Fora da conta")),
            ],
        ),
    ]
    where = [(name, _(label)) for name, label in situations.CHOICES]
    fields.append(
        filters.Field(
            name="onde",
            label=_("Onde está o valor"),
            value=value("onde"),
            type="select",
            options=filters.every(where, _("Em qualquer lugar")),
        )
    )
    return fields + _hidden(query)


def line_rows(call: Call, lines: Iterable[LineView]) -> list[Row]:
    """Lines with the names of whoever acted."""
    shown = tuple(lines)
    known = call.take(names.providers(actor=call.actor, codes={line.provider for line in shown}))
    return [Row(line, known.get(line.provider or "", line.provider or "")) for line in shown]


def _hidden(query: QueryDict) -> list[filters.Field]:
    """A part or an account that the address names: it stays when the other fields change."""
    titles = {"parcial": _("Parcial"), "conta": _("Conta")}
    return [
        filters.Field(name=name, label=label, value=value, type="number")
        for name, label in titles.items()
        if (value := query.get(name, ""))
    ]


def _provider(call: Call, query: QueryDict) -> filters.Field:
    code = query.get("prestador", "")
    known = call.take(names.providers(actor=call.actor, codes=[code]))
    return filters.Field(
        name="prestador",
        label=_("Prestador"),
        value=code,
        combobox=PROVIDERS,
        text=known.get(code, code),
    )


def _day(query: QueryDict, name: str, found: list[Finding]) -> date | None:
    read = typed.day(query.get(name, ""), name, today=timezone.localdate())
    if isinstance(read, Finding):
        found.append(read)
        return None
    return read
