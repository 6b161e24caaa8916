"""The package's question, and automatic fees (3.4, 3.4b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from honorarios.launching import codes
from tests.launching import making
from tests.web.browser.rules.desk import open_package, set_parameters
from tests.web.browser.rules.scene import scene
from tests.web.browser.rules.values import WEDNESDAY, act

if TYPE_CHECKING:
    from tests.web.browser.rules.desk import Desk


@scene("3.4 asked", "3.4 confirmed", "3.4 declined")
def package_asked(desk: Desk) -> None:
    """Unanswered, nothing is saved; yes is charged on top, no is covered: each seen before it is saved."""
    set_parameters(desk.house, check_package=True)
    open_package(desk.house)
    desk.sheet(act(), act(f"{WEDNESDAY} 1100"))
    yes = desk.page.locator("[data-decision][value=confirm]")
    expect(yes).to_have_count(2)
    desk.refused()
    yes.first.check()
    expect(yes).to_have_count(1)
    desk.page.keyboard.press("Alt+X")
    expect(yes).to_have_count(0)
    desk.worth("410,00", "0,00")
    assert [line.treatment for line in desk.save()] == ["on_top", "covered"]


@scene("3.4 confirmation means covered")
def package_covers_what_is_confirmed(desk: Desk) -> None:
    set_parameters(desk.house, check_package=True, package_confirmation_means="COVERED")
    open_package(desk.house)
    desk.sheet(act())
    expect(desk.page.locator("[data-decision]")).to_have_count(2)
    desk.page.keyboard.press("Alt+S")
    expect(desk.page.locator("[data-decision]")).to_have_count(0)
    desk.worth("0,00")
    assert [line.treatment for line in desk.save()] == ["covered"]


@scene("3.4 automatic", "3.4 unchecked", "3.4 no open package")
def package_without_a_question(desk: Desk) -> None:
    set_parameters(desk.house, no_open_package="NOT_CHARGED")
    desk.sheet(act())
    desk.worth("0,00")
    open_package(desk.house)
    set_parameters(desk.house)
    desk.sheet(act())
    desk.worth("410,00")
    set_parameters(desk.house, check_package=True, package_action="AUTOMATIC")
    desk.sheet(act())
    desk.worth("410,00")
    expect(desk.page.locator("[data-decision]")).to_have_count(0)
    assert [line.treatment for line in desk.save()] == ["on_top"]


@scene("3.4 allowance")
def package_with_an_allowance(desk: Desk) -> None:
    """What the package allows is covered without a question; only what exceeds it is asked about."""
    set_parameters(desk.house, check_package=True, package_by_allowance=True)
    open_package(desk.house, c31003079=3)
    desk.sheet(act(quantity="2"))
    desk.worth("0,00")
    desk.save()
    desk.sheet(act(f"{WEDNESDAY} 1100", quantity="2"))
    expect(desk.page.locator("[data-decision]")).to_have_count(2)
    desk.page.keyboard.press("Alt+S")
    desk.worth("0,00", "410,00")
    desk.save()


@scene(
    "3.4b posted",
    "3.4b not posted",
    "3.4b reversed with its act",
    meets=(codes.FACILITY_FEE_EDITED,),
)
def automatic_fee(desk: Desk) -> None:
    """The surgeon's principal act brings its fee once; an assistant's, a secondary one, an exam none."""
    part = desk.under("taxas")
    desk.sheet(
        act(quantity="2"),
        act(role="first_assistant"),
        act(f"{WEDNESDAY} 1100", procedure_kind="secondary"),
        act(code=making.EXAM),
        part=part,
    )
    desk.worth("820,00", "560,00", "123,00", "410,00", "32,80")
    written = desk.save()
    principal = written[0]
    (fee,) = (line for line in written if line.kind == "facility_fee")
    assert (fee.role, fee.provider, fee.automatic_of_id) == ("", None, principal.pk)
    desk.edit(fee, quantity="2")
    desk.sees(codes.FACILITY_FEE_EDITED)
    desk.reverse(principal)
    assert {line.pk for line in desk.lines(part) if line.status == "reversed"} == {
        principal.pk,
        fee.pk,
    }


@scene("3.4b without a price", meets=(codes.FEE_WITHOUT_PRICE,))
def automatic_fee_without_a_price(desk: Desk) -> None:
    """The fee is told and left out; the physician's stays."""
    desk.sheet(act(code=making.FEMALE_SURGERY), part=desk.under("taxas"))
    desk.sees(codes.FEE_WITHOUT_PRICE)
    desk.worth("500,00")
    desk.save()
