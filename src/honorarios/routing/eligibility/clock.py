"""Clocks: E10 and E11."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop
from honorarios.routing.facts import Fact, known
from honorarios.routing.reasons import Rule, asks, closes
from honorarios.routing.routes import PATIENT_PAID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.option import Case, Option
    from honorarios.routing.reasons import Reason


def deadline(case: Case, option: Option) -> Iterator[Reason]:
    """E10: what is handed in late is not paid."""
    if not option.has_deadline or option.route in PATIENT_PAID:
        return
    if option.deliver_until is None:
        yield asks(Rule.MISSING_DATA, known(gettext_noop("prazo de entrega"), holds=None))
    elif case.today > option.deliver_until:
        yield closes(Rule.DEADLINE_PASSED)


def authorisation(case: Case, option: Option) -> Iterator[Reason]:
    """E11: the fee is bound to the codes that the payer authorised, while the senha is valid."""
    if option.route in PATIENT_PAID:
        return
    if case.senha_valid_until is None:
        yield asks(Rule.MISSING_DATA, Fact(name=gettext_noop("validade da senha"), asks=()))
    elif case.surgery_on > case.senha_valid_until:
        yield asks(Rule.AUTHORISATION_EXPIRED)
    if option.authorised is None:
        yield asks(Rule.MISSING_DATA, Fact(name=gettext_noop("autorização do código"), asks=()))
    elif not option.authorised:
        yield asks(Rule.CODE_NOT_AUTHORISED)
