"""Who gets what: divisions, the difference to private expenses, inside or outside (3.10 to 3.12)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import expect

from honorarios.launching import codes
from honorarios.records.models import (
    BillingUnit,
    FeeLine,
    InsideOutsideRule,
    Payer,
    SplitShare,
    Stay,
)
from tests.launching import making
from tests.services import hospital
from tests.services.rules.acting import bring
from tests.web.browser.rules.desk import set_parameters
from tests.web.browser.rules.scene import scene
from tests.web.browser.rules.values import SATURDAY, WEDNESDAY, act

if TYPE_CHECKING:
    from honorarios.core.findings import Code
    from tests.web.browser.rules.desk import Desk

BY_VALUE: Final = {
    "code": making.EXAM,
    "provider": "hospital",
    "split_form": "value",
    "split_provider": "medico",
}
"""An exam whose fee goes to the physician and whose cost to the institution."""


def parts_of(lines: list[FeeLine]) -> list[tuple[str, int, bool]]:
    """Who gets what of the lines, inside or outside the account."""
    return [
        (line.provider.code if line.provider else "", line.total, line.outside_stored)
        for line in lines
    ]


@scene("3.10 PERCENT", "3.10 reversal of the group", "3.12 row 1")
def division_by_percent(desk: Desk) -> None:
    """The rule divides by itself; the executing provider's share is outside, the rest the principal's."""
    hospital.divide(desk.house, "indireto", ("indireto", "70"))
    rule(desk, "inside")
    desk.sheet(act(provider="indireto"))
    desk.worth("287,00", "123,00")
    expect(desk.page.locator("#preview")).to_contain_text("Divisão 70 %")
    share, rest = desk.save()
    assert parts_of([share, rest]) == [("indireto", 28_700, True), ("hospital", 12_300, False)]
    desk.reverse(rest)
    assert sum(line.total for line in desk.lines()) == 0


@scene("3.10 VALUE", "3.10 explicit VALUE wins", "3.10 NONE")
def division_by_value(desk: Desk) -> None:
    """T8: the cost to the institution, the fee to the physician; without a form, one line."""
    hospital.divide(desk.house, "hospital", ("indireto", "10"))
    desk.sheet(act(**BY_VALUE), act(f"{WEDNESDAY} 1100", code=making.EXAM))
    desk.worth("12,30", "20,50", "32,80")
    written = desk.save()
    assert parts_of(written)[:2] == [("hospital", 1_230, False), ("medico", 2_050, False)]


@scene(
    "3.10 what VALUE needs",
    meets=(
        codes.NO_SPLIT_PROVIDER,
        codes.SPLIT_WITH_ITSELF,
        codes.NOT_BY_PRINCIPAL,
        codes.NO_COMPONENTS,
        codes.NO_SPLIT_RULE,
    ),
)
def division_that_cannot_be(desk: Desk) -> None:
    wrong: tuple[tuple[dict[str, Any], Code], ...] = (
        ({"split_provider": ""}, codes.NO_SPLIT_PROVIDER),
        ({"split_provider": "hospital"}, codes.SPLIT_WITH_ITSELF),
        ({"provider": "medico", "split_provider": "indireto"}, codes.NOT_BY_PRINCIPAL),
        ({"code": making.SURGERY}, codes.NO_COMPONENTS),
        ({"split_form": "percent"}, codes.NO_SPLIT_RULE),
    )
    desk.sheet(*(act(**(BY_VALUE | given)) for given, _code in wrong))
    for _given, code in wrong:
        desk.sees(code)
    desk.refused()


@scene(
    "3.10 rules that do not do",
    meets=(codes.AMBIGUOUS_SPLIT, codes.WRONG_SPLIT_RULE, codes.NO_PRINCIPAL),
)
def division_by_a_rule_that_does_not_do(desk: Desk) -> None:
    house = desk.house
    one = hospital.divide(house, "medico", ("medico", "70"))
    units = BillingUnit.objects.filter(pk=house.unit.pk)
    units.update(principal_provider=None)
    desk.sheet(act())
    desk.sees(codes.NO_PRINCIPAL)
    desk.refused()
    units.update(principal_provider=house.unit.principal_provider)
    hospital.divide(house, "medico", ("medico", "60"))
    desk.sheet(act())
    desk.sees(codes.AMBIGUOUS_SPLIT)
    SplitShare.objects.exclude(rule=one).filter(office=house.office).delete()
    SplitShare.objects.filter(rule=one).update(percent="60")
    hospital.divide(house, "medico", ("medico", "70"), codes=making.SURGERY)
    last = SplitShare.objects.latest("pk")
    SplitShare.objects.create(
        office=house.office,
        rule=last.rule,
        position=2,
        provider=house.providers["indireto"],
        percent=Decimal(40),
    )
    desk.sheet(act())
    desk.sees(codes.WRONG_SPLIT_RULE)
    desk.refused()


# The difference to private expenses (3.11).


@scene("3.11 consent", "3.11 the remainder", "3.11 reversal", meets=(codes.NO_CONSENT,))
def difference_with_consent(desk: Desk) -> None:
    """Without consent there is no private line; it is recorded in place, and the line comes."""
    hospital.move(desk.house.attendance, "201", reason="patient_option")
    part = desk.under("diferenca")
    desk.sheet(act(), part=part)
    desk.sees(codes.NO_CONSENT)
    desk.worth("410,00")
    desk.page.get_by_role("button", name="Registrar o consentimento").click()
    expect(desk.page.locator("#preview tr[data-line]")).to_have_count(2)
    desk.worth("410,00", "410,00")
    insurer, private = desk.save()
    assert private.difference_of_id == insurer.pk
    assert private.part.payer.group == "self_pay"
    assert Stay.objects.get(attendance=desk.house.attendance).consent_at is not None
    desk.reverse(private)
    assert set(FeeLine.objects.filter(pk__in=[insurer.pk, private.pk]).values_list("status")) == {
        ("reversed",)
    }


@scene("3.11 bed of the plan", "3.11 contract without it")
def no_difference(desk: Desk) -> None:
    desk.sheet(act(), part=desk.under("diferenca"))
    desk.worth("410,00")
    hospital.upgrade(desk.house)
    desk.sheet(act())
    desk.worth("820,00")


@scene(
    "3.11 private table: DELTA, TOTAL_MINUS, FULL", "3.11 overtime", "3.11 factor of the contract"
)
def difference_by_contract(desk: Desk) -> None:
    """T9, and the other readings that a contract may choose."""
    hospital.upgrade(desk.house)
    for contract, private in (
        ("delta", "900,00"),
        ("privado", "1.390,00"),
        ("inteiro", "1.800,00"),
        ("parametro", "820,00"),
    ):
        desk.sheet(act(), part=desk.under(contract))
        desk.worth("410,00", private)
    type(desk.house.attendance).objects.filter(pk=desk.house.attendance.pk).update(
        is_emergency=True, version=2
    )
    desk.sheet(act(f"{SATURDAY} 1000"), part=desk.under("sem-hora-extra"))
    desk.worth("533,00", "410,00")


@scene(
    "3.11 reason of the bed",
    "3.11 no private price",
    meets=(codes.NOT_BY_OPTION, codes.NO_PRIVATE_PRICE),
)
def difference_that_is_left_out(desk: Desk) -> None:
    hospital.move(desk.house.attendance, "201", reason="no_bed")
    desk.sheet(act(), part=desk.under("diferenca"))
    desk.sees(codes.NOT_BY_OPTION)
    desk.worth("410,00")
    hospital.upgrade(desk.house)
    desk.sheet(act(code=making.FEMALE_SURGERY), part=desk.under("privado"))
    desk.sees(codes.NO_PRIVATE_PRICE)
    desk.worth("500,00")


@scene("3.11 frozen private part", meets=(codes.FROZEN_PRIVATE_PART,))
def difference_into_a_frozen_part(desk: Desk) -> None:
    hospital.upgrade(desk.house)
    payer = Payer.objects.get(office=desk.house.office, code="particular")
    bring(desk.house, "released", desk.under("", payer=payer, plan=None))
    desk.sheet(act(), part=desk.under("diferenca"))
    desk.sees(codes.FROZEN_PRIVATE_PART)
    desk.refused()


# Inside or outside the account (3.12).


def rule(desk: Desk, side: str, **conditions: Any) -> InsideOutsideRule:  # noqa: ANN401 - any column
    """An inside/outside rule of the payer."""
    given = {"payer": desk.house.payer, "valid_from": making.LONG_AGO, **conditions}
    return InsideOutsideRule.objects.create(office=desk.house.office, side=side, **given)


def sides(desk: Desk) -> list[bool]:
    """On which side the lines were saved: outside or not."""
    return [line.outside_stored for line in desk.save()]


@scene("3.12 row 4", "3.12 row 5", "3.12 row 6", "3.12 row 7", meets=(codes.NO_CREDENTIAL,))
def ticked_outside(desk: Desk) -> None:
    """A tick counts for who is accredited directly; for others it is told why it doesn't."""
    desk.sheet(
        act(outside_requested=True),
        act(provider="indireto", outside_requested=True),
        act(provider="sem-credencial", outside_requested=True),
        act(f"{WEDNESDAY} 1100"),
    )
    desk.sees(codes.NO_CREDENTIAL, beside="single.3.outside_requested")
    expect(desk.page.locator("#preview")).to_contain_text("Dentro da conta, pela regra")
    assert sides(desk) == [True, False, False, False]


@scene("3.12 row 2", "3.12 row 3", "3.12 most specific")
def side_by_a_rule(desk: Desk) -> None:
    set_parameters(desk.house, direct_always_outside=True)
    desk.sheet(act(), act(provider="indireto"))
    assert sides(desk) == [True, False]
    rule(desk, "outside")
    rule(desk, "inside", provider=desk.house.providers["medico"], valid_from=date(2025, 1, 1))
    later = f"{WEDNESDAY} 1100"
    desk.sheet(act(later, outside_requested=True), act(later, provider="indireto"))
    assert sides(desk) == [False, True]
