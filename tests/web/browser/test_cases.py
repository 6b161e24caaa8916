"""Surgeries in a browser: found, worked through by keyboard, and fit for everybody's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from honorarios.records.models import SurgeryCase

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_clerk_works_through_a_surgery(
    page_as: Callable[[str], Page],
    accessible: Callable[[Page], None],
    picture: Callable[[Page, str], None],
) -> None:
    page = page_as("faturista")
    page.goto("/cirurgias/")
    expect(page.get_by_role("heading", name="Cirurgias", exact=True)).to_be_visible()
    picture(page, "cirurgias")
    accessible(page)
    number = SurgeryCase.objects.filter(status="partly_authorised").earliest("pk").number
    page.get_by_role("link", name=number).click()
    picture(page, "cirurgia")
    accessible(page)
    page.keyboard.press("Alt+S")
    dialog = page.get_by_role("dialog", name="Registrar resposta")
    dialog.get_by_role("radio", name="Negou").check()
    dialog.get_by_label("Texto da resposta").fill("Cláusula 7.2.")
    dialog.get_by_role("button", name="Registrar resposta").click()
    expect(page.get_by_role("status")).to_contain_text("Resposta registrada.")
    expect(page.get_by_text("“Cláusula 7.2.”")).to_be_visible()
    row = page.get_by_role("listitem").filter(has_text="Carteira do convênio")
    row.get_by_role("link", name="Outra situação").click()
    papers = page.get_by_role("dialog", name="Carteira do convênio")
    papers.get_by_label("Situação").select_option("missing")
    papers.get_by_role("button", name="Carteira do convênio").click()
    expect(page.get_by_role("status")).to_contain_text("Documento atualizado.")
    page.get_by_role("button", name="Carteira do convênio: Recebido").click()
    expect(page.get_by_role("status")).to_contain_text("Documento atualizado.")


def test_the_form_and_a_letter_are_fit_for_everybody(
    page_as: Callable[[str], Page],
    accessible: Callable[[Page], None],
    picture: Callable[[Page, str], None],
) -> None:
    page = page_as("faturista")
    page.goto("/cirurgias/nova/")
    picture(page, "cirurgia-nova")
    accessible(page)
    case = SurgeryCase.objects.get(upgrade_reason="patient_option")
    page.goto(f"/cirurgias/{case.pk}/cartas/consent/")
    expect(page.get_by_text("por minha vontade").first).to_be_visible()
    picture(page, "termo")
    accessible(page)


def test_a_physicians_surgeries_are_fit_for_everybody(
    page_as: Callable[[str], Page],
    accessible: Callable[[Page], None],
    picture: Callable[[Page, str], None],
) -> None:
    page = page_as("medica")
    page.goto("/minhas-cirurgias/")
    expect(page.get_by_role("heading", name="Minhas cirurgias")).to_be_visible()
    picture(page, "minhas-cirurgias")
    accessible(page)
