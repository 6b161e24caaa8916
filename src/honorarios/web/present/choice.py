"""The choice of a route as its page shows it: each member's routes in rows, with their accounts and reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.routing.words import percent
from honorarios.services.operations import Operation
from honorarios.services.routing.opinions import opinion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.services.routing.shown import ChoiceView, ClaimView, MemberChoiceView, WayView
    from honorarios.web.call import Call

KINDS: Final = {"eligible": "ok", "conditional": "warn", "ineligible": "muted"}
"""Of badges, by standing."""
CLAIM_KINDS: Final = {"open": "info", "billed": "ok", "paid": "ok"}
COVERED: Final = "A"


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the memória of a gross value is."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """A route of a member, ready for its row."""

    way: WayView
    kind: str
    """Of the badge of its standing."""
    is_advised: bool
    is_chosen: bool
    may_choose: bool
    account: tuple[tuple[str, int], ...]
    """Lines from the gross value to the expected one; they add up to it."""
    traces: tuple[Trace, ...]
    glosa: str
    fee: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of the team, with the rows of the routes."""

    member: MemberChoiceView
    ways: tuple[WayRow, ...]
    others: tuple[WayRow, ...]
    """Closed ones, told apart."""
    changes: tuple[str, ...]
    """What would change the advice."""
    asking: str
    claims: tuple[tuple[str, ClaimView, str], ...]
    """Code of the act, its claim, and the kind of the claim's badge."""
    split: bool
    """Whether the acts go by different routes."""
    decidable: bool
    """Whether any of the acts waits for its decision, or may still be decided another way."""


@dataclass(frozen=True, slots=True)
class Supposable:
    """A route whose inputs may be supposed otherwise: what was found, and what is supposed."""

    key: str
    name: str
    fields: tuple[tuple[str, str, str, str, str], ...]
    """Name, label, placeholder with what was found, what is supposed, and the unit."""


def members(call: Call, choice: ChoiceView) -> list[MemberRow]:
    """The members of the team, each with their routes."""
    return [_member(call, choice, one) for one in choice.members]


def panel(call: Call, case_id: int) -> dict[str, Any] | None:
    """What a surgery's page shows of the choice; None where it can't be shown or made yet."""
    if not call.may(Operation.ROUTES_READ):
        return None
    told = opinion(actor=call.actor, case_id=case_id)
    if told.value is None or not told.ok:
        return None
    return {"view": told.value, "members": members(call, told.value)}


def supposable(choice: ChoiceView, given: Mapping[str, str]) -> list[Supposable]:
    """The covered routes of the team, once each, with their inputs."""
    found: dict[str, WayView] = {}
    for member in choice.members:
        for way in member.ways:
            if way.group == COVERED and way.standing != "ineligible":
                found.setdefault(way.key, way)
    return [
        Supposable(key, way.name, tuple(_fields(key, way, given))) for key, way in found.items()
    ]


def suppose_lines(given: Mapping[str, str]) -> list[str]:
    """The lines that a service takes, of what was typed; an empty field supposes nothing."""
    return [f"{name}={value}" for name, value in given.items() if "." in name and value.strip()]


def _fields(
    key: str, way: WayView, given: Mapping[str, str]
) -> Iterator[tuple[str, str, str, str, str]]:
    told = (
        ("fee", _("Taxa adm."), percent(Decimal(way.fee)).removesuffix(" %"), "%"),
        ("glosa", _("Glosa"), percent(Decimal(way.glosa)).removesuffix(" %"), "%"),
        ("days", _("Dias"), str(way.median_days), _("dias")),
    )
    for name, label, found, unit in told:
        field = f"{key}.{name}"
        yield field, label, found, given.get(field, ""), unit


def _member(call: Call, choice: ChoiceView, member: MemberChoiceView) -> MemberRow:
    rows = [_way(call, choice, member, way) for way in member.ways]
    first = member.seats[0].opinion
    claims = tuple(
        (seat.code, seat.claim, CLAIM_KINDS.get(seat.claim.state, "muted"))
        for seat in member.seats
        if seat.claim is not None
    )
    return MemberRow(
        member=member,
        ways=tuple(row for row in rows if row.way.standing != "ineligible"),
        others=tuple(row for row in rows if row.way.standing == "ineligible"),
        changes=tuple(one["sentence"] for one in first["changes_if"]),
        asking=(first["asking"] or {}).get("text", ""),
        claims=claims,
        decidable=_decidable(member),
        split=not member.recommended and any(seat.recommended for seat in member.seats),
    )


def _way(call: Call, choice: ChoiceView, member: MemberChoiceView, way: WayView) -> WayRow:
    claimed = {seat.claim.key for seat in member.seats if seat.claim is not None}
    advised = way.key == member.recommended
    return WayRow(
        way=way,
        kind=KINDS[way.standing],
        is_advised=advised,
        is_chosen=way.key in claimed if claimed else advised,
        may_choose=way.standing != "ineligible"
        and way.key != "class_difference"
        and _decidable(member)
        and call.may(Operation.ROUTES_DECIDE),
        account=tuple(_account(member, way.key)),
        traces=tuple(_traces(choice, member, way.key)),
        glosa=percent(Decimal(way.glosa)),
        fee=percent(Decimal(way.fee)),
    )


def _decidable(member: MemberChoiceView) -> bool:
    return any(seat.claim is None or seat.claim.state == "open" for seat in member.seats)


def _account(member: MemberChoiceView, key: str) -> Iterator[tuple[str, int]]:
    """The lines of a route's account, summed over the acts it is open for."""
    lines: defaultdict[str, int] = defaultdict(int)
    for option in _options(member, key):
        for line in option["account"]:
            lines[line["label"]] += line["centavos"]
    yield from lines.items()


def _options(member: MemberChoiceView, key: str) -> list[dict[str, Any]]:
    """A route's options of each act; the closed ones only where it is open for none."""
    found = [
        option
        for seat in member.seats
        for group in ("covered", "patient", "closed")
        for option in seat.opinion[group]
        if option["key"] == key
    ]
    opened = [option for option in found if option["standing"] != "ineligible"]
    return opened or found


def _traces(choice: ChoiceView, member: MemberChoiceView, key: str) -> Iterator[Trace]:
    for seat in member.seats:
        price = seat.prices.get(key)
        if price is not None:
            href = reverse(
                "choice.trace",
                args=[choice.case_id, seat.act_id, member.participation_id, key],
            )
            yield Trace(seat.code, href)


def chosen_ways(form: Mapping[str, str], members: Sequence[int]) -> dict[int, str]:
    """What was chosen for each member, of a form's fields ``via-<participação>``."""
    found = {member: form.get(f"via-{member}", "") for member in members}
    return {member: key for member, key in found.items() if key}
