"""The states of a part and the billing verbs (3.2, 3.13), done and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from honorarios.launching import codes
from honorarios.records.models import AccountPart, Remittance
from tests.launching import making
from tests.services.rules.acting import bring
from tests.web.browser.rules.scene import scene
from tests.web.browser.rules.values import WEDNESDAY, act

if TYPE_CHECKING:
    from tests.web.browser.rules.desk import Desk


def status(desk: Desk) -> str:
    return AccountPart.objects.get(pk=desk.house.part.pk).status


@scene(
    "3.2 close", "3.2 reopen", "3.2 release", "3.2 unrelease", "3.2 cancel",
    "3.2 edit of a closed part", "3.13 bill", "3.13 rebill", "3.13 reprocess",
)  # fmt: skip
def the_whole_way(desk: Desk) -> None:
    """A part is closed, corrected, released, billed, billed again in another remittance, and cancelled."""
    (line,) = desk.launched(making.entry())
    desk.do("encerrar", "Parcial encerrada.")
    desk.do("reabrir", "Parcial reaberta.")
    desk.do("encerrar", "Parcial encerrada.")
    desk.edit(line, quantity="2")
    desk.done("Linha alterada.")
    desk.do("liberar", "Parcial liberada.")
    desk.do("faturar", "Parcial faturada.")
    sent = Remittance.objects.filter(office=desk.house.office).latest("number")
    assert sent.total == 82_000
    desk.page.goto(f"/remessas/{sent.pk}/")
    desk.page.get_by_role("button", name="Reprocessar").click()
    desk.done("Remessa refeita")
    expect(desk.page.locator(".stats")).to_contain_text("820,00")
    desk.do("refaturar", "Parcial retirada da remessa.")
    desk.do("desfazer-liberacao", "Liberação desfeita.")
    desk.do("cancelar", "Parcial cancelada.")
    assert status(desk) == "cancelled"
    expect(desk.page.locator("main")).to_contain_text("Cancelada")
    desk.page.goto(f"/remessas/{sent.pk}/")
    expect(desk.page.locator("main")).to_contain_text("retirada em")


@scene("3.2 wrong state", "3.2 reason", meets=(codes.WRONG_STATE, codes.NO_REASON))
def verbs_of_another_state(desk: Desk) -> None:
    """A verb that the state doesn't admit says so, and can't be done; one that asks why is told."""
    desk.launched(making.entry())
    for verb in ("reabrir", "liberar", "desfazer-liberacao"):
        desk.ask(verb)
        desk.sees(codes.WRONG_STATE)
        expect(desk.page.locator("main form button[type=submit]")).to_have_count(0)
    bring(desk.house, "closed")
    desk.ask("encerrar")
    desk.sees(codes.WRONG_STATE)
    desk.ask("reabrir")
    desk.page.get_by_label("Motivo").fill(" ")
    desk.page.locator("main form button[type=submit]").click()
    desk.sees(codes.NO_REASON)
    assert status(desk) == "closed"
    desk.sheet(act(f"{WEDNESDAY} 1100"))
    desk.worth("410,00")
    desk.save()
