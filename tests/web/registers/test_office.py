"""Parameters, members, tokens and the audit trail on screen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.utils import timezone

from honorarios.services import auditing, members, parameters, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from django.test import Client

    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]


def test_a_parameter_is_changed_from_a_day_on(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    actor = hospital.actor("administracao")
    today = timezone.localdate()
    before = parameters.in_force(actor=actor, day=today).require()
    form = {"valid_from": "01/01/2031", "direct_always_outside": ["false", "true"]}
    assert client.post("/parametros/alterar/", form).status_code == 303
    assert parameters.in_force(actor=actor, day=today).require() == before
    later = parameters.in_force(actor=actor, day=today.replace(year=2031)).require()
    assert later.direct_always_outside
    shown = client.get("/parametros/")
    assert shown.context["changes"][0].changed[-1][1:] == ("Não", "Sim")
    assert "Credenciado direto sempre fora da conta" in shown.content.decode()


def test_a_parameter_without_a_day_is_asked_for_one(client_as: ClientAs) -> None:
    answer = client_as("administracao").post("/parametros/alterar/", {"valid_from": ""})
    assert answer.status_code == 422
    assert answer.context["since"].findings


def test_who_may_only_read_parameters_is_shown_no_button(client_as: ClientAs) -> None:
    client = client_as("auditoria")
    assert "/parametros/alterar/" not in client.get("/parametros/").content.decode()
    assert client.get("/parametros/alterar/").status_code == 403


def test_a_member_is_let_in_changed_and_let_go(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    actor = hospital.actor("administracao")
    form = {
        "username": "nova.pessoa",
        "first_name": "Nova",
        "last_name": "Pessoa",
        "role": "auditor",
    }
    assert client.post("/acessos/novo/", form).status_code == 303
    again = client.post("/acessos/novo/", form)
    assert again.status_code == 422
    member = next(
        one for one in members.listed(actor=actor).require() if one.username == "nova.pessoa"
    )
    address = f"/acessos/{member.member_id}/"
    physician = client.post(address, {"role": "physician", "provider": ""})
    assert physician.status_code == 422
    node = next(one for one in physician.context["nodes"] if one.name == "provider")
    assert node.findings
    assert client.post(address, {"role": "clerk"}).status_code == 303
    assert client.post(f"{address}retirar/").status_code == 303
    assert client.get(address).status_code == 404


def test_a_physician_of_a_long_register_is_searched_and_stays(
    client_as: ClientAs, hospital: FictitiousHospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("honorarios.services.registers.choices"), "MOST_CHOICES", 1)
    held = next(
        one
        for one in members.listed(actor=hospital.actor("administracao")).require()
        if one.username == "medica"
    )
    page = client_as("administracao").get(f"/acessos/{held.member_id}/")
    node = next(one for one in page.context["nodes"] if one.name == "provider")
    assert (node.type, node.value) == ("search", held.provider)
    assert node.text not in {"", held.provider}


def test_nobody_changes_their_own_access(client_as: ClientAs, hospital: FictitiousHospital) -> None:
    actor = hospital.actor("administracao")
    own = next(one for one in members.listed(actor=actor).require() if one.user_id == actor.user_id)
    answer = client_as("administracao").post(f"/acessos/{own.member_id}/", {"role": "clerk"})
    assert answer.status_code in {409, 422}


def test_a_key_is_shown_once_and_revoked(client_as: ClientAs) -> None:
    client = client_as("faturista")
    made = client.post("/minha-conta/chaves/", {"label": "Planilha", "days": "30"})
    key = made.context["made"].key
    assert key in made.content.decode()
    assert tokens.authenticate(key).ok
    later = client.get("/minha-conta/chaves/").content.decode()
    assert key not in later
    assert "Planilha" in later
    token = made.context["made"].token_id
    assert client.post(f"/minha-conta/chaves/{token}/revogar/").status_code == 303
    assert not tokens.authenticate(key).ok
    assert client.post("/minha-conta/chaves/", {"label": ""}).status_code == 422


def test_the_trail_is_read_verified_and_erased_in(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    line = client.get("/auditoria/fim/").content.decode().strip()
    whole = client.post("/auditoria/conferir/", {"head": line})
    assert whole.context["proof"].whole
    events = auditing.events(actor=hospital.actor("administracao"), limit=1).require()
    address = f"/auditoria/{events[0].seq}/apagar/"
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Pedido da titular"}).status_code == 303
    assert client.post("/auditoria/conferir/", {"head": line}).context["proof"].whole
    wrong = client.post("/auditoria/conferir/", {"head": "não é uma linha"})
    assert wrong.status_code == 422


def test_the_record_is_proven_on_screen(client_as: ClientAs) -> None:
    page = client_as("auditoria").post("/auditoria/registros/")
    assert page.context["proof"].whole
    assert "Tudo se confirma" in page.content.decode()


def test_the_trail_is_not_everybodys(client_as: ClientAs) -> None:
    for user in ("faturista", "financeiro", "medica"):
        assert client_as(user).get("/auditoria/").status_code == 403
