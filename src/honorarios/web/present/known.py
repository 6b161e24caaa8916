"""The names that fields of documents may say by a code: documents of the catalogue and rows of registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from honorarios.services import registers, terms
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.web.present.terms import BY_NAME, KINDS

if TYPE_CHECKING:
    from honorarios.web.call import Call

NAMED_BY_REGISTERS: Final = (
    "payers",
    "plans",
    "billing-units",
    "providers",
    "accommodation-types",
)


def known_names(call: Call) -> dict[str, list[tuple[str, str]]]:
    """The names that fields may say, by list: documents of the catalogue and rows of registers."""
    found = {
        kind.name: [
            (one.id, one.name)
            for one in call.take(terms.documents(actor=call.actor, kind=kind.name))
        ]
        for kind in KINDS
    }
    schedules = call.take(terms.documents(actor=call.actor, kind=BY_NAME["schedules"].name))
    editions = {period.label: one.name for one in schedules for period in one.periods}
    found["editions"] = [("current", _("a edição em vigor no dia")), *editions.items()]
    if call.may(Operation.REGISTERS_READ):
        for name in NAMED_BY_REGISTERS:
            choices = call.take(registers.choices(actor=call.actor, register=REGISTERS[name]))
            found[name] = [(one.value, one.label) for one in choices.found]
    return found
