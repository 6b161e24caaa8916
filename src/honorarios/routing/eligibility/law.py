"""Law and ethics: E12 to E17."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop
from honorarios.routing.eligibility.asking import forbidden
from honorarios.routing.facts import known
from honorarios.routing.option import Character, UpgradeReason
from honorarios.routing.reasons import Rule, asks, closes
from honorarios.routing.routes import PATIENT_PAID, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.option import Case, Option
    from honorarios.routing.reasons import Reason


def private_beside_accreditation(case: Case, option: Option) -> Iterator[Reason]:  # noqa: ARG001 - the rules' one form
    """E12: whoever the payer binds for a covered code doesn't charge the patient for it."""
    if option.route is not Route.PRIVATE:
        return
    bound, covered = option.accredited, option.covered
    if bound.holds is False or covered.holds is False:
        return
    if bound.holds and covered.holds:
        yield closes(Rule.COVERED_BY_ACCREDITATION, bound)
    else:
        yield asks(Rule.MISSING_DATA, bound if bound.holds is None else covered)


def prior_budget(case: Case, option: Option) -> Iterator[Reason]:
    """E13: a private fee stands in a written budget, signed before, by who knew of the network."""
    if option.route is not Route.PRIVATE:
        return
    before = case.admitted_on or case.surgery_on
    if case.budget_signed_on is None or case.budget_signed_on > before:
        yield asks(Rule.NO_PRIOR_TERM)
    if case.knew_of_network is not True:
        yield asks(
            Rule.NO_PRIOR_TERM,
            known(gettext_noop("o paciente soube da opção na rede"), holds=case.knew_of_network),
        )


def urgency(case: Case, option: Option) -> Iterator[Reason]:
    """E14: in urgency what the patient would pay is never a condition for care."""
    if option.route not in PATIENT_PAID or case.character is not Character.URGENT:
        return
    if option.route is Route.PRIVATE and option.covered_route_exists:
        yield closes(Rule.NO_NEGOTIATION_IN_URGENCY)
    else:
        yield asks(Rule.NO_NEGOTIATION_IN_URGENCY)


def upgrade(case: Case, option: Option) -> Iterator[Reason]:
    """E15: a class difference asks for a higher accommodation by the patient's own option."""
    if option.route is not Route.CLASS_DIFFERENCE or case.upgrade is UpgradeReason.PATIENTS_OPTION:
        return
    no_bed = case.upgrade is UpgradeReason.NO_BED
    yield closes(Rule.NO_BED if no_bed else Rule.NO_UPGRADE)


def class_difference_contract(case: Case, option: Option) -> Iterator[Reason]:
    """E16: the contract doesn't forbid it, and the patient signed before the admission.

    Until the admission is known, the surgery's day stands for it.
    """
    if option.route is not Route.CLASS_DIFFERENCE:
        return
    yield from forbidden(option.forbids_complement, Rule.CONTRACT_FORBIDS)
    admitted = case.admitted_on
    if case.consent_signed_on is None:
        # Whoever is operated on today may still be about to be admitted.
        late = case.surgery_on < case.today if admitted is None else admitted <= case.today
        yield closes(Rule.NO_PRIOR_CONSENT) if late else asks(Rule.NO_PRIOR_CONSENT)
    elif case.consent_signed_on > (admitted or case.surgery_on):
        yield closes(Rule.NO_PRIOR_CONSENT)


def public(case: Case, option: Option) -> Iterator[Reason]:
    """E17: nothing is charged beside SUS."""
    if case.is_public and option.route in PATIENT_PAID:
        yield closes(Rule.COMPLEMENT_BARRED)
