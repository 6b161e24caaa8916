"""Registers, terms and imports in a real browser: by keyboard, with the effect told as one types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FilePayload, Page

    PageAs = Callable[[str], Page]

AURORA = "/condicoes/contratos/aurora-serra-azul/"


def test_a_contract_tells_what_it_moves_while_it_is_typed(page_as: PageAs) -> None:
    page = page_as("administracao")
    page.goto(f"{AURORA}alterar/")
    effects = page.locator("#effects")
    expect(effects.locator(".moved")).to_be_visible()
    factor = page.locator('input[name="terms.2.accommodation.1.factor"]')
    factor.fill("2,5")
    expect(effects.locator(".moved--up")).to_contain_text("R$")
    factor.fill("1.234")
    expect(effects).to_contain_text("pode ser 1234 ou 1,234")
    factor.fill("2,5")
    factor.press("Control+Enter")
    expect(page).to_have_url(re.compile(f"{AURORA}$"))
    expect(page.get_by_text("gravada")).to_be_visible()


def test_a_row_of_a_long_form_comes_by_keyboard_and_takes_the_focus(page_as: PageAs) -> None:
    page = page_as("administracao")
    page.goto(f"{AURORA}alterar/")
    page.locator('button[value="add:terms.2.plans"]').press("Enter")
    expect(page.locator('input[name="terms.2.plans.0.plan"]')).to_be_focused()


def test_what_is_missing_is_told_once_its_field_was_left(page_as: PageAs) -> None:
    page = page_as("administracao")
    page.goto("/condicoes/feriados/novo/")
    effects = page.locator("#effects")
    expect(effects).to_contain_text("Complete o que falta")
    expect(effects).not_to_contain_text("Falta preencher")
    page.locator('input[name="id"]').focus()
    page.keyboard.press("Tab")
    expect(effects.get_by_role("link")).to_have_count(1)


def test_the_parts_of_a_long_form_are_for_everybody(
    page_as: PageAs, accessible: Callable[[Page], None]
) -> None:
    """A short document has the same parts as a contract, and is looked at in a tenth of the time."""
    page = page_as("administracao")
    page.goto("/condicoes/feriados/porto-alegre/alterar/")
    expect(page.locator("#effects .moved")).to_be_visible()
    accessible(page)


def test_a_file_is_imported_step_by_step(
    page_as: PageAs, accessible: Callable[[Page], None]
) -> None:
    page = page_as("administracao")
    page.goto("/importacoes/nova/")
    page.get_by_label("O que o arquivo traz").select_option("cost-centres")
    content = "Código;Denominação\nn1;Centro novo\nn2;\n"
    file: FilePayload = {
        "name": "centros.csv",
        "mimeType": "text/csv",
        "buffer": content.encode(),
    }
    page.get_by_label("Arquivo", exact=True).set_input_files(file)
    page.get_by_role("button", name="Enviar e ver as colunas").click()
    page.get_by_label("Nome", exact=True).select_option("Denominação")
    accessible(page)
    page.get_by_role("button", name="Ensaiar").click()
    expect(page.get_by_role("heading", name="O que foi encontrado")).to_be_visible()
    page.get_by_role("button", name="Importar 1 linha").click()
    expect(page.get_by_text("Importação concluída.")).to_be_visible()
    page.get_by_role("link", name="Corrigir").click()
    page.get_by_label("Denominação").fill("Centro dois")
    page.get_by_label("Denominação").press("Control+Enter")
    expect(page.get_by_text("Linha 3 importada.")).to_be_visible()


def test_a_dated_row_is_ended_and_begun(page_as: PageAs) -> None:
    page = page_as("administracao")
    page.goto("/cadastros/credenciamentos/1/")
    page.get_by_role("link", name="Encerrar e começar outra").click()
    page.get_by_label("Início").fill("01/01/2031")
    page.get_by_label("Início").press("Control+Enter")
    expect(page.get_by_text("Vigência encerrada, e a nova começada.")).to_be_visible()
    expect(page.locator(".timeline__item").last).to_contain_text("01/01/2031")
