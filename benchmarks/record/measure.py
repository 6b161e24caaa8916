"""Launches and reads, timed one by one in the service."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from benchmarks.record import surgery
from benchmarks.record.plan import TEAM_LINES
from honorarios.records.models import Account, BillingUnit, Provider
from honorarios.services import fees
from honorarios.services.actor import ActorRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result

WARM: Final = 5
"""Times that something is done before it is timed."""
PAGE: Final = 50
FIRST, LAST = date(2026, 6, 1), date(2026, 10, 31)


def launching(actor: Actor, random: Random, count: int) -> dict[str, Any]:
    """Surgeries of twelve lines, each on another part; the queries of one line and of twelve."""
    found = surgery.places(actor, random, count + WARM + 2)
    times = []
    for number, (part_id, start) in enumerate(found[:-2]):
        entries = surgery.surgery(start)
        began = time.perf_counter()
        made = surgery.launch(actor, part_id, entries)
        took = time.perf_counter() - began
        if made < TEAM_LINES:
            raise RuntimeError(f"part {part_id}: {made} lines of {TEAM_LINES}")
        if number >= WARM:
            times.append(1000 * took)
    queries = {}
    for name, size, (part_id, start) in zip(
        ("launch_1", "launch_12"), (1, TEAM_LINES), found[-2:], strict=True
    ):
        with counted() as asked:
            surgery.launch(actor, part_id, surgery.surgery(start)[:size])
        queries[name] = len(asked)
    return {"launch": times, "queries": queries}


def reading(actor: Actor, random: Random, count: int) -> dict[str, Any]:
    """Lists as people ask for them, and accounts."""
    asked = _questions(actor, random)
    return {
        "reads": {
            name: [_took(question) for _ in range(count + WARM)][WARM:]
            for name, question in asked.items()
        },
        "read_queries": {name: _queries(question) for name, question in asked.items()},
    }


def _questions(actor: Actor, random: Random) -> dict[str, Callable[[], Result[Any]]]:
    office = {"office_id": actor.office_id}
    units = list(BillingUnit.objects.filter(**office))
    people = list(Provider.objects.filter(kind="person", **office))
    last = Account.objects.order_by("-pk")[0].pk
    clerk = replace(actor, role=ActorRole.CLERK, unit_ids=frozenset({units[0].pk}))
    marks = _marks(actor)

    def listed(who: Actor, after: str | None = None, **only: Any) -> Result[Any]:  # noqa: ANN401 - any filter
        wanted = fees.LineFilter(**only)
        return fees.list_lines(actor=who, only=wanted, after=after, size=PAGE)

    def physician() -> Actor:
        somebody = random.choice(people)
        return replace(actor, role=ActorRole.PHYSICIAN, provider_id=somebody.pk)

    def week() -> dict[str, Any]:
        first = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
        return {"first_day": first, "last_day": first + timedelta(days=6)}

    def account() -> Result[Any]:
        found = Account.objects.filter(pk__gte=random.randint(1, last)).order_by("pk")[0]
        return fees.account(actor=actor, account_id=found.pk)

    return {
        "all, first page": lambda: listed(actor),
        "all, a page far down": lambda: listed(actor, random.choice(marks)),
        "a unit's clerk": lambda: listed(clerk),
        "a unit's clerk, a week": lambda: listed(clerk, **week()),
        "a payer's, a week": lambda: listed(actor, payer="plano-bemtevi", **week()),
        "a physician's own": lambda: listed(physician()),
        "a physician's own, a week": lambda: listed(physician(), **week()),
        "a procedure, a week": lambda: listed(actor, code="31005497", **week()),
        "an account": account,
    }


def _marks(actor: Actor) -> list[str]:
    """Marks of pages far down the list of everything: of each week's first day."""
    marks = []
    day = FIRST
    while day < LAST:
        only = fees.LineFilter(last_day=day)
        page = fees.list_lines(actor=actor, only=only, size=PAGE).require()
        if page.after is not None:
            marks.append(page.after)
        day += timedelta(days=7)
    return marks


def _took(question: Callable[[], Result[Any]]) -> float:
    began = time.perf_counter()
    question().require()
    return 1000 * (time.perf_counter() - began)


def _queries(question: Callable[[], Result[Any]]) -> int:
    with counted() as asked:
        question().require()
    return len(asked)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def count(execute: Any, query: str, given: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 - Django's form
        sent.append(query)
        return execute(query, given, many, context)

    with connection.execute_wrapper(count):
        yield sent
