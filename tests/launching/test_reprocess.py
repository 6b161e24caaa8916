"""Reprocessing of divisions (``spec: launching 3.10``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import PartStatus, SplitForm, Treatment
from honorarios.launching.launch import launch
from honorarios.launching.model import OpenPackage, PackageDecision
from honorarios.launching.parameters import GeneralParameters
from honorarios.launching.reprocess import reprocess
from tests.launching.scene import (
    EXAM,
    OTHER,
    PART,
    PRINCIPAL,
    SURGEON,
    codes_of,
    context,
    entry,
    launched,
    on_record,
    rule,
    usual,
)

if TYPE_CHECKING:
    from honorarios.launching.agreements import Agreements
    from honorarios.launching.model import Context, Recorded
    from honorarios.launching.reprocess import Reprocessing

SEVENTY = rule(SURGEON, (SURGEON, "70"))
SIXTY = rule(SURGEON, (SURGEON, "60"))


def agreements_of(_hash: str) -> Agreements:
    """There is one catalogue."""
    return usual().agreements


def reprocessed(account: list[Recorded], where: Context) -> Reprocessing:
    """The plan for the account's only part."""
    return reprocess(account, {PART: where}, agreements_of, "regra nova")


def test_310_changed_rule_is_divided_again() -> None:
    """The group is reversed, and its act launched by today's rule."""
    account = on_record(launched(entry(), context(SEVENTY)))
    where = context(SIXTY)
    (found,) = reprocessed(account, where).redivisions
    assert [(one.provider, one.total) for one in found.before] == [
        (SURGEON, 28700),
        (PRINCIPAL, 12300),
    ]
    assert [(one.provider, one.total) for one in found.after] == [
        (SURGEON, 24600),
        (PRINCIPAL, 16400),
    ]
    assert [one.of.key for one in found.reversal.mirrors] == [1, 2]
    again = launch([found.request], usual())[0]
    assert [(one.provider, one.total) for one in again.lines] == [
        (SURGEON, 24600),
        (PRINCIPAL, 16400),
    ]


def test_310_same_rule_is_left_alone() -> None:
    """And counted."""
    account = on_record(
        launched(entry(), context(SEVENTY)), launched(entry(provider=OTHER), context(SEVENTY))
    )
    found = reprocessed(account, context(SEVENTY))
    assert (found.redivisions, found.refusals, found.unchanged) == ((), (), 2)


def test_310_new_rule_divides_what_none_did() -> None:
    """A line launched before its rule was registered."""
    (found,) = reprocessed(
        on_record(launched(entry(quantity=2), context())), context(SEVENTY)
    ).redivisions
    assert [one.total for one in found.before] == [82000]
    assert sum(one.total for one in found.after) == 82000
    assert found.request.entry.quantity == 2


def test_310_rule_that_ended_undoes_the_division() -> None:
    """By the act's date: a rule that ended before it."""
    account = on_record(launched(entry(), context(SEVENTY)))
    where = context(replace(SEVENTY, valid_to=date(2024, 3, 11)))
    (found,) = reprocessed(account, where).redivisions
    assert [(one.provider, one.total) for one in found.after] == [(SURGEON, 41000)]
    assert found.request.entry.provider == SURGEON


def test_310_divisions_by_value_stay() -> None:
    """They were chosen by a person: no rule of percentages undoes them."""
    chosen = {"code": EXAM, "provider": PRINCIPAL, "split_form": SplitForm.VALUE}
    account = on_record(launched(entry(**chosen, split_provider=OTHER), context()))
    found = reprocessed(account, context(rule(PRINCIPAL, (OTHER, "70"))))
    assert (found.redivisions, found.refusals, found.unchanged) == ((), (), 0)


def test_310_exceptions_are_reported() -> None:
    """A frozen part and an ambiguous register, each with its findings."""
    account = on_record(launched(entry(), context(SEVENTY)))
    frozen = context(SIXTY, part={"status": PartStatus.BILLED})
    (refusal,) = reprocessed(account, frozen).refusals
    assert codes_of(refusal.findings) == ["LAN-V02"]
    (refusal,) = reprocessed(account, context(SEVENTY, SIXTY)).refusals
    assert codes_of(refusal.findings) == ["LAN-SPLIT-AMBIGUOUS"]


def test_310_parts_outside_the_filter_are_left_alone() -> None:
    """Only the parts whose contexts are given."""
    account = on_record(launched(entry(), context(SEVENTY)))
    found = reprocess(account, {}, agreements_of, "regra nova")
    assert (found.redivisions, found.refusals, found.unchanged) == ((), (), 0)


def test_310_package_treatment_is_kept() -> None:
    """The decision that gave a line its treatment goes with it; nobody is asked again."""
    parameters = GeneralParameters(check_package=True)
    package = OpenPackage("P")
    for decision, treatment in (
        (PackageDecision.CONFIRM, Treatment.ON_TOP),
        (PackageDecision.DECLINE, Treatment.COVERED),
    ):
        before = context(SEVENTY, parameters=parameters, package=package)
        account = on_record(launched(entry(package_decision=decision), before))
        after = context(SIXTY, parameters=parameters, package=package)
        (found,) = reprocessed(account, after).redivisions
        again = launch([found.request], usual())[0]
        assert {one.treatment for one in again.lines} == {treatment}
