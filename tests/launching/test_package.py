"""The package (gabarito) on save: spec 3.4, its table row by row, and the quantity-aware variant."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.core.vocabulary import LineKind, Treatment
from honorarios.launching.launch import launch
from honorarios.launching.model import (
    Context,
    OpenPackage,
    PackageDecision,
    Recorded,
    Request,
    SplitRule,
    SplitShare,
)
from honorarios.launching.package import treat
from honorarios.launching.parameters import GeneralParameters, PackageAction
from tests.launching.making import (
    FACILITY_FEE,
    LONG_AGO,
    SURGERY,
    WEDNESDAY,
    context,
    entry,
    found,
    launched,
    part,
    pricer,
    the_line,
)

PACKAGE = OpenPackage("Parto", allowed={SURGERY: 2}, used={})
CONFIRM, DECLINE = PackageDecision.CONFIRM, PackageDecision.DECLINE


def with_package(package: OpenPackage | None = PACKAGE, **parameters: Any) -> Context:  # noqa: ANN401 - any parameter
    """The usual context with an open package that is looked for."""
    given_ = {"check_package": True} | parameters
    return context(package=package, parameters=GeneralParameters(**given_))


def test_p34_ask_confirmed_is_charged_on_top() -> None:
    line = the_line(launched(entry(package_decision=CONFIRM), with_package()))
    assert (line.treatment, line.total, line.charged) == (Treatment.ON_TOP, 41000, 41000)


def test_p34_ask_confirmed_may_mean_covered() -> None:
    where = with_package(package_confirmation_means="COVERED")
    line = the_line(launched(entry(package_decision=CONFIRM), where))
    assert (line.treatment, line.total, line.charged) == (Treatment.COVERED, 41000, 0)


def test_p34_ask_declined_is_the_other_of_the_two() -> None:
    line = the_line(launched(entry(package_decision=DECLINE), with_package()))
    assert (line.treatment, line.total, line.charged) == (Treatment.COVERED, 41000, 0)
    where = with_package(package_confirmation_means="COVERED")
    line = the_line(launched(entry(package_decision=DECLINE), where))
    assert (line.treatment, line.charged) == (Treatment.ON_TOP, 41000)


def test_p34_ask_without_an_answer_needs_confirmation_and_writes_nothing() -> None:
    outcome = launched(entry(), with_package())
    question = outcome.needs_confirmation
    assert question is not None
    assert (question.confirm, question.decline) == (Treatment.ON_TOP, Treatment.COVERED)
    assert question.message == (
        "A conta tem o gabarito “Parto” em aberto. Incluir o honorário no pacote?"
        " Sim: além do pacote. Não: coberto pelo pacote."
    )
    assert (outcome.findings, outcome.lines) == ((), ())
    assert [line.total for line in outcome.preview] == [41000]


def test_p34_automatic_does_not_ask() -> None:
    where = with_package(package_action="AUTOMATIC")
    assert the_line(launched(entry(), where)).treatment is Treatment.ON_TOP
    where = with_package(package_action="AUTOMATIC", package_automatic_means="COVERED")
    line = the_line(launched(entry(), where))
    assert (line.treatment, line.charged) == (Treatment.COVERED, 0)


def test_p34_unchecked_is_ordinary_billing() -> None:
    where = with_package(check_package=False)
    assert the_line(launched(entry(), where)).treatment is Treatment.NORMAL


@pytest.mark.parametrize("check", [True, False])
def test_p34_without_an_open_package_is_ordinary_billing(*, check: bool) -> None:
    where = with_package(None, check_package=check)
    line = the_line(launched(entry(), where))
    assert (line.treatment, line.charged) == (Treatment.NORMAL, 41000)


@pytest.mark.parametrize("check", [True, False])
def test_p34_without_an_open_package_the_letter_of_the_seed_charges_nothing(*, check: bool) -> None:
    where = with_package(None, check_package=check, no_open_package="NOT_CHARGED")
    line = the_line(launched(entry(), where))
    assert (line.treatment, line.total, line.charged) == (Treatment.NOT_CHARGED, 41000, 0)


def test_p34_units_within_the_allowance_are_covered_without_a_question() -> None:
    where = with_package(package_by_allowance=True)
    line = the_line(launched(entry(quantity=2), where))
    assert (line.treatment, line.quantity, line.charged) == (Treatment.COVERED, 2, 0)


def test_p34_only_the_excess_is_asked_about() -> None:
    where = with_package(package_by_allowance=True)
    assert launched(entry(quantity=3), where).needs_confirmation is not None
    outcome = launched(entry(quantity=3, package_decision=CONFIRM), where)
    assert [(one.quantity, one.treatment, one.total, one.charged) for one in outcome.lines] == [
        (2, Treatment.COVERED, 82000, 0),
        (1, Treatment.ON_TOP, 41000, 41000),
    ]


def test_p34_an_item_that_the_package_does_not_have_is_all_excess() -> None:
    where = with_package(OpenPackage("Parto"), package_by_allowance=True)
    assert launched(entry(), where).needs_confirmation is not None


def test_p34_units_on_record_and_of_earlier_entries_count() -> None:
    package = OpenPackage("Parto", allowed={SURGERY: 3}, used={SURGERY: 1})
    where = with_package(package, package_by_allowance=True, package_action="AUTOMATIC")
    entries = [entry(provider=provider) for provider in ("medico", "indireto", "hospital")]
    outcomes = launch([Request(one, where) for one in entries], pricer())
    assert [outcome.lines[0].treatment for outcome in outcomes] == [
        Treatment.COVERED,
        Treatment.COVERED,
        Treatment.ON_TOP,
    ]


def test_p34_refused_entries_use_nothing_of_the_package() -> None:
    package = OpenPackage("Parto", allowed={SURGERY: 1})
    where = with_package(package, package_by_allowance=True, package_action="AUTOMATIC")
    refused, good = entry(provider="ninguém"), entry()
    outcomes = launch([Request(refused, where), Request(good, where)], pricer())
    assert found(outcomes[0]) == ["LAN-PROVIDER"]
    assert the_line(outcomes[1]).treatment is Treatment.COVERED


def test_p34_each_portion_is_divided_and_the_act_counts_whole() -> None:
    half = SplitRule(
        provider="medico",
        shares=(SplitShare("medico", Decimal("33.333")),),
        valid_from=LONG_AGO,
    )
    package = OpenPackage("Parto", allowed={SURGERY: 3})
    parameters = GeneralParameters(
        check_package=True, package_action=PackageAction.AUTOMATIC, package_by_allowance=True
    )
    where = context(
        package=package,
        parameters=parameters,
        split_rules={"medico": (half,)},
        part=part(contract="taxas"),
    )
    later = entry(start=WEDNESDAY + timedelta(hours=3), quantity=2)
    first, second = launch([Request(entry(quantity=2), where), Request(later, where)], pricer())
    assert [one.split_group for one in first.lines] == [0, 0, None]
    assert sum(one.total for one in first.lines[:2]) == 82000
    assert [one.quantity for one in first.lines[:2]] == [
        1,
        1,
    ]  # neither share is an even number of centavos
    assert [(one.split_group, one.automatic_of) for one in second.lines] == [
        (0, None),
        (0, None),
        (2, None),
        (2, None),
        (None, 0),
    ]
    assert [one.treatment for one in second.lines[:4]] == [
        Treatment.COVERED,
        Treatment.COVERED,
        Treatment.ON_TOP,
        Treatment.ON_TOP,
    ]
    assert sum(one.total for one in second.lines[:2]) == 41000


def test_p34_an_edit_keeps_what_was_decided() -> None:
    line = the_line(launched(entry(package_decision=CONFIRM), with_package()))
    recorded = Recorded(key=1, line=line, part="parcial")
    again = Request(entry(quantity=2), with_package(), replaces=recorded)
    assert the_line(launch([again], pricer())[0]).treatment is Treatment.ON_TOP
    decided = entry(package_decision=DECLINE)
    other = launch([Request(decided, with_package(), replaces=recorded)], pricer())[0]
    assert the_line(other).treatment is Treatment.COVERED


def test_p34_a_facility_fee_is_treated_as_its_act() -> None:
    where = with_package(package_action="AUTOMATIC", package_automatic_means="COVERED")
    where = context(package=PACKAGE, parameters=where.parameters, part=part(contract="taxas"))
    act, fee = launched(entry(), where).lines
    assert (fee.code, fee.line_kind) == (FACILITY_FEE, LineKind.FACILITY_FEE)
    assert (act.treatment, fee.treatment, fee.charged) == (Treatment.COVERED, Treatment.COVERED, 0)


@given(
    quantity=st.integers(1, 999),
    allowance=st.integers(-5, 1000),
    decision=st.sampled_from([None, CONFIRM, DECLINE]),
    action=st.sampled_from(["ASK", "AUTOMATIC"]),
    by_allowance=st.booleans(),
)
def test_p34_no_unit_is_lost_or_made(
    *,
    quantity: int,
    allowance: int,
    decision: PackageDecision | None,
    action: str,
    by_allowance: bool,
) -> None:
    parameters = GeneralParameters.model_validate(
        {"check_package": True, "package_action": action, "package_by_allowance": by_allowance}
    )
    treated = treat(quantity, allowance, PACKAGE, decision, parameters)
    assert sum(portion.quantity for portion in treated.portions) == quantity
    assert all(portion.quantity > 0 for portion in treated.portions)
    within = by_allowance and allowance >= quantity
    asked = action == "ASK" and decision is None and not within
    assert (treated.question is not None) == asked
