"""Surgeries in a browser: worked through, fit for everybody's eyes, and as the guides show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from django.conf import settings
from playwright.sync_api import expect

from honorarios.records.models import SurgeryCase
from honorarios.services import preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.pictures import Pictures

LANGUAGES: Final = ("pt-br", "en")


def addresses() -> dict[str, str]:
    """The clerk's screens by the names of their pictures."""
    partial = SurgeryCase.objects.filter(status="partly_authorised").earliest("pk")
    above = SurgeryCase.objects.get(upgrade_reason="patient_option")
    return {
        "cirurgias": "/cirurgias/",
        "cirurgia": f"/cirurgias/{partial.pk}/",
        "cirurgia-nova": "/cirurgias/nova/",
        "termo": f"/cirurgias/{above.pk}/cartas/consent/",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_as_the_guides_show_them(
    page_as: Callable[[str], Page],
    hospital: FictitiousHospital,
    picture: Pictures,
    language: str,
) -> None:
    scheduled = SurgeryCase.objects.get(number="2026-0001")
    of = {
        "faturista": {**addresses(), "escolha-da-via": f"/cirurgias/{scheduled.pk}/via/"},
        "medica": {"minhas-cirurgias": "/minhas-cirurgias/"},
    }
    for username, screens in of.items():
        actor = hospital.actor(username)
        preferences.keep(actor=actor, language=language).require()
        page = page_as(username)
        for name, address in screens.items():
            page.goto(address)
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator("html")).to_have_attribute(
                "lang", re.compile(language, re.IGNORECASE)
            )
            picture(page, name, language)
        preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()


def test_a_clerk_works_through_a_surgery(page_as: Callable[[str], Page]) -> None:
    page = page_as("faturista")
    page.goto("/cirurgias/")
    number = SurgeryCase.objects.filter(status="partly_authorised").earliest("pk").number
    page.get_by_role("link", name=number).click()
    expect(page.locator("h1")).to_contain_text(number)
    page.keyboard.press("Alt+S")
    dialog = page.get_by_role("dialog", name="Registrar resposta")
    dialog.get_by_role("radio", name="Negou").check()
    dialog.get_by_label("Texto da resposta").fill("Cláusula 7.2.")
    dialog.get_by_role("button", name="Registrar resposta").click()
    expect(page.get_by_role("status")).to_contain_text("Resposta registrada.")
    expect(page.get_by_text("“Cláusula 7.2.”")).to_be_visible()
    page.get_by_role("link", name="Outra situação de Carteira do convênio").click()
    papers = page.get_by_role("dialog", name="Carteira do convênio")
    papers.get_by_label("Situação").select_option("missing")
    papers.get_by_role("button", name="Gravar").click()
    expect(page.get_by_role("status")).to_contain_text("Documento atualizado.")
    page.get_by_role("button", name="Carteira do convênio: Recebido").click()
    expect(page.get_by_role("button", name="Carteira do convênio: Recebido")).to_have_count(0)


def test_the_screens_are_fit_for_everybody(
    page_as: Callable[[str], Page], accessible: Callable[[Page], None]
) -> None:
    page = page_as("faturista")
    for address in addresses().values():
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()
        accessible(page)
    page = page_as("medica")
    page.goto("/minhas-cirurgias/")
    accessible(page)
