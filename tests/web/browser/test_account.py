"""An account by keyboard alone: walking its lines, changing one, reversing one, its memória, closing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from honorarios.records.models import AccountPart, FeeLine
from tests.web.desk import open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital
    from tests.web.keys import Keyboard


@pytest.fixture
def part(hospital: FictitiousHospital) -> AccountPart:
    """An open part with lines that nothing else hangs on."""
    parts = open_parts(hospital)
    return next(one for one in parts if one.lines.filter(status="active").count() > 2)


@pytest.fixture
def clerk(page_as: Callable[[str], Page]) -> Page:
    return page_as("faturista")


def first_fee(part: AccountPart) -> FeeLine:
    rows = FeeLine.objects.filter(part=part, status="active", kind="professional_fee")
    return rows.order_by("start", "number")[0]


def test_the_list_is_walked_and_opened_by_keys(
    clerk: Page,
    typed: Keyboard,
    accessible: Callable[[Page], None],
) -> None:
    clerk.goto("/contas/?situacao=open")
    expect(clerk.locator(".badge--ok, .badge--bad, .badge--warn").first).to_be_visible()
    accessible(clerk)
    keys = typed.on(clerk)
    keys.press("j", "j", "k")
    row = clerk.locator("[data-row]").nth(0)
    expect(row).to_be_focused()
    address = row.locator("[data-row-open]").get_attribute("href")
    keys.press("Enter")
    clerk.wait_for_url(f"**{address}")
    assert keys.clicks == 0


def test_a_line_is_changed_and_explained_without_the_mouse(
    clerk: Page,
    part: AccountPart,
    typed: Keyboard,
    accessible: Callable[[Page], None],
) -> None:
    line = first_fee(part)
    clerk.goto(f"/contas/{part.account_id}/?parcial={part.pk}#linha-{line.uid}")
    keys = typed.on(clerk)
    row = clerk.locator(f"#linha-{line.uid}")
    expect(row).to_be_focused()
    keys.press("F4")
    expect(clerk.locator("#memoria-drawer")).to_contain_text("por que não outra?")
    keys.press("Escape", "e")
    quantity = clerk.get_by_label("Quantidade")
    expect(quantity).to_be_visible()
    accessible(clerk)
    quantity.focus()
    keys.press("Control+a").type("2").press("Tab")
    expect(clerk.locator("#simulated")).to_contain_text("Ficaria")
    keys.press("Control+Enter")
    expect(clerk.get_by_role("status").filter(has_text="Linha alterada.")).to_be_visible()
    assert FeeLine.objects.get(pk=line.pk).quantity == 2
    assert keys.clicks == 0


def test_a_form_is_given_up_by_escape(clerk: Page, part: AccountPart, typed: Keyboard) -> None:
    line = first_fee(part)
    clerk.goto(f"/contas/{part.account_id}/?parcial={part.pk}#linha-{line.uid}")
    keys = typed.on(clerk)
    keys.press("e")
    expect(clerk.locator(".editing")).to_be_visible()
    expect(clerk.get_by_role("combobox", name="Prestador")).to_be_focused()
    keys.press("Escape")
    expect(clerk.locator(".editing")).to_have_count(0)
    expect(clerk.locator(f"#linha-{line.uid}")).to_be_focused()


def test_a_line_is_reversed_and_the_part_closed_by_keys(
    clerk: Page, part: AccountPart, typed: Keyboard
) -> None:
    line = first_fee(part)
    clerk.goto(f"/contas/{part.account_id}/?parcial={part.pk}#linha-{line.uid}")
    keys = typed.on(clerk)
    keys.press("x")
    expect(clerk.get_by_label("Motivo")).to_be_focused()
    keys.type("engano").press("Tab", "Tab", "Enter")
    expect(clerk.get_by_role("status").filter(has_text="Linha estornada.")).to_be_visible()
    expect(clerk.locator(f"#linha-{line.uid}")).to_have_class(re.compile("is-reversed"))
    keys.press("Alt+e")
    expect(clerk.get_by_role("button", name="Encerrar a parcial")).to_be_focused()
    keys.press("Enter")
    expect(clerk.get_by_role("status").filter(has_text="Parcial encerrada.")).to_be_visible()
    assert AccountPart.objects.get(pk=part.pk).status == "closed"
    assert keys.clicks == 0


@pytest.mark.parametrize(
    "path",
    ["/lancamentos/lote/?convenio=convenio-aurora&novo_quantity=2", "/atendimentos/novo/"],
)
def test_each_page_is_for_everybody(
    clerk: Page, accessible: Callable[[Page], None], path: str
) -> None:
    clerk.goto(path)
    accessible(clerk)
