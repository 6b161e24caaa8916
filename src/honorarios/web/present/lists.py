"""The list of lines: its filters in the address, its rows and its sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.vocabulary import LineStatus, Role
from honorarios.services import names, situations
from honorarios.services.fees import LineFilter
from honorarios.services.operations import Operation
from honorarios.web.present import asking, filters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

    from honorarios.core.findings import Finding
    from honorarios.services.fees import LineView
    from honorarios.web.call import Call

LINES: Final = 50
"""Lines of a page."""
SIDES: Final = (
    ("inside", gettext_noop("Dentro da conta")),
    ("outside", gettext_noop("Fora da conta")),
)


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
    side = asking.one_of(query, "lado", _("Na conta"), SIDES, found)
    role = asking.one_of(query, "funcao", _("Função"), filters.terms(Role), found)
    status = asking.one_of(query, "situacao", _("Situação"), filters.terms(LineStatus), found)
    return LineFilter(
        part_id=asking.key(query, "parcial", _("Parcial"), found),
        account_id=asking.key(query, "conta", _("Conta"), found),
        billing_unit=query.get("unidade", ""),
        payer=query.get("convenio", ""),
        provider=query.get("prestador", ""),
        code="".join(char for char in query.get("codigo", "") if char.isdigit()),
        role=filters.member(Role, role),
        status=filters.member(LineStatus, status),
        outside={"outside": True, "inside": False}.get(side),
        first_day=asking.day(query, "de", found),
        last_day=asking.day(query, "ate", found),
        situation=asking.one_of(query, "onde", _("Onde está o valor"), _where(), found),
    ), tuple(found)


def line_fields(
    call: Call, found: Iterable[Finding], source: QueryDict | None = None
) -> list[filters.Field]:
    """The fields of the filter, with what the address asks or what was sent with a form."""
    query = call.query if source is None else source
    told, known = list(found), call.take(names.choices(actor=call.actor))
    fields = [*asking.days(query, told), asking.payer(query, known), *asking.units(query, known)]
    if call.may(Operation.PARTS_CLOSE) or call.may(Operation.PARTS_BILL):
        fields.append(asking.provider(call, query))
    roles = filters.every(filters.terms(Role), _("Todas"))
    states = filters.every(filters.terms(LineStatus), _("Todas"))
    sides = filters.every(((name, _(label)) for name, label in SIDES), _("Dentro e fora"))
    places = filters.every(_where(), _("Em qualquer lugar"))
    return [
        *fields,
        filters.Field(
            name="codigo",
            label=_("Código"),
            value=query.get("codigo", ""),
            placeholder=_("ou o começo"),
        ),
        asking.choice(query, "funcao", _("Função"), roles, told),
        asking.choice(query, "situacao", _("Situação"), states, told),
        asking.choice(query, "lado", _("Na conta"), sides, told),
        asking.choice(query, "onde", _("Onde está o valor"), places, told, wide=True),
        *_hidden(query, told),
    ]


def line_rows(call: Call, lines: Iterable[LineView]) -> list[Row]:
    """Lines with the names of whoever acted."""
    shown = tuple(lines)
    known = call.take(names.providers(actor=call.actor, codes={line.provider for line in shown}))
    return [Row(line, known.get(line.provider or "", line.provider or "")) for line in shown]


def _where() -> list[filters.Option]:
    return [(name, _(label)) for name, label in situations.CHOICES]


def _hidden(query: QueryDict, found: Iterable[Finding]) -> list[filters.Field]:
    """A part or an account that the address names: it stays when the other fields change."""
    titles = {"parcial": _("Parcial"), "conta": _("Conta")}
    return [
        filters.Field(
            name=name, label=label, value=value, type="number", findings=filters.of(found, name)
        )
        for name, label in titles.items()
        if (value := query.get(name, ""))
    ]
