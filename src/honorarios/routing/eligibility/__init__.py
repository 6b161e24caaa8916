"""Eligibility: rules E1 to E20, in the order law, contract, clock, data (``spec: routes 5.2``).

Every rule is a function of case and option, and says nothing where it has nothing to say. What is not
known never closes an option: it is asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.routing.eligibility import clock, contract, data, law
from honorarios.routing.reasons import Standing, worst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from honorarios.routing.option import Case, Option
    from honorarios.routing.reasons import Reason

RULES: Final[tuple[Callable[[Case, Option], Iterable[Reason]], ...]] = (
    law.private_beside_accreditation,
    law.prior_budget,
    law.urgency,
    law.upgrade,
    law.class_difference_contract,
    law.public,
    contract.accreditation,
    contract.consultation_scope,
    contract.agreement,
    contract.fees_requested,
    contract.character,
    contract.direct,
    contract.side,
    contract.package,
    contract.cooperative,
    contract.cooperative_beside_repasse,
    contract.specialty,
    contract.receiver,
    contract.claimed,
    clock.deadline,
    clock.authorisation,
    data.age,
    data.price,
)


def reasons(case: Case, option: Option) -> tuple[Reason, ...]:
    """Everything that is found about an option; nothing is eligible because it was not asked."""
    return tuple(reason for rule in RULES for reason in rule(case, option))


def standing(case: Case, option: Option) -> Standing:
    """How open an option is: as its worst reason."""
    return worst(reasons(case, option))


__all__ = ["RULES", "Standing", "reasons", "standing"]
