"""Laws of every surgery: the order of the list, a team of one, twice as many, and reversals."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from honorarios.pricing.line import LinePricer
from honorarios.pricing.surgery import quote
from tests.surgery.making import agreement, brl, porte, surgery

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery import Quote

PORTES = {"3A": "300.01", "3C": "310", "4C": "400.07", "7A": "900.03", "7C": 700, "8A": "1000.05"}
ROWS = [
    porte("1000", "7A", anaesthetic_porte="3", assistants=1),
    porte("2000", "8A", anaesthetic_porte="5", includes="5000"),
    porte("3000", "7A", anaesthetic_porte="0"),
    porte("4000", "3A", fee=Decimal("0.5"), own_bilateral=True),
    brl("5000", "77.77"),
    porte("31602347", "4C", anaesthetic_porte="3"),
]
ROLES = ["surgeon", "first_assistant", "anaesthetist", "anaesthetist_assistant", "scrub_assistant"]


@cache
def compiled(by: str, scope: str) -> Compiled:
    roles = {"first_assistant": 60, "anaesthetist_assistant": 60, "scrub_assistant": "13.393"}
    routes = {"same": [100, 50, 40], "different": [100, 70]}
    rules = {"roles": roles, "ranking": {"by": by, "scope": scope}, "access_routes": routes}
    return agreement(ROWS, portes=PORTES, rules=rules)


agreements = st.builds(
    compiled, st.sampled_from(["PORTE", "VALUE"]), st.sampled_from(["ACT", "ROLE"])
)
codes = st.sampled_from(["1000", "2000", "3000", "4000", "5000", "9999"])
acts = st.fixed_dictionaries(
    {"code": codes, "access_route": st.sampled_from(["same", "different"])},
    optional={
        "laterality": st.sampled_from(["both", "left"]),
        "quantity": st.integers(1, 9),
        "anaesthesia_route": st.sampled_from(["same", "different"]),
        "billed": st.booleans(),
    },
)
surgeries = st.lists(acts, min_size=1, max_size=5)
teams = st.lists(st.sampled_from(ROLES), min_size=1, max_size=5, unique=True)


def priced(ready: Compiled, acts: list[dict[str, Any]], team: list[str]) -> Quote:
    return quote(surgery(acts, [{"role": role} for role in team]), ready)


def facts(one: Quote) -> list[tuple[str, ...]]:
    """What each line is and is worth, whatever its number; left-out lines too."""
    skipped = {"line_id"}

    def cells(line: Mapping[str, object]) -> str:
        return str(sorted((name, str(cell)) for name, cell in line.items() if name not in skipped))

    billed = [(cells(line.suggested.line), str(line.centavos)) for line in one.lines]
    return sorted([*billed, *((cells(line.line), "-") for line in one.suggestion.omitted)])


@settings(max_examples=60)
@given(agreements, surgeries, teams, st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(
    ready: Compiled,
    acts: list[dict[str, Any]],
    team: list[str],
    chance: Any,  # noqa: ANN401
) -> None:
    shuffled, members = acts.copy(), team.copy()
    chance.shuffle(shuffled)
    chance.shuffle(members)
    # A route stated for a principal act speaks for the others, so that each act here has its own.
    assert facts(priced(ready, acts, team)) == facts(priced(ready, shuffled, members))


@settings(max_examples=60)
@given(agreements, surgeries, st.sampled_from(ROLES))
def test_a_team_of_one_is_worth_what_the_member_is_worth_in_a_team(
    ready: Compiled, acts: list[dict[str, Any]], role: str
) -> None:
    alone = priced(ready, acts, [role])
    together = priced(ready, acts, ["surgeon", *(one for one in [role] if one != "surgeon")])
    number = 1 if role == "surgeon" else 2
    mine = [line.centavos for line in together.lines if line.suggested.member == number]
    assert [line.centavos for line in alone.lines] == mine


@settings(max_examples=60)
@given(agreements, surgeries, teams, st.integers(2, 99))
def test_more_units_are_worth_as_many_times_more(
    ready: Compiled, acts: list[dict[str, Any]], team: list[str], times: int
) -> None:
    one = priced(ready, [act | {"quantity": 1} for act in acts], team)
    many = priced(ready, [act | {"quantity": times} for act in acts], team)
    expected = [None if line.centavos is None else times * line.centavos for line in one.lines]
    # The code of anaesthesia without porte is one anaesthesia, however many the acts.
    pairs = zip(many.lines, expected, strict=True)
    for line, amount in pairs:
        if line.suggested.line["code"] != "31602347":
            assert line.centavos == amount


@settings(max_examples=60)
@given(agreements, surgeries, teams)
def test_a_reversal_cancels_every_line(
    ready: Compiled, acts: list[dict[str, Any]], team: list[str]
) -> None:
    one = priced(ready, acts, team)
    lines = [dict(line.suggested.line) for line in one.lines]
    reversed_ = [line | {"quantity": -int(str(line["quantity"]))} for line in lines]
    results: list[Any] = LinePricer(ready).price([*reversed_])
    for line, result in zip(one.lines, results, strict=True):
        assert result["status"] == line.result["status"]
        assert (result["total_centavos"] or 0) + (line.centavos or 0) == 0
