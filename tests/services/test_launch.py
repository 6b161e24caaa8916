"""Launching through the service: the same lines as the pure rules, each rule within reach, one transaction."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
)
from honorarios.launching.launch import launch
from honorarios.launching.model import PackageDecision, Request
from honorarios.launching.prices import Pricer
from honorarios.pricing.compile import compile_catalogue
from honorarios.records.models import (
    AccountPart,
    Attendance,
    AuditEvent,
    CatalogueVersion,
    FeeLine,
    InsideOutsideRule,
    Patient,
    Payer,
    Stay,
    Workstation,
)
from honorarios.records.selectors import Scope
from honorarios.services import fees, parts
from honorarios.services.fees import Wanted
from honorarios.services.fees.views import view
from honorarios.services.loader import load
from honorarios.services.outcomes import Refusal
from tests.launching import making
from tests.services import hospital
from tests.services.doing import codes, launched, row, try_launch
from tests.services.hospital import House, make_house

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.launching.model import Entry

pytestmark = pytest.mark.database

OF_THE_RECORD: dict[str, Any] = {
    "uid": None,
    "part_id": None,
    "number": None,
    "split_group": None,
    "difference_of": None,
    "automatic_of": None,
    "target": "this",
}


@pytest.fixture
def house() -> House:
    return make_house()


def surgery(lines: int = 12) -> list[Entry]:
    """A surgery of some acts by a team, as one call launches it."""
    team = [Role.SURGEON, Role.FIRST_ASSISTANT, Role.SECOND_ASSISTANT, Role.SCRUB_ASSISTANT]
    return [
        making.entry(
            role=team[number % len(team)],
            start=making.SATURDAY + timedelta(minutes=number),
            access_route=AccessRoute.SAME if number else AccessRoute.SINGLE,
            procedure_kind=ProcedureKind.SECONDARY if number else ProcedureKind.PRINCIPAL,
            technique=Technique.VIDEO,
            laterality=Laterality.LEFT,
            rank=number % 4 + 1,
            key=number,
        )
        for number in range(lines)
    ]


def value_split() -> Entry:
    return making.entry(
        code=making.EXAM,
        provider="hospital",
        split_form=SplitForm.VALUE,
        split_provider="indireto",
    )


CASES: dict[str, tuple[str, Callable[[House], object], list[Entry]]] = {
    "surgery": ("ch", lambda _: None, surgery()),
    "automatic fees": ("taxas", lambda _: None, [making.entry(), making.entry(quantity=2)]),
    "percent split": (
        "ch",
        lambda house: hospital.divide(house, "medico", ("medico", "33.333333"), ("indireto", "20")),
        [making.entry(quantity=3)],
    ),
    "value split": ("ch", lambda _: None, [value_split()]),
    "difference": ("diferenca", hospital.upgrade, [making.entry(), making.entry(quantity=7)]),
    "difference by a private table": ("privado", hospital.upgrade, [making.entry()]),
    "difference without consent": (
        "diferenca",
        lambda house: hospital.move(house.attendance, "201", reason="patient_option"),
        [making.entry()],
    ),
    "package by allowance": (
        "ch",
        lambda house: (
            hospital.set_parameters(
                house, check_package=True, package_by_allowance=True, package_action="AUTOMATIC"
            ),
            hospital.open_package(house, datetime(2025, 11, 1), c31003079=3),
        ),
        [making.entry(quantity=2), making.entry(quantity=2), making.entry(quantity=1)],
    ),
    "package question": (
        "ch",
        lambda house: (
            hospital.set_parameters(house, check_package=True),
            hospital.open_package(house, datetime(2025, 11, 1)),
        ),
        [making.entry()],
    ),
    "outside and duplicates": (
        "ch",
        lambda _: None,
        [making.entry(outside_requested=True), making.entry(outside_requested=True)],
    ),
    "no credential": (
        "ch",
        lambda _: None,
        [making.entry(provider="sem-credencial", outside_requested=True)],
    ),
    "every error": (
        "ch",
        lambda _: None,
        [
            making.entry(
                start=datetime(2025, 12, 1, 10),
                end=datetime(2025, 12, 1, 9),
                role=None,
                provider="ninguém",
                code=making.OFFICE,
            )
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_service_writes_the_lines_of_the_pure_function(house: House, name: str) -> None:
    contract, prepare, entries = CASES[name]
    prepare(house)
    part = hospital.under(house, contract)
    wanted = [Wanted(part.pk, one) for one in entries]
    loaded = load(Scope(house.office.pk), wanted, lock=False)
    requests = [Request(one, loaded.context(part.pk, one)) for one in entries]
    pure = launch(requests, Pricer(compile_catalogue(hospital.catalogue())))

    preview = try_launch(house, *entries, part=part, dry_run=True)
    answer = try_launch(house, *entries, part=part)
    for result in (preview, answer):
        assert result.value is not None
        got = result.value.entries
        assert [one.findings for one in got] == [one.findings for one in pure]
        assert [[replace(line, **OF_THE_RECORD) for line in one.lines] for one in got] == [
            [replace(view(line), **OF_THE_RECORD) for line in one.preview] for one in pure
        ]
    ready = all(one.ready for one in pure)
    assert answer.value is not None
    assert answer.value.written is ready
    rows = house.lines()
    assert len(rows) == sum(len(one.lines) for one in pure) * ready
    if ready:
        kept = [dict(line.kept) for one in pure for line in one.lines]
        assert sorted(map(canonical, (row.kept for row in rows))) == sorted(map(canonical, kept))


def canonical(kept: object) -> str:
    return json.dumps(kept, sort_keys=True)


def test_a_surgery_is_one_call_with_one_event_and_consecutive_numbers(house: House) -> None:
    events = AuditEvent.objects.count()
    lines = launched(house, *surgery())
    rows = house.lines()
    assert [line.uid for line in lines] == [row.uid for row in rows]
    assert [row.number for row in rows] == list(range(1, 13))
    version = CatalogueVersion.objects.get(office=house.office)
    assert {row.catalogue_id for row in rows} == {version.pk}
    assert {row.created_by_id for row in rows} == {house.clerk.user_id}
    assert all(row.unit_value * row.quantity == row.total == row.charged for row in rows)
    event = AuditEvent.objects.order_by("-seq").first()
    assert event is not None
    assert AuditEvent.objects.count() == events + 1
    assert (event.action, event.subject_id) == ("fees.launch", str(house.part.pk))
    assert [line.number for line in launched(house, making.entry(code=making.EXAM))] == [13]


def test_all_or_nothing(house: House) -> None:
    answer = try_launch(house, *surgery(), making.entry(role=None, key=99))
    assert answer.refusal is Refusal.INVALID
    assert codes(answer) == ["LAN-V12"]
    assert answer.value is not None
    assert not answer.value.written
    assert len(answer.value.entries) == 13
    assert not house.lines()


def test_many_parts_take_what_is_ready_and_tell_the_rest(house: House) -> None:
    other = hospital.under(house, "taxas")
    hidden = make_house("outra").part
    wanted = [
        Wanted(house.part.pk, making.entry(key=1)),
        Wanted(other.pk, making.entry(key=2)),
        Wanted(house.part.pk, making.entry(key=3, role=None)),
        Wanted(hidden.pk, making.entry(key=4)),
    ]
    (answer,) = fees.launch_many(actor=house.clerk, wanted=wanted)
    entries = answer.require().entries
    assert [len(one.lines) for one in entries[:2]] == [1, 2]
    assert [[f.code for f in one.findings] for one in entries] == [
        [],
        ["LAN-V13"],
        ["LAN-V12"],
        ["PER-NOT-FOUND"],
    ]
    assert [(row.part_id, row.number) for row in house.lines()] == [
        (house.part.pk, 1),
        (other.pk, 1),
        (other.pk, 2),
    ]
    assert not FeeLine.objects.filter(part=hidden).exists()


@pytest.mark.parametrize("action", ["launch", "dry run"])
def test_the_number_of_queries_does_not_grow_with_the_lines(house: House, action: str) -> None:
    hospital.divide(house, "medico", ("medico", "70"))
    part = hospital.under(house, "taxas")
    launched(house, *surgery(1), part=part)
    counts = []
    for lines in (1, 12, 200):
        with CaptureQueriesContext(connection) as queries:
            try_launch(house, *surgery(lines), part=part, dry_run=action == "dry run").require()
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 40


def test_a_key_launches_once(house: House) -> None:
    first = try_launch(house, *surgery(3), key="a")
    again = try_launch(house, *surgery(3), key="a")
    assert again.replayed
    assert again.value == first.require()
    assert len(house.lines()) == 3
    assert try_launch(house, *surgery(2), key="a").refusal is Refusal.KEY_REUSED


# Private parts (3.11).


def test_311_a_private_part_is_created_with_its_first_line(house: House) -> None:
    hospital.upgrade(house)
    part = hospital.under(house, "diferenca")
    lines = launched(house, making.entry(), making.entry(code=making.EXAM), part=part)
    private = AccountPart.objects.get(account=house.account, payer__code="particular")
    assert (private.seq, private.status, private.version) == (3, "open", 1)
    assert (private.period_start, private.billing_unit) == (part.period_start, house.unit)
    assert [(line.part_id, line.total) for line in lines[:2]] == [
        (part.pk, 41_000),
        (private.pk, 41_000),
    ]
    assert [line.difference_of for line in lines] == [None, lines[0].uid, None, lines[2].uid]
    launched(house, making.entry(start=making.SATURDAY), part=part)
    assert AccountPart.objects.filter(account=house.account).count() == 3
    assert FeeLine.objects.filter(part=private).count() == 3


def test_311_a_frozen_private_part_refuses_the_whole_launch(house: House) -> None:
    hospital.upgrade(house)
    payer = Payer.objects.get(office=house.office, code="particular")
    private = hospital.under(house, "", payer=payer, plan=None)
    parts.close(actor=house.clerk, part_id=private.pk).require()
    parts.release(actor=house.clerk, part_id=private.pk).require()
    part = hospital.under(house, "diferenca")
    answer = try_launch(house, making.entry(), part=part)
    assert not answer.ok
    assert f"{private.seq}" in answer.findings[-1].message
    assert not house.lines()


def test_311_without_a_private_payer_the_launch_is_refused(house: House) -> None:
    hospital.upgrade(house)
    part = hospital.under(house, "diferenca")
    Payer.objects.filter(office=house.office, code="particular").delete()
    assert codes(try_launch(house, making.entry(), part=part)) == ["LAN-PRIVATE-PAYER"]
    wanted = [Wanted(part.pk, making.entry()), Wanted(house.part.pk, making.entry())]
    (answer,) = fees.launch_many(actor=house.clerk, wanted=wanted)
    assert [len(row.kept) > 0 for row in house.lines()] == [True]
    assert [f.code for f in answer.require().entries[0].findings] == ["LAN-PRIVATE-PAYER"]


# Packages: the question and its answer (3.4).


def ask(house: House) -> None:
    hospital.set_parameters(house, check_package=True)
    hospital.open_package(house, datetime(2025, 11, 1))


def test_34_a_question_writes_nothing_and_its_answer_does(house: House) -> None:
    ask(house)
    entries = [making.entry(key="a"), making.entry(key="b", code=making.EXAM)]
    asked = try_launch(house, *entries, key="k")
    assert (codes(asked), asked.ok) == (["LAN-QUESTION"], True)
    assert asked.value is not None
    assert asked.value.asks
    assert not asked.value.written
    assert not house.lines()

    decisions: dict[str | int, PackageDecision] = {
        "a": PackageDecision.CONFIRM,
        "b": PackageDecision.DECLINE,
    }
    fees.confirm(
        actor=house.clerk,
        part_id=house.part.pk,
        entries=entries,
        decisions=decisions,
        key="k",
    ).require()
    assert [(row.treatment, row.charged > 0) for row in house.lines()] == [
        ("on_top", True),
        ("covered", False),
    ]


def test_34_a_decision_for_nobody_writes_nothing(house: House) -> None:
    ask(house)
    answer = fees.confirm(
        actor=house.clerk,
        part_id=house.part.pk,
        entries=[making.entry(key="a")],
        decisions={"a": PackageDecision.CONFIRM, "A": PackageDecision.DECLINE},
    )
    (found,) = answer.findings
    assert (found.code, found.place.field, "“A”" in found.message) == (
        "LAN-DECISION",
        "decisions",
        True,
    )
    assert not answer.ok
    assert not house.lines()


# Each check, through the service (3.3).


def cancel_attendance(house: House) -> None:
    Attendance.objects.filter(pk=house.attendance.pk).update(status="cancelled", version=2)


def release(house: House) -> None:
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    parts.release(actor=house.clerk, part_id=house.part.pk).require()


def invoice(house: House) -> None:
    Payer.objects.filter(pk=house.payer.pk).update(group="self_pay")
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    parts.issue_tax_invoice(actor=house.clerk, part_id=house.part.pk, number="1").require()


def outpatient_at_no_cost_centre(house: House) -> None:
    hospital.set_parameters(house, cost_centre_from_workstation=True)
    Attendance.objects.filter(pk=house.attendance.pk).update(setting="outpatient", version=2)
    Workstation.objects.update(cost_centre=None)


def always_outside(house: House) -> None:
    InsideOutsideRule.objects.create(
        office=house.office, payer=house.payer, side="outside", valid_from=making.LONG_AGO
    )


CHECKS: dict[str, tuple[Callable[[House], object] | None, dict[str, Any]]] = {
    "LAN-V01": (cancel_attendance, {}),
    "LAN-V02": (release, {}),
    "LAN-V03": (invoice, {}),
    "LAN-V04A": (lambda house: hospital.set_parameters(house, cost_centre_required=True), {}),
    "LAN-V04B": (
        lambda house: (
            hospital.set_parameters(house, cost_centre_from_bed=True),
            Stay.objects.all().delete(),
        ),
        {},
    ),
    "LAN-V04C": (outpatient_at_no_cost_centre, {}),
    "LAN-V07": (None, {"code": making.FREE_ACT}),
    "LAN-V08A": (None, {"start": datetime(2025, 12, 1, 10)}),
    "LAN-V08B": (None, {"end": making.WEDNESDAY - timedelta(hours=1)}),
    "LAN-V09": (
        lambda house: Patient.objects.filter(office=house.office).update(sex="m"),
        {"code": making.FEMALE_SURGERY},
    ),
    "LAN-V10": (None, {"code": making.OFFICE}),
    "LAN-V10B": (None, {"code": making.OUTPATIENT_ACT}),
    "LAN-V11": (always_outside, {"provider": "hospital"}),
    "LAN-V12": (None, {"role": None}),
    "LAN-V13": (lambda house: launched(house, making.entry()), {}),
    "LAN-NO-PRICE": (None, {"code": "99999999"}),
    "LAN-COST-CENTRE": (None, {"cost_centre": "nenhum"}),
    "LAN-SPECIAL": (None, {"special": True}),
}


@pytest.mark.parametrize("code", CHECKS)
def test_33_each_check_is_reached(house: House, code: str) -> None:
    spoil, changes = CHECKS[code]
    if spoil is not None:
        spoil(house)
    before = len(house.lines())
    answer = try_launch(house, making.entry(**changes))
    assert code in codes(answer), codes(answer)
    warned = code == "LAN-V13"
    assert answer.ok is warned
    assert len(house.lines()) == before + warned


def test_an_office_without_a_catalogue_is_told_so() -> None:
    house = make_house(stocked=False)
    assert codes(try_launch(house, making.entry())) == ["LAN-CATALOGUE"]
    assert codes(try_launch(house, making.entry(), dry_run=True)) == ["LAN-CATALOGUE"]


def test_nothing_to_launch_is_a_finding(house: House) -> None:
    assert codes(try_launch(house)) == ["LAN-EMPTY"]
    assert codes(try_launch(house, dry_run=True)) == ["LAN-EMPTY"]


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_part_out_of_reach_does_not_exist(house: House, *, dry_run: bool) -> None:
    other = make_house("outra")
    for part_id in (other.part.pk, 999_999):
        answer = fees.launch(
            actor=house.clerk, part_id=part_id, entries=[making.entry()], dry_run=dry_run
        )
        assert answer.refusal is Refusal.NOT_FOUND


def test_a_day_of_the_parameters_is_the_day_of_the_act(house: House) -> None:
    hospital.set_parameters(house, date(2025, 11, 20), cost_centre_required=True)
    assert launched(house, making.entry())
    assert codes(try_launch(house, making.entry(start=making.SATURDAY))) == ["LAN-V04A"]


def test_cost_centres_and_providers_become_keys(house: House) -> None:
    hospital.set_parameters(house, cost_centre_from_bed=True)
    (line,) = launched(house, making.entry(provider="indireto"))
    written = row(line)
    assert written.cost_centre is not None
    assert written.cost_centre.code == line.cost_centre == "cc-101"
    assert written.provider == house.providers["indireto"]
