"""What was agreed: E1 to E9, E18 and E19."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop
from honorarios.routing.eligibility.asking import forbidden, required
from honorarios.routing.facts import known
from honorarios.routing.reasons import Rule, asks, closes
from honorarios.routing.routes import PATIENT_PAID, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.routing.option import Case, Option
    from honorarios.routing.reasons import Reason

# ruff: noqa: ARG001 - the rules have one form, whatever each of them looks at


def accreditation(case: Case, option: Option) -> Iterator[Reason]:
    """E1: the payer pays directly whom it is accredited with."""
    if option.route is Route.ACCREDITED:
        yield from required(option.accredited, Rule.NO_ACCREDITATION)


def consultation_scope(case: Case, option: Option) -> Iterator[Reason]:
    """E2: an accreditation for consultations doesn't cover a surgery."""
    if option.route is Route.ACCREDITED and option.accredited.holds is not False:
        yield from forbidden(option.consultation_only, Rule.CONSULTATION_ONLY)


def agreement(case: Case, option: Option) -> Iterator[Reason]:
    """E3: the hospital's agreement with the payer includes fees."""
    if option.route is Route.REPASSE:
        yield from required(option.agreement, Rule.NO_AGREEMENT, Rule.UNKNOWN_AGREEMENT)


def fees_requested(case: Case, option: Option) -> Iterator[Reason]:
    """E3b: the hospital asked for the fees with the authorisation, and the surgeon for the repasse."""
    if option.route is not Route.REPASSE or option.agreement.holds is False:
        return
    for fact in (option.fees_requested, option.repasse_requested):
        if fact.holds is not True:
            yield asks(Rule.FEES_NOT_REQUESTED, fact)


def character(case: Case, option: Option) -> Iterator[Reason]:
    """E4: some agreements are only for urgency; one that nobody confirmed is asked about."""
    if option.route is Route.REPASSE and case.character not in option.characters:
        say = closes if option.agreement.is_sure else asks
        yield say(Rule.URGENCY_ONLY, option.agreement)


def direct(case: Case, option: Option) -> Iterator[Reason]:
    """E5: repasse of who is accredited asks for no exclusivity and for the hospital's word."""
    if option.route is not Route.REPASSE or option.accredited.holds is False:
        return
    if option.accredited.holds is None:
        yield asks(Rule.MISSING_DATA, option.accredited)
    elif option.exclusive.holds is not False:
        yield asks(Rule.DIRECT_TO_CONFIRM, option.exclusive)
    elif option.accepts_direct.holds is not True:
        yield asks(Rule.DIRECT_TO_CONFIRM, option.accepts_direct)


def side(case: Case, option: Option) -> Iterator[Reason]:
    """E6: the hospital's own rule of inside and outside the account."""
    if not option.allowed_by_side:
        yield closes(Rule.INSIDE_OUTSIDE)


def package(case: Case, option: Option) -> Iterator[Reason]:
    """E7: what a package includes is billed with it."""
    if option.in_package and option.route is not Route.REPASSE:
        yield closes(Rule.IN_PACKAGE)


def cooperative(case: Case, option: Option) -> Iterator[Reason]:
    """E8: membership at the surgery, the cooperative's own agreement, and the hospital's word."""
    if option.route is not Route.COOPERATIVE:
        return
    yield from required(option.member, Rule.NO_MEMBERSHIP)
    yield from required(option.contract, Rule.NO_COOPERATIVE_CONTRACT)
    if (
        option.hospital_accepts.holds is not True
        and option.accepted_beside_repasse.holds is not True
    ):
        yield asks(Rule.NO_COOPERATIVE_CONTRACT, option.hospital_accepts)


def cooperative_beside_repasse(case: Case, option: Option) -> Iterator[Reason]:
    """E8b: the seed offers the cooperative where the hospital has no repasse; beside one, it is confirmed."""
    if option.route is not Route.COOPERATIVE or option.repasse_open.holds is False:
        return
    accepted = option.accepted_beside_repasse
    if not (accepted.holds and accepted.is_sure):
        yield asks(Rule.COOPERATIVE_WITH_REPASSE, accepted)


def specialty(case: Case, option: Option) -> Iterator[Reason]:
    """E9: anaesthetists' cooperatives bill anaesthesia."""
    if option.route is not Route.COOPERATIVE or option.serves_role is True:
        return
    if option.serves_role is None:
        fact = known(gettext_noop("especialidade da cooperativa para a função"), holds=None)
        yield asks(Rule.MISSING_DATA, fact)
    else:
        yield closes(Rule.COOPERATIVE_SPECIALTY)


def receiver(case: Case, option: Option) -> Iterator[Reason]:
    """E18: who pays takes natural persons, legal ones or both; a patient takes either."""
    if option.route in PATIENT_PAID:
        return
    fact = option.accepts_legal if option.is_legal_person else option.accepts_natural
    yield from required(fact, Rule.RECEIVER_TYPE)


def claimed(case: Case, option: Option) -> Iterator[Reason]:
    """E19: one claim is billed by one route; a class difference hangs on it and is none of its own."""
    if option.claimed_by is None or option.route is Route.CLASS_DIFFERENCE:
        return
    if (option.claimed_by, option.claimed_through) != (option.route, option.through):
        yield closes(Rule.ALREADY_CLAIMED)
