"""Autocompletes: what a field may choose from as it is typed, and what the command palette finds.

Each answers the options of a list and nothing else, for ``combobox.js`` and ``palette.js``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import Role, fold
from honorarios.services import choices, habits, jump, patient_search, procedures, providers
from honorarios.services import codes as service_codes
from honorarios.services.habits import HabitKind
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at
from honorarios.web import typed
from honorarios.web.answers import Data, Fragment
from honorarios.web.present import places
from honorarios.web.present.palette import (
    Hit,
    account_hit,
    attendance_hit,
    case_hit,
    place_hit,
    provider_hit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

ROLES: Final = {role.code_name: role for role in Role}
SHORTEST_PLACE: Final = 2
"""Letters from which a register is looked for by its title."""
PROVIDERS_SHOWN: Final = 4


def procedure_options(call: Call) -> Answer:
    """Procedures by code or words; with ``parcial``, each with its value there."""
    start = _start(call)
    found = call.take(
        procedures.search(
            actor=call.actor,
            query=_asked(call),
            day=call.today if start is None else start.date(),
            start=start,
            part_id=_part(call),
            role=ROLES.get(call.query.get("funcao", ""), Role.SURGEON),
        )
    )
    return Fragment("web/search/_procedures.html", {"procedures": found})


def provider_options(call: Call) -> Answer:
    """Providers by code, name, council or specialty."""
    found = call.take(providers.search(actor=call.actor, query=_asked(call)))
    return Fragment("web/search/_providers.html", {"providers": found})


def patient_options(call: Call) -> Answer:
    """Patients by record number, CPF or name: a read that is recorded."""
    found = call.take(patient_search.search(actor=call.actor, query=_asked(call)))
    return Fragment("web/search/_patients.html", {"patients": found})


def payer_options(call: Call) -> Answer:
    """Payers by code or name."""
    found = call.take(choices.payers(actor=call.actor, query=_asked(call)))
    return Fragment("web/search/_choices.html", {"choices": found})


def plan_options(call: Call) -> Answer:
    """Plans by code or name; with ``convenio``, those of the payer of that code."""
    payer = call.query.get("convenio", "")
    found = call.take(choices.plans(actor=call.actor, query=_asked(call), payer=payer))
    return Fragment("web/search/_choices.html", {"choices": found})


def cost_centre_options(call: Call) -> Answer:
    """Cost centres by code or name."""
    found = call.take(choices.cost_centres(actor=call.actor, query=_asked(call)))
    return Fragment("web/search/_choices.html", {"choices": found})


def palette(call: Call) -> Answer:
    """What the command palette finds besides the places of the navigation: numbers, registers, providers."""
    return Fragment("web/search/_palette.html", {"hits": list(_hits(call, _asked(call)))})


def star(call: Call) -> Answer:
    """Make a procedure or a provider a favourite, or one no more."""
    kind = call.form.get("kind", "")
    if kind not in HabitKind.values:
        known = ", ".join(HabitKind.values)
        raise call.refuse(
            at(service_codes.UNKNOWN_CHOICE, "kind", title=_("Tipo"), given=kind, known=known)
        )
    kept = call.take(
        habits.star(
            actor=call.actor,
            kind=HabitKind(kind),
            code=call.form.get("code", ""),
            favourite=call.form.get("favourite") == "1",
        )
    )
    return Data({"code": kept.code, "favourite": kept.favourite})


def _hits(call: Call, query: str) -> Iterator[Hit]:
    if call.may(Operation.ACCOUNTS_LIST):
        accounts = call.take(jump.accounts(actor=call.actor, query=query))
        yield from (account_hit(one) for one in accounts)
    if call.may(Operation.ATTENDANCES_LIST):
        attendances = call.take(jump.attendances(actor=call.actor, query=query))
        yield from (attendance_hit(one) for one in attendances)
    if call.may(Operation.CASES_READ):
        yield from (case_hit(one) for one in call.take(jump.cases(actor=call.actor, query=query)))
    asked = fold(query)
    if len(asked) < SHORTEST_PLACE:
        return
    for place in places.PLACES.values():
        if call.may(place.register.read) and asked in fold(place.titles):
            yield place_hit(place)
    if call.may(Operation.REGISTERS_READ):
        named = providers.search(actor=call.actor, query=query, limit=PROVIDERS_SHOWN)
        listing = reverse("registers.listing", args=[places.BY_NAME["providers"].slug])
        yield from (provider_hit(one, listing) for one in call.take(named))


def _asked(call: Call) -> str:
    return call.query.get("q", "").replace("\0", "").strip()


def _part(call: Call) -> int | None:
    return typed.key(call.query.get("parcial", ""))


def _start(call: Call) -> datetime | None:
    """When the act begins, as the form has it so far; None until it can be read."""
    found = typed.moment(call.query.get("inicio", ""), "inicio", now=call.now)
    if isinstance(found, datetime):
        return found
    day = typed.day(call.query.get("dia", ""), "dia", today=call.today)
    return datetime.combine(day, procedures.MIDDAY) if isinstance(day, date) else None
