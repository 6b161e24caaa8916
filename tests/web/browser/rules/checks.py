"""The checks V1 to V16 (3.3), told beside what they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from playwright.sync_api import expect

from honorarios.core.vocabulary import Role
from honorarios.launching import codes
from honorarios.records.models import Patient, Payer, Stay, Workstation
from honorarios.services import special
from tests.launching import making
from tests.services import hospital
from tests.services.rules.acting import bring, change_attendance, issue_invoice
from tests.web.browser.rules.desk import SURGEON, set_parameters
from tests.web.browser.rules.scene import scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.core.findings import Code
    from tests.web.browser.rules.desk import Desk

EARLIER: Final = {**SURGEON, "when": "18/11/2025 1000"}


def refuses_every_way(desk: Desk, code: Code, spoil: Callable[[], None]) -> None:
    """Neither an insertion, nor an edit, nor a reversal of a line that was there before."""
    (line,) = desk.launched(making.entry())
    spoil()
    desk.sheet(EARLIER | {"role": "surgeon"})
    desk.sees(code)
    desk.refused()
    desk.edit(line, quantity="2")
    desk.sees(code)
    desk.ask_reversal(line)
    desk.sees(code)
    assert [(one.version, one.status) for one in desk.lines()] == [(1, "active")]


@scene("V1 insert", "V1 edit", "V1 reverse", meets=(codes.CANCELLED_ATTENDANCE,))
def cancelled_attendance(desk: Desk) -> None:
    refuses_every_way(
        desk,
        codes.CANCELLED_ATTENDANCE,
        lambda: change_attendance(desk.house, status="cancelled"),
    )


@scene("V2 released", meets=(codes.FROZEN_PART,))
def released_part(desk: Desk) -> None:
    refuses_every_way(desk, codes.FROZEN_PART, lambda: bring(desk.house, "released"))


@scene("V2 billed", meets=(codes.FROZEN_PART,))
def billed_part(desk: Desk) -> None:
    refuses_every_way(desk, codes.FROZEN_PART, lambda: bring(desk.house, "billed"))


@scene("V2 cancelled", meets=(codes.FROZEN_PART,))
def cancelled_part(desk: Desk) -> None:
    refuses_every_way(desk, codes.FROZEN_PART, lambda: bring(desk.house, "cancelled"))


@scene("V3 insert", "V3 edit", "V3 reverse", meets=(codes.INVOICED_PART,))
def invoiced_private_part(desk: Desk) -> None:
    payer = Payer.objects.create(
        office=desk.house.office, code="particular-com-nota", name="Particular", group="self_pay"
    )
    part = desk.under("ch", payer=payer, plan=None)
    desk.house = replace(desk.house, payer=payer, part=part)
    refuses_every_way(desk, codes.INVOICED_PART, lambda: issue_invoice(desk.house, private=False))


@scene("V4a", meets=(codes.COST_CENTRE_REQUIRED,))
def cost_centre_required(desk: Desk) -> None:
    (line,) = desk.launched(making.entry())
    set_parameters(desk.house, cost_centre_required=True)
    desk.edit(line, quantity="2")
    desk.sees(codes.COST_CENTRE_REQUIRED)
    desk.sheet(EARLIER | {"role": "surgeon"})
    desk.refused()
    desk.sees(codes.COST_CENTRE_REQUIRED, beside="cost_centre")
    desk.choose_centre("cc-101")
    desk.worth("410,00")
    assert [one.cost_centre.code for one in desk.save() if one.cost_centre] == ["cc-101"]


@scene("V4b", meets=(codes.COST_CENTRE_OF_BED, codes.LOCKED_COST_CENTRE))
def cost_centre_of_the_bed(desk: Desk) -> None:
    set_parameters(desk.house, cost_centre_from_bed=True)
    desk.sheet(SURGEON | {"role": "surgeon"})
    desk.choose_centre("cc-201")
    desk.sees(codes.LOCKED_COST_CENTRE)
    assert [one.cost_centre.code for one in desk.save() if one.cost_centre] == ["cc-101"]
    Stay.objects.filter(attendance=desk.house.attendance).delete()
    desk.sheet(EARLIER | {"role": "surgeon"})
    desk.sees(codes.COST_CENTRE_OF_BED, beside="cost_centre")
    desk.refused()


@scene("V4c", meets=(codes.COST_CENTRE_OF_WORKSTATION,))
def cost_centre_of_the_workstation(desk: Desk) -> None:
    set_parameters(desk.house, cost_centre_from_workstation=True)
    change_attendance(desk.house, setting="outpatient")
    desk.sheet(SURGEON | {"role": "surgeon"})
    written = desk.save()
    assert [one.cost_centre.code for one in written if one.cost_centre] == ["cc-estacao"]
    station = Workstation.objects.get(office=desk.house.office)
    Workstation.objects.filter(pk=station.pk).update(cost_centre=None)
    desk.sheet(EARLIER | {"role": "surgeon"})
    desk.sees(codes.COST_CENTRE_OF_WORKSTATION, beside="cost_centre")
    desk.refused()
    station.save(update_fields=["cost_centre"])


@scene("V5", "V16", "3.3 reversal", meets=(codes.REVERSED_LINE, codes.ALREADY_REVERSED))
def reversed_line(desk: Desk) -> None:
    (line,) = desk.launched(making.entry())
    desk.reverse(line)
    assert [(one.status, one.total) for one in desk.lines()] == [
        ("reversed", 41_000),
        ("reversal", -41_000),
    ]
    for frozen in desk.lines():
        desk.edit(frozen, quantity="2")
        desk.sees(codes.REVERSED_LINE)
        desk.ask_reversal(frozen)
        desk.sees(codes.ALREADY_REVERSED)
        expect(desk.page.get_by_role("button", name="Estornar", exact=True)).to_have_count(0)


@scene("V6", "V6 entered again", meets=(codes.SPECIAL_LINE,))
def special_item(desk: Desk) -> None:
    house = desk.house
    special.launch(actor=house.clerk, part_id=house.part.pk, entries=[making.entry()]).require()
    (line,) = desk.lines()
    desk.edit(line, quantity="2")
    desk.sees(codes.SPECIAL_LINE)
    desk.page.goto(f"/parciais/{house.part.pk}/especiais/")
    desk.page.get_by_role("link", name="Substituir").click()
    desk.page.get_by_label("Quantidade").fill("2")
    desk.page.get_by_label("Motivo do estorno").fill("Quantidade.")
    desk.page.get_by_role("button", name="Estornar e incluir este").click()
    desk.done("Item especial substituído.")
    assert [one.total for one in desk.lines()] == [41_000, -41_000, 82_000]


@scene(
    "V7", "V8a", "V8b", "V8c", "V10", "V10b", "V11", "V12", "3.5 no price", "3.6 not authorised",
    meets=(
        codes.NO_ROLE, codes.OUTSIDE_PERIOD, codes.START_AFTER_END, codes.HOUR_24,
        codes.INPATIENT_CONSULTATION, codes.OTHER_SETTING, codes.NO_VALUE, codes.PRINCIPAL_OUTSIDE,
        codes.OTHER_AGE, codes.UNKNOWN_PROVIDER, codes.QUANTITY, codes.NOT_AUTHORISED,
        codes.NO_PRICE, codes.UNREADABLE, codes.NO_CODE, codes.NO_START, codes.NO_PROVIDER,
    ),
)  # fmt: skip
def everything_at_once(desk: Desk) -> None:
    """A row for each mistake: all are told, each beside its field, and nothing is saved."""
    act = SURGEON | {"role": "surgeon"}
    wrong: tuple[tuple[dict[str, object], str, Code], ...] = (
        ({"role": ""}, "role", codes.NO_ROLE),
        ({"when": "01/12/2025 1000"}, "when", codes.OUTSIDE_PERIOD),
        ({"when": "19/11/2025 1000 19/11/2025 900"}, "when", codes.START_AFTER_END),
        ({"when": "19/11/2025 24:00"}, "when", codes.HOUR_24),
        ({"code": making.OFFICE}, "code", codes.INPATIENT_CONSULTATION),
        ({"code": making.EMERGENCY_ROOM}, "code", codes.INPATIENT_CONSULTATION),
        ({"code": making.OUTPATIENT_ACT}, "code", codes.OTHER_SETTING),
        ({"code": making.FREE_ACT}, "code", codes.NO_VALUE),
        (
            {"provider": "hospital", "outside_requested": True},
            "provider",
            codes.PRINCIPAL_OUTSIDE,
        ),
        ({"code": making.CHILDRENS_SURGERY}, "code", codes.OTHER_AGE),
        ({"provider": "ninguem"}, "provider", codes.UNKNOWN_PROVIDER),
        ({"quantity": "0"}, "quantity", codes.QUANTITY),
        ({"not_authorised": True}, "", codes.NOT_AUTHORISED),
        ({"code": "99999999"}, "code", codes.NO_PRICE),
        ({"when": "anteontem cedo"}, "when", codes.UNREADABLE),
        ({"code": ""}, "code", codes.NO_CODE),
        ({"when": ""}, "when", codes.NO_START),
        ({"provider": ""}, "provider", codes.NO_PROVIDER),
    )
    desk.sheet(*(act | given for given, _field, _code in wrong))
    desk.refused()
    for number, (_given, name, code) in enumerate(wrong, start=1):
        desk.sees(code, beside=f"single.{number}.{name}" if name else "")


@scene("V9", "V9 unknown", meets=(codes.OTHER_SEX, codes.UNKNOWN_SEX))
def sex_of_the_procedure(desk: Desk) -> None:
    patients = Patient.objects.filter(pk=desk.house.attendance.patient_id)
    patients.update(sex="m")
    act = SURGEON | {"code": making.FEMALE_SURGERY, "role": "surgeon"}
    desk.sheet(act)
    desk.sees(codes.OTHER_SEX, beside="single.1.code")
    desk.refused()
    patients.update(sex="")
    desk.sheet(act)
    desk.sees(codes.UNKNOWN_SEX, beside="single.1.code")
    desk.worth("500,00")
    desk.save()


@scene("V10 warned", meets=(codes.INPATIENT_CONSULTATION_NOTICED,))
def consultation_of_an_inpatient_is_noticed(desk: Desk) -> None:
    set_parameters(desk.house, office_consultation_severity="WARN")
    desk.sheet(SURGEON | {"code": making.OFFICE, "role": "clinician"})
    desk.sees(codes.INPATIENT_CONSULTATION_NOTICED, beside="single.1.code")
    desk.worth("100,00")
    desk.save()


@scene("3.3 edit in its place", meets=(codes.START_AFTER_END,))
def refused_in_its_place(desk: Desk) -> None:
    """An edit in the account that is refused says why beside the form, which keeps what was typed."""
    (line,) = desk.launched(making.entry())
    page = desk.page
    page.goto(f"/contas/{desk.house.account.pk}/?parcial={desk.house.part.pk}#linha-{line.uid}")
    page.locator(f"#linha-{line.uid}").press("e")
    end = page.get_by_label("Fim")
    end.fill("19/11/2025 09:00")
    end.press("Control+Enter")
    desk.sees(codes.START_AFTER_END)
    expect(page.locator("#edit-start-findings")).to_be_visible()
    expect(end).to_have_value("19/11/2025 09:00")
    end.fill("19/11/2025 11:00")
    end.press("Control+Enter")
    desk.done("Linha alterada.")
    assert [one.end for one in desk.lines()] == [datetime(2025, 11, 19, 11)]


@scene("V13", meets=(codes.DUPLICATE,))
def identical_line(desk: Desk) -> None:
    """A warning, that a person confirms; without an answer nothing is doubled."""
    desk.launched(making.entry())
    desk.sheet(SURGEON | {"role": "surgeon"})
    desk.sees(codes.DUPLICATE)
    desk.refused()
    desk.page.locator("#identical").check()
    assert len(desk.save()) == 1
    assert len(desk.lines()) == 2


@scene("V14")
def division_is_not_changed(desk: Desk) -> None:
    """The form of a line on record has no such field; a change goes for the whole act."""
    hospital.divide(desk.house, "medico", ("medico", "70"))
    share, _rest = desk.launched(making.entry())
    desk.edit(share, quantity="2")
    desk.done("Linha alterada.")
    assert [one.total for one in desk.lines()] == [57_400, 24_600]
    desk.page.goto(f"/lancamentos/{share.uid}/alterar/")
    expect(desk.page.get_by_text("Esta linha é parte de uma divisão")).to_be_visible()
    expect(desk.page.locator("[name='split_form'], [name='split_provider']")).to_have_count(0)


@scene("V15", "3.2 closing checks", meets=(codes.POSTOPERATIVE_VISIT,))
def visit_after_the_surgery(desk: Desk) -> None:
    visit = {"code": making.VISIT, "role": Role.CLINICIAN}
    desk.launched(
        making.entry(), making.entry(**visit, start=making.WEDNESDAY + timedelta(days=10))
    )
    desk.ask("encerrar")
    desk.sees(codes.POSTOPERATIVE_VISIT)
    expect(desk.page.locator("main form button[type=submit]")).to_have_count(0)
    desk.reverse(desk.lines()[-1])
    desk.do("encerrar", "Parcial encerrada.")
