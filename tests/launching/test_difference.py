"""Fee difference to private expenses (``spec: launching 3.11``), each of its sentences by its number."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.catalogue.schema import (
    AccommodationFactor,
    DifferenceFactorSource,
    DifferenceMode,
    LaunchTerms,
    PlanTerms,
    Rounding,
    StandardKind,
    TableReference,
)
from honorarios.core.vocabulary import PartStatus, PayerGroup, SplitForm, Treatment, UpgradeReason
from honorarios.launching.model import OpenPackage, PlanFacts, PrivatePart, TargetPart
from honorarios.launching.parameters import GeneralParameters, PackageAction, PackageMeaning
from tests.launching.scene import (
    EXAM,
    PRINCIPAL,
    PRIVATE,
    SATURDAY,
    SURGEON,
    codes_of,
    context,
    entry,
    launched,
    pricer,
    rule,
    stay,
)

if TYPE_CHECKING:
    from honorarios.launching.model import Context, Outcome

ON = LaunchTerms(fee_difference=True)
BY_PARAMETER: dict[str, Any] = {
    "difference_factor_source": DifferenceFactorSource.PARAMETER,
    "difference_factor": Decimal("1.5"),
}
CHOSEN = stay()


def terms(**changes: Any) -> LaunchTerms:  # noqa: ANN401 - any field of the terms
    """Launch terms with the fee difference on."""
    return LaunchTerms(fee_difference=True, **changes)


def private(**changes: Any) -> LaunchTerms:  # noqa: ANN401 - any field of the terms
    """Launch terms whose difference takes the private contract's prices."""
    return terms(difference_contract="particular", **changes)


def amounts(outcome: Outcome) -> list[tuple[str, int]]:
    """Each line's part and total."""
    return [(line.part.value, line.total) for line in outcome.lines]


def test_311_t9_without_a_private_table() -> None:
    """T9: the insurer 410,00, the remainder 410,00."""
    outcome = launched(entry(), context(stays=(CHOSEN,)), pricer(launching=ON))
    assert amounts(outcome) == [("this", 41000), ("private", 41000)]
    assert outcome.lines[1].difference_of == 0


@pytest.mark.parametrize(
    ("mode", "total"),
    [
        (DifferenceMode.DELTA, 90000),
        (DifferenceMode.TOTAL_MINUS, 139000),
        (DifferenceMode.FULL, 180000),
    ],
)
def test_311_t9_modes_of_the_private_table(mode: DifferenceMode, total: int) -> None:
    """T9: a private base of 900,00 in each mode; the insurer's line stays 410,00."""
    by = pricer(launching=private(difference_mode=mode))
    outcome = launched(entry(), context(stays=(CHOSEN,)), by)
    assert amounts(outcome) == [("this", 41000), ("private", total)]


def test_311_delta_is_the_default() -> None:
    """Of the modes."""
    outcome = launched(entry(), context(stays=(CHOSEN,)), pricer(launching=private()))
    assert amounts(outcome)[1] == ("private", 90000)


def test_311_delta_equals_the_remainder_where_the_tables_are_one() -> None:
    """Why DELTA is the default: it is the seed's "restante" where the tables coincide."""
    same = {"procedure_table": TableReference(schedule="tabela")}
    by = pricer(launching=private(), private=same)
    where = context(stays=(CHOSEN,), attendance={"is_emergency": True})
    asked = entry(start=SATURDAY, quantity=3)
    assert amounts(launched(asked, where, by)) == amounts(
        launched(asked, where, pricer(launching=ON))
    )


def test_311_flag_off_charges_the_insurer_for_the_bed() -> None:
    """Without the contract's flag, the insurer's line has the bed's factor."""
    assert amounts(launched(entry(), context(stays=(CHOSEN,)))) == [("this", 82000)]


@pytest.mark.parametrize(
    "where",
    [
        context(stays=(stay(accommodation="ward", rank=1),)),
        context(stays=(stay(rank=1),)),
        context(),
        context(stays=(CHOSEN,), part={"plan": None}),
        context(stays=(CHOSEN,), part={"plan": PlanFacts(code="p", accommodation="apartment", rank=2)}),
        context(stays=(CHOSEN,), part={"payer_group": PayerGroup.SELF_PAY}),
    ],
    ids=["plan's bed", "other bed of its rank", "no bed", "no plan", "better plan", "self-pay"],
)  # fmt: skip
def test_311_needs_a_bed_above_the_plans(where: Context) -> None:
    """Plan rank below the bed's, of a plan: else there is no private line."""
    outcome = launched(entry(), where, pricer(launching=ON))
    assert [line.part for line in outcome.lines] == [TargetPart.THIS]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"consented": False}, "LAN-DIFFERENCE-CONSENT"),
        ({"reason": UpgradeReason.NO_BED}, "LAN-DIFFERENCE-REASON"),
        ({"reason": UpgradeReason.MEDICAL_NEED}, "LAN-DIFFERENCE-REASON"),
        ({"reason": None}, "LAN-DIFFERENCE-REASON"),
    ],
)
def test_311_consent_and_reason_gate_the_private_line_only(
    facts: dict[str, Any], code: str
) -> None:
    """Missing: no private line and a finding; the insurer's line has the plan's factor all the same."""
    outcome = launched(entry(), context(stays=(stay(**facts),)), pricer(launching=ON))
    assert amounts(outcome) == [("this", 41000)]
    assert codes_of(outcome.findings) == [code]


def test_311_both_gates_are_told() -> None:
    """Neither consent nor the patient's option: two findings."""
    facts = {"consented": False, "reason": UpgradeReason.NO_BED}
    outcome = launched(entry(), context(stays=(stay(**facts),)), pricer(launching=ON))
    assert codes_of(outcome.findings) == ["LAN-DIFFERENCE-REASON", "LAN-DIFFERENCE-CONSENT"]


def test_311_nothing_left_is_no_line_and_no_finding() -> None:
    """Result <= 0: no private line, and nobody is asked for a consent."""
    equal = (
        AccommodationFactor(type="ward", factor=Decimal(2)),
        AccommodationFactor(type="apartment", factor=Decimal(2)),
    )
    by = pricer(launching=ON, accommodation=equal)
    outcome = launched(entry(), context(stays=(stay(consented=False),)), by)
    assert amounts(outcome) == [("this", 82000)]
    assert outcome.findings == ()


def test_311_negative_difference_is_no_line() -> None:
    """A private table below the insurer's: TOTAL_MINUS gives less than nothing."""
    cheap = {"accommodation": (AccommodationFactor(type="apartment", factor=Decimal("0.4")),)}
    by = pricer(launching=private(difference_mode=DifferenceMode.TOTAL_MINUS), private=cheap)
    outcome = launched(entry(), context(stays=(CHOSEN,)), by)
    assert amounts(outcome) == [("this", 41000)]


def test_311_item_missing_in_the_private_table() -> None:
    """A finding, and no fall-back to the insurer's table."""
    outcome = launched(entry(code=EXAM), context(stays=(CHOSEN,)), pricer(launching=private()))
    assert [line.part for line in outcome.lines] == [TargetPart.THIS]
    assert codes_of(outcome.findings) == ["LAN-DIFFERENCE-NO-PRICE"]


def test_311_factor_of_the_bed() -> None:
    """BED, the default: the annex's factor of the bed used."""
    outcome = launched(entry(), context(stays=(CHOSEN,)), pricer(launching=ON))
    assert outcome.lines[1].kept["accommodation_factor"] == "2"


def test_311_factor_of_the_parameter() -> None:
    """PARAMETER: 410,00 x 1,5 - 410,00, and in every mode of a private table."""
    where = context(stays=(CHOSEN,))
    outcome = launched(entry(), where, pricer(launching=terms(**BY_PARAMETER)))
    assert amounts(outcome) == [("this", 41000), ("private", 20500)]
    for mode, total in (
        (DifferenceMode.DELTA, 45000),
        (DifferenceMode.TOTAL_MINUS, 94000),
        (DifferenceMode.FULL, 135000),
    ):
        by = pricer(launching=private(difference_mode=mode, **BY_PARAMETER))
        assert amounts(launched(entry(), where, by))[1] == ("private", total)


def test_311_iamspes_own_calculation_has_no_difference() -> None:
    """Accommodation = 1 there (3.9), whatever the parameter says."""
    for given in (ON, terms(**BY_PARAMETER)):
        by = pricer(launching=given, kind=StandardKind.IAMSPE)
        assert amounts(launched(entry(), context(stays=(CHOSEN,)), by)) == [("this", 41000)]


def test_311_private_table_is_not_the_plans() -> None:
    """What the patient pays by the private contract has nothing to do with the insurer's plan."""
    of_the_plan = PlanTerms(plan="plano", procedure_table=TableReference(schedule="tabela"))
    by = pricer(launching=private(), private={"plans": (of_the_plan,)})
    assert amounts(launched(entry(), context(stays=(CHOSEN,)), by))[1] == ("private", 90000)


def test_311_parameter_needs_no_factor_of_the_bed() -> None:
    """A bed whose type the annex lacks: only the parameter prices it."""
    ward = (AccommodationFactor(type="ward", factor=Decimal(1)),)
    where = context(stays=(CHOSEN,))
    by = pricer(launching=terms(**BY_PARAMETER), accommodation=ward)
    assert amounts(launched(entry(), where, by)) == [("this", 41000), ("private", 20500)]
    outcome = launched(entry(), where, pricer(launching=ON, accommodation=ward))
    assert codes_of(outcome.findings) == ["LAN-DIFFERENCE-NO-PRICE"]


def test_311_act_without_accommodation_factor_has_no_difference() -> None:
    """A row that admits none has none of the parameter's either."""
    where = context(stays=(CHOSEN,))
    for given in (ON, terms(**BY_PARAMETER)):
        outcome = launched(entry(code="31008888"), where, pricer(launching=given))
        assert amounts(outcome) == [("this", 4100)]


def test_311_overtime_is_on_both_lines() -> None:
    """By default: emergency on a Saturday, 30 % on both."""
    where = context(stays=(CHOSEN,), attendance={"is_emergency": True})
    outcome = launched(entry(start=SATURDAY), where, pricer(launching=ON))
    assert amounts(outcome) == [("this", 53300), ("private", 53300)]


@pytest.mark.parametrize(
    ("given", "total"),
    [
        (terms(difference_overtime=False), 41000),
        (private(difference_overtime=False), 90000),
        (private(difference_overtime=False, difference_mode=DifferenceMode.FULL), 180000),
        (private(difference_overtime=False, difference_mode=DifferenceMode.TOTAL_MINUS), 126700),
        (terms(difference_overtime=False, **BY_PARAMETER), 20500),
    ],
    ids=["remainder", "DELTA", "FULL", "TOTAL_MINUS", "PARAMETER"],
)
def test_311_overtime_is_dropped_on_the_private_line(given: LaunchTerms, total: int) -> None:
    """The other reading: 1.800,00 - 533,00 is what TOTAL_MINUS leaves, the insurer pays its overtime."""
    where = context(stays=(CHOSEN,), attendance={"is_emergency": True})
    outcome = launched(entry(start=SATURDAY), where, pricer(launching=given))
    assert amounts(outcome) == [("this", 53300), ("private", total)]


@pytest.mark.parametrize(
    "part",
    [
        PrivatePart(key=PRIVATE, number=7, status=PartStatus.RELEASED),
        PrivatePart(key=PRIVATE, number=7, status=PartStatus.BILLED),
        PrivatePart(key=PRIVATE, number=7, status=PartStatus.CANCELLED),
        PrivatePart(key=PRIVATE, number=7, tax_invoice=True),
    ],
    ids=["released", "billed", "cancelled", "invoiced"],
)
def test_311_frozen_private_part_refuses_the_whole_launch(part: PrivatePart) -> None:
    """And the finding names the part; without a private line to write, nothing is refused."""
    where = context(stays=(CHOSEN,), private_part=part)
    outcome = launched(entry(), where, pricer(launching=ON))
    assert outcome.lines == ()
    assert codes_of(outcome.findings) == ["LAN-DIFFERENCE-FROZEN"]
    assert "parcial particular 7" in outcome.findings[0].message
    gated = context(stays=(stay(consented=False),), private_part=part)
    assert amounts(launched(entry(), gated, pricer(launching=ON))) == [("this", 41000)]


def test_311_private_line_is_not_divided_nor_outside() -> None:
    """The insurer's line is divided; the patient's is of who acted, inside the account."""
    where = context(rule(SURGEON, (SURGEON, "70")), stays=(CHOSEN,))
    outcome = launched(entry(outside_requested=True), where, pricer(launching=ON))
    assert [(one.part.value, one.provider, one.total) for one in outcome.lines] == [
        ("this", SURGEON, 28700),
        ("this", PRINCIPAL, 12300),
        ("private", SURGEON, 41000),
    ]
    line = outcome.lines[2]
    assert (line.split_form, line.split_group, line.split_provider) == (SplitForm.NONE, None, None)
    assert (line.outside_requested, line.outside_stored) == (False, False)
    assert line.difference_of == 0


def test_311_package_does_not_cover_the_private_line() -> None:
    """The insurer's package pays for the insurer's line; the patient's is charged."""
    parameters = GeneralParameters(
        check_package=True,
        package_action=PackageAction.AUTOMATIC,
        package_automatic_means=PackageMeaning.COVERED,
    )
    where = context(stays=(CHOSEN,), package=OpenPackage("P"), parameters=parameters)
    insurer, difference = launched(entry(), where, pricer(launching=ON)).lines
    assert (insurer.treatment, insurer.charged) == (Treatment.COVERED, 0)
    assert (difference.treatment, difference.charged) == (Treatment.NORMAL, 41000)


def test_311_quantity_is_kept_where_the_difference_is_exact() -> None:
    """3 units: 3 x 410,00; rounded by the line, an inexact one is a single unit."""
    where = context(stays=(CHOSEN,))
    line = launched(entry(quantity=3), where, pricer(launching=ON)).lines[1]
    assert (line.quantity, line.unit_value, line.total) == (3, 41000, 123000)
    odd = (
        AccommodationFactor(type="ward", factor=Decimal(1)),
        AccommodationFactor(type="apartment", factor=Decimal("1.333333")),
    )
    by = pricer(launching=ON, accommodation=odd, rounding=Rounding(point="LINE"))
    line = launched(entry(quantity=2, code="31005497"), where, by).lines[1]
    # 2 x 1.525,45 x 1,333333 are 4.067,865649..., and 3.050,90 are the insurer's.
    assert (line.quantity, line.unit_value, line.total) == (1, 101697, 101697)


def test_311_trace_says_how_the_difference_came_to_be() -> None:
    """The superior price's trace, and what was taken from it."""
    by = pricer(launching=private(difference_mode=DifferenceMode.TOTAL_MINUS))
    line = launched(entry(), context(stays=(CHOSEN,)), by).lines[1]
    assert line.kept["contract_used"] == "particular"
    assert line.kept["difference"] == {
        "mode": "TOTAL_MINUS",
        "factor": None,
        "overtime": True,
        "superior_centavos": 180000,
        "less_centavos": 41000,
    }
