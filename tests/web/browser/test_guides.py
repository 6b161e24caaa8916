"""The main screens, one after the other, as the guides of the documentation show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from django.conf import settings
from playwright.sync_api import expect

from honorarios.services import preferences
from tests.web.desk import ACTS, keep_team, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.pictures import Pictures

SCREENS: Final = {
    "faturista": {
        "inicio": "/",
        "contas": "/contas/",
        "atendimento-novo": "/atendimentos/novo/",
        "lote": "/lancamentos/lote/",
        "importacoes": "/importacoes/nova/",
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
        "parametros": "/parametros/",
        "acessos": "/acessos/",
        "trilha": "/auditoria/",
    },
}
"""The screens that open by themselves, by who opens them and by the name of their pictures."""
BEGINS_AT: Final = {"painel": ".stats--money"}
"""Where a picture begins that would else show the filters and not what they are for."""
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
        picture(page, name, language, at=BEGINS_AT.get(name, "body"))
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
    picture(page, "lancamento", language)
    page.keyboard.press("F4")
    expect(page.locator("#memoria")).to_be_visible()
    picture(page, "memoria", language, at="#memoria")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/contas/**")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, "conta", language)
    preferences.keep(actor=actor, language=settings.LANGUAGE_CODE).require()


def test_the_entrance(
    page_as: Callable[[str], Page], accessible: Callable[[Page], None], picture: Pictures
) -> None:
    page = page_as("faturista")
    page.context.clear_cookies()
    page.goto("/entrar/")
    accessible(page)
    picture(page, "entrar")
