"""Every deadline of a case and of the office's agreements (``spec: routes 5.7``).

Each is counted from a dated fact by a cited rule; a day that nobody knows is None, never a guess, and a usual
term is marked as presumed.

>>> from datetime import date
>>> from honorarios.planning.clocks import Request
>>> from honorarios.planning.places import place_of
>>> asked = Asked(request=Request.ELECTIVE_ADMISSION, on=date(2026, 11, 23))
>>> facts = CaseFacts(surgery=Surgery(), events={}, requests=(asked,))
>>> [(one.kind.value, str(one.due)) for one in of_case(facts, place_of("RS"), date(2026, 11, 23))]
[('answer', '2026-12-07'), ('performance', '2026-12-22')]
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from honorarios.planning.deadlines import agreements, delivery, money, requests
from honorarios.planning.deadlines.deadline import (
    Deadline,
    Kind,
    Owner,
    Rule,
    State,
    next_due,
    ordered,
    reminders,
)
from honorarios.planning.deadlines.facts import (
    Asked,
    CaseFacts,
    Confirmed,
    Contract,
    Delivery,
    Denied,
    Paid,
    Presented,
    Quote,
    Refund,
    Senha,
    Surgery,
    Todo,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from honorarios.planning.days import Place

__all__ = [
    "Asked",
    "CaseFacts",
    "Confirmed",
    "Contract",
    "Deadline",
    "Delivery",
    "Denied",
    "Kind",
    "Owner",
    "Paid",
    "Presented",
    "Quote",
    "Refund",
    "Rule",
    "Senha",
    "State",
    "Surgery",
    "Todo",
    "next_due",
    "of_case",
    "of_office",
    "ordered",
    "reminders",
]


def of_case(facts: CaseFacts, place: Place, today: date) -> tuple[Deadline, ...]:
    """Every deadline of a case, in order, as they stand on a day."""
    return ordered(
        chain(
            requests.surgery(facts.surgery, today),
            *(requests.answer(one, place, today) for one in facts.requests),
            *(requests.performance(one, place, today) for one in facts.requests),
            *(requests.senha(one, today) for one in facts.senhas),
            *(requests.quote(one, today) for one in facts.quotes),
            *(requests.todo(one, today) for one in facts.todos),
            *(delivery.delivery(one, facts.events, place, today) for one in facts.deliveries),
            delivery.closing(facts.closing_on, facts.closed_on, today),
            *(money.payment(one, today) for one in facts.presented),
            *(money.appeal(one, place, today) for one in facts.denied),
            *(money.fiscal_document(one, today) for one in facts.paid),
            *(money.refund(one, today) for one in facts.refunds),
        )
    )


def of_office(
    contracts: Iterable[Contract], confirmed: Iterable[Confirmed], today: date
) -> tuple[Deadline, ...]:
    """What the office's contracts and confirmed facts ask for, in order, as of a day."""
    held = tuple(contracts)
    return ordered(
        chain(
            *(agreements.contract(one, today) for one in held),
            agreements.negotiation(held, today),
            *(agreements.confirmation(one, today) for one in confirmed),
        )
    )
