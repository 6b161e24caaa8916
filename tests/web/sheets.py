"""Surgeries as somebody would type them, made from a number, and what the fee sheet shows of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    ProcedureKind,
    Role,
    Technique,
)
from honorarios.records.models import Provider

if TYPE_CHECKING:
    from random import Random

    from honorarios.core.vocabulary import Term
    from honorarios.records.models import AccountPart

CODES: Final = (
    *("31003079", "31003583", "31005497", "31009115", "31009166", "31009085"),
    *("31303102", "31309054", "31309127", "31201130", "30725127", "30729181"),
    *("10102019", "40101010", "40304361", "40805026", "40901122"),
)
"""Acts that the demonstration's agreements know; not every payer prices each of them."""
ROLES: Final = (
    Role.SURGEON,
    Role.FIRST_ASSISTANT,
    Role.SECOND_ASSISTANT,
    Role.THIRD_ASSISTANT,
    Role.SCRUB_ASSISTANT,
    Role.ANAESTHETIST,
)


def typed(part: AccountPart, random: Random) -> dict[str, str]:
    """The fields of a sheet with a surgery of one to three acts and one to four people.

    What is typed is what a clerk may type: hours in several forms, fields left out, and now and then
    something that the rules refuse.
    """
    fields = {"mode": "cirurgia", "when": _when(part, random)}
    for number, code in enumerate(random.sample(CODES, random.randint(1, 3)), start=1):
        fields[f"act.{number}.code"] = code
        fields[f"act.{number}.quantity"] = str(random.choice((1, 1, 1, 2, 3)))
        _sometimes(fields, f"act.{number}.access_route", AccessRoute, random)
        _sometimes(fields, f"act.{number}.procedure_kind", ProcedureKind, random, chance=0.2)
        _sometimes(fields, f"act.{number}.technique", Technique, random, chance=0.2)
        _sometimes(fields, f"act.{number}.laterality", Laterality, random, chance=0.1)
        if random.random() < 0.05:
            fields[f"act.{number}.not_authorised"] = "1"
    physicians = [
        code
        for code in Provider.objects.filter(office_id=part.office_id)
        .order_by("code")
        .values_list("code", flat=True)
        if code.startswith("m")
    ]
    people = random.sample(physicians, random.randint(1, 4))
    for number, (role, provider) in enumerate(zip(ROLES, people, strict=False), start=1):
        if random.random() < 0.6:
            fields[f"member.{number}.role"] = role.code_name
        fields[f"member.{number}.provider"] = provider
        if random.random() < 0.2:
            fields[f"member.{number}.outside_requested"] = "1"
    if random.random() < 0.2:
        fields["line.1-1.quantity"] = "2"
    return fields


def _when(part: AccountPart, random: Random) -> str:
    start = datetime.combine(part.period_start, datetime.min.time()) + timedelta(
        minutes=random.randrange(30, 60 * 40, 5)
    )
    end = start + timedelta(minutes=random.randrange(30, 300, 5))
    first = random.choice((f"{start:%H%M}", f"{start:%H:%M}"))
    day = random.choice((f"{start:%d/%m/%Y}", f"{start:%d/%m}"))
    return f"{day} {first} {end:%H%M}"


def _sometimes(
    fields: dict[str, str], name: str, terms: type[Term], random: Random, *, chance: float = 0.5
) -> None:
    if random.random() < chance:
        fields[name] = random.choice(list(terms)).code_name


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as the sheet shows it before it is saved."""

    role: str
    quantity: str
    unit: str
    charged: str


class Preview(HTMLParser):
    """What the sheet shows: lines with their values, the sum, what stands in the way."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[ShownLine] = []
        self.total = ""
        self.seen = ""
        self.questions: set[str] = set()
        self.stops: list[str] = []
        self.identical = False
        self._cells: list[str] | None = None
        self._in: str = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        classes = named.get("class", "").split()
        if tag == "tr":
            priced = "lines__line" in classes and not {"is-left-out", "is-unpriced"} & {*classes}
            self._cells = [] if priced else None
            if "is-unpriced" in classes:
                self.stops.append(named.get("data-line", ""))
        elif tag == "td" and self._cells is not None:
            self._cells.append("")
        elif tag == "input":
            self._read_input(named)
        elif "data-total" in named:
            self._in = "total"
        elif tag == "s" or "data-jump" in named:
            self._in = "struck" if tag == "s" else self._in
            if "data-jump" in named:
                self.stops.append(named["data-jump"])
        elif "finding--error" in classes:
            self.stops.append("general")

    def _read_input(self, named: dict[str, str]) -> None:
        if named.get("name") == "seen":
            self.seen = named.get("value", "")
        if named.get("name") == "identical":
            self.identical = True
        if "data-decision" in named:
            self.questions.add(named["name"])

    def handle_endtag(self, tag: str) -> None:
        if tag in {"dd", "s"}:
            self._in = ""
        if tag == "tr" and self._cells:
            role, _who, _table, _factors, quantity, unit, charged, *_ = (
                " ".join(cell.split()) for cell in self._cells
            )
            self.lines.append(ShownLine(role, quantity, unit, charged))
            self._cells = None

    def handle_data(self, data: str) -> None:
        if self._in == "total":
            self.total += data
        elif self._in != "struck" and self._cells:
            self._cells[-1] += data
