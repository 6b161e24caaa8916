"""The screens of agreements: the grid, one of them, what is to be confirmed, and tax parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import Agreement, CooperativeMembership, RouteTerms, TaxParameters

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]

pytestmark = pytest.mark.usefixtures("hospital")


def unconfirmed() -> Agreement:
    """An agreement of the demonstration that nobody confirmed."""
    return Agreement.objects.filter(fact_status="unknown", kind="repasse")[0]


def test_the_grid_shows_each_pair_with_how_it_is_known(client_as: ClientAs) -> None:
    page = client_as("faturista").get("/acordos/")
    shown = page.content.decode()
    assert page.status_code == 200
    for words in ("Confirmado", "Negado", "Presumido", "Ninguém perguntou", "Só urgência", "há 40"):
        assert words in shown
    one = client_as("faturista").get("/acordos/?convenio=convenio-aurora")
    assert [line.code for line in one.context["lines"]] == ["convenio-aurora"]


def test_who_only_reads_is_offered_no_button(client_as: ClientAs) -> None:
    client, row = client_as("auditoria"), unconfirmed()
    assert "Registrar acordo" not in client.get("/acordos/").content.decode()
    shown = client.get(f"/acordos/{row.pk}/").content.decode()
    assert "Alterar" not in shown
    assert client.get(f"/acordos/{row.pk}/confirmar/").status_code == 403


def test_an_agreement_is_confirmed_and_a_wrong_day_is_told_at_its_field(
    client_as: ClientAs,
) -> None:
    client, row = client_as("faturista"), unconfirmed()
    address = f"/acordos/{row.pk}/confirmar/"
    form = {"seen": client.get(address).context["seen"], "fact_status": "confirmed"}
    wrong = client.post(address, {**form, "confirmed_on": "31/02/2026"})
    assert wrong.status_code == 422
    assert wrong.context["findings"][0].place.field == "confirmed_on"
    ahead = client.post(address, {**form, "confirmed_on": "amanhã"})
    assert [one.code for one in ahead.context["findings"]] == ["REG-CONFIRMED-AHEAD"]
    done = client.post(address, {**form, "confirmed_on": "hoje", "confirmed_by": "Comercial"})
    assert (done.status_code, done.headers["Location"]) == (303, f"/acordos/{row.pk}/")
    row.refresh_from_db()
    assert (row.fact_status, row.confirmed_by) == ("confirmed", "Comercial")
    stale = client.post(address, {**form, "fact_status": "denied"})
    assert stale.status_code == 412
    shown = client.get(f"/acordos/{row.pk}/").content.decode()
    assert "Confirmado" in shown
    assert "hoje" in shown


def test_what_is_to_be_confirmed_is_listed_and_confirmed_from_the_list(client_as: ClientAs) -> None:
    client = client_as("faturista")
    page = client.get("/acordos/a-confirmar/")
    lines = [line for *_heading, lines in page.context["groups"] for line in lines]
    assert {line.fact.register for line in lines} >= {"agreements", "memberships"}
    line = next(line for line in lines if line.fact.register == "memberships")
    form = {"seen": line.fact.tag, "fact_status": "denied", "confirmed_on": "hoje", "de": "lista"}
    done = client.post(line.confirm, form)
    assert done.headers["Location"] == "/acordos/a-confirmar/"
    assert CooperativeMembership.objects.get(pk=line.fact.row_id).fact_status == "denied"


def test_the_form_of_an_agreement_takes_what_its_fields_say(client_as: ClientAs) -> None:
    client = client_as("faturista")
    form = {
        "kind": "acceptance",
        "hospital": "hospital-serra-azul",
        "cooperative": "COOPHEMORS",
        "scope": "both",
        "beside_repasse": ["false", "true"],
        "accepts_direct": "unknown",
        "fact_status": "unknown",
        "asks": ["billing", "commercial"],
        "valid_from": "01/01/2026",
    }
    made = client.post("/cadastros/acordos/novo/", form)
    assert made.status_code == 303, made.context["findings"]
    row = Agreement.objects.order_by("-pk")[0]
    assert (row.beside_repasse, row.asks) == (True, "commercial billing")
    assert made.headers["Location"] == f"/acordos/{row.pk}/"
    address = f"/cadastros/acordos/{row.pk}/alterar/"
    page = client.get(address)
    form = {"seen": page.context["seen"], "beside_repasse": "false", "valid_to": "31/12/2026"}
    assert client.post(address, form).status_code == 303
    row.refresh_from_db()
    assert (row.beside_repasse, row.asks) == (False, "")
    again = client.post("/cadastros/acordos/novo/", {**form, "kind": "repasse"})
    assert again.status_code == 422


def test_terms_are_registered_for_an_agreement(client_as: ClientAs) -> None:
    client, row = client_as("faturista"), unconfirmed_or_any()
    page = client.get(f"/cadastros/condicoes-das-vias/novo/?agreement={row.pk}")
    assert page.status_code == 200
    form = {"agreement": row.pk, "fee_share": "8,39", "fixed_fee": "0", "valid_from": "01/02/2026"}
    made = client.post("/cadastros/condicoes-das-vias/novo/", form)
    assert made.status_code == 303
    assert RouteTerms.objects.filter(agreement=row).exists()
    assert "8,39" in client.get(f"/acordos/{row.pk}/").content.decode()


def unconfirmed_or_any() -> Agreement:
    """An agreement without terms."""
    return Agreement.objects.filter(terms__isnull=True)[0]


def test_tax_parameters_say_that_they_are_no_advice_and_are_kept_by_whoever_may(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    assert "não é conselho" in client_as("faturista").get("/tributos/").content.decode()
    assert client_as("faturista").get("/tributos/alterar/").status_code == 403
    client = client_as("administracao")
    page = client.get("/tributos/alterar/")
    form = {"valid_from": page.context["data"]["valid_from"], "source": "Contador, teste"}
    for section in page.context["sections"]:
        for number in (*section.numbers, *(one for row in section.rows for one in row)):
            form[number.path] = number.typed
    wrong = client.post("/tributos/alterar/", {**form, "social_security.ceiling": "muito"})
    assert wrong.status_code == 422
    assert not TaxParameters.objects.exists()
    done = client.post("/tributos/alterar/", {**form, "social_security.ceiling": "9.000,50"})
    assert done.status_code == 303
    kept = TaxParameters.objects.get(office=hospital.office)
    assert '"ceiling": "9000.50"' in kept.document
    assert "9.000,50" in client.get("/tributos/").content.decode()


def test_tax_profiles_are_seen_by_whoever_plans(client_as: ClientAs) -> None:
    address = "/cadastros/perfis-tributarios/"
    assert client_as("faturista").get(address).status_code == 200
    assert client_as("auditoria").get(address).status_code == 404
