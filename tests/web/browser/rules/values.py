"""What a line is worth: the table, the bed, the hours, the role, the route, and the state insurers (3.5 to 3.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import expect

from honorarios.launching import codes
from honorarios.records.models import Stay
from tests.launching import making
from tests.services import hospital
from tests.services.rules.acting import change_attendance
from tests.web.browser.rules.desk import SURGEON
from tests.web.browser.rules.scene import scene

if TYPE_CHECKING:
    from tests.web.browser.rules.desk import Desk

WEDNESDAY: Final = "19/11/2025"
SATURDAY: Final = "22/11/2025"


def act(when: str = "", **cells: Any) -> dict[str, Any]:  # noqa: ANN401 - any cell
    """The surgeon's act, at another time or otherwise."""
    given = SURGEON | {"role": "surgeon"} | cells
    return given | {"when": when} if when else given


@scene("3.6 bed", "3.6 in no bed", "3.6 quantity", "3.5 why not another table")
def bed_and_quantity(desk: Desk) -> None:
    """The factor of the bed at the start of the act; F4 tells the tables that were asked."""
    hospital.move(desk.house.attendance, "201")
    desk.sheet(act(), act(f"{WEDNESDAY} 1100", quantity="3"))
    desk.worth("820,00", "2.460,00")
    desk.page.locator("#preview tr[data-line]").first.focus()
    desk.page.keyboard.press("F4")
    memoria = desk.page.locator("#memoria")
    expect(memoria).to_contain_text("por que não outra?")
    expect(memoria).to_contain_text("820,00")
    Stay.objects.filter(attendance=desk.house.attendance).delete()
    desk.sheet(act())
    desk.worth("410,00")
    desk.save()


@scene("3.7 emergency within a rule", "3.7 emergency outside", "3.7 no emergency")
def overtime(desk: Desk) -> None:
    hours = (f"{WEDNESDAY} 1000", f"{WEDNESDAY} 1900", f"{SATURDAY} 1000")
    desk.sheet(*(act(when) for when in hours))
    desk.worth("410,00", "410,00", "410,00")
    change_attendance(desk.house, is_emergency=True)
    desk.sheet(*(act(when) for when in (*hours, f"{WEDNESDAY} 1859", f"{WEDNESDAY} 0700")))
    desk.worth("410,00", "533,00", "533,00", "410,00", "410,00")
    desk.save()


@scene("3.7 majority of the hours")
def overtime_by_majority(desk: Desk) -> None:
    """T14: 90 of 150 minutes inside, and 60 of 150."""
    change_attendance(desk.house, is_emergency=True)
    part = desk.under("maioria")
    within, without = (f"{WEDNESDAY} {hours}" for hours in ("1800 2030", "1730 2000"))
    desk.sheet(act(within), act(without), part=part)
    desk.worth("533,00", "410,00")


@scene("3.8 role", "3.8 role without a percentage", meets=(codes.NO_PRICE,))
def percentage_of_the_role(desk: Desk) -> None:
    """A team of one act, each by its own percentage; without one there is no price, and nothing is 100 %."""
    roles = (
        "surgeon", "first_assistant", "second_assistant", "third_assistant", "fourth_assistant",
        "scrub_assistant", "clinician",
    )  # fmt: skip
    desk.sheet(*(act(role=role) for role in roles))
    desk.worth("410,00", "123,00", "82,00", "82,00", "82,00", "41,00", "410,00")
    desk.save()
    desk.sheet(act(f"{WEDNESDAY} 1100", role="anaesthetist_assistant"))
    desk.sees(codes.NO_PRICE)
    desk.refused()


@scene("3.8 route", "3.8 route of a whole surgery")
def percentage_of_the_route(desk: Desk) -> None:
    """The same route, secondary, is worth half; the principal act, and one by its own route, the whole."""
    ways = (
        {"procedure_kind": "secondary"},
        {"procedure_kind": "secondary", "access_route": "single"},
        {"procedure_kind": "principal", "access_route": "same"},
        {"procedure_kind": "secondary", "access_route": "same"},
        {"procedure_kind": "principal", "access_route": "different"},
    )
    desk.sheet(*(act(**way) for way in ways))
    desk.worth("410,00", "410,00", "410,00", "205,00", "410,00")
    desk.surgery(
        [{"code": making.SURGERY}, {"code": "30722071", "access_route": "same"}],
        [{"provider": "medico"}, {"provider": "indireto", "role": "first_assistant"}],
    )
    desk.worth("410,00", "123,00", "92,50", "27,75")
    desk.save()


@scene("3.9 IAMSPE")
def iamspe(desk: Desk) -> None:
    """T10: role only; the bed, the hour and the standard change nothing."""
    hospital.move(desk.house.attendance, "201")
    change_attendance(desk.house, is_emergency=True)
    roles = ("surgeon", "first_assistant", "second_assistant")
    desk.sheet(*(act(f"{SATURDAY} 1000", role=role) for role in roles), part=desk.under("iamspe"))
    desk.worth("500,00", "150,00", "100,00")


@scene("3.9 IPSEMG")
def ipsemg(desk: Desk) -> None:
    """The value in force on the day of the act, times its quantity, with the factors of the standard."""
    part = desk.under("ipsemg")
    desk.sheet(act("18/11/2025 1000", quantity="3"), act(), act(role="first_assistant"), part=part)
    desk.worth("1.350,00", "500,00", "150,00")


@scene("3.3 one person in two roles", meets=(codes.TWICE_IN_THE_TEAM,))
def one_person_in_two_roles(desk: Desk) -> None:
    """A warning: it is told, and may be so."""
    desk.surgery([{"code": making.SURGERY}], [{"provider": "medico"}, {"provider": "medico"}])
    desk.sees(codes.TWICE_IN_THE_TEAM)
    desk.worth("410,00")
