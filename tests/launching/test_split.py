"""Charge division (``spec: launching 3.10``), each of its sentences by its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings

from honorarios.catalogue.schema import (
    FactorScope,
    LaunchTerms,
    PriceRule,
    Rounding,
    Scope,
    StandardKind,
)
from honorarios.catalogue.schema.contract import FactorName
from honorarios.core.money import RoundingMode
from honorarios.core.vocabulary import Role, Side, SplitForm
from honorarios.launching.model import SideRule
from honorarios.launching.split import percent_amounts
from honorarios.launching.split_rules import size
from tests.launching.divisions import DIVISIONS, Case, fault
from tests.launching.scene import (
    ACT,
    EXAM,
    OTHER,
    PRINCIPAL,
    SATURDAY,
    SURGEON,
    codes_of,
    context,
    entry,
    launched,
    pricer,
    rule,
    stay,
    usual,
)

if TYPE_CHECKING:
    from honorarios.launching.model import Entry, SplitRule

SEVENTY = rule(SURGEON, (SURGEON, "70"))


def test_310_t7_percent_shares() -> None:
    """T7: 70 % of 1.066,00 and 33,33 % of 100,01."""
    where = context(SEVENTY, stays=(stay(),), attendance={"is_emergency": True})
    outcome = launched(entry(start=SATURDAY), where)
    assert [line.total for line in outcome.lines] == [74620, 31980]
    assert [line.provider for line in outcome.lines] == [SURGEON, PRINCIPAL]
    assert percent_amounts(10001, [Decimal("33.33")], RoundingMode.HALF_UP) == [3333, 6668]


def test_310_t8_value_shares() -> None:
    """T8: 50 CH of fee and 30 CH of cost at 0,41."""
    outcome = launched(by_value(), context())
    principal, receiver = outcome.lines
    assert (principal.provider, principal.total) == (PRINCIPAL, 1230)
    assert (receiver.provider, receiver.total) == (OTHER, 2050)
    assert {line.split_provider for line in outcome.lines} == {OTHER}


def by_value(**facts: Any) -> Entry:  # noqa: ANN401 - any field of the entry
    """An exam divided by value between the hospital and another."""
    chosen = {"code": EXAM, "provider": PRINCIPAL, "split_form": SplitForm.VALUE}
    return entry(**{**chosen, "split_provider": OTHER, "role": Role.CLINICIAN, **facts})


def test_310_percent_fills_the_flag_and_the_provider_itself() -> None:
    """The user ticks nothing: the rule is found, and the principal is who receives the rest."""
    outcome = launched(entry(), context(SEVENTY))
    assert {line.split_form for line in outcome.lines} == {SplitForm.PERCENT}
    assert {line.split_provider for line in outcome.lines} == {PRINCIPAL}
    assert [line.split_percent for line in outcome.lines] == [Decimal(70), Decimal(30)]
    assert {line.split_group for line in outcome.lines} == {0}


def test_310_executing_provider_is_outside_and_the_principal_inside() -> None:
    """Seed, section 04: "sempre será lançado como fora da conta"; V11 holds for the rest."""
    outcome = launched(entry(), context(SEVENTY))
    assert [line.outside_stored for line in outcome.lines] == [True, False]


def test_310_without_a_rule_there_is_one_line() -> None:
    """NONE: one line of the whole."""
    outcome = launched(entry(), context())
    assert [(line.total, line.split_form) for line in outcome.lines] == [(41000, SplitForm.NONE)]


def test_310_whole_percentage_leaves_no_rest() -> None:
    """A share of 100 %: no second line."""
    outcome = launched(entry(), context(rule(SURGEON, (SURGEON, "100"))))
    assert [(line.provider, line.total) for line in outcome.lines] == [(SURGEON, 41000)]


def test_310_several_receivers_and_the_remainder() -> None:
    """Several shares, the executing provider's first; what they leave is the principal's."""
    where = context(rule(SURGEON, (OTHER, "10.5"), (SURGEON, "60")))
    outcome = launched(entry(), where)
    assert [(line.provider, line.total) for line in outcome.lines] == [
        (SURGEON, 24600),
        (OTHER, 4305),
        (PRINCIPAL, 12095),
    ]
    assert [line.outside_stored for line in outcome.lines] == [True, False, False]


def test_310_share_of_the_principal_is_part_of_the_rest() -> None:
    """A rule that names the principal gives it one line, inside the account."""
    where = context(rule(SURGEON, (SURGEON, "60"), (PRINCIPAL, "40")))
    outcome = launched(entry(), where)
    shares = [(one.provider, one.total, one.outside_stored) for one in outcome.lines]
    assert shares == [(SURGEON, 24600, True), (PRINCIPAL, 16400, False)]


def test_310_share_of_the_principal_grows_by_what_is_left() -> None:
    """One line for what the rule gives the principal and what it leaves."""
    outcome = launched(entry(), context(rule(SURGEON, (SURGEON, "60"), (PRINCIPAL, "15"))))
    shares = [(one.provider, one.total, one.split_percent) for one in outcome.lines]
    assert shares == [(SURGEON, 24600, Decimal(60)), (PRINCIPAL, 16400, Decimal(40))]


def test_310_rest_is_inside_whatever_the_rules_say() -> None:
    """Row 1 of 3.12 for the executing provider; the principal's rest is FALSE, so that V11 holds."""
    everything = SideRule(side=Side.OUTSIDE, valid_from=date(2000, 1, 1))
    outcome = launched(entry(), context(SEVENTY, side_rules=(everything,)))
    assert [line.outside_stored for line in outcome.lines] == [True, False]


def test_310_share_keeps_the_quantity_where_it_is_exact() -> None:
    """3 x 410,00: 70 % is 3 x 287,00; 33,333333 % of it is no whole centavo three times."""
    exact = launched(entry(quantity=3), context(SEVENTY))
    assert [(one.quantity, one.unit_value) for one in exact.lines] == [(3, 28700), (3, 12300)]
    where = context(rule(SURGEON, (SURGEON, "33.3331")))
    broken = launched(entry(quantity=3), where)
    assert [(one.quantity, one.unit_value) for one in broken.lines] == [(1, 41000), (1, 82000)]


def test_310_share_of_an_inexact_quantity_is_one_unit() -> None:
    """One unit of the share's whole amount: unit x quantity is always the total."""
    where = context(rule(SURGEON, (SURGEON, "33.333")))
    outcome = launched(entry(quantity=7), where)
    for line in outcome.lines:
        assert line.unit_value * line.quantity == line.total
    assert sum(line.total for line in outcome.lines) == 7 * 41000
    assert [line.quantity for line in outcome.lines] == [1, 1]


@pytest.mark.parametrize(
    ("rules", "percent"),
    [
        ((rule(SURGEON, (SURGEON, "10")), rule(SURGEON, (SURGEON, "20"), codes=("31",))), 20),
        ((rule(SURGEON, (SURGEON, "10"), codes=("3100",)), SEVENTY), 10),
        (
            (
                rule(SURGEON, (SURGEON, "10"), codes=("31003000-31003999",)),
                rule(SURGEON, (SURGEON, "20"), codes=(ACT,)),
            ),
            20,
        ),
        ((rule(SURGEON, (SURGEON, "10"), contract="contrato"), SEVENTY), 10),
        (
            (
                rule(SURGEON, (SURGEON, "10"), contract="contrato"),
                rule(SURGEON, (SURGEON, "20"), codes=("31",)),
            ),
            20,
        ),
        ((rule(SURGEON, (SURGEON, "10"), valid_from=date(2024, 1, 1)), SEVENTY), 10),
    ],
    ids=["codes", "beginning", "code", "contract", "codes before contract", "newest"],
)
def test_310_most_specific_rule_wins(rules: tuple[SplitRule, ...], percent: int) -> None:
    """Narrower codes, then the contract's own, then the newest."""
    outcome = launched(entry(), context(*rules))
    assert outcome.lines[0].split_percent == percent


@pytest.mark.parametrize(
    "other",
    [
        rule(SURGEON, (SURGEON, "70"), codes=("4",)),
        rule(SURGEON, (SURGEON, "70"), contract="particular"),
        rule(SURGEON, (SURGEON, "70"), valid_to=date(2024, 3, 11)),
        rule(SURGEON, (SURGEON, "70"), valid_from=date(2024, 3, 13)),
        rule(OTHER, (OTHER, "70")),
    ],
    ids=["code", "contract", "ended", "to come", "provider"],
)
def test_310_rule_of_something_else_divides_nothing(other: SplitRule) -> None:
    """Provider, code, contract and validity must all hold."""
    assert len(launched(entry(), context(other)).lines) == 1


def test_310_validity_includes_both_ends() -> None:
    """A rule of the very day."""
    day = date(2024, 3, 12)
    where = context(rule(SURGEON, (SURGEON, "70"), valid_from=day, valid_to=day))
    assert len(launched(entry(), where).lines) == 2


def test_310_size_of_a_pattern() -> None:
    """A range of one code is as narrow as the code."""
    assert size(f"{ACT}-{ACT}", ACT) == size(ACT, ACT) == 1


def test_310_equal_rules_are_a_finding() -> None:
    """Two rules that hold alike: nobody chooses for the user."""
    outcome = launched(entry(), context(SEVENTY, rule(SURGEON, (SURGEON, "60"))))
    assert codes_of(outcome.findings) == ["LAN-SPLIT-AMBIGUOUS"]
    assert outcome.lines == ()


@pytest.mark.parametrize("percents", [("0",), ("60", "40.000001"), ()])
def test_310_percentages_are_above_0_and_up_to_100(percents: tuple[str, ...]) -> None:
    """0 < p, and the sum up to 100."""
    shares = zip((SURGEON, OTHER), percents, strict=False)
    outcome = launched(entry(), context(rule(SURGEON, *shares)))
    assert codes_of(outcome.findings) == ["LAN-SPLIT-RULE"]


def test_310_unit_without_a_principal_cannot_divide() -> None:
    """Nobody would receive the rest."""
    where = context(SEVENTY, part={"principal_provider": None})
    assert "LAN-SPLIT-NO-PRINCIPAL" in codes_of(launched(entry(), where).findings)


def test_310_unknown_receiver_is_a_finding() -> None:
    """Every receiver is a provider on record."""
    where = context(SEVENTY)
    providers = {code: one for code, one in where.providers.items() if code != OTHER}
    asked = by_value()
    outcome = launched(asked, replace(where, providers=providers))
    assert codes_of(outcome.findings) == ["LAN-PROVIDER"]


def test_310_explicit_value_wins_over_a_rule() -> None:
    """Both possible: the user's choice of VALUE."""
    where = context(rule(PRINCIPAL, (OTHER, "70")))
    outcome = launched(by_value(), where)
    assert {line.split_form for line in outcome.lines} == {SplitForm.VALUE}


def test_310_otherwise_the_rule_of_percentages() -> None:
    """The same act without the choice."""
    where = context(rule(PRINCIPAL, (OTHER, "70")))
    outcome = launched(by_value(split_form=SplitForm.NONE, split_provider=None), where)
    assert [(one.provider, one.total) for one in outcome.lines] == [(OTHER, 2296), (PRINCIPAL, 984)]


def test_310_asked_percentage_needs_a_rule() -> None:
    """PERCENT is never made up."""
    outcome = launched(entry(split_form=SplitForm.PERCENT), context())
    assert codes_of(outcome.findings) == ["LAN-SPLIT-NO-RULE"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"split_provider": None}, "LAN-SPLIT-PROVIDER"),
        ({"provider": SURGEON}, "LAN-SPLIT-PRINCIPAL"),
        ({"split_provider": PRINCIPAL}, "LAN-SPLIT-ITSELF"),
        ({"code": ACT}, "LAN-SPLIT-COMPONENTS"),
        ({"code": "31005497"}, "LAN-SPLIT-COMPONENTS"),
    ],
)
def test_310_value_needs_both_fields_and_both_values(facts: dict[str, object], code: str) -> None:
    """Seed, section 04: the fields filled, the principal as provider, both values in the row."""
    outcome = launched(by_value(**facts), context())
    assert codes_of(outcome.findings) == [code]
    assert outcome.lines == ()


def test_310_value_is_of_reais_or_ch() -> None:
    """A row in reais is divided; one by porte is not, even with an operating cost."""
    assert [line.total for line in launched(by_value(code="40302020"), context()).lines] == [
        1010,
        2055,
    ]
    rules = (
        PriceRule(
            name="UCO", scope=Scope(codes=("4030",)), values={"1A": Decimal(20), "UCO": Decimal(10)}
        ),
    )
    outcome = launched(by_value(code="40303030"), context(), pricer(price_rules=rules))
    assert codes_of(outcome.findings) == ["LAN-SPLIT-COMPONENTS"]


def test_310_v7_every_share_is_above_zero() -> None:
    """Shares that round to nothing refuse the launch, in both forms."""
    outcome = launched(by_value(code="40304040"), context())
    assert codes_of(outcome.findings) == ["LAN-V07"]
    small = rule(SURGEON, (SURGEON, "0.000001"))
    assert codes_of(launched(entry(), context(small)).findings) == ["LAN-V07"]


def test_310_value_factors_are_all_on_the_fee() -> None:
    """Emergency on a Saturday: 30 % on the fee, none on the cost, by default."""
    where = context(attendance={"is_emergency": True})
    outcome = launched(by_value(start=SATURDAY), where)
    assert [line.total for line in outcome.lines] == [1230, 2665]


def test_310_value_factors_of_the_cost_by_contract() -> None:
    """The other reading: a flag of the contract puts overtime on the operating cost too."""
    terms = LaunchTerms(split_cost_factors=(FactorName.OVERTIME,))
    where = context(attendance={"is_emergency": True})
    outcome = launched(by_value(start=SATURDAY), where, pricer(launching=terms))
    assert [line.total for line in outcome.lines] == [1599, 2665]


def test_310_value_is_free_of_the_scope_of_an_undivided_price() -> None:
    """Where factors touch the whole undivided price, they leave the divided cost alone all the same."""
    where = context(stays=(stay(),))
    by = pricer(factor_scope=FactorScope.TABLE_VALUE)
    whole = launched(by_value(split_form=SplitForm.NONE, split_provider=None), where, by)
    assert [line.total for line in whole.lines] == [6560]
    assert [line.total for line in launched(by_value(), where, by).lines] == [1230, 4100]


def test_310_value_adds_up_to_the_undivided_price_by_line() -> None:
    """Rounded by the line, 100 units of 20,55 x 1,3 and 10,10 keep the whole's centavos."""
    by = pricer(rounding=Rounding(point="LINE"))
    where = context(attendance={"is_emergency": True})
    asked = by_value(code="40302020", start=SATURDAY, quantity=100)
    whole = launched(
        by_value(
            code="40302020",
            start=SATURDAY,
            quantity=100,
            split_form=SplitForm.NONE,
            split_provider=None,
        ),
        where,
        by,
    )
    shares = launched(asked, where, by).lines
    # 100 x 26,715 are 2.671,50, where a hundred units of 26,72 would be 2.672,00.
    assert [line.total for line in shares] == [101000, 267150]
    assert sum(line.total for line in shares) == sum(line.total for line in whole.lines) == 368150


def test_310_value_in_iamspes_own_calculation() -> None:
    """Its role percentage touches the undivided cost too; divided, the cost has no factor."""
    by = pricer(kind=StandardKind.IAMSPE, rounding=Rounding(point="LINE"))
    asked = by_value(code="40302020", role=Role.FIRST_ASSISTANT)
    undivided = replace(asked, split_form=SplitForm.NONE, split_provider=None)
    assert [line.total for line in launched(undivided, context(), by).lines] == [920]
    # 30 % of 20,55 are 6,165, and with 10,10 16,265: the principal's is what the fee leaves of it.
    assert [line.total for line in launched(asked, context(), by).lines] == [1010, 617]


def test_310_value_follows_units_that_are_paid_less() -> None:
    """The second and third at 70 %: 32,80 x 2,4, divided in the proportion of one unit."""
    shares = launched(by_value(code="40305050", quantity=3), context()).lines
    assert [(one.quantity, one.unit_value) for one in shares] == [(3, 984), (3, 1640)]
    assert sum(one.total for one in shares) == 7872


def test_310_v14_split_is_stored_with_every_share() -> None:
    """The flag, the group and the receiver are on every line: what V14 keeps."""
    outcome = launched(by_value(), context())
    assert {(one.split_form, one.split_group) for one in outcome.lines} == {(SplitForm.VALUE, 0)}


def test_310_rounding_mode_is_the_contracts() -> None:
    """50 % of 410,01 with DOWN leaves the half centavo to the principal."""
    assert percent_amounts(41001, [Decimal(50)], RoundingMode.DOWN) == [20500, 20501]
    assert percent_amounts(41001, [Decimal(50)], RoundingMode.HALF_UP) == [20501, 20500]
    by = pricer(rounding=Rounding(mode="DOWN"))
    where = context(rule(SURGEON, (SURGEON, "33.33335")))
    assert [line.total for line in launched(entry(), where, by).lines] == [13666, 27334]
    assert [line.total for line in launched(entry(), where, usual()).lines] == [13667, 27333]


@settings(max_examples=5_000)
@example(Case(1, (Decimal("0.000001"),) * 20, RoundingMode.HALF_UP))
@example(Case(9_999_999_999, (Decimal("99.999999"),), RoundingMode.HALF_UP))
@given(DIVISIONS)
def test_310_shares_add_up_to_the_whole_each_within_a_centavo(case: Case) -> None:
    """From 0,01 to 99.999.999,99, 1 to 20 receivers, percentages of 6 decimals."""
    assert fault(case) is None


def test_310_the_property_sees_a_centavo() -> None:
    """Shares rounded apart would be a centavo off the whole, or further from their exact value."""
    thirds = [Decimal("33.333333")] * 2
    apart = [round(Fraction(100 * thirds[0]) / 100) for _ in thirds]
    assert sum(apart) + 34 == 100
    assert percent_amounts(100, thirds, RoundingMode.HALF_UP) == [33, 34, 33]
