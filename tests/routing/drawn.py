"""Surgeries drawn at random, with whatever may be known or not of each route, and what must hold of any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from honorarios.routing.document import as_dict
from honorarios.routing.explain import account_of
from honorarios.routing.facts import Fact, FactStatus
from honorarios.routing.history import Counted, Level, glosa
from honorarios.routing.limits import limits, worth_of_asking
from honorarios.routing.option import Case, Character, Option, UpgradeReason
from honorarios.routing.prospect import Prospect, compare
from honorarios.routing.ranking import TIE_CENTAVOS, TIE_SHARE, rank
from honorarios.routing.routes import Group, Route
from honorarios.routing.taxes import Month, Payer, Receiver, tax_year
from honorarios.routing.team import together
from honorarios.routing.value import Expectation, Terms, share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from honorarios.routing.ranking import Ranking, Weighed

T = TypeVar("T")

TODAY = date(2026, 11, 23)
YEAR = tax_year(TODAY)
assert YEAR is not None
PAID_BY = {
    Route.ACCREDITED: Payer.OPERATOR,
    Route.REPASSE: Payer.HOSPITAL,
    Route.COOPERATIVE: Payer.COOPERATIVE,
    Route.PRIVATE: Payer.PATIENT,
    Route.CLASS_DIFFERENCE: Payer.PATIENT,
}
FACTS = (
    "accepts_legal",
    "accepts_natural",
    "accredited",
    "consultation_only",
    "covered",
    "forbids_complement",
    "exclusive",
    "agreement",
    "fees_requested",
    "repasse_requested",
    "accepts_direct",
    "member",
    "contract",
    "hospital_accepts",
    "repasse_open",
    "accepted_beside_repasse",
)


class Surgery:
    """A case, and the prospects of each claim of its team."""

    def __init__(self, random: Random) -> None:
        self.case = _case(random)
        self.seats = [_prospects(random) for _ in range(random.randint(1, 6))]

    def rankings(self) -> list[Ranking]:
        """Of each claim."""
        assert YEAR is not None
        return [compare(self.case, seat, YEAR) for seat in self.seats]


def faults(surgery: Surgery, random: Random) -> Iterator[str]:
    """What doesn't hold of a surgery and should; an exception is one too, to whoever runs this."""
    assert YEAR is not None
    rankings = surgery.rankings()
    for seat, ranking in zip(surgery.seats, rankings, strict=True):
        yield from _of_claim(ranking, random)
        told = as_dict(ranking, limits(surgery.case, seat, YEAR), worth_of_asking(ranking, TODAY))
        yield from _of_document(told, len(seat))
        if _order(compare(surgery.case, random.sample(seat, len(seat)), YEAR)) != _order(ranking):
            yield "the order of the options decides something"
    yield from _of_team(rankings, random)


def _of_claim(ranking: Ranking, random: Random) -> Iterator[str]:
    everyone = (*ranking.covered, *ranking.patient, *ranking.closed)
    for one in everyone:
        if sum(line.centavos for line in account_of(one.value)) != one.value.expected:
            yield "the account doesn't add up"
    if any(one.group is not Group.COVERED for one in ranking.covered):
        yield "what the patient pays is among the covered"
    if not ranking.covered:
        return
    chosen = random.choice(ranking.covered)
    richer = _worth(chosen, chosen.value.expected + random.randint(1, 500_000))
    others = [one for one in everyone if one is not chosen]
    if rank([*others, richer]).covered.index(richer) > ranking.covered.index(chosen):
        yield "more value lowered a rank"
    worse = _worse(ranking)
    after = [one for one in rank([*everyone, worse]).covered if one is not worse]
    if after != list(ranking.covered):
        yield "an option that is worse on every count changed the others"


def _of_document(told: dict[str, object], options: int) -> Iterator[str]:
    groups = [told["covered"], told["patient"], told["closed"]]
    if sum(len(group) for group in groups if isinstance(group, list)) != options:
        yield "an option is not told, or told twice"


def _of_team(rankings: Sequence[Ranking], random: Random) -> Iterator[str]:
    ways = sorted({one.option.way for ranking in rankings for one in ranking.covered})
    whole = frozenset(random.sample(ways, random.randint(0, min(1, len(ways)))))
    team = together(rankings, whole)
    shuffled = list(range(len(rankings)))
    random.shuffle(shuffled)
    again = together([rankings[place] for place in shuffled], whole)
    if team.best.total != again.best.total or team.best.whole != again.best.whole:
        yield "the order of the team decides something"
    if [team.best.choices[place] for place in shuffled] != list(again.best.choices):
        yield "the order of the team changes somebody's route"
    if team.best.total != sum(one.value.expected for one in team.best.choices if one):
        yield "the team's total is not the sum of its members'"
    for choice in team.best.choices:
        alone = choice is not None and choice.option.way in whole
        if alone and team.best.whole is None:
            yield "a route that takes everybody was given to some"


def _worse(ranking: Ranking) -> Weighed:
    leader = ranking.covered[0]
    margin = max(share(abs(leader.value.expected), TIE_SHARE), TIE_CENTAVOS) + 1
    least = min(one.value.expected for one in ranking.covered)
    return replace(
        _worth(leader, least - margin),
        option=replace(leader.option, through="pior"),
        slow_days=100_000,
    )


def _worth(one: Weighed, expected: int) -> Weighed:
    return replace(one, value=replace(one.value, expected=expected))


def _order(ranking: Ranking) -> list[str]:
    return [one.option.key for one in ranking.covered]


def _case(random: Random) -> Case:
    surgery = TODAY + timedelta(days=random.randint(-60, 60))
    return Case(
        today=TODAY,
        surgery_on=surgery,
        character=random.choice(list(Character)),
        admitted_on=_maybe(random, surgery - timedelta(days=random.randint(0, 3))),
        upgrade=random.choice(list(UpgradeReason)),
        senha_valid_until=_maybe(random, surgery + timedelta(days=random.randint(-10, 40))),
        is_public=random.random() < 0.1,
        consent_signed_on=_maybe(random, surgery - timedelta(days=random.randint(-5, 20))),
        budget_signed_on=_maybe(random, surgery - timedelta(days=random.randint(-5, 20))),
        knew_of_network=random.choice([True, False, None]),
    )


def _prospects(random: Random) -> list[Prospect]:
    """Every route once, and the cooperatives as many times as there are."""
    ways: list[tuple[Route, str]] = [
        (route, "") for route in Route if route is not Route.COOPERATIVE
    ]
    ways += [(Route.COOPERATIVE, f"coop-{number}") for number in range(random.randint(0, 3))]
    legal = random.random() < 0.5
    claimed = random.choice([*ways, *[(None, "")] * 12])
    wanted = random.sample(ways, random.randint(1, len(ways)))
    return [_prospect(random, way, claimed, legal=legal) for way in wanted]


def _prospect(
    random: Random, way: tuple[Route, str], claimed: tuple[Route | None, str], *, legal: bool
) -> Prospect:
    route, through = way
    facts: Any = {name: _fact(random, name) for name in FACTS}
    option = Option(
        route=route,
        through=through,
        authorised=random.choice([True, True, False, None]),
        deliver_until=_maybe(random, TODAY + timedelta(days=random.randint(-30, 90))),
        has_deadline=random.random() < 0.9,
        claimed_by=claimed[0],
        claimed_through=claimed[1],
        is_legal_person=legal,
        characters=frozenset(random.sample(list(Character), random.randint(1, 2))),
        allowed_by_side=random.random() < 0.9,
        in_package=random.random() < 0.1,
        serves_role=random.choice([True, True, False, None]),
        covered_route_exists=random.choice([True, False, None]),
        **facts,
    )
    days = random.randint(0, 200)
    levels = [_level(random, name) for name in ("via", "convênio", "código")]
    seen = glosa(levels)
    return Prospect(
        option=option,
        gross=random.choice([0, random.randint(1, 10_000_000)]),
        expectation=Expectation(seen.share, _share(random), days, days + random.randint(0, 200)),
        terms=Terms(
            fee=_share(random) / 4,
            fixed=random.choice([0, 5_000]),
            service=_share(random) / 10,
            loss=_share(random) / 5,
            rate=_share(random) / 20,
        ),
        paid_by=PAID_BY[route],
        receiver=_receiver(random, legal=legal),
        slow_days=days + random.randint(0, 90),
        seen=seen,
        papers=("guia de honorários", "descrição cirúrgica")[: random.randint(0, 2)],
    )


def _receiver(random: Random, *, legal: bool) -> Receiver:
    assert YEAR is not None
    if legal:
        return Receiver(random.choice(YEAR.regimes).code)
    used = Month(contributed=random.randint(0, 900_000), income=random.randint(0, 5_000_000))
    return Receiver(None, used)


def _level(random: Random, name: str) -> Level:
    presented = random.randint(0, 10**8)
    denied = int(presented * _share(random))
    return Level(name, Counted(presented, denied, random.randint(0, 500) if presented else 0))


def _fact(random: Random, name: str) -> Fact:
    return Fact(
        name=name,
        status=random.choice(list(FactStatus)),
        confirmed_on=_maybe(random, TODAY - timedelta(days=random.randint(0, 400))),
        expires_on=_maybe(random, TODAY + timedelta(days=random.randint(-100, 400))),
    )


def _share(random: Random) -> Decimal:
    return Decimal(random.randint(0, 10_000)) / 10_000


def _maybe(random: Random, value: T) -> T | None:
    return value if random.random() < 0.7 else None
