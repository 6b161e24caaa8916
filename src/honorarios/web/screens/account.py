"""An account: its attendance, its parts as tabs, and the lines of the part in hand by surgery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import PartStatus, PayerGroup
from honorarios.services import fees, names
from honorarios.services.attendances import reading
from honorarios.services.operations import Operation
from honorarios.services.packages import account as account_packages
from honorarios.web import typed
from honorarios.web.answers import Page
from honorarios.web.present import account as present
from honorarios.web.present.parts import kind_of, offered, takes_launches

if TYPE_CHECKING:
    from honorarios.services.fees import AccountView, PartView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

STAY_TAB: Final = "internacao"


def show(call: Call, account_id: int) -> Answer:
    """The account with one of its parts open."""
    view = call.take(fees.account(actor=call.actor, account_id=account_id))
    head = call.take(reading.head(actor=call.actor, attendance_id=view.attendance_id))
    tab = call.query.get("aba", "")
    part = None if tab == STAY_TAB else _part(call, view)
    context: dict[str, Any] = {
        "account": view,
        "attendance": head.attendance,
        "initials": head.initials,
        "tabs": _tabs(view, part),
        "part": part,
        "sums": _sums(view.sums),
    }
    if part is not None:
        context |= _of_part(call, view, part)
    else:
        detail = reading.detail(actor=call.actor, attendance_id=view.attendance_id)
        context["detail"] = call.take(detail)
        context["packages"] = call.take(
            account_packages.listed(actor=call.actor, account_id=account_id)
        )
    return Page("web/account/show.html", context)


def _of_part(call: Call, view: AccountView, part: PartView) -> dict[str, Any]:
    codes = {line.provider for line in part.lines}
    known = call.take(names.providers(actor=call.actor, codes=codes))
    open_ = takes_launches(part)
    given = call.query.get("novas", "").split(",")
    shown = present.Shown(
        names=known,
        elsewhere=present.lines_of(view),
        differences=present.differences_of(view),
        fresh=frozenset(typed.keys(given)),
        open=open_,
    )
    checked = {PartStatus.OPEN.code_name, PartStatus.CLOSED.code_name}
    return {
        "surgeries": present.surgeries(part, shown),
        "kind": kind_of(part.status),
        "deeds": offered(call.actor, part),
        "takes": open_,
        "private": part.payer_group == PayerGroup.SELF_PAY.code_name,
        "part_sums": _sums(part.sums),
        "checks": call.may(Operation.PARTS_CLOSE) and part.status in checked,
    }


def _part(call: Call, view: AccountView) -> PartView | None:
    """The part that the address asks for; else the first that is open, else the first."""
    asked = call.query.get("parcial", "")
    named = next((part for part in view.parts if str(part.id) == asked), None)
    if named is not None or not view.parts:
        return named
    in_work = (part for part in view.parts if part.status == PartStatus.OPEN.code_name)
    return next(in_work, view.parts[0])


def _tabs(view: AccountView, part: PartView | None) -> list[dict[str, Any]]:
    here = reverse("account.show", args=[view.id])
    tabs: list[dict[str, Any]] = [
        {
            "label": _("%(seq)s · %(payer)s") % {"seq": one.seq, "payer": one.payer_name},
            "href": f"{here}?parcial={one.id}",
            "current": part is not None and one.id == part.id,
            "count": one.sums.lines,
        }
        for one in view.parts
    ]
    stay = {
        "label": _("Internação e pacotes"),
        "href": f"{here}?aba={STAY_TAB}",
        "current": part is None,
    }
    return [*tabs, stay]


def _sums(sums: fees.Sums) -> list[tuple[str, int]]:
    return [
        (_("Dentro da conta"), sums.inside),
        (_("Fora da conta"), sums.outside),
        (_("Total cobrado"), sums.charged),
    ]
