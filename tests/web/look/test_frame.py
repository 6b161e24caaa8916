"""What stands around a page: the way of each role, the first page, what helps people along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from honorarios.records.models import AuditEvent
from tests.web.markup import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

pytestmark = pytest.mark.once

ROLES = ("faturista", "auditoria", "medica", "financeiro", "administracao")


@pytest.mark.parametrize("username", ROLES)
def test_every_link_of_the_frame_and_the_first_page_leads_somewhere(
    client_as: Callable[[str], Client], username: str
) -> None:
    client = client_as(username)
    page = client.get("/")
    assert page.status_code == 200
    links = {link for link in read(page.content.decode()).links if link.startswith("/")}
    assert len(links) > 5
    for link in sorted(links):
        assert client.get(link, follow=True).status_code == 200, link


@pytest.mark.parametrize("username", ROLES)
def test_the_tour_stops_only_where_the_role_may_go(
    client_as: Callable[[str], Client], username: str
) -> None:
    client = client_as(username)
    stops = client.get("/ajuda/passeio/").json()["stops"]
    assert len(stops) >= 3
    for stop in stops:
        assert client.get(stop["href"]).status_code == 200, stop["href"]


def test_an_administrator_is_shown_no_account(client_as: Callable[[str], Client]) -> None:
    page = client_as("administracao").get("/").content.decode()
    assert 'href="/contas/' not in page


def test_a_hint_that_is_dismissed_stays_away_until_it_is_asked_back(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("faturista")
    assert 'id="steps-title"' in client.get("/").content.decode()
    client.post(reverse("guide.dismiss"), {"hint": "primeiros-passos"})
    assert 'id="steps-title"' not in client.get("/").content.decode()
    client.post(reverse("guide.hints"))
    assert 'id="steps-title"' in client.get("/").content.decode()


def test_what_was_left_unfinished_is_named_and_what_is_out_of_reach_is_left_out(
    client_as: Callable[[str], Client], hospital: FictitiousHospital
) -> None:
    from honorarios.services import drafts
    from honorarios.web.screens.launch import DRAFT
    from tests.web.desk import open_parts

    client, actor = client_as("faturista"), hospital.actor("faturista")
    part = open_parts(hospital)[0]
    for place in (f"part:{part.pk}", "part:999999999"):
        drafts.keep(actor=actor, kind=DRAFT, place=place, content={"when": "930"}).require()
    (draft,) = client.get("/").context["drafts"]
    assert draft["href"] == f"/parciais/{part.pk}/lancar/"
    account = f"Conta {part.account.attendance.number}/{part.account.number}"
    assert account in client.get("/").content.decode()


def test_a_step_is_done_when_the_trail_shows_it(
    client_as: Callable[[str], Client], hospital: FictitiousHospital
) -> None:
    from honorarios.services import first_steps, preferences
    from honorarios.services.first_steps import Step

    client, actor = client_as("faturista"), hospital.actor("faturista")
    assert first_steps.taken(actor=actor).require() == frozenset()
    assert client.get("/").context["done"] == 0
    preferences.dismiss(actor=actor, tip="passo-memoria").require()
    shown = client.get("/").context["steps"]
    assert [step.number for step in shown if step.done] == [list(Step).index(Step.TRACE) + 1]


def test_a_step_is_found_without_reading_all_that_somebody_did(
    hospital: FictitiousHospital,
) -> None:
    actor = hospital.actor("faturista")
    done = AuditEvent.objects.filter(
        office_id=actor.office_id, actor_id=actor.user_id, action="parts.close"
    )
    assert "auditevent_by_actor" in done.values("office_id").explain()


def test_the_page_of_the_design_and_the_glossary_open_in_both_languages(
    client_as: Callable[[str], Client],
) -> None:
    client = client_as("auditoria")
    for path in ("/desenho/", "/ajuda/glossario/"):
        for language in ("pt-br", "en"):
            page = client.get(path, headers={"accept-language": language})
            assert page.status_code == 200
            assert f'<html lang="{language}"' in page.content.decode()
