"""What was typed in a form, nested as its names say, and the steps that change its lists of rows.

A list is changed by submit buttons (``_step`` = ``add:terms.0.plans``), so that a form with rows works
by keyboard alone and without a script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

STEP: Final = "_step"
DEEPEST: Final = 12
MOST_ROWS: Final = 500
LONGEST_NUMBER: Final = 9
"""Digits of a row's number."""
STEPS: Final = frozenset({"add", "remove", "up", "down"})

Data: TypeAlias = "dict[str, Any]"


def nested(form: QueryDict) -> Data:
    """The fields by their names' parts; a number is a row, and rows come in the order of their numbers.

    ``a=1&b.0.c=2&b.2.c=3`` is ``{"a": "1", "b": [{"c": "2"}, {"c": "3"}]}``.
    """
    tree: Data = {}
    for name in form:
        parts = name.split(".")
        if name.startswith("_") or len(parts) > DEEPEST or name == "csrfmiddlewaretoken":
            continue
        values = form.getlist(name)
        _put(tree, parts, values[-1] if len(values) == 1 else values)
    return {name: _rows(value) for name, value in tree.items()}


def _put(tree: Data, parts: list[str], value: object) -> None:
    for part in parts[:-1]:
        inner = tree.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        tree = inner
    tree[parts[-1]] = value


def _rows(value: Any) -> Any:  # noqa: ANN401 - of any depth
    if not isinstance(value, dict):
        return value
    inner = {name: _rows(held) for name, held in value.items()}
    if inner and all(_place(name) is not None for name in inner):
        return [inner[name] for name in sorted(inner, key=int)][:MOST_ROWS]
    return inner


def _place(name: str) -> int | None:
    """The number of a row in a name; None where it is none."""
    fits = name.isascii() and name.isdigit() and len(name) <= LONGEST_NUMBER
    return int(name) if fits else None


def asked_step(form: QueryDict) -> tuple[str, str] | None:
    """The step that a button asks for and the path it is about; None where the form is sent."""
    step, _, path = form.get(STEP, "").partition(":")
    return (step, path) if step in STEPS and path else None


def stepped(data: Data, step: str, path: str) -> Data:
    """The data with a row added to a list, or one taken away or moved; unchanged where there is none.

    >>> stepped({"a": [{"b": "1"}, {"b": "2"}]}, "up", "a.1")
    {'a': [{'b': '2'}, {'b': '1'}]}
    >>> stepped({}, "add", "a")
    {'a': [{}]}
    """
    parts = path.split(".")
    if step == "add":
        rows = _list(data, parts, make=True)
        if rows is not None and len(rows) < MOST_ROWS:
            rows.append({})
        return data
    rows = _list(data, parts[:-1])
    place = _place(parts[-1])
    if rows is None or place is None or place >= len(rows):
        return data
    row = rows.pop(place)
    if step != "remove":
        rows.insert(max(0, place + (-1 if step == "up" else 1)), row)
    return data


def last_row(data: Data, path: str) -> str:
    """The path of the last row of the list at a path; empty where there is none."""
    rows = _list(data, path.split("."))
    return f"{path}.{len(rows) - 1}" if rows else ""


def _list(data: Data, parts: Iterable[str], *, make: bool = False) -> list[Any] | None:
    """The list at a path; a missing one is made where asked."""
    here: Any = data
    names = list(parts)
    for position, part in enumerate(names):
        last = position == len(names) - 1
        place = _place(part)
        if isinstance(here, list) and place is not None and place < len(here):
            here = here[place]
        elif isinstance(here, dict):
            if make and not here.get(part):
                here[part] = [] if last else {}
            here = here.get(part)
        else:
            return None
    return here if isinstance(here, list) else None
