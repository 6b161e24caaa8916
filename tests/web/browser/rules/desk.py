"""A clerk at the desk: types a sheet, reads what is told and worth, saves it, and does what a part may take."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from playwright.sync_api import expect

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    BillingUnit,
    FeeLine,
    GeneralParametersVersion,
    InsideOutsideRule,
    OpenPackage,
    PackageBook,
    PackageItem,
    PackageTemplate,
    Patient,
    SplitRule,
    SplitShare,
    Workstation,
)
from honorarios.web.present.writing import money
from tests.launching import making
from tests.services import hospital
from tests.services.doing import launched, row
from tests.web.sheets import Preview, ShownLine

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from honorarios.core.findings import Code
    from honorarios.launching.model import Entry
    from tests.services.hospital import House

TOLD: Final = ".note, .finding, .field__error, .pending__item"
"""Where the desk tells a finding."""
SINCE: Final = datetime(2025, 11, 1)
NUMBERS: Final = count(2)
"""Of attendances and patients; the house's own is the first."""
SURGEON: Final = {"code": making.SURGERY, "when": "19/11/2025 1000", "provider": "medico"}
"""A principal act of a surgeon, on a Wednesday morning: R$ 410,00 in the ward."""
SAVED: Final = re.compile("gravado")


@dataclass
class Desk:
    """A scene: a patient of its own, and a page with the clerk signed in."""

    house: House
    page: Page
    met: set[str] = field(default_factory=set)
    """Codes of the findings that were seen."""

    # The record, behind the screen.

    def under(self, contract: str, **facts: Any) -> AccountPart:  # noqa: ANN401 - any column
        """Another part of the account, under a contract."""
        return hospital.under(self.house, contract, **facts)

    def launched(self, *entries: Entry, part: AccountPart | None = None) -> list[FeeLine]:
        """Lines that were launched before."""
        return [row(line) for line in launched(self.house, *entries, part=part)]

    def lines(self, part: AccountPart | None = None) -> list[FeeLine]:
        """The lines of a part on record."""
        return list(FeeLine.objects.filter(part=part or self.house.part).order_by("pk"))

    # The sheet.

    def sheet(self, *rows: dict[str, Any], part: AccountPart | None = None) -> None:
        """Type entries of their own into an empty sheet of the part."""
        self._open("linhas", part)
        self.type("single", *rows)

    def surgery(
        self,
        acts: list[dict[str, Any]],
        team: list[dict[str, Any]],
        when: str = "19/11/2025 1000",
        part: AccountPart | None = None,
    ) -> None:
        """Type a surgery into an empty sheet of the part."""
        self._open("cirurgia", part)
        self.page.locator("#when").fill(when)
        self.type("act", *acts)
        self.type("member", *team)

    def _open(self, mode: str, part: AccountPart | None) -> None:
        self.page.goto(f"/parciais/{(part or self.house.part).pk}/lancar/?modo={mode}&novo=1")

    def type(self, kind: str, *rows: dict[str, Any]) -> None:
        """Type rows of a kind, from the first on."""
        for number, given in enumerate(rows, start=1):
            place = self.page.locator(f"[data-row='{kind}.{number}']")
            if not place.count():
                self.page.locator(f"[data-add={kind}]").click()
                place.wait_for()
            # Delete in an empty field takes its row away, and emptying a field is that key.
            for name, value in ((name, value) for name, value in given.items() if value != ""):
                self._fill(place, f"{kind}.{number}.{name}", value)
        self.page.evaluate("document.activeElement.blur()")

    def _fill(self, place: Locator, name: str, value: str | bool) -> None:  # noqa: FBT001 - a cell
        cell = self.page.locator(f"[id='{name}']")
        if place.locator(f"[data-fields-of][hidden] [id='{name}']").count():
            place.locator("[data-fields]").click()
        if isinstance(value, bool):
            if cell.is_checked() != value:
                cell.press("Space")
        elif cell.evaluate("one => one.tagName") == "SELECT":
            cell.select_option(value)
        else:
            cell.fill(value)

    def choose_centre(self, code: str) -> None:
        """Choose the cost centre of the whole sheet."""
        self.page.locator("#cost_centre").select_option(code)

    # What is seen.

    def sees(self, code: Code, *, beside: str = "") -> None:
        """A finding is told: beside its field if one is named, or else on the page."""
        told = re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(code.message)))
        place = (
            self.page.locator(f"[data-note='{beside}']") if beside else self.page.locator("main")
        )
        found = place.locator(TOLD).filter(has_text=told).locator("visible=true")
        expect(found.first).to_be_visible()
        self.met.add(code.name)

    def shown(self) -> list[ShownLine]:
        """The lines of the sheet, once the values of what is typed are there."""
        expect(self.page.locator("[data-seen]")).to_have_value(re.compile(r"\d"))
        return Preview(self.page.locator("#preview").inner_html()).lines

    def worth(self, *charged: str) -> None:
        """The sheet shows lines of these amounts."""
        found = [line.charged for line in self.shown()]
        assert found == list(charged), found

    def save(self) -> list[FeeLine]:
        """Save by keyboard; the lines that were written are those that were shown."""
        shown = [line.charged for line in self.shown()]
        before = self._last()
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_url("**/contas/**")
        expect(self.page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
        written = list(FeeLine.objects.filter(pk__gt=before).order_by("pk"))
        assert Counter(money(line.charged) for line in written) == Counter(shown)
        return written

    def refused(self) -> None:
        """Saving writes nothing, and stays on the sheet; on a frozen part there is nothing to save by."""
        self.shown()
        if not self.page.locator("button[data-save]").count():
            return
        before = self._last()
        with self.page.expect_response(re.compile("/lancar/$")) as answered:
            self.page.keyboard.press("Control+Enter")
        assert answered.value.status in {409, 422}
        expect(self.page.locator("button[data-save]")).to_be_visible()
        assert self._last() == before

    def _last(self) -> int:
        return FeeLine.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

    # A line on record, and a part.

    def edit(self, line: FeeLine, **cells: str) -> None:
        """Change a line on a page of its own."""
        self.page.goto(f"/lancamentos/{UUID(str(line.uid))}/alterar/")
        for name, value in cells.items():
            self._write(name, value)
        self.page.locator("main form button[type=submit]").click()

    def _write(self, name: str, value: str) -> None:
        cell = self.page.locator(f"main [name='{name}']")
        kind = cell.evaluate("one => one.type")
        if kind == "hidden":
            # A field that chooses from a list: its first is what was typed.
            text = cell.locator("xpath=preceding-sibling::input[@role='combobox']")
            text.fill(value)
            self.page.get_by_role("option").first.click()
        elif kind == "select-one":
            cell.select_option(value)
        elif kind == "checkbox":
            cell.set_checked(bool(value))
        else:
            cell.fill(value)

    def ask_reversal(self, line: FeeLine) -> None:
        """Open the page that asks why a line is reversed."""
        self.page.goto(f"/lancamentos/{UUID(str(line.uid))}/estornar/")

    def reverse(self, line: FeeLine) -> None:
        """Reverse a line, with a reason."""
        self.ask_reversal(line)
        self.page.get_by_label("Motivo").fill("Lançado por engano.")
        self.page.get_by_role("button", name="Estornar", exact=True).click()
        self.done("Linha estornada.")

    def ask(self, verb: str, part: AccountPart | None = None) -> None:
        """Open the page that asks about a verb of a part."""
        self.page.goto(f"/parciais/{(part or self.house.part).pk}/{verb}/")

    def do(self, verb: str, said: str, part: AccountPart | None = None) -> None:
        """Do it."""
        self.ask(verb, part)
        reason = self.page.get_by_label("Motivo")
        if reason.count():
            reason.fill("Conferência.")
        self.page.locator("main form button[type=submit]").click()
        self.done(said)

    def done(self, said: str) -> None:
        """It is told that something was done."""
        expect(self.page.get_by_role("status").filter(has_text=said)).to_be_visible()


def admit(house: House, bed: str | None = "101", *, sex: str = "f", **facts: Any) -> House:  # noqa: ANN401 - any column
    """Another patient of the house, with an attendance, an account and an open part of their own."""
    number = str(next(NUMBERS))
    patient = Patient.objects.create(
        office=house.office,
        code=f"1{number:0>3}",
        name="Paciente Fictícia",
        sex=sex,
        birth_date="1980-01-31",
    )
    given = {
        "hospital": house.hospital,
        "patient": patient,
        "number": number,
        "setting": "inpatient",
        "started_at": datetime(2025, 11, 1, 8),
        "workstation": Workstation.objects.get(office=house.office),
    }
    attendance = Attendance.objects.create(office=house.office, **(given | facts))
    unit = BillingUnit.objects.get(pk=house.unit.pk)
    account = Account.objects.create(office=house.office, attendance=attendance, billing_unit=unit)
    another = replace(house, attendance=attendance, account=account)
    if bed:
        hospital.move(attendance, bed)
    return replace(another, part=hospital.under(another, "ch"))


def open_package(house: House, **quantities: int) -> OpenPackage:
    """A package that is open on the house's account; codes that it allows are written ``c31003079=2``."""
    book, _new = PackageBook.objects.get_or_create(
        office=house.office,
        payer=house.payer,
        valid_from=making.LONG_AGO,
        defaults={"name": "Caderno"},
    )
    template = PackageTemplate.objects.create(
        office=house.office, book=book, code=f"g{house.account.pk}", name="Gabarito"
    )
    for code, quantity in quantities.items():
        PackageItem.objects.create(
            office=house.office, template=template, code=code.removeprefix("c"), quantity=quantity
        )
    return OpenPackage.objects.create(
        office=house.office, account=house.account, template=template, opened_at=SINCE
    )


def set_parameters(house: House, **parameters: Any) -> None:  # noqa: ANN401 - any general parameter
    """The general parameters, and no others than these."""
    GeneralParametersVersion.objects.filter(office=house.office).delete()
    if parameters:
        hospital.set_parameters(house, **parameters)


def tidy(house: House) -> None:
    """What a scene registered for the whole office goes with it."""
    set_parameters(house)
    SplitShare.objects.filter(office=house.office).delete()
    SplitRule.objects.filter(office=house.office).delete()
    InsideOutsideRule.objects.filter(office=house.office).delete()
