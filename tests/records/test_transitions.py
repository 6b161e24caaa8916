"""A part changes its state by named transitions only, each with its record, and no record lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from honorarios.core.vocabulary import PartStatus
from honorarios.launching import states
from honorarios.records.models import AccountPart, PartTransition
from honorarios.records.triggers.tables import ISSUE_TAX_INVOICE, NAMED_TRANSITIONS
from honorarios.services.parts import invoice
from tests.records.making import make_line
from tests.records.moving import (
    STATES,
    announce,
    bill,
    bring,
    carry_out,
    issue,
    issue_invoice,
    make_case,
    make_released,
    move,
    rebill,
)
from tests.records.ways import done, everything, refused, run

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database

MOVES = [(verb.value, *STATES[verb.value]) for verb in states.Verb]


def test_the_database_knows_the_transitions_that_the_rules_know() -> None:
    """``spec: launching 3.2, 3.13``: written twice, and the same."""
    ruled = {
        (verb.value, source, transition.target)
        for verb, transition in states.TRANSITIONS.items()
        for source in transition.sources
    }
    invoiced = {(invoice.ISSUE, status, status) for status in invoice.INVOICEABLE}
    assert set(NAMED_TRANSITIONS) == ruled | invoiced
    assert invoice.ISSUE == ISSUE_TAX_INVOICE


def test_a_part_goes_all_the_way_and_back(world: World) -> None:
    part = world.part
    make_line(world)
    for verb in ("close", "reopen", "close", "release", "unrelease", "release"):
        done(partial(move, world, part, verb))
    first = bill(world, [part])
    done(lambda: rebill(world, part))
    done(lambda: bill(world, [part]))
    done(lambda: issue_invoice(world, part))
    part.refresh_from_db()
    assert (part.status, part.version, part.tax_invoice) == ("billed", 11, "NF 1")
    assert part.remittance_id != first.pk
    steps = PartTransition.objects.filter(part=part).order_by("version")
    assert [step.version for step in steps] == list(range(2, 12))


@pytest.mark.parametrize(("verb", "before", "after"), MOVES)
def test_no_state_changes_without_its_record(
    world: World, verb: str, before: str, after: str
) -> None:
    part = world.part
    make_line(world)
    bring(world, part, before)

    def change() -> None:
        sent = issue(world, [make_released(world)]) if verb == "bill" else None
        carry_out(part, status=after, remittance=sent)

    assert refused(change) in {"EST-FROZEN", "EST-TRANSITION", "EST-REMITTANCE"}


@pytest.mark.parametrize(("verb", "before", "after"), MOVES)
def test_no_record_without_its_change(world: World, verb: str, before: str, after: str) -> None:
    """The commit is refused where a recorded transition did not happen."""
    bring(world, world.part, before)
    state = everything()
    with_nothing = refused(lambda: announce(world, world.part, verb))
    # SQLite says it by a foreign key, which has no words of its own.
    assert with_nothing in {"EST-TRANSITION", None}
    assert refused(lambda: edit_instead(world, verb)) is not None
    assert everything() == state
    assert AccountPart.objects.get(pk=world.part.pk).status != after


def test_what_waits_for_the_change_is_not_taken_away(world: World) -> None:
    def hide() -> None:
        announce(world, world.part, "close")
        run("DELETE FROM held_due_transition")

    if connection.vendor == "sqlite":
        assert refused(hide) == "EST-TRANSITION"


def edit_instead(world: World, verb: str) -> None:
    part = AccountPart.objects.get(pk=world.part.pk)
    announce(world, part, verb)
    carry_out(part, contract="outro")


@pytest.mark.parametrize("status", PartStatus)
def test_only_named_transitions_are_recorded(world: World, status: PartStatus) -> None:
    part = world.part
    make_line(world)
    bring(world, part, status.code_name)
    verbs = {verb for verb, _, _ in NAMED_TRANSITIONS} | {"force"}
    for verb in verbs:
        for after in PartStatus:
            if (verb, status, after) not in NAMED_TRANSITIONS:
                changed = {"from_status": status.code_name, "to_status": after.code_name}
                assert refused(partial(announce, world, part, verb, **changed)) == (
                    "EST-TRANSITION"
                )


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 1},
        {"version": 3},
        {"from_status": "closed", "verb": "reopen", "to_status": "open"},
    ],
)
def test_a_record_is_of_the_next_version_and_the_state_now(
    world: World, wrong: dict[str, object]
) -> None:
    verb = str(wrong.get("verb", "close"))
    facts = {key: value for key, value in wrong.items() if key != "verb"}
    assert refused(lambda: announce(world, world.part, verb, **facts)) == "EST-TRANSITION"


@pytest.mark.parametrize(
    "other",
    [{"status": "cancelled"}, {"tax_invoice": "NF 1", "tax_invoice_at": timezone.now()}, {}],
)
def test_a_change_is_the_one_that_its_record_says(world: World, other: dict[str, object]) -> None:
    part = world.part

    def change() -> None:
        announce(world, part, "close")
        carry_out(part, **other)

    assert refused(change) == "EST-TRANSITION"


def test_a_transition_of_a_frozen_part_carries_nothing_along(world: World) -> None:
    part = world.part
    bring(world, part, "released")

    def change() -> None:
        announce(world, part, "unrelease")
        carry_out(part, status="closed", contract="outro")

    assert refused(change) == "EST-FROZEN"


def test_a_tax_invoice_is_issued_once_and_with_its_record(world: World) -> None:
    part = world.part
    bring(world, part, "closed")
    invoiced = {"tax_invoice": "NF 9", "tax_invoice_at": timezone.now()}
    assert refused(lambda: carry_out(part, **invoiced)) == "EST-TRANSITION"
    part.refresh_from_db()
    done(lambda: issue_invoice(world, part))

    def again() -> None:
        announce(world, part, "issue_tax_invoice")
        carry_out(part, **invoiced)

    assert refused(again) == "EST-TRANSITION"


def test_an_invoiced_private_part_moves_on_by_its_verbs_and_stays_frozen(world: World) -> None:
    case = make_case(world, "invoiced")
    for verb in ("release", "unrelease", "reopen"):
        done(partial(move, world, case.part, verb))
    assert refused(lambda: make_line(world)) == "EST-FROZEN"


@pytest.mark.parametrize("verb", ["close", "cancel"])
def test_no_part_of_a_cancelled_attendance_moves(world: World, verb: str) -> None:
    bring(world, world.part, "of a cancelled attendance")
    assert refused(lambda: move(world, world.part, verb)) == "EST-FROZEN"
