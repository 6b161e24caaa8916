"""The lines of a case file, launched by the services on a record that is as each line says.

What a case says of the contract, the bed, the plan and the attendance becomes rows; the rest is entered.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from django.db.models import F

from honorarios.core.money import parse_decimal
from honorarios.core.vocabulary import CHARACTER_SPELLINGS, fold
from honorarios.launching.reading import TITLES, read_entry
from honorarios.records.models import (
    AccommodationType,
    AccountPart,
    Attendance,
    Bed,
    BedClass,
    FeeLine,
    Plan,
    Stay,
)
from honorarios.services import actor as actors
from honorarios.services import fees
from honorarios.services.catalogues import store_catalogue
from tests.pricing.cases import AMOUNTS, case_catalogue
from tests.services import hospital
from tests.services.doing import codes, row, try_launch
from tests.services.hospital import make_house

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.pricing.cases import Case, CaseLine
    from tests.services.hospital import House

REFUSED: Final = {
    "zero_price": "LAN-V07",
    "start_after_end": "LAN-V08B",
    "invalid_start": "LAN-V08C",
    "missing_role": "LAN-V12",
    "not_authorised": "LAN-NOT-AUTHORISED",
}
"""The finding of a line that the engine gives no price; of any other status, ``LAN-NO-PRICE``."""
FIRST_DAY: Final = date(2020, 1, 1)
"""Of the parts and stays: before every act of the cases."""


def house_of(catalogue: str) -> House:
    """A hospital whose catalogue is that of a case file."""
    house = make_house(stocked=False)
    system = actors.system(office_id=house.office.pk)
    store_catalogue(actor=system, catalogue=case_catalogue(catalogue)).require()
    return house


def differences(house: House, case: Case) -> Iterator[str]:
    """What the record makes of a case's lines otherwise than the case says."""
    launched: FeeLine | None = None
    for number, line in enumerate(case.lines, start=1):
        if str(line.given.get("quantity", 1)).startswith("-"):
            assert launched is not None
            told = _reversed(house, launched, line)
        else:
            launched, told = _launched(house, line)
        yield from (f"linha {number}: {difference} ({line.given})" for difference in told)


def _launched(house: House, line: CaseLine) -> tuple[FeeLine | None, list[str]]:
    """The line on record, if there is to be one, and what is not as expected."""
    given = line.given
    _prepare(house, given)
    part = _part(house, given)
    entered = {name: cell for name, cell in given.items() if name in TITLES}
    answer = try_launch(house, read_entry({"provider": "medico", **entered}), part=part)
    status = line.expected.get("status", "priced")
    if status != "priced":
        wanted = REFUSED.get(status, "LAN-NO-PRICE")
        refused = not answer.ok and wanted in codes(answer)
        return None, [] if refused else [f"esperado {wanted}, respondido {codes(answer)}"]
    if not answer.ok:
        return None, [f"recusado: {'; '.join(map(str, answer.findings))}"]
    written = row(answer.require().entries[0].lines[0])
    return written, _told(line, written)


def _reversed(house: House, launched: FeeLine, line: CaseLine) -> list[str]:
    """A line of a negative quantity is the reversal of the one before it."""
    changed = fees.reverse(actor=house.clerk, uid=launched.uid, reason="Caso.").require()
    return _told(line, row(changed.added[0]))


def _told(line: CaseLine, written: FeeLine) -> list[str]:
    """Each expected column that the row does not have so."""
    found = {
        **written.kept,
        "total_centavos": written.total,
        "unit_centavos": written.unit_value,
        "status": "priced",
    }
    return [
        f"{column}: esperado {expected}, gravado {found[column]}"
        for column, expected in line.expected.items()
        if not _same(column, expected, found[column])
    ]


def _same(column: str, expected: str, found: object) -> bool:
    """Whether a kept cell is what was expected: numbers by value, the rest as text."""
    number, kept = parse_decimal(expected), parse_decimal(str(found))
    if number is None or kept is None:
        return expected == str(found)
    return number * 100 == kept if column in AMOUNTS else number == kept


def _prepare(house: House, given: dict[str, object]) -> None:
    """The patient in the bed, and the attendance as urgent, as the line says."""
    character = CHARACTER_SPELLINGS[fold(str(given.get("character", "eletivo")))]
    Attendance.objects.filter(pk=house.attendance.pk).update(
        character=character.code_name, version=F("version") + 1
    )
    Stay.objects.filter(attendance=house.attendance).delete()
    kind = given.get("accommodation")
    if kind is not None:
        start = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day)
        hospital.move(house.attendance, _bed(house, str(kind)).code, start=start)


def _part(house: House, given: dict[str, object]) -> AccountPart:
    facts: dict[str, Any] = {"period_start": FIRST_DAY, "period_end": None, "plan": None}
    if given.get("plan") is not None:
        facts["plan"] = Plan.objects.get_or_create(
            office=house.office,
            payer=house.payer,
            code=str(given["plan"]),
            defaults={"name": str(given["plan"])},
        )[0]
    return hospital.under(house, str(given["contract"]), **facts)


def _bed(house: House, kind: str) -> Bed:
    """A bed of an accommodation type; the type's code is the catalogue's."""
    found = Bed.objects.filter(hospital=house.hospital, code=kind).first()
    if found is not None:
        return found
    accommodation = AccommodationType.objects.create(
        office=house.office, code=kind, name=kind, rank=9
    )
    bed_class = BedClass.objects.create(
        office=house.office, code=kind, name=kind, accommodation_type=accommodation
    )
    return Bed.objects.create(
        office=house.office, hospital=house.hospital, code=kind, bed_class=bed_class
    )
