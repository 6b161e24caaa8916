"""Deadlines in the browser: the month, the day by day, a surgery's, and subscribing to them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from honorarios.records.models import (
    Agreement,
    AgreementKind,
    Authorisation,
    CaseRequest,
    FactStatus,
    Hospital,
    Participation,
    Patient,
    Payer,
    PlannedAct,
    Provider,
    RouteTerms,
    SurgeryCase,
)
from honorarios.services import preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.pictures import Pictures

SURGERIES: Final = 6


@pytest.fixture(scope="module")
def surgeries(hospital: FictitiousHospital) -> list[SurgeryCase]:
    """A handful of surgeries of this month and the next, in one hospital with a repasse."""
    office = hospital.office
    place = Hospital.objects.filter(office=office).order_by("pk").first()
    payer = Payer.objects.filter(office=office).order_by("pk").first()
    assert place is not None
    assert payer is not None
    today = timezone.localdate()
    agreement = Agreement.objects.create(
        office=office,
        kind=AgreementKind.REPASSE,
        hospital=place,
        payer=payer,
        fact_status=FactStatus.CONFIRMED,
        confirmed_on=today - timedelta(days=60),
        expires_on=today + timedelta(days=9),
        asks="commercial",
        valid_from=date(2025, 1, 15),
    )
    RouteTerms.objects.create(
        office=office,
        agreement=agreement,
        cut_off_shape="after_event",
        cut_off_event="surgery",
        cut_off_days=30,
        valid_from=date(2025, 1, 15),
    )
    patients = Patient.objects.filter(office=office).order_by("pk")[:SURGERIES]
    surgeon = Provider.objects.filter(office=office, kind="person").order_by("pk").first()
    assert surgeon is not None
    found = []
    for number, patient in enumerate(patients):
        planned = datetime.combine(today, datetime.min.time()) + timedelta(
            days=3 * number - 4, hours=8
        )
        case = SurgeryCase.objects.create(
            office=office,
            number=f"2026/{40 + number}",
            hospital=place,
            patient=patient,
            payer=payer,
            indicated_on=today - timedelta(days=30),
            planned_at=planned,
        )
        PlannedAct.objects.create(office=office, case=case, sequence=1, code="31003079")
        Participation.objects.create(office=office, case=case, provider=surgeon, role="surgeon")
        asked = CaseRequest.objects.create(
            office=office,
            case=case,
            requested_on=today - timedelta(days=3 + 3 * number),
            protocol=f"{7100 + number}",
        )
        if number % 2:
            asked.answer, asked.answered_on = "authorised", today
            asked.save()
            Authorisation.objects.create(
                office=office,
                request=asked,
                senha=f"A{number}",
                granted_on=today,
                valid_until=today + timedelta(days=5 + number),
            )
        found.append(case)
    return found


def test_a_clerk_walks_through_the_months_and_marks_a_deadline(
    page_as: Callable[[str], Page], surgeries: list[SurgeryCase], accessible: Callable[[Page], None]
) -> None:
    page = page_as("faturista")
    page.goto("/prazos/")
    expect(page.get_by_role("heading", name="Prazos", exact=True)).to_be_visible()
    expect(page.locator(".month .is-today")).to_have_count(1)
    accessible(page)
    title = page.locator("#month-title").inner_text()
    page.keyboard.press("Alt+PageDown")
    expect(page.locator("#month-title")).not_to_have_text(title)
    page.keyboard.press("Alt+PageUp")
    expect(page.locator("#month-title")).to_have_text(title)
    page.goto(f"/cirurgias/{surgeries[0].pk}/prazos/")
    accessible(page)
    inclusion = page.locator(".due", has_text="Inclusão no repasse do hospital")
    inclusion.get_by_role("button", name="Feito hoje").click()
    expect(page.get_by_role("status")).to_contain_text("Prazo cumprido.")
    page.get_by_text("1 cumprido").click()
    done = page.locator(".due--done", has_text="Inclusão no repasse do hospital")
    done.get_by_role("button", name="Reabrir").click()
    expect(page.get_by_role("status")).to_contain_text("Prazo reaberto.")


def test_an_address_for_the_telephone(
    page_as: Callable[[str], Page], surgeries: list[SurgeryCase], accessible: Callable[[Page], None]
) -> None:
    assert surgeries
    page = page_as("auditoria")
    page.goto("/prazos/")
    page.get_by_role("link", name="Assinar a agenda").click()
    page.get_by_label("Onde será usada").fill("Telefone")
    page.get_by_role("button", name="Criar endereço").click()
    address = page.get_by_role("textbox", name="Endereço").input_value()
    accessible(page)
    answer = page.request.get(address)
    assert answer.ok
    assert "BEGIN:VCALENDAR" in answer.text()
    assert "2026/4" in answer.text()


@pytest.mark.parametrize("language", ["pt-br", "en"])
def test_the_pictures_of_the_guide(
    page_as: Callable[[str], Page],
    hospital: FictitiousHospital,
    surgeries: list[SurgeryCase],
    picture: Pictures,
    language: str,
) -> None:
    actor = hospital.actor("faturista")
    preferences.keep(actor=actor, language=language).require()
    page = page_as("faturista")
    page.goto("/prazos/")
    expect(page.locator("html")).to_have_attribute("lang", re.compile(language, re.IGNORECASE))
    expect(page.locator(".month")).to_be_visible()
    picture(page, "prazos", language)
    page.goto(f"/cirurgias/{surgeries[1].pk}/prazos/")
    expect(page.locator("#prazos")).to_be_visible()
    picture(page, "prazos-cirurgia", language)
    preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()
