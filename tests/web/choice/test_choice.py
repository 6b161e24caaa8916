"""Scenario S1 of ``spec: routes 5.5`` on the screen and over the API, and what each lets do."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import RouteClaim, RouteDecision
from tests.api.client import program
from tests.services.routing.stage import Stage, make_stage, perform
from tests.web.signed import signed_in

if TYPE_CHECKING:
    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def stage() -> Stage:
    return make_stage()


@pytest.fixture
def desk(stage: Stage) -> Client:
    return signed_in(stage.clerk)


def seen_on(desk: Client, page: str) -> dict[str, str]:
    """What a page's forms say that was seen."""
    body = desk.get(page).content.decode()
    hidden = r'<input type="hidden" name="(version|inputs)" value="([^"]*)">'
    return dict(re.findall(hidden, body))


def text_of(body: bytes) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body.decode())))


def test_s1_on_the_screen(stage: Stage, desk: Client) -> None:
    answer = desk.get(f"/cirurgias/{stage.case.pk}/via/")
    told = text_of(answer.content)
    assert answer.status_code == 200
    for amount in ("1.476,15", "1.560,62", "1.554,03", "1.800,00", "2.150,00", "2.000,00"):
        assert amount in told
    assert "Cooperativa coop-a R$ 1.554,03" in told
    assert "n = 41" in told
    assert "5,44 %" in told


def test_s1_over_the_api(stage: Stage) -> None:
    asked = program(stage.clerk)
    told = asked.get(f"/cases/{stage.case.pk}/route").done
    (member,) = told["members"]
    assert {way["key"]: way["expected"] for way in member["ways"] if way["group"] == "A"} == {
        "accredited": 147_615,
        "repasse": 156_062,
        "cooperative:coop-a": 155_403,
    }
    assert member["recommended"] == "cooperative:coop-a"
    moved = asked.get(f"/cases/{stage.case.pk}/route?suppose=repasse.fee=5,44").done
    assert moved["members"][0]["recommended"] == "repasse"
    wrong = asked.get(f"/cases/{stage.case.pk}/route?suppose=nada")
    assert (wrong.status, wrong.codes) == (422, ["ROU-INPUT"])


def test_over_the_api_nobody_decides_or_launches_what_they_did_not_see(stage: Stage) -> None:
    asked = program(stage.clerk)
    page = f"/cases/{stage.case.pk}"
    read = asked.get(f"{page}/route")
    tag = read.headers["ETag"]
    chosen = [{"participation_id": stage.member.pk, "way": "cooperative:coop-a"}]
    body = {"chosen": chosen, "inputs_hash": read.done["inputs_hash"]}
    assert asked.post(f"{page}/decisions", body).codes == ["API-IF-MATCH"]
    assert asked.post(f"{page}/decisions", {"chosen": chosen}, if_match=tag).status == 422
    other = asked.post(f"{page}/decisions", {**body, "inputs_hash": "outro"}, if_match=tag)
    assert other.codes == ["ROU-CHANGED"]
    decided = asked.post(f"{page}/decisions", body, if_match=tag)
    assert decided.done["claims"] == 1
    perform(stage)
    assert asked.post(f"{page}/launch").codes == ["API-IF-MATCH"]
    assert asked.post(f"{page}/launch", if_match=tag).codes == ["EST-STALE"]
    now = asked.get(f"{page}/route").headers["ETag"]
    launched = asked.post(f"{page}/launch", if_match=now)
    claim = RouteClaim.objects.get()
    card = asked.get(f"/claims/{claim.pk}")
    assert card.headers["ETag"] == launched.headers["ETag"]
    payment = {"presented_on": str(stage.today), "paid_on": str(stage.today)}
    assert asked.post(f"/claims/{claim.pk}/payment", payment).codes == ["API-IF-MATCH"]
    paid = asked.post(f"/claims/{claim.pk}/payment", payment, if_match=card.headers["ETag"])
    assert paid.done["state"] == "paid"


def test_what_the_opinion_warns_of_is_on_the_screen(stage: Stage, desk: Client) -> None:
    stage.case.planned_at = datetime(2024, 3, 1, 8)
    stage.case.indicated_on = date(2024, 2, 1)
    stage.case.save()
    told = text_of(desk.get(f"/cirurgias/{stage.case.pk}/via/").content)
    assert "Não há parâmetros tributários em vigor em 01/03/2024" in told


def test_a_supposed_input_moves_the_ranking_on_the_screen(stage: Stage, desk: Client) -> None:
    told = desk.get(
        f"/cirurgias/{stage.case.pk}/via/?repasse.fee=5,44", headers={"HX-Request": "true"}
    )
    text = text_of(told.content)
    assert "<html" not in told.content.decode()
    assert "Repasse hospitalar R$ 1." in text
    assert "Mostrando o que aconteceria" in text
    wrong = desk.get(f"/cirurgias/{stage.case.pk}/via/?repasse.fee=muito")
    assert wrong.status_code == 200
    assert "não serve para" in text_of(wrong.content)


def test_deciding_launching_and_paying_on_the_screen(stage: Stage, desk: Client) -> None:
    page = f"/cirurgias/{stage.case.pk}/via/"
    seen = seen_on(desk, page)
    way = f"via-{stage.member.pk}"
    without = desk.post(f"{page}decidir/", {**seen, way: "accredited", "_key": "k1"})
    assert without.status_code == 422
    assert "Diga por que a via escolhida" in text_of(without.content)
    for unseen in ("version", "inputs"):
        blind = {**seen, unseen: "", way: "cooperative:coop-a"}
        assert desk.post(f"{page}decidir/", blind).status_code == 412
    done = desk.post(f"{page}decidir/", {**seen, way: "cooperative:coop-a", "_key": "k2"})
    assert done.status_code == 303
    assert RouteDecision.objects.count() == 1
    perform(stage)
    assert desk.post(f"{page}lancar/", {"_key": "k3"}).status_code == 412
    assert desk.post(f"{page}lancar/", {**seen_on(desk, page), "_key": "k3"}).status_code == 303
    claim = RouteClaim.objects.get()
    assert claim.state == "billed"
    card = f"/cobrancas/{claim.pk}/"
    assert "Registrar o que veio" in text_of(desk.get(card).content)
    day = f"{stage.today:%d/%m/%Y}"
    wrong = desk.post(
        f"/cobrancas/{claim.pk}/pagamento/",
        {**seen_on(desk, card), "presented_on": day, "denied": "3.000,00", "_key": "k4"},
    )
    assert wrong.status_code == 422
    paid = desk.post(
        f"/cobrancas/{claim.pk}/pagamento/",
        {
            **seen_on(desk, card),
            "presented_on": day,
            "paid_on": day,
            "denied": "100,00",
            "_key": "k5",
        },
    )
    assert paid.status_code == 303
    claim.refresh_from_db()
    assert claim.state == "paid"
    outcomes = text_of(desk.get("/vias/previsoes/").content)
    assert "1.900,00" in outcomes
    # Recording it again begins with what is on record, and nothing is left to decide.
    again = desk.get(card).content.decode()
    assert f'value="{day}"' in again
    assert 'value="100,00"' in again
    assert "Decidir as vias" not in text_of(desk.get(page).content)


def test_the_opinion_on_one_page(stage: Stage, desk: Client) -> None:
    answer = desk.get(f"/cirurgias/{stage.case.pk}/via/parecer.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_every_amount_opens_its_trace(stage: Stage, desk: Client) -> None:
    page = f"/cirurgias/{stage.case.pk}/via/"
    address = f"{page}{stage.act.pk}/{stage.member.pk}/repasse/"
    assert address in desk.get(page).content.decode()
    assert "2.150,00" in text_of(desk.get(address).content)


def test_the_surgerys_own_page_tells_the_choice(stage: Stage, desk: Client) -> None:
    told = text_of(desk.get(f"/cirurgias/{stage.case.pk}/").content)
    assert "Via de faturamento" in told
    assert "Cooperativa coop-a" in told


def test_a_physician_sees_their_own_and_decides_nothing(stage: Stage) -> None:
    desk = signed_in(stage.actors["physician"])
    page = f"/cirurgias/{stage.case.pk}/via/"
    told = desk.get(page)
    assert told.status_code == 200
    assert "Decidir as vias" not in told.content.decode()
    assert desk.post(f"{page}decidir/", {"_key": "k"}).status_code == 403
    assert signed_in(stage.actors["hospital_finance"]).get(page).status_code == 403
