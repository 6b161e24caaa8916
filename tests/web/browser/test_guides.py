"""The main screens, one after the other, as the guides of the documentation show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from django.conf import settings
from playwright.sync_api import expect

from honorarios.services import preferences
from tests.web.desk import ACTS, keep_team, open_parts
from tests.web.pictures import HEIGHT, Pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FilePayload, Page

    from tests.web.hospital import FictitiousHospital

CENTRES: Final[FilePayload] = {
    "name": "centros.csv",
    "mimeType": "text/csv",
    "buffer": "Código;Denominação\nuti-2;UTI do segundo andar\nhemo;Hemodinâmica\nn3;\n".encode(),
}
"""Cost centres of which one lacks its name."""
SCREENS: Final = {
    "faturista": {
        "inicio": "/",
        "contas": "/contas/?situacao=open",
        "atendimento-novo": "/atendimentos/novo/",
        "lote": "/lancamentos/lote/?convenio=convenio-aurora&funcao=surgeon&novo_quantity=2",
        "acordos": "/acordos/",
        "a-confirmar": "/acordos/a-confirmar/",
        "remessas": "/remessas/",
        "glossario": "/ajuda/glossario/",
    },
    "auditoria": {
        "lancamentos": "/lancamentos/",
        "painel": "/painel/?de=-89",
        "fechamento": "/fechamento/?de=-89",
    },
    "medica": {"producao": "/producao/?de=-89"},
    "administracao": {
        "cadastros": "/cadastros/",
        "condicoes": "/condicoes/",
        "credenciamento": "/cadastros/credenciamentos/1/",
        "parametros": "/parametros/",
        "acessos": "/acessos/",
        "tributos": "/tributos/",
        "trilha": "/auditoria/",
    },
}
"""The screens that open by themselves, by who opens them and by the name of their pictures."""
BEGINS_AT: Final = {"painel": ".stats--money", "lote": "[aria-labelledby=preview]"}
"""Where a picture begins that would else show the filters and not what they are for."""
TALL: Final = 800
"""Pixels: the sheet shows its acts and its team, the account a surgery of many lines."""
HEIGHTS: Final = {"credenciamento": TALL}
LANGUAGES: Final = ("pt-br", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("username", SCREENS)
def test_a_screen_of_each_guide(
    page_as: Callable[[str], Page],
    hospital: FictitiousHospital,
    picture: Pictures,
    username: str,
    language: str,
) -> None:
    actor = hospital.actor(username)
    preferences.keep(actor=actor, language=language).require()
    page = page_as(username)
    for name, address in SCREENS[username].items():
        page.goto(address)
        expect(page.locator("main")).to_be_visible()
        expect(page.locator(".htmx-request")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("lang", re.compile(language, re.IGNORECASE))
        picture(
            page, name, language, at=BEGINS_AT.get(name, "body"), height=HEIGHTS.get(name, HEIGHT)
        )
    preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_account_the_sheet_and_the_memoria(
    page_as: Callable[[str], Page],
    hospital: FictitiousHospital,
    picture: Pictures,
    language: str,
) -> None:
    actor = hospital.actor("faturista")
    keep_team(actor)
    preferences.keep(actor=actor, language=language).require()
    part = open_parts(hospital)[LANGUAGES.index(language)]
    page = page_as("faturista")
    page.goto(f"/parciais/{part.pk}/lancar/")
    page.keyboard.type("930 1115")
    page.keyboard.press("Enter")
    for number, code in enumerate(ACTS, start=1):
        expect(page.locator(f"[id='act.{number}.code']")).to_be_focused()
        page.keyboard.type(code)
        page.keyboard.press("Enter")
        if number > 1:
            page.keyboard.type("2")
            page.keyboard.press("Enter")
    page.keyboard.press("Alt+1")
    expect(page.locator("#preview tr[data-line][data-number='0']")).to_have_count(12)
    picture(page, "lancamento", language, height=TALL)
    picture(page, "valores", language, at="#preview", height=TALL)
    page.keyboard.press("F4")
    expect(page.locator("#memoria")).to_be_visible()
    picture(page, "memoria", language, at="#memoria")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/contas/**")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"/contas/{part.account_id}/?parcial={part.pk}")
    picture(page, "conta", language, height=TALL)
    preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contract_that_changes_and_an_import_that_is_rehearsed(
    page_as: Callable[[str], Page],
    hospital: FictitiousHospital,
    picture: Pictures,
    language: str,
) -> None:
    actor = hospital.actor("administracao")
    preferences.keep(actor=actor, language=language).require()
    page = page_as("administracao")
    page.goto("/condicoes/contratos/aurora-serra-azul/alterar/")
    page.locator("input[name='terms.2.accommodation.1.factor']").fill("2,5")
    expect(page.locator("#effects .moved--up")).to_be_visible()
    picture(page, "contrato", language, height=TALL)
    page.goto("/importacoes/nova/")
    page.locator("select[name=kind]").select_option("cost-centres")
    page.locator("input[type=file]").set_input_files(CENTRES)
    expect(page.locator("[data-file]")).to_have_text(CENTRES["name"])
    page.locator("main form button[type=submit]").click()
    page.locator("select[name='column.name']").select_option("Denominação")
    page.locator("form:has([name=rehearse]) button:not([name])").click()
    expect(page.get_by_text("Hemodinâmica").first).to_be_visible()
    picture(page, "importacao-colunas", language)
    page.locator("button[name=rehearse]").click()
    expect(page.locator("[aria-labelledby=reasons]")).to_be_visible()
    picture(page, "importacao-ensaio", language)
    preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()


def test_the_entrance(
    page_as: Callable[[str], Page], accessible: Callable[[Page], None], picture: Pictures
) -> None:
    page = page_as("faturista")
    page.context.clear_cookies()
    page.goto("/entrar/")
    accessible(page)
    picture(page, "entrar")
