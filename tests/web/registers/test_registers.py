"""Registers on screen: what a list shows, what a form saves, what ends and begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.services import registers
from honorarios.services.registers import REGISTERS
from honorarios.web.present.places import PLACES
from honorarios.web.present.writing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]

OFFICE_WIDE = [slug for slug in PLACES if slug != "pacientes"]


@pytest.mark.parametrize("slug", OFFICE_WIDE)
def test_every_register_has_its_screens(client_as: ClientAs, slug: str) -> None:
    client = client_as("administracao")
    for path in ("", "novo/", "opcoes/?q=a"):
        assert client.get(f"/cadastros/{slug}/{path}").status_code == 200


def test_a_register_that_does_not_exist_is_no_page(client_as: ClientAs) -> None:
    assert client_as("administracao").get("/cadastros/nada/").status_code == 404


def test_who_keeps_registers_sees_no_patient(client_as: ClientAs) -> None:
    client = client_as("administracao")
    assert client.get("/cadastros/pacientes/").status_code == 403
    assert "/cadastros/pacientes/" not in client.get("/cadastros/").content.decode()


def test_a_list_of_patients_shows_initials_only(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    actor = hospital.actor("faturista")
    page = registers.listed(actor=actor, register=REGISTERS["patients"]).require()
    shown = client_as("faturista").get("/cadastros/pacientes/").content.decode()
    assert all(row.values["name"] not in shown for row in page.rows)
    first = page.rows[0]
    assert (
        first.values["name"]
        in client_as("faturista").get(f"/cadastros/pacientes/{first.id}/").content.decode()
    )


def test_a_list_leaves_out_the_columns_that_say_nothing(client_as: ClientAs) -> None:
    page = client_as("faturista").get("/cadastros/credenciamentos/")
    rows = page.context["lines"]
    assert rows
    columns = page.context["columns"]
    assert columns == [cell.label for cell in rows[0].cells]
    for place in range(len(columns)):
        assert any(row.cells[place].text != NOTHING for row in rows)


def test_one_place_of_the_navigation_is_the_current_one(client_as: ClientAs) -> None:
    client = client_as("faturista")
    for address in ("/", "/lancamentos/", "/lancamentos/lotes/", "/cadastros/acordos/"):
        side = client.get(address).content.decode().partition('id="side"')[2].partition("</nav>")[0]
        assert side.count('aria-current="page"') == 1


def test_a_row_is_registered_found_and_changed(client_as: ClientAs) -> None:
    client = client_as("administracao")
    new = {"code": "z9", "name": "Dra. Nova (fictícia)", "kind": "person", "specialty": "cirurgia"}
    saved = client.post("/cadastros/prestadores/novo/", {**new, "_key": "nova"})
    assert saved.status_code == 303
    address = saved.headers["Location"]
    assert "Dra. Nova" in client.get("/cadastros/prestadores/?busca=nova").content.decode()
    form = client.get(f"{address}alterar/")
    (seen,) = [form.context["seen"]]
    changed = client.post(f"{address}alterar/", {"specialty": "urologia", "seen": seen})
    assert changed.status_code == 303
    page = client.get(address).content.decode()
    assert "urologia" in page
    assert "<del>cirurgia</del><ins>urologia</ins>" in page
    stale = client.post(f"{address}alterar/", {"specialty": "pediatria", "seen": seen})
    assert stale.status_code == 412
    assert "pediatria" in stale.content.decode()  # what was typed is not lost


def test_the_same_form_twice_registers_once(client_as: ClientAs) -> None:
    client = client_as("administracao")
    form = {"code": "cc-dup", "name": "Centro de custo duplo", "_key": "duas-vezes"}
    first = client.post("/cadastros/centros-de-custo/novo/", form)
    again = client.post("/cadastros/centros-de-custo/novo/", form)
    assert first.headers["Location"] == again.headers["Location"]


def test_what_is_wrong_stands_beside_its_field(client_as: ClientAs) -> None:
    client = client_as("administracao")
    form = {"provider": "m01", "payer": "convenio-aurora", "mode": "direct", "valid_from": "32/13"}
    answer = client.post("/cadastros/credenciamentos/novo/", form)
    assert answer.status_code == 422
    node = next(one for one in answer.context["nodes"] if one.name == "valid_from")
    assert [finding.code for finding in node.findings] == ["WEB-DAY"]
    assert node.value == "32/13"


def test_a_dated_row_ends_and_another_begins(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    register = REGISTERS["credentials"]
    actor = hospital.actor("administracao")
    page = registers.listed(actor=actor, register=register).require()
    old = next(row for row in page.rows if row.values["valid_to"] is None)
    other = "direct" if old.values["mode"] == "indirect" else "indirect"
    form = {
        "provider": old.values["provider"],
        "payer": old.values["payer"],
        "mode": other,
        "valid_from": "01/06/2027",
        "seen": old.tag,
    }
    saved = client.post(f"/cadastros/credenciamentos/{old.id}/suceder/", form)
    assert saved.status_code == 303
    ended = registers.read(actor=actor, register=register, row_id=old.id).require()
    assert ended.values["valid_to"].isoformat() == "2027-05-31"
    assert ended.values["mode"] == old.values["mode"]
    shown = client.get(saved.headers["Location"])
    assert [segment["start"].year for segment in shown.context["segments"]][-1] == 2027


def test_a_row_does_not_succeed_itself(hospital: FictitiousHospital) -> None:
    register = REGISTERS["credentials"]
    actor = hospital.actor("administracao")
    old = registers.listed(actor=actor, register=register).require().rows[-1]
    values = {name: str(old.values[name]) for name in ("provider", "payer", "mode", "valid_from")}
    result = registers.succeed(
        actor=actor, register=register, row_id=old.id, values=values, seen=None
    )
    assert [finding.code for finding in result.findings] == ["REG-SUCCESSION"]


def test_rows_of_a_list_come_and_go_by_keyboard_alone(client_as: ClientAs) -> None:
    client = client_as("administracao")
    path = "/cadastros/divisoes/novo/"
    form = {"provider": "m01", "contract": "", "codes": "3", "valid_from": "01/01/2027"}
    one = client.post(path, {**form, "_step": "add:shares"})
    rows = next(node for node in one.context["nodes"] if node.name == "shares").rows
    assert len(rows) == 1
    assert rows[0].nodes[0].autofocus
    share = {"shares.0.provider": "m02", "shares.0.percent": "70"}
    none = client.post(path, {**form, **share, "_step": "remove:shares.0"})
    assert not next(node for node in none.context["nodes"] if node.name == "shares").rows
    saved = client.post(path, {**form, **share})
    assert saved.status_code == 303
    assert "70" in client.get(saved.headers["Location"]).content.decode()


def test_a_row_shows_what_refers_to_it(client_as: ClientAs, hospital: FictitiousHospital) -> None:
    actor = hospital.actor("administracao")
    row = registers.listed(actor=actor, register=REGISTERS["payers"]).require().rows[0]
    shown = client_as("administracao").get(f"/cadastros/convenios/{row.id}/")
    named = {one.place.name for one in shown.context["related"]}
    assert {"plans", "credentials", "inside-outside-rules", "package-books"} <= named


def test_who_may_only_read_is_shown_no_button(client_as: ClientAs) -> None:
    client = client_as("financeiro")
    assert (
        "/cadastros/prestadores/novo/" not in client.get("/cadastros/prestadores/").content.decode()
    )
    assert client.get("/cadastros/prestadores/novo/").status_code == 403


def test_a_list_goes_on_by_name_where_the_page_before_ended(
    hospital: FictitiousHospital,
) -> None:
    actor, register = hospital.actor("administracao"), REGISTERS["providers"]
    names: list[str] = []
    after = None
    while True:
        page = registers.listed(
            actor=actor, register=register, after=after, size=7, by_name=True
        ).require()
        names += [row.values["name"] for row in page.rows]
        after = page.after
        if after is None:
            break
    whole = registers.listed(actor=actor, register=register, size=500, by_name=True).require()
    assert names == [row.values["name"] for row in whole.rows]
    registered = registers.listed(actor=actor, register=register, size=500).require()
    assert sorted(names) == sorted(row.values["name"] for row in registered.rows)


def test_a_history_tells_what_a_field_said_before_and_after(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    actor, register = hospital.actor("administracao"), REGISTERS["plans"]
    row = registers.listed(actor=actor, register=register).require().rows[0]
    registers.change(
        actor=actor, register=register, row_id=row.id, values={"name": "Plano outro"}, seen=row.tag
    ).require()
    shown = client_as("administracao").get(f"/cadastros/planos/{row.id}/").content.decode()
    assert f"<del>{row.values['name']}</del><ins>Plano outro</ins>" in shown


def test_the_trail_keeps_no_value_of_a_patient(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    actor, register = hospital.actor("faturista"), REGISTERS["patients"]
    row = registers.listed(actor=actor, register=register).require().rows[0]
    registers.change(
        actor=actor, register=register, row_id=row.id, values={"name": "Nome Canário"}, seen=row.tag
    ).require()
    (change, *_) = registers.history(actor=actor, register=register, row_id=row.id).require()
    assert change.fields
    assert not change.moved
    shown = client_as("faturista").get(f"/cadastros/pacientes/{row.id}/").content.decode()
    assert f"<del>{row.values['name']}</del>" not in shown
