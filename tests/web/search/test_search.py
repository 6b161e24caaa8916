"""What fields and the command palette offer while one types, to each role within its reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import Account, AccountPart, Habit, Patient, Provider

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

ROLES = ("faturista", "auditoria", "medica", "financeiro", "administracao")


def options(client: Client, address: str, **asked: Any) -> str:  # noqa: ANN401 - any query
    answer = client.get(address, asked, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def values(html: str) -> list[str]:
    return re.findall(r'data-value="([^"]*)"', html)


def test_a_list_holds_options_and_nothing_else(client_as: Callable[[str], Client]) -> None:
    html = options(client_as("faturista"), "/busca/procedimentos/", q="apendicectomia video")
    assert values(html)[0] == "31003583"
    assert html.strip().startswith('<li class="option" role="option"')
    assert html.count("<li") == html.count("</li>") == len(values(html))
    assert "style=" not in html


def test_the_value_on_a_part_stands_beside_the_name(
    client_as: Callable[[str], Client],
) -> None:
    part = AccountPart.objects.filter(status="open", payer__group="insurer").first()
    assert part is not None
    clerk = client_as("faturista")
    asked = {
        "q": "consulta consultorio",
        "parcial": part.pk,
        "inicio": f"{part.period_start} 10:00",
    }
    html = options(clerk, "/busca/procedimentos/", **asked)
    cents = re.search(r'data-code="10101012"[^>]*data-cents="(\d*)"', html)
    assert cents is not None
    plain = options(clerk, "/busca/procedimentos/", q="consulta consultorio")
    assert 'data-cents=""' in plain
    assert "R$" not in plain
    absent = clerk.get("/busca/procedimentos/", {"q": "consulta", "parcial": "987654321"})
    assert absent.status_code == 404
    for odd in ("x", "-1", "9" * 40, "²"):
        options(clerk, "/busca/procedimentos/", q="consulta", parcial=odd)


@pytest.mark.parametrize("odd", ["", "%", "<script>", '"><b>', "\x00", "ª" * 300, "'; --"])
def test_whatever_is_typed_is_no_trouble(client_as: Callable[[str], Client], odd: str) -> None:
    clerk = client_as("faturista")
    for address in (
        "/busca/", "/busca/procedimentos/", "/busca/prestadores/", "/busca/pacientes/",
        "/busca/convenios/", "/busca/planos/", "/busca/centros-de-custo/",
    ):  # fmt: skip
        assert "<script" not in options(clerk, address, q=odd)


def test_registers_are_searched_by_who_reads_them(client_as: Callable[[str], Client]) -> None:
    provider = Provider.objects.order_by("pk").first()
    assert provider is not None
    for address in ("/busca/prestadores/", "/busca/convenios/", "/busca/planos/"):
        for role in ROLES:
            answer = client_as(role).get(address, {"q": ""}, headers={"HX-Request": "true"})
            assert answer.status_code == (403 if role == "medica" else 200)
    html = options(client_as("faturista"), "/busca/prestadores/", q=provider.code)
    assert provider.code in values(html)


def test_a_patient_is_offered_to_whom_they_may_be_shown(
    client_as: Callable[[str], Client],
) -> None:
    patient = Patient.objects.order_by("pk").first()
    assert patient is not None
    html = options(client_as("faturista"), "/busca/pacientes/", q=patient.code)
    assert str(patient.pk) in values(html)
    refused = client_as("administracao").get("/busca/pacientes/", {"q": patient.code})
    assert refused.status_code == 403


def test_the_palette_leads_to_numbers_registers_and_providers(
    client_as: Callable[[str], Client],
) -> None:
    account = Account.objects.select_related("attendance__patient").order_by("pk").first()
    assert account is not None
    number = account.attendance.number
    html = options(client_as("faturista"), "/busca/", q=number)
    assert f'data-href="/contas/{account.pk}/"' in html
    assert f'data-href="/atendimentos/{account.attendance_id}/"' in html
    assert account.attendance.patient.name not in html
    assert 'data-href="/cadastros/prestadores/"' in options(
        client_as("administracao"), "/busca/", q="presta"
    )
    assert f"/contas/{account.pk}/" not in options(client_as("administracao"), "/busca/", q=number)
    assert "/cadastros/" not in options(client_as("medica"), "/busca/", q="presta")


def test_a_favourite_is_kept_and_offered_first(client_as: Callable[[str], Client]) -> None:
    clerk = client_as("auditoria")
    sent = {"kind": "procedure", "code": "31009166", "favourite": "1"}
    answer = clerk.post("/busca/favoritos/", sent)
    assert answer.status_code == 200
    assert answer.json() == {"code": "31009166", "favourite": True}
    assert values(options(clerk, "/busca/procedimentos/", q="herniorrafia"))[0] == "31009166"
    assert values(options(clerk, "/busca/procedimentos/", q="")) == ["31009166"]
    clerk.post("/busca/favoritos/", {**sent, "favourite": "0"})
    assert not Habit.objects.filter(code="31009166", favourite=True).exists()
    assert clerk.post("/busca/favoritos/", {**sent, "kind": "patient"}).status_code == 422
