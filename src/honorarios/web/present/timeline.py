"""A validity line: dated segments laid along a thousand units of width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH: Final = 1000
_OPEN_END: Final = timedelta(days=180)
"""How far an end that isn't set is drawn beyond today."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A segment as drawn; ``state`` is is-past, is-current or is-future."""

    x: int
    width: int
    state: str
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bars, and where today is if it is within them."""

    bars: tuple[Bar, ...]
    today: int | None


def state(start: date | None, end: date | None, today: date) -> str:
    """Whether a period is over, runs or is to come, as the style names it.

    >>> state(date(2026, 1, 1), None, date(2026, 11, 22))
    'is-current'
    """
    if start is not None and start > today:
        return "is-future"
    return "is-past" if end is not None and end < today else "is-current"


def state_of(segment: object) -> str:
    """The state of a segment today."""
    return state(_of(segment, "start"), _of(segment, "end"), timezone.localdate())


def draw(segments: Iterable[Any], within: Iterable[Any] = ()) -> Drawing:
    """Lay segments (objects or mappings with start, end and label) along the width.

    ``within`` are segments whose extent the width stands for, so that several lines compare.
    """
    today = timezone.localdate()
    periods = [
        (_of(one, "start"), _of(one, "end"), str(_of(one, "label") or "")) for one in segments
    ]
    if not periods:
        return Drawing((), None)
    extent = [(_of(one, "start"), _of(one, "end")) for one in within]
    extent += [(start, end) for start, end, _ in periods]
    first = min(start or today for start, _ in extent)
    last = max(end or max(today, start or today) + _OPEN_END for start, end in extent)
    days = max((last - first).days, 1)

    def place(day: date) -> int:
        return round((day - first).days * WIDTH / days)

    bars = tuple(
        Bar(
            x=place(start or first),
            width=max(place(end or last) - place(start or first) - 2, 4),
            state=state(start, end, today),
            label=label,
        )
        for start, end, label in periods
    )
    return Drawing(bars, place(today) if first <= today <= last else None)


def _of(segment: Any, name: str) -> Any:  # noqa: ANN401 - whatever a screen shows
    if isinstance(segment, dict):
        return segment.get(name)
    return getattr(segment, name, None)
