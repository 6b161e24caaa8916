"""Registers by the codes that people type, for services that ask for their numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from honorarios.cli import screen
from honorarios.cli.record.ending import end, no_traceback
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from honorarios.records.models import BillingUnit, Payer
    from honorarios.services.actor import Actor


_IN_PART: Final = re.compile(r"(\d{1,18})/(\d{1,9})")


def payer_id(code: str, actor: Actor, *, as_json: bool) -> int:
    """The number of a payer of the office; none of that code ends the command."""
    from honorarios.records.models import Payer

    return _id(Payer, f"O convênio {code}", code, actor, as_json=as_json)


def unit_id(code: str, actor: Actor, *, as_json: bool) -> int:
    """The number of a billing unit of the office; none of that code ends the command."""
    from honorarios.records.models import BillingUnit

    return _id(BillingUnit, f"A unidade de faturamento {code}", code, actor, as_json=as_json)


def line_uid(name: str, actor: Actor, *, as_json: bool) -> str:
    """The identifier of a fee line that is called ``part/number``; any other name is left as it is."""
    from honorarios.records.models import FeeLine
    from honorarios.services import codes

    called = _IN_PART.fullmatch(name)
    if called is None:
        return name
    part, number = called.groups()
    with no_traceback(as_json=as_json):
        found = FeeLine.objects.filter(
            office_id=actor.office_id, part_id=int(part), number=int(number)
        )
        uid = found.values_list("uid", flat=True).first()
    if uid is None:
        missing = codes.NOT_FOUND.at(Place(), what=f"O lançamento {name}")
        end([missing], screen.FORBIDDEN, as_json=as_json)
    return str(uid)


def _id(
    model: type[Payer | BillingUnit], what: str, code: str, actor: Actor, *, as_json: bool
) -> int:
    from honorarios.services import codes

    with no_traceback(as_json=as_json):
        found = model._default_manager.filter(office_id=actor.office_id, code=code).first()  # noqa: SLF001 - the door that types know
    if found is None:
        missing = codes.NOT_FOUND.at(Place(), what=what)
        end([missing], screen.FORBIDDEN, as_json=as_json)
    return found.pk
