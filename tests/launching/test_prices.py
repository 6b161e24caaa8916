"""One line at a time or a table: the same prices, and the trace that is kept retells the line."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from honorarios.core.vocabulary import AccessRoute, ProcedureKind, Role
from honorarios.launching.launch import launch
from honorarios.launching.model import Entry, Request
from honorarios.launching.prepare import prepare
from honorarios.launching.prices import FEW
from honorarios.pricing.trace import explain
from tests.launching.making import (
    APARTMENT,
    EXAM,
    FEMALE_SURGERY,
    FREE_ACT,
    SURGERY,
    attendance,
    context,
    entry,
    found,
    launched,
    part,
    pricer,
    the_line,
)

CONTEXTS = (
    context(),
    context(stays=(APARTMENT,), attendance=attendance(is_emergency=True)),
    context(part=part(contract="taxas"), stays=()),
    context(part=part(contract="iamspe")),
    context(part=part(contract=None, payer="convenio-ipsemg", plan=None)),
)
entries = st.builds(
    Entry,
    code=st.sampled_from([SURGERY, FEMALE_SURGERY, EXAM, FREE_ACT, "99999999"]),
    start=st.datetimes(datetime(2025, 11, 1), datetime(2025, 11, 30)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    provider=st.sampled_from(["medico", "indireto", "sem-credencial"]),
    role=st.sampled_from(Role),
    access_route=st.none() | st.sampled_from(AccessRoute),
    procedure_kind=st.sampled_from(ProcedureKind),
    quantity=st.integers(1, 999),
    rank=st.none() | st.integers(1, 9),
    authorised=st.booleans(),
    outside_requested=st.booleans(),
)
requests = st.builds(Request, entries, st.sampled_from(CONTEXTS))


@given(st.lists(requests, min_size=1, max_size=20))
def test_one_by_one_and_as_a_table_give_the_same_prices(drawn: list[Request]) -> None:
    lines = [line for one in drawn if (line := prepare(one).line) is not None]
    assert pricer().one_by_one(lines) == pricer().as_table(lines)


def test_a_file_of_entries_gives_what_a_form_gives_for_each() -> None:
    start = datetime(2025, 11, 1)
    drawn = [
        Request(
            entry(
                code=code,
                start=start + timedelta(hours=hour),
                role=role,
                quantity=1 + hour % 3,
                outside_requested=hour % 2 == 0,
                key=hour,
            ),
            where,
        )
        for hour, (code, role, where) in enumerate(
            (code, role, where)
            for code in (SURGERY, FEMALE_SURGERY, EXAM, FREE_ACT)
            for role in Role
            for where in CONTEXTS
        )
    ]
    assert len(drawn) > 2 * FEW
    together = launch(drawn, pricer())
    alone = [launch([one], pricer())[0] for one in drawn]
    assert together == alone
    assert {outcome.ready for outcome in together} == {True, False}


@given(requests)
def test_the_trace_that_is_kept_is_json_and_retells_the_line(drawn: Request) -> None:
    outcome = launch([drawn], pricer())[0]
    for line in outcome.preview:
        kept = json.loads(json.dumps(line.kept))
        assert kept == dict(line.kept)
        told = explain(kept, pricer().compiled)
        assert told.findings == ()
        assert told.total_centavos == line.total


@given(st.text(max_size=12), st.text(max_size=40), st.none() | st.integers())
def test_no_text_makes_launching_fall(code: str, start: str, quantity: int | None) -> None:
    from honorarios.launching.reading import read_entry

    cells = {"code": code, "start": start, "quantity": quantity, "role": code, "provider": start}
    outcome = launched(read_entry(cells))
    assert outcome.ready or found(outcome)


def test_a_line_of_the_table_way_is_priced() -> None:
    requests_ = [Request(entry(key=number), context()) for number in range(FEW + 1)]
    outcomes = launch(requests_, pricer())
    assert the_line(outcomes[0]).total == 41000
    assert [outcome.key for outcome in outcomes] == list(range(FEW + 1))
