"""The states of a part (3.2) and the billing verbs (3.13), on record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.records.models import AccountPart, Remittance, RemittanceExit
from honorarios.services import parts, permissions
from honorarios.services.operations import Operation
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, try_launch
from tests.services.rules.acting import bring, change_attendance, edit, ways_in

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result
    from tests.services.hospital import House

pytestmark = pytest.mark.database

AFTER = {
    ("open", "close"): "closed",
    ("open", "cancel"): "cancelled",
    ("closed", "reopen"): "open",
    ("closed", "release"): "released",
    ("closed", "cancel"): "cancelled",
    ("released", "unrelease"): "closed",
    ("released", "bill"): "billed",
    ("billed", "rebill"): "released",
}
"""Every transition there is."""
STATES = ("open", "closed", "released", "billed", "cancelled")
VERBS = ("close", "reopen", "release", "unrelease", "bill", "rebill", "cancel")


def move(house: House, verb: str) -> Result[Any]:
    """The part by a verb, with a reason."""
    if verb == "bill":
        return parts.bill(
            actor=house.clerk,
            payer_id=house.payer.pk,
            billing_unit_id=house.unit.pk,
            part_ids=[house.part.pk],
        )
    if verb == "rebill":
        remittance = Remittance.objects.filter(office=house.office).first()
        return parts.rebill(
            actor=house.clerk,
            remittance_id=remittance.pk if remittance else 0,
            part_ids=[house.part.pk],
            reason="Teste.",
        )
    return getattr(parts, verb)(actor=house.clerk, part_id=house.part.pk, reason="Teste.")  # type: ignore[no-any-return]


def status(house: House) -> str:
    return AccountPart.objects.get(pk=house.part.pk).status


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES)
def test_32_every_verb_in_every_state(house: House, state: str, verb: str) -> None:
    launched(house, making.entry())
    if state != "open":
        bring(house, state)
    answer = move(house, verb)
    after = AFTER.get((state, verb))
    assert answer.ok is (after is not None), codes(answer)
    assert status(house) == (after or state)


@pytest.mark.parametrize("verb", ["close", "cancel"])
def test_32_cancelled_attendance_blocks_everything(house: House, verb: str) -> None:
    change_attendance(house, status="cancelled")
    assert codes(move(house, verb)) == ["LAN-V01"]
    assert status(house) == "open"


def test_32_an_edit_keeps_the_old_version(house: House) -> None:
    (line,) = launched(house, making.entry())
    bring(house, "closed")
    edited = edit(house, line, quantity=2).require().lines[0]
    assert (edited.version, edited.total) == (2, 82_000)
    kept = house.lines()[0].versions.get()
    assert (kept.version, kept.total) == (1, 41_000)


def test_32_a_released_line_is_corrected_by_taking_the_release_back(house: House) -> None:
    (line,) = launched(house, making.entry())
    bring(house, "billed")
    assert codes(edit(house, line, quantity=2)) == ["LAN-V02"]
    for verb in ("rebill", "unrelease"):
        assert move(house, verb).ok
    assert edit(house, line, quantity=2).ok


def test_32_closing_checks_every_line_again(house: House) -> None:
    launched(house, making.entry())
    hospital.set_parameters(house, cost_centre_required=True)
    assert codes(move(house, "close")) == ["LAN-V04A"]
    assert status(house) == "open"


def test_32_a_closed_part_needs_its_own_permission(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = launched(house, making.entry())
    bring(house, "closed")
    assert all(answer.ok for answer in (try_launch(house, making.entry()), edit(house, line)))
    without = {**permissions.GRANTS, Operation.FEES_CHANGE_CLOSED: {}}
    monkeypatch.setattr(permissions, "GRANTS", without)
    ways = ways_in(house, replace(line, version=2))
    assert [codes(answer) for answer in ways.values()] == [["PER-ROLE"]] * 3


def test_313_billing_freezes_released_parts_into_a_remittance(house: House) -> None:
    launched(house, making.entry())
    bring(house, "released")
    sent = parts.bill(
        actor=house.clerk, payer_id=house.payer.pk, billing_unit_id=house.unit.pk
    ).require()
    assert (sent.number, sent.total, [part.part_id for part in sent.parts]) == (
        1,
        41_000,
        [house.part.pk],
    )
    assert (sent.payer_id, sent.billing_unit_id) == (house.payer.pk, house.unit.pk)


def test_313_reprocessing_keeps_the_same_members(house: House) -> None:
    launched(house, making.entry())
    bring(house, "billed")
    remittance = Remittance.objects.get(office=house.office)
    again = parts.reprocess(actor=house.clerk, remittance_id=remittance.pk).require()
    assert (again.number, again.total, len(again.parts)) == (1, 41_000, 1)


def test_313_rebilling_keeps_the_old_remittance(house: House) -> None:
    (line,) = launched(house, making.entry())
    bring(house, "billed")
    for verb in ("rebill", "unrelease"):
        assert move(house, verb).ok
    edit(house, line, quantity=2).require()
    for verb in ("release", "bill"):
        assert move(house, verb).ok
    sent = Remittance.objects.filter(office=house.office).order_by("number")
    assert list(sent.values_list("number", "total")) == [(1, 41_000), (2, 82_000)]
    assert RemittanceExit.objects.get().reason == "Teste."
