"""Generated cases of three cities, from the first day of RN 623/2024 to 2035, against a count by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from honorarios.planning.clocks import ANSWERS_SINCE, Request
from honorarios.planning.cutoffs import (
    AfterEvent,
    BeforeEvent,
    DeliveryCalendar,
    Event,
    MonthDay,
    Roll,
)
from honorarios.planning.deadlines import (
    Asked,
    CaseFacts,
    Delivery,
    Denied,
    Kind,
    Refund,
    Senha,
    Surgery,
    of_case,
)
from honorarios.planning.places import TOWNS
from tests.planning import by_hand

DAYS = st.dates(ANSWERS_SINCE, date(2035, 12, 31))
CITIES = st.sampled_from(sorted(TOWNS))
STEP = {Roll.NEXT: 1, Roll.PREVIOUS: -1}


def due_of(facts: CaseFacts, town: str, kind: Kind) -> date | None:
    found = [one for one in of_case(facts, TOWNS[town], date(2026, 1, 1)) if one.kind is kind]
    assert len(found) == 1
    return found[0].due


@given(DAYS, CITIES, st.sampled_from(Request))
def test_clocks(on: date, town: str, request: Request) -> None:
    facts = CaseFacts(surgery=Surgery(), events={}, requests=(Asked(request=request, on=on),))
    performed = by_hand.counted(on, request.performance_days, town)
    answered = by_hand.counted(on, request.answer_days, town)
    assert due_of(facts, town, Kind.PERFORMANCE) == performed
    assert due_of(facts, town, Kind.ANSWER) == min(answered, performed)


@given(
    DAYS, CITIES, st.sampled_from(Event), st.integers(0, 90), st.booleans(), st.sampled_from(Roll)
)
def test_so_many_days_after(
    on: date,
    town: str,
    event: Event,
    days: int,
    working: bool,  # noqa: FBT001 - hypothesis gives it by place
    roll: Roll,
) -> None:
    cutoff = AfterEvent(event, days, working=working, roll=roll)
    end = by_hand.counted(on, days, town) if working else on + timedelta(days=days)
    if roll in STEP:
        end = by_hand.rolled(end, town, STEP[roll])
    assert _delivered(cutoff, event, on, town) == end


@given(DAYS, CITIES, st.integers(1, 31), st.integers(0, 14), st.sampled_from(Roll))
def test_a_day_of_a_month(on: date, town: str, day: int, months: int, roll: Roll) -> None:
    cutoff = MonthDay(day, months=months, roll=roll)
    first = on.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    # The day of that month, or its last one: walked to, not computed.
    end = first
    while end.day < day and (end + timedelta(days=1)).month == first.month:
        end += timedelta(days=1)
    if roll in STEP:
        end = by_hand.rolled(end, town, STEP[roll])
    assert _delivered(cutoff, Event.SURGERY, on, town) == end


@given(DAYS, CITIES, st.integers(0, 20), st.booleans())
def test_so_many_days_before(on: date, town: str, days: int, working: bool) -> None:  # noqa: FBT001 - as above
    cutoff = BeforeEvent(Event.ACCOUNT_CLOSING, days, working=working)
    end = on
    gone = 0
    while gone < days:
        end -= timedelta(days=1)
        gone += not working or not by_hand.rests(end, town)
    assert _delivered(cutoff, Event.ACCOUNT_CLOSING, on, town) == end


@given(DAYS, CITIES, st.lists(st.integers(-60, 60), max_size=6))
def test_a_calendar_of_deliveries(on: date, town: str, offsets: list[int]) -> None:
    days = tuple(on + timedelta(days=offset) for offset in offsets)
    coming = sorted(offset for offset in offsets if offset >= 0)
    end = on + timedelta(days=coming[0]) if coming else None
    assert _delivered(DeliveryCalendar(days), Event.SURGERY, on, town) == end


@given(DAYS, CITIES, st.integers(1, 60), st.booleans())
def test_senhas_appeals_and_refunds(on: date, town: str, days: int, working: bool) -> None:  # noqa: FBT001 - as above
    denied = Denied(on=on, receiver="", appeal_days=days, working=working, filed_on=on)
    facts = CaseFacts(
        surgery=Surgery(),
        events={},
        senhas=(Senha(number="", granted_on=on),),
        denied=(denied,),
        refunds=(Refund(papers_on=on, payer=""),),
    )
    end = by_hand.counted(on, days, town) if working else on + timedelta(days=days)
    assert due_of(facts, town, Kind.APPEAL) == due_of(facts, town, Kind.APPEAL_REPLY) == end
    assert due_of(facts, town, Kind.SENHA_EXPIRY) == on + timedelta(days=30)
    assert due_of(facts, town, Kind.REFUND) == on + timedelta(days=30)


def _delivered(
    cutoff: AfterEvent | MonthDay | BeforeEvent | DeliveryCalendar,
    event: Event,
    on: date,
    town: str,
) -> date | None:
    one = Delivery(kind=Kind.PRESENTATION, receiver="", cutoff=cutoff, source="")
    facts = CaseFacts(surgery=Surgery(), events={event: on}, deliveries=(one,))
    return due_of(facts, town, Kind.PRESENTATION)
