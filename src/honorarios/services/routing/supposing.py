"""What somebody supposes otherwise, as a line of text: ``repasse.fee=5,44`` or ``cooperative:coop-a.days=45``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from honorarios.routing.routes import Way
from honorarios.services.outcomes import at, refuse
from honorarios.services.routing import codes
from honorarios.services.routing.changes import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PERCENT: Final = Decimal(100)
MOST_DAYS: Final = 720
MOST_REAIS: Final = 10_000_000
MOST_PLACES: Final = 12
"""Decimal places of a supposed number: beyond them it says nothing."""
ALL: Final = "*"
"""Stands for every route: only the discount rate is said of it, ``*.rate=1,2``."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """What somebody supposes otherwise than it was found: by the key of a way, and for all."""

    ways: Mapping[str, Change] = field(default_factory=dict)
    rate: Decimal | None = None
    """Discount of 30 days."""

    @property
    def anything(self) -> bool:
        """Whether any input is another."""
        return self.rate is not None or any(change != Change() for change in self.ways.values())


def supposed_of(lines: Iterable[str]) -> Supposed:
    """What the lines suppose; within a unit of work, it stops with ROU-INPUT where one is none of these."""
    ways: defaultdict[str, Change] = defaultdict(Change)
    rate = None
    for line in lines:
        target, sign, text = line.partition("=")
        way, dot, name = target.strip().rpartition(".")
        value = _number(text) if sign and dot else None
        share = None if value is None else value / PERCENT
        match name:
            case "rate" if way == ALL and share is not None:
                rate = share
            case "fee" if way and share is not None:
                ways[way] = replace(ways[way], fee=share)
            case "glosa" if way and share is not None:
                ways[way] = replace(ways[way], glosa=share)
            case "recovery" if way and share is not None:
                ways[way] = replace(ways[way], recovery=share)
            case "gross" if way and value is not None and 0 <= value <= MOST_REAIS:
                ways[way] = replace(ways[way], gross=int((value * 100).to_integral_value()))
            case "days" if way and value is not None and value == int(value):
                ways[way] = replace(ways[way], days=int(value))
            case _:
                refuse(at(codes.CHANGE_RANGE, "suppose", value=line, title="isso", most=MOST_DAYS))
    return Supposed(dict(ways), rate)


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not value.is_finite() or not -MOST_REAIS <= value <= MOST_REAIS:
        return None
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -MOST_PLACES else None


def check(given: Supposed) -> None:
    """Stop where a supposed input is none."""
    shares = {"juros de 30 dias": given.rate}
    for key, change in given.ways.items():
        if Way.read(key) is None:
            refuse(at(codes.UNKNOWN_WAY, way=key, member="ninguém"))
        shares |= {
            f"taxa ({key})": change.fee,
            f"glosa ({key})": change.glosa,
            f"recuperação ({key})": change.recovery,
        }
        if change.days is not None and not 0 <= change.days <= MOST_DAYS:
            refuse(at(codes.CHANGE_RANGE, value=change.days, title="dias", most=MOST_DAYS))
    for title, given_share in shares.items():
        if given_share is not None and not 0 <= given_share <= 1:
            value = f"{given_share * 100:f} %"
            refuse(at(codes.CHANGE_RANGE, value=value, title=title, most=MOST_DAYS))
