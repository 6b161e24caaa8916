"""Account parts by what people have of them: attendance, account, sequence, payer, unit, or the id."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.core.findings import Finding, Place
from honorarios.core.vocabulary import PartStatus, PayerGroup
from honorarios.records import selectors
from honorarios.records.models import Hospital
from honorarios.services.access import LARGEST_KEY
from honorarios.services.imports import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope

SHOWN: Final = 5
"""Parts that a message lists."""

_TAKES_LINES: Final = (PartStatus.OPEN.code_name, PartStatus.CLOSED.code_name)
_SELF_PAY: Final = PayerGroup.SELF_PAY.code_name
_COLUMNS: Final = (
    "pk",
    "account_id",
    "account__attendance__number",
    "account__attendance__hospital__code",
    "account__number",
    "seq",
    "payer__code",
    "payer__group",
    "billing_unit__code",
    "period_start",
    "period_end",
    "status",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What a row says of the part that it goes to; None is an empty cell."""

    row: int
    part: int | None = None
    attendance: str | None = None
    hospital: str | None = None
    account: int | None = None
    part_seq: int | None = None
    payer: str | None = None
    billing_unit: str | None = None
    day: date | None = None
    """The day of the act, which chooses among parts of several periods."""

    @property
    def said(self) -> str:
        """The place in words, for a message."""
        told = (
            ("A parcial de id", self.part),
            ("atendimento", self.attendance),
            ("hospital", self.hospital),
            ("conta", self.account),
            ("parcial", self.part_seq),
            ("convênio", self.payer),
            ("unidade", self.billing_unit),
        )
        words = ", ".join(f"{name} {value}" for name, value in told if value is not None)
        return words[:1].upper() + words[1:]


class Found(NamedTuple):
    """A part that a row may go to."""

    pk: int
    account_id: int
    attendance: str
    hospital: str
    account: int
    seq: int
    payer: str
    payer_group: str
    billing_unit: str
    period_start: date
    period_end: date | None
    status: str

    def fits(self, spot: Spot) -> bool:
        """Whether it is what the row says, as far as it says."""
        return (
            spot.attendance in {None, self.attendance}
            and spot.hospital in {None, self.hospital}
            and spot.account in {None, self.account}
            and spot.part_seq in {None, self.seq}
            and spot.payer in {None, self.payer}
            and spot.billing_unit in {None, self.billing_unit}
        )

    def covers(self, day: date | None) -> bool:
        """Whether its period has the day."""
        return day is not None and (
            self.period_start <= day and (self.period_end is None or day <= self.period_end)
        )

    def __str__(self) -> str:
        """As a message lists it."""
        return f"conta {self.account}, parcial {self.seq} ({self.payer})"


class Parts:
    """The parts within reach that some rows may go to, found in a constant number of queries."""

    def __init__(self, scope: Scope, spots: Iterable[Spot]) -> None:
        """Load every part of the attendances that rows name, and those named by their id."""
        spots = list(spots)
        parts = selectors.parts(scope)
        ids = {spot.part for spot in spots if spot.part is not None}
        numbers = {spot.attendance for spot in spots if spot.part is None and spot.attendance}
        within = [pk for pk in ids if 0 < pk <= LARGEST_KEY]
        self._by_id = {found.pk: found for found in _found(parts.filter(pk__in=within))}
        # The number is indexed within its hospital.
        hospitals = Hospital.objects.filter(office_id=scope.office_id).values_list("pk", flat=True)
        self._by_attendance: defaultdict[str, list[Found]] = defaultdict(list)
        named = parts.filter(
            account__attendance__hospital__in=list(hospitals),
            account__attendance__number__in=numbers,
        )
        for found in _found(named.order_by("account__number", "seq")) if numbers else ():
            self._by_attendance[found.attendance].append(found)

    def of(self, spot: Spot) -> Found | Finding:
        """The one part of a row, or why there isn't one.

        Of several, those whose period has the day of the act; of these, those that still take lines;
        of these, those that aren't for private expenses, unless the row says so.
        """
        if spot.part is None and spot.attendance is None:
            return codes.NO_PLACE.at(Place(line=spot.row, field="attendance"))
        fitting = [found for found in self._candidates(spot) if found.fits(spot)]
        if not fitting:
            return codes.NO_PART.at(self._place(spot), what=spot.said)
        for better in (
            lambda found: found.covers(spot.day),
            lambda found: found.status in _TAKES_LINES,
            lambda found: found.payer_group != _SELF_PAY,
        ):
            fitting = list(filter(better, fitting)) or fitting
        if len(fitting) == 1:
            return fitting[0]
        listed = "; ".join(map(str, fitting[:SHOWN]))
        return codes.MANY_PARTS.at(self._place(spot), what=spot.said, parts=listed)

    def _candidates(self, spot: Spot) -> list[Found]:
        if spot.part is None:
            return self._by_attendance.get(spot.attendance or "", [])
        found = self._by_id.get(spot.part)
        return [] if found is None else [found]

    @staticmethod
    def _place(spot: Spot) -> Place:
        return Place(line=spot.row, field="attendance" if spot.part is None else "part")


def _found(parts: QuerySet[AccountPart]) -> Iterable[Found]:
    return (Found(*row) for row in parts.values_list(*_COLUMNS))


def read_spot(values: Mapping[str, str], row: int, day: date | None) -> Spot | list[Finding]:
    """What a row says of its part, or what in it can't be read."""
    numbers: dict[str, int | None] = {}
    faults = []
    for name, title in (("part", "Id da parcial"), ("account", "Conta"), ("part_seq", "Parcial")):
        text = values.get(name, "")
        numbers[name] = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
        if text and numbers[name] is None:
            place = Place(line=row, field=name)
            faults.append(codes.BAD_NUMBER.at(place, value=text, column=title))
    if faults:
        return faults
    return Spot(
        row=row,
        part=numbers["part"],
        attendance=values.get("attendance") or None,
        hospital=values.get("hospital") or None,
        account=numbers["account"],
        part_seq=numbers["part_seq"],
        payer=values.get("payer") or None,
        billing_unit=values.get("billing_unit") or None,
        day=day,
    )
