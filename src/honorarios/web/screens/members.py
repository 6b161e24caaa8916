"""Members (acessos): who comes into the office, as what, and which units they reach."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.findings import Place
from honorarios.services import members, registers
from honorarios.services.actor import ActorRole
from honorarios.services.members import MemberView, NewMember, second_steps
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.web import codes
from honorarios.web.answers import Go, Page
from honorarios.web.present.forms import Input, Option
from honorarios.web.present.places import BY_NAME
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.members import MemberAnswer
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

ROLES = tuple(role for role in ActorRole if role is not ActorRole.SYSTEM)
PAGE = 100
TEXTS = ("username", "first_name", "last_name", "role", "provider")


def index(call: Call) -> Answer:
    """Everybody who comes in."""
    after = call.query.get("depois", "")
    found = call.take(members.listed(actor=call.actor, after=after, size=PAGE + 1))
    named = _named(call)
    rows = [
        {
            "member": one,
            "role": _(ActorRole(one.role).label),
            "units": [named["units"].get(code, code) for code in one.billing_units],
            "provider": named["providers"].get(one.provider or "", one.provider or ""),
            "own": one.user_id == call.actor.user_id,
        }
        for one in found[:PAGE]
    ]
    context = {
        "rows": rows,
        "writes": call.may(Operation.MEMBERS_WRITE),
        "after": found[PAGE - 1].username if len(found) > PAGE else None,
        "first": bool(after),
    }
    return Page("web/members/index.html", context)


def new(call: Call) -> Answer:
    """Somebody to be let in."""
    if not call.posted:
        return _form(call, {"role": ActorRole.CLERK.value})
    data = _given(call)
    result = members.add(
        actor=call.actor,
        new=NewMember(
            username=data["username"],
            role=data["role"],
            first_name=data["first_name"],
            last_name=data["last_name"],
            billing_units=tuple(data["billing_units"]),
            provider=data["provider"] or None,
        ),
        key=call.key,
    )
    text = _("Acesso criado. Abra-o e faça o convite para a pessoa escolher a senha.")
    return _saved(call, data, result, text)


def edit(call: Call, member_id: int) -> Answer:
    """What somebody is, and what they reach."""
    held = _held(call, member_id)
    if not call.posted:
        data: dict[str, Any] = {
            "role": held.role,
            "provider": held.provider or "",
            "billing_units": held.billing_units,
        }
        return _form(call, data, held)
    data = _given(call)
    result = members.change(
        actor=call.actor,
        member_id=member_id,
        role=data["role"],
        billing_units=data["billing_units"],
        provider=data["provider"] or None,
        key=call.key,
    )
    return _saved(call, data, result, _("Acesso alterado."), held)


def remove(call: Call, member_id: int) -> Answer:
    """Somebody who doesn't come in any more."""
    call.take(members.remove(actor=call.actor, member_id=member_id, key=call.key))
    return Go(
        reverse("members.index"), _("Acesso retirado; o que a pessoa fez continua registrado.")
    )


def reset(call: Call, member_id: int) -> Answer:
    """Take the second step of somebody who lost it away."""
    call.take(second_steps.reset(actor=call.actor, member_id=member_id))
    text = _("Segunda etapa desligada; as sessões da pessoa foram encerradas.")
    return Go(reverse("members.edit", args=[member_id]), text)


def _held(call: Call, member_id: int) -> MemberView:
    return call.take(members.read(actor=call.actor, member_id=member_id))


def _given(call: Call) -> dict[str, Any]:
    data: dict[str, Any] = {name: call.form.get(name, "").strip() for name in TEXTS}
    data["billing_units"] = call.form.getlist("billing_units")
    if data["role"] not in {role.value for role in ROLES}:
        raise call.refuse(codes.BAD_REQUEST.at(Place(field="role")))
    return data


def _saved(
    call: Call,
    data: Mapping[str, Any],
    result: Result[MemberAnswer],
    message: str,
    held: MemberView | None = None,
) -> Answer:
    if result.ok:
        return Go(reverse("members.index"), message)
    return _form(call, data, held, result.findings, status_of(result))


def _form(
    call: Call,
    data: Mapping[str, Any],
    held: MemberView | None = None,
    findings: Sequence[Finding] = (),
    status: HTTPStatus = HTTPStatus.OK,
) -> Answer:
    known = _named(call)["units"]
    own = () if held is not None else _person(data, findings)
    units = data.get("billing_units", ())
    nodes = (
        *own,
        Input(
            name="role",
            label=_("Perfil"),
            help=_("O que a pessoa faz no cliente: decide o que ela vê e o que pode."),
            type="select",
            required=True,
            options=tuple(
                Option(role.value, _(role.label), role.value == data.get("role")) for role in ROLES
            ),
            findings=_at(findings, "role"),
        ),
        _provider(call, str(data.get("provider") or ""), findings),
        Input(
            name="billing_units",
            label=_("Unidades de faturamento"),
            help=_("Só estas; nenhuma marcada: todas."),
            type="checks",
            # What somebody holds is always there: left out of the form, it would be taken away.
            options=tuple(
                Option(code, known.get(code, code), code in units)
                for code in dict.fromkeys((*known, *units))
            ),
            findings=_at(findings, "billing_units"),
        ),
    )
    placed = {node.name for node in nodes}
    context = {
        "nodes": nodes,
        "held": held,
        "findings": [one for one in findings if one.place.field not in placed],
        "key": call.key,
        "own": held is not None and held.user_id == call.actor.user_id,
    }
    return Page("web/members/form.html", context, status)


def _person(data: Mapping[str, Any], findings: Sequence[Finding]) -> tuple[Input, ...]:
    return tuple(
        Input(
            name=name,
            label=label,
            help=help_,
            value=str(data.get(name, "")),
            required=name == "username",
            autofocus=name == "username",
            findings=_at(findings, name),
        )
        for name, label, help_ in (
            ("username", _("Nome de usuário"), _("Com que a pessoa entra; não muda depois.")),
            ("first_name", _("Nome"), ""),
            ("last_name", _("Sobrenome"), ""),
        )
    )


def _provider(call: Call, given: str, findings: Sequence[Finding]) -> Input:
    """Who the person is: chosen from a list where it is short, else searched."""
    register = REGISTERS["providers"]
    listed = call.take(registers.choices(actor=call.actor, register=register))
    shown = listed
    if listed.more and given:
        shown = call.take(registers.choices(actor=call.actor, register=register, search=given))
    known = {one.value: one.label for one in shown.found}
    return Input(
        name="provider",
        label=_("Prestador"),
        help=_("Quem a pessoa é, só para o perfil Médico: ela vê a própria produção."),
        type="search" if listed.more else "select",
        value=given,
        text=known.get(given, given),
        source=BY_NAME[register.name].url("options"),
        options=(
            Option("", "—", not given),
            *(Option(code, name, code == given) for code, name in known.items()),
        ),
        findings=_at(findings, "provider"),
    )


def _at(findings: Sequence[Finding], name: str) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.place.field == name)


def _named(call: Call) -> dict[str, dict[str, str]]:
    """The names of units and providers by their codes."""
    found = {}
    for name, register in (("units", "billing-units"), ("providers", "providers")):
        choices = call.take(registers.choices(actor=call.actor, register=REGISTERS[register]))
        found[name] = {one.value: one.label for one in choices.found}
    return found
