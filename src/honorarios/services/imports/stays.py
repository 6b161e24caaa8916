"""Stays from a file: the beds that patients lay in, over time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, ClassVar, Final

from django.db.models import F

from honorarios.core.vocabulary import UPGRADE_REASON_SPELLINGS
from honorarios.records.models import Attendance, Bed, Stay
from honorarios.services import codes as service_codes
from honorarios.services.imports import codes
from honorarios.services.imports.cells import MOMENT
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.opening import Opener, lacks_nothing
from honorarios.services.imports.whereabouts import Attendances
from honorarios.services.loader.terms import code_name
from honorarios.services.operations import Operation
from honorarios.tabular import Column, term_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.services.imports.opening import Wish
    from honorarios.services.work import Work

COLUMNS: Final = (
    Column(
        "attendance",
        title="Atendimento",
        required=True,
        aliases=("número do atendimento", "nº do atendimento", "nº atendimento"),
    ),
    Column("hospital", title="Hospital", aliases=("código do hospital", "estabelecimento")),
    Column("bed", title="Leito", required=True, aliases=("código do leito", "cod leito")),
    Column(
        "start",
        MOMENT,
        title="Entrada",
        required=True,
        aliases=("entrada no leito", "início", "data e hora de entrada"),
    ),
    Column("end", MOMENT, title="Saída", aliases=("saída do leito", "fim", "data e hora de saída")),
    Column(
        "reason",
        term_type(UPGRADE_REASON_SPELLINGS),
        title="Motivo da mudança",
        aliases=("motivo",),
    ),
)


class StayOpener(Opener):
    """Puts patients in beds."""

    columns: ClassVar = COLUMNS

    def open(self, work: Work, wishes: Sequence[Wish]) -> None:
        """Add the stays that are new; the one that was still open ends where the next begins."""
        attendances = Attendances(work.scope, wishes)
        placed = [(wish, one) for wish in wishes if (one := attendances.of(wish)) is not None]
        held = _Held(placed)
        for wish, attendance in placed:
            held.add(wish, attendance, self.titles)
        touched = held.save()
        if touched:
            Attendance.objects.filter(pk__in=touched).update(version=F("version") + 1)
            work.record("attendances", len(touched), {"stays": held.count, "of": touched[:100]})


class _Held:
    """The stays of some attendances, as they are and as they will be."""

    def __init__(self, placed: Sequence[tuple[Wish, Attendance]]) -> None:
        hospitals = {attendance.hospital_id for _, attendance in placed}
        named = {wish.values["bed"] for wish, _ in placed}
        beds = Bed.objects.filter(hospital_id__in=hospitals, code__in=named)
        self._beds = {(bed.hospital_id, bed.code): bed for bed in beds}
        self._stays: defaultdict[int, list[Stay]] = defaultdict(list)
        there = Stay.objects.filter(attendance_id__in={one.pk for _, one in placed})
        for stay in there.select_related("bed").order_by("start"):
            self._stays[stay.attendance_id].append(stay)
        self._new: list[Stay] = []
        self._ended: dict[int, Stay] = {}

    @property
    def count(self) -> int:
        """Stays that are added or ended."""
        return len(self._new) + len(self._ended)

    def add(self, wish: Wish, attendance: Attendance, titles: dict[str, str]) -> None:
        """Add a row's stay, or refuse the row."""
        values = wish.values
        start, end = values["start"], values.get("end")
        bed = self._beds.get((attendance.hospital_id, values["bed"]))
        if bed is None:
            wish.refuse(codes.UNKNOWN, "bed", title="O leito", value=values["bed"])
        if end is not None and end < start:
            wish.refuse(service_codes.ENDS_BEFORE_START, "end")
        if start < attendance.started_at:
            wish.refuse(service_codes.STAY_BEFORE_START, "start")
        stays = self._stays[attendance.pk]
        there = next((stay for stay in stays if stay.start == start), None)
        if there is not None:
            self._again(wish, there, titles)
        if wish.faults or there is not None or bed is None:
            return
        before = next((one for one in stays if one.end is None and one.start < start), None)
        others = [stay for stay in stays if stay is not before]
        if any(_overlap(stay, start, end) for stay in others):
            wish.refuse(service_codes.STAYS_OVERLAP, "start")
            return
        if before is not None:
            self._end(before, start)
        made = Stay(
            office_id=attendance.office_id,
            attendance=attendance,
            bed=bed,
            start=start,
            end=end,
            reason=code_name(values.get("reason")),
        )
        stays.append(made)
        self._new.append(made)

    def save(self) -> list[int]:
        """Write them; the attendances that changed."""
        Stay.objects.bulk_create(self._new)
        Stay.objects.bulk_update(list(self._ended.values()), ["end"])
        return sorted({stay.attendance_id for stay in (*self._new, *self._ended.values())})

    def _again(self, wish: Wish, there: Stay, titles: dict[str, str]) -> None:
        """A stay that is there already: its end may be news."""
        said: dict[str, Any] = {
            "bed": there.bed.code,
            "reason": UPGRADE_REASON_SPELLINGS.get(there.reason),
        }
        end = wish.values.get("end")
        if there.end is not None:
            said["end"] = there.end
        what = f"A estada de {there.start:%d/%m/%Y %H:%M}"
        if not wish.differ(what, said, titles) and there.end is None and end is not None:
            self._end(there, end)

    def _end(self, stay: Stay, moment: Any) -> None:  # noqa: ANN401 - a wall time
        stay.end = moment
        if stay.pk is not None:
            self._ended[stay.pk] = stay


def _overlap(stay: Stay, start: Any, end: Any) -> bool:  # noqa: ANN401 - wall times
    """Whether the patient would lie in two beds at once; one may end when the other begins."""
    return (stay.end is None or stay.end > start) and (end is None or stay.start < end)


KIND: Final = Kind(
    name="stays",
    title="estadas",
    operation=Operation.ATTENDANCES_WRITE,
    columns=COLUMNS,
    lacking=lacks_nothing,
    taker=StayOpener,
    names_patients=True,
)
