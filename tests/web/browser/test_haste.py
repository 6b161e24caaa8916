"""Who types and saves faster than the values arrive: the last thing typed counts, and saving is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from honorarios.web.present.writing import reais
from tests.web.desk import ACTS, active, keep_team, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.web.hospital import FictitiousHospital

ASKED_AGAIN = """
document.getElementById("preview")
  .addEventListener("sheet:changed", () => { document.body.dataset.asked = "again"; }, {once: true})
"""

FOCUS_SEEN = """
addEventListener("htmx:afterSwap", ({ target }) => {
  if (target.matches("[data-row]")) document.body.dataset.seenFocus = document.activeElement.id;
})
"""
"""Writes down what has the focus as soon as a form is there, before htmx settles."""


def held(page: Page, address: str = "**/previa/") -> list[Route]:
    """The next request to an address, by default the question for values, kept from the server."""
    routes: list[Route] = []

    def hold(route: Route) -> None:
        routes.append(route)

    page.route(address, hold, times=1)
    return routes


def test_the_last_thing_typed_is_valued_and_saved(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """A value is on its way while more is typed: it is not the one that stays on the screen."""
    keep_team(hospital.actor("faturista"))
    part = open_parts(hospital)[0]
    before = active(part).count()
    page = page_as("faturista")
    page.goto(f"/parciais/{part.pk}/lancar/?novo=1")
    page.keyboard.type("412")
    page.keyboard.press("Alt+1")
    slow = held(page)
    with page.expect_request("**/previa/"):
        page.locator("[id='act.1.code']").fill(ACTS[0])
    page.evaluate(ASKED_AGAIN)
    page.locator("[id='act.1.quantity']").fill("2")
    expect(page.locator("body")).to_have_attribute("data-asked", "again")
    slow[0].continue_()
    lines = page.locator("#preview tr[data-line][data-number='0']")
    expect(lines).to_have_count(4)
    expect(lines.first.locator("td").nth(4)).to_have_text("2")
    held(page)
    with page.expect_request("**/previa/"):
        page.locator("[id='act.1.quantity']").fill("3")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/contas/**")
    saved = active(part)[before:]
    assert list(saved.values_list("quantity", flat=True)) == [3] * 4
    # The values were not there when the key was pressed: the page that follows says what they came to.
    told = reais(sum(saved.values_list("charged", flat=True)))
    expect(page.get_by_role("status").filter(has_text="gravados")).to_contain_text(told)


def test_a_button_stays_under_the_pointer_that_pressed_it(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """Notes come in between the press and the release: the click still counts, and then they are shown."""
    page = page_as("faturista")
    page.goto(f"/parciais/{open_parts(hospital)[0].pk}/lancar/?modo=linhas&novo=1")
    slow = held(page)
    with page.expect_request("**/previa/"):
        page.locator("[id='single.1.when']").fill("anteontem cedo")
    pencil = page.locator("[data-row='single.1'] [data-fields]")
    pencil.hover()
    page.mouse.down()
    with page.expect_response("**/previa/"):
        slow[0].continue_()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    expect(page.locator("[data-note='single.1.when'] .note")).to_have_count(0)
    page.mouse.up()
    expect(page.locator("[id='single.1.access_route']")).to_be_visible()
    expect(page.locator("[data-note='single.1.when'] .note").first).to_be_visible()


def test_a_release_that_the_page_never_sees_holds_no_note_back(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """A select's own list, the menu of the other button and another window keep the release to themselves."""
    page = page_as("faturista")
    page.goto(f"/parciais/{open_parts(hospital)[0].pk}/lancar/?modo=linhas&novo=1")
    when = page.locator("[id='single.1.when']")
    notes = page.locator("[data-note='single.1.when'] .note")
    page.locator("[id='single.1.role']").hover()
    page.mouse.down()
    when.fill("anteontem cedo")
    expect(notes.first).to_be_visible()
    page.mouse.up()
    page.keyboard.press("Escape")
    page.locator("h1").hover()
    page.mouse.down(button="right")
    when.fill("ontem 8")
    expect(notes.filter(has_text="anteontem")).to_have_count(0)
    page.mouse.up(button="right")
    page.mouse.down()
    with page.expect_response("**/previa/"):
        when.fill("anteontem tarde")
    expect(notes.filter(has_text="anteontem tarde")).to_have_count(0)
    page.evaluate("() => dispatchEvent(new PointerEvent('pointermove', {buttons: 0}))")
    expect(notes.first).to_be_visible()


def test_words_are_judged_once_they_are_left(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """While a name is looked up nobody is told that it is no code."""
    page = page_as("faturista")
    page.goto(f"/parciais/{open_parts(hospital)[0].pk}/lancar/?novo=1")
    page.locator("[id='act.1.code']").focus()
    with page.expect_response("**/previa/"):
        page.keyboard.type("apend vid")
    expect(page.locator("#act\\.1\\.code\\:list [role=option]").first).to_be_visible()
    expect(page.locator(".note--bad")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("[data-note='act.1.code'] .note--bad")).to_be_visible()


def form_of_a_line(page: Page, hospital: FictitiousHospital) -> None:
    """The account of an open part, with a form opened below its first line by keyboard."""
    part = next(one for one in open_parts(hospital) if active(one).filter(provider__isnull=False))
    line = active(part).filter(provider__isnull=False)[0]
    page.goto(f"/contas/{part.account_id}/?parcial={part.pk}#linha-{line.uid}")
    expect(page.locator(f"#linha-{line.uid}")).to_be_focused()
    page.evaluate(FOCUS_SEEN)
    page.keyboard.press("e")
    page.keyboard.press("e")
    expect(page.locator("body")).to_have_attribute("data-seen-focus", "edit-provider")


def test_a_form_has_the_focus_from_its_first_moment_and_is_opened_once(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """Else what one types goes to the list, or to a field that takes the focus a moment later."""
    page = page_as("faturista")
    form_of_a_line(page, hospital)
    page.get_by_label("Fim").fill("amanhã")
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    expect(page.get_by_label("Fim")).to_be_focused()
    page.locator(".editing").evaluate("one => one.previousElementSibling.focus()")
    page.keyboard.press("e")
    expect(page.get_by_role("combobox", name="Prestador")).to_be_focused()
    expect(page.locator(".editing")).to_have_count(1)
    expect(page.get_by_label("Fim")).to_have_value("amanhã")


def test_what_is_typed_while_a_refusal_is_on_its_way_stays(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    page = page_as("faturista")
    form_of_a_line(page, hospital)
    end = page.get_by_label("Fim")
    end.fill("01/01/2001 10:00")
    slow = held(page, "**/alterar/")
    with page.expect_request("**/alterar/"):
        page.keyboard.press("Control+Enter")
    end.fill("31/12/2099 10:0")
    slow[0].continue_()
    expect(page.locator("#edit-start-findings, #edit-end-findings").first).to_be_visible()
    expect(end).to_be_focused()
    page.keyboard.type("5")
    expect(end).to_have_value("31/12/2099 10:05")
    end.fill("01/01/2001 10:00")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".editing [aria-invalid=true]").first).to_be_focused()


def test_a_name_left_before_its_list_came_is_chosen_and_one_of_no_list_is_not_sent(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    page = page_as("faturista")
    form_of_a_line(page, hospital)
    provider = page.get_by_role("combobox", name="Prestador")
    provider.press("Control+a")
    page.keyboard.type("m09")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Função")).to_be_focused()
    expect(page.locator(".editing [name=provider]")).to_have_value("m09")
    provider.fill("ninguém que exista")
    page.keyboard.press("Control+Enter")
    expect(provider).to_be_focused()
    assert "Escolha um item da lista" in provider.evaluate("one => one.validationMessage")
    expect(provider).to_have_value("ninguém que exista")


def test_what_is_chosen_is_of_what_stands_in_the_field(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """The list of what was typed some keys ago is still open, and its first is another physician."""
    page = page_as("faturista")
    form_of_a_line(page, hospital)
    provider = page.get_by_role("combobox", name="Prestador")
    provider.press("Control+a")
    page.keyboard.type("m0")
    expect(page.locator(".editing [role=option]").first).to_be_visible()
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    expect(page.locator(".editing [name=provider]")).to_have_value("m09")


def test_a_patient_searched_in_vain_keeps_no_new_one_from_being_entered(
    page_as: Callable[[str], Page],
) -> None:
    page = page_as("faturista")
    page.goto("/atendimentos/novo/")
    page.get_by_role("combobox", name="Paciente já cadastrado").fill("ninguém que exista")
    # What else the form lacks is for the server to say.
    page.locator("main form").first.evaluate("one => { one.noValidate = true; }")
    with page.expect_response(lambda one: one.request.method == "POST") as sent:
        page.get_by_role("button", name="Abrir tudo").click()
    assert sent.value.status == 422


def test_what_is_mended_while_the_sheet_is_refused_is_judged_anew(
    page_as: Callable[[str], Page], hospital: FictitiousHospital
) -> None:
    """The refusal is about what was sent: its note goes, and the focus stays with who types."""
    page = page_as("faturista")
    page.goto(f"/parciais/{open_parts(hospital)[0].pk}/lancar/?novo=1")
    quantity = page.locator("[id='act.1.quantity']")
    note = page.locator("[data-note='act.1.quantity'] .note--bad")
    page.locator("[id='act.1.code']").fill(ACTS[0])
    quantity.fill("9999")
    expect(note).to_be_visible()
    slow = held(page, "**/lancar/")
    with page.expect_request("**/lancar/"):
        page.keyboard.press("Control+Enter")
    quantity.fill("2")
    slow[0].continue_()
    expect(note).to_have_count(0)
    expect(quantity).to_be_focused()
    expect(quantity).to_have_value("2")
