"""Agreements in the browser: seen at a glance, and confirmed in two keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from playwright.sync_api import expect

from honorarios.records.models import Agreement
from honorarios.services import preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.keys import Keyboard
    from tests.web.pictures import Pictures


def test_an_agreement_is_confirmed_in_two_keys(
    page_as: Callable[..., Page],
    hospital: FictitiousHospital,
    typed: Keyboard,
    accessible: Callable[[Page], None],
    picture: Pictures,
) -> None:
    row = Agreement.objects.filter(kind="repasse", fact_status="presumed")[0]
    page = page_as("faturista")
    page.goto(f"/acordos/{row.pk}/")
    expect(page.get_by_text("Presumido").first).to_be_visible()
    typed.on(page).press("Alt+c")
    expect(page.get_by_label("Quem disse")).to_be_focused()
    typed.on(page).press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Gravado")
    known = page.get_by_role("region", name="Como se sabe")
    expect(known).to_contain_text("Confirmado")
    expect(known).to_contain_text("hoje")
    assert typed.clicks == 0
    accessible(page)
    page.locator(".toast [data-remove]").click()
    picture(page, "acordo")
    actor = hospital.actor("faturista")
    preferences.keep(actor=actor, language="en").require()
    page.goto(f"/acordos/{row.pk}/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    picture(page, "acordo", "en")
    preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()


def test_the_grid_and_what_is_to_be_confirmed_are_read_at_a_glance(
    page_as: Callable[..., Page], accessible: Callable[[Page], None]
) -> None:
    page = page_as("faturista")
    page.goto("/acordos/")
    expect(page.get_by_role("heading", name="Quem paga, e por onde")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="A confirmar").click()
    expect(page.get_by_role("heading", name="Venceram")).to_be_visible()
    accessible(page)


def test_tax_parameters_show_their_sources(
    page_as: Callable[..., Page], accessible: Callable[[Page], None]
) -> None:
    page = page_as("administracao")
    page.goto("/tributos/")
    expect(page.get_by_text("Isto não é conselho tributário.")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Alterar").click()
    expect(page.get_by_label("Quem conferiu")).to_be_visible()
    accessible(page)
