"""Packages on save (3.4) and automatic fees by anaesthetic porte (3.4b), on record."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.core.vocabulary import ProcedureKind, Role
from honorarios.launching.model import PackageDecision
from honorarios.services import fees
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, try_launch
from tests.services.rules.acting import edit, reverse

if TYPE_CHECKING:
    from tests.services.hospital import House

pytestmark = pytest.mark.database

CONFIRM, DECLINE = PackageDecision.CONFIRM, PackageDecision.DECLINE
SINCE = datetime(2025, 11, 1)


def treated(house: House, decision: PackageDecision | None = None) -> tuple[str, int]:
    """How the package treats a line of R$ 410,00, and what is charged of it."""
    (line,) = launched(house, making.entry(package_decision=decision))
    assert line.total == 41_000
    return line.treatment, line.charged


@pytest.mark.parametrize(
    ("means", "decision", "expected"),
    [
        ("ON_TOP", CONFIRM, ("on_top", 41_000)),
        ("ON_TOP", DECLINE, ("covered", 0)),
        ("COVERED", CONFIRM, ("covered", 0)),
        ("COVERED", DECLINE, ("on_top", 41_000)),
    ],
)
def test_34_asked_and_answered(
    house: House, means: str, decision: PackageDecision, expected: tuple[str, int]
) -> None:
    hospital.set_parameters(house, check_package=True, package_confirmation_means=means)
    hospital.open_package(house, SINCE)
    assert treated(house, decision) == expected


def test_34_asked_and_not_answered_writes_nothing(house: House) -> None:
    hospital.set_parameters(house, check_package=True)
    hospital.open_package(house, SINCE)
    answer = try_launch(house, making.entry())
    assert codes(answer) == ["LAN-QUESTION"]
    assert answer.value is not None
    assert answer.value.asks
    assert not house.lines()


@pytest.mark.parametrize(
    ("means", "expected"), [("ON_TOP", ("on_top", 41_000)), ("COVERED", ("covered", 0))]
)
def test_34_automatic_does_not_ask(house: House, means: str, expected: tuple[str, int]) -> None:
    hospital.set_parameters(
        house, check_package=True, package_action="AUTOMATIC", package_automatic_means=means
    )
    hospital.open_package(house, SINCE)
    assert treated(house) == expected


def test_34_unchecked_is_ordinary_billing(house: House) -> None:
    hospital.open_package(house, SINCE)
    assert treated(house) == ("normal", 41_000)


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, ("normal", 41_000)),
        ({"check_package": True}, ("normal", 41_000)),
        ({"no_open_package": "NOT_CHARGED"}, ("not_charged", 0)),
    ],
    ids=["by default", "looked for", "to the letter of the seed"],
)
def test_34_without_an_open_package(
    house: House, parameters: dict[str, Any], expected: tuple[str, int]
) -> None:
    hospital.set_parameters(house, **parameters)
    assert treated(house) == expected


def test_34_allowance_covers_and_the_excess_is_asked_about(house: House) -> None:
    hospital.set_parameters(house, check_package=True, package_by_allowance=True)
    hospital.open_package(house, SINCE, c31003079=3)
    launched(house, making.entry(quantity=2))
    entry = making.entry(quantity=2, start=making.SATURDAY, key="a")
    assert codes(try_launch(house, entry)) == ["LAN-QUESTION"]
    answer = fees.confirm(
        actor=house.clerk, part_id=house.part.pk, entries=[entry], decisions={"a": CONFIRM}
    )
    assert [
        (line.treatment, line.quantity, line.charged) for line in answer.require().entries[0].lines
    ] == [("covered", 1, 0), ("on_top", 1, 41_000)]


def test_34_units_of_a_divided_act_count_whole(house: House) -> None:
    hospital.set_parameters(
        house, check_package=True, package_by_allowance=True, package_action="AUTOMATIC"
    )
    hospital.open_package(house, SINCE, c31003079=3)
    hospital.divide(house, "medico", ("medico", "33.33"))
    shares = launched(house, making.entry(quantity=3))
    assert [(line.quantity, line.treatment) for line in shares] == [(1, "covered")] * 2
    (line,) = launched(house, making.entry(provider="indireto", start=making.SATURDAY))
    assert (line.treatment, line.charged) == ("on_top", 41_000)


def test_34_what_is_reversed_gives_its_allowance_back(house: House) -> None:
    hospital.set_parameters(house, check_package=True, package_by_allowance=True)
    hospital.open_package(house, SINCE, c31003079=1)
    (line,) = launched(house, making.entry())
    reverse(house, line).require()
    assert treated(house) == ("covered", 0)


@pytest.mark.parametrize(
    ("contract", "changes", "lines"),
    [
        ("taxas", {}, [41_000, 56_000]),
        ("taxas", {"quantity": 2}, [82_000, 56_000]),
        ("ch", {}, [41_000]),
        ("taxas", {"code": making.EXAM}, [3_280]),
        ("taxas", {"role": Role.FIRST_ASSISTANT}, [12_300]),
        ("taxas", {"procedure_kind": ProcedureKind.SECONDARY}, [41_000]),
    ],
    ids=[
        "everything holds",
        "one fee whatever the quantity",
        "contract without the flag",
        "row without an anaesthetic porte",
        "not the surgeon",
        "not the principal procedure",
    ],
)
def test_34b_automatic_fee(
    house: House, contract: str, changes: dict[str, Any], lines: list[int]
) -> None:
    part = hospital.under(house, contract)
    written = launched(house, making.entry(cost_centre="cc-101", **changes), part=part)
    assert [line.total for line in written] == lines
    if len(written) == 2:
        act, fee = written
        assert (fee.kind, fee.role, fee.provider, fee.quantity) == ("facility_fee", "", None, 1)
        assert (fee.automatic_of, fee.start, fee.cost_centre) == (act.uid, act.start, "cc-101")


def test_34b_only_on_insertion_and_reversed_with_its_act(house: House) -> None:
    part = hospital.under(house, "taxas")
    act, _ = launched(house, making.entry(), part=part)
    edited = edit(house, act, quantity=2).require()
    assert edited.added == ()
    reverse(house, edited.lines[0]).require()
    assert house.lines(status="active") == []
    assert sum(line.total for line in house.lines()) == 0


def test_34b_fee_without_a_price_is_a_warning(house: House) -> None:
    part = hospital.under(house, "taxas")
    answer = try_launch(house, making.entry(code=making.FEMALE_SURGERY), part=part)
    assert (answer.ok, codes(answer)) == (True, ["LAN-FEE-NO-PRICE"])
    assert [line.total for line in house.lines()] == [50_000]
