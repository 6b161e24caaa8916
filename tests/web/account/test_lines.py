"""A line on screen: changed in its place, beside what somebody else changed, and reversed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from honorarios.core.vocabulary import PartStatus
from honorarios.records.models import FeeLine
from honorarios.services import fees
from honorarios.web.present.lines import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from honorarios.records.models import AccountPart
    from honorarios.services.fees import LineView
    from tests.web.account.conftest import PartIn
    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]
    FeeOf = Callable[[AccountPart], LineView]

PIECE = {"HX-Request": "true"}


def filled(line: LineView, **changes: str) -> dict[str, str]:
    return {**texts_of(line), "version": str(line.version), "_key": str(uuid4()), **changes}


def row(line: LineView) -> FeeLine:
    return FeeLine.objects.get(uid=str(line.uid))


def test_the_account_shows_every_line_of_its_part(client_as: ClientAs, part_in: PartIn) -> None:
    part = part_in(PartStatus.OPEN)
    address = f"/contas/{part.account_id}/?parcial={part.pk}"
    shown = client_as("faturista").get(address).content.decode()
    for uid in part.lines.values_list("uid", flat=True):
        assert f'id="linha-{uid}"' in shown


def test_a_line_is_changed_and_its_history_tells(
    client_as: ClientAs, part_in: PartIn, fee_of: FeeOf
) -> None:
    client, line = client_as("faturista"), fee_of(part_in(PartStatus.OPEN))
    address = f"/lancamentos/{line.uid}/alterar/"
    assert client.get(address).status_code == 200
    answer = client.post(address, filled(line, quantity="3"), headers=PIECE)
    assert f"#linha-{line.uid}" in answer["HX-Redirect"]
    assert row(line).quantity == 3
    told = client.get(f"/lancamentos/{line.uid}/").content.decode()
    assert "<del>1</del> <ins>3</ins>" in told


def test_the_same_form_twice_changes_once(
    client_as: ClientAs, part_in: PartIn, fee_of: FeeOf
) -> None:
    client, line = client_as("faturista"), fee_of(part_in(PartStatus.OPEN))
    form = filled(line, quantity=str(line.quantity + 1))
    address = f"/lancamentos/{line.uid}/alterar/"
    answers = [client.post(address, form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert row(line).version == line.version + 1


def test_what_cannot_be_read_stands_at_its_field_with_what_was_typed(
    client_as: ClientAs, part_in: PartIn, fee_of: FeeOf
) -> None:
    client, line = client_as("faturista"), fee_of(part_in(PartStatus.OPEN))
    form = filled(line, quantity="duas", start="31/02/2026 10:00")
    answer = client.post(f"/lancamentos/{line.uid}/alterar/", form, headers=PIECE)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="duas"' in shown
    assert 'value="31/02/2026 10:00"' in shown
    assert row(line).version == line.version


def test_a_simulation_tells_the_value_and_writes_nothing(
    client_as: ClientAs, part_in: PartIn, fee_of: FeeOf
) -> None:
    client, line = client_as("faturista"), fee_of(part_in(PartStatus.OPEN))
    address = f"/lancamentos/{line.uid}/simular/"
    shown = client.post(address, filled(line, quantity="9"), headers=PIECE).content.decode()
    assert "Ficaria" in shown
    assert row(line).version == line.version


def test_two_people_on_one_line_lose_nothing(
    client_as: ClientAs, part_in: PartIn, fee_of: FeeOf, hospital: FictitiousHospital
) -> None:
    client, line = client_as("faturista"), fee_of(part_in(PartStatus.OPEN))
    mine = filled(line, quantity="8")
    theirs = {"quantity": "5", "outside_requested": "sim"}
    fees.edit(
        actor=hospital.actor("faturista"),
        uid=str(line.uid),
        version=line.version,
        changes=theirs,
    ).require()
    address = f"/lancamentos/{line.uid}/alterar/"
    answer = client.post(address, mine, headers=PIECE)
    shown = answer.content.decode()
    assert answer.status_code == 412
    assert "Nada seu se perdeu" in shown
    assert 'value="8"' in shown, "what I typed stays"
    assert "“5”" in shown, "what they wrote is told"
    now = fees.line(actor=hospital.actor("faturista"), uid=str(line.uid)).require()
    assert f'name="version" value="{now.version}"' in shown
    merged = {**filled(now), "quantity": "8"}
    assert client.post(address, merged).status_code == 303
    last = row(line)
    assert (last.quantity, last.outside_requested) == (8, True)


def test_a_reversal_shows_what_goes_and_asks_why(
    client_as: ClientAs, part_in: PartIn, fee_of: FeeOf
) -> None:
    client, part = client_as("faturista"), part_in(PartStatus.OPEN)
    line = fee_of(part)
    address = f"/lancamentos/{line.uid}/estornar/"
    asked = client.get(address, headers=PIECE).content.decode()
    assert f">{line.number}<" in asked
    assert row(line).status == "active", "asking reverses nothing"
    without = client.post(address, {"version": line.version, "reason": " "})
    assert without.status_code == 422
    form = {"version": line.version, "reason": "Lançada por engano.", "_key": str(uuid4())}
    answers = [client.post(address, form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert row(line).status == "reversed"
    assert FeeLine.objects.filter(reverses=row(line)).count() == 1
    page = client.get(f"/contas/{part.account_id}/?parcial={part.pk}").content.decode()
    assert "is-reversed" in page


def test_lines_of_a_frozen_part_offer_no_change(client_as: ClientAs, part_in: PartIn) -> None:
    part = part_in(PartStatus.BILLED)
    line = part.lines.filter(status="active")[0]
    client = client_as("faturista")
    page = client.get(f"/contas/{part.account_id}/?parcial={part.pk}").content.decode()
    assert f"/lancamentos/{line.uid}/alterar/" not in page
    asked = client.get(f"/lancamentos/{line.uid}/estornar/", headers=PIECE)
    assert 'type="submit"' not in asked.content.decode()


def test_the_list_of_lines_is_that_of_the_service(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    only = fees.LineFilter(payer="convenio-aurora")
    page = fees.list_lines(actor=hospital.actor("auditoria"), only=only, size=50).require()
    client = client_as("auditoria")
    shown = client.get("/lancamentos/?convenio=convenio-aurora").content.decode()
    assert all(f"#linha-{line.uid}" in shown for line in page.lines)
    sums = client.get("/lancamentos/?convenio=convenio-aurora", headers=PIECE).content.decode()
    assert "R$" in sums


def test_a_filter_that_cannot_be_read_is_told_at_its_field(client_as: ClientAs) -> None:
    answer = client_as("faturista").get("/lancamentos/?funcao=xyz&parcial=abc&onde=nada")
    shown = answer.content.decode()
    assert shown.count('aria-invalid="true"') == 3
    assert "não há “xyz”" in shown
