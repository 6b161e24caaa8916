"""Numbers, bars and a physician's values, opened in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models import Max, Min
from playwright.sync_api import expect

from honorarios.records.models import FeeLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.hospital import FictitiousHospital


def period(hospital: FictitiousHospital) -> str:
    told = FeeLine.objects.filter(office=hospital.office).aggregate(a=Min("start"), b=Max("start"))
    return f"de={told['a']:%Y-%m-%d}&ate={told['b']:%Y-%m-%d}"


def test_a_number_of_the_dashboard_opens_its_lines(
    hospital: FictitiousHospital,
    page_as: Callable[[str], Page],
    accessible: Callable[[Page], None],
) -> None:
    page = page_as("faturista")
    page.goto(f"/painel/?{period(hospital)}")
    expect(page.locator(".chart svg")).to_have_count(3)
    accessible(page)
    tile = page.locator("a.stat").first
    amount = tile.locator(".stat__value").inner_text()
    tile.click()
    expect(page).to_have_url(re.compile("/lancamentos/"))
    expect(page.locator("#main")).to_contain_text(amount.removeprefix("R$").strip())


def test_a_bar_of_a_chart_opens_its_lines(
    hospital: FictitiousHospital, page_as: Callable[[str], Page]
) -> None:
    page = page_as("auditoria")
    page.goto(f"/painel/?{period(hospital)}")
    page.locator(".chart svg a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lançamentos")


def test_a_physician_reads_how_much_when_and_why(
    hospital: FictitiousHospital,
    page_as: Callable[[str], Page],
) -> None:
    page = page_as("medica")
    page.goto(f"/producao/?{period(hospital)}")
    page.locator("tbody td.num a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Memória")
