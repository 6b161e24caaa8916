"""A database with many lines on record, made by statements and not by the product, to be measured upon.

Every line is a copy of one that the product launched; only its part, its hour, its provider and its
identifier are its own. So the triggers, the constraints and the indexes work as they would.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from django.db import connection, transaction

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    Bed,
    Credential,
    FeeLine,
    Patient,
    Provider,
    Stay,
)
from honorarios.services import fees
from tests.launching.making import EXAM, LONG_AGO, entry
from tests.services.hospital import make_house

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.hospital import House

LINES_A_PART: Final = 10
PROVIDERS: Final = 40
AT_ONCE: Final = 5_000
NOVEMBER: Final = date(2025, 11, 1), date(2025, 11, 30)
ADMISSION: Final = datetime(2025, 11, 1, 8)


@dataclass(frozen=True, slots=True)
class Crowd:
    """An office with many accounts."""

    house: House
    parts: range
    """Keys of parts with lines."""
    empty: tuple[tuple[str, int], ...]
    """Numbers of attendances without lines, and the keys of their parts."""


def fill(lines: int, empty: int) -> Crowd:
    """Put ``lines`` lines on record, ten a part, and ``empty`` parts that have none."""
    house = make_house("lotada")
    for number in range(PROVIDERS):
        _provider(house, f"m{number}")
    one = entry(code=EXAM, provider="m0")
    fees.launch(actor=house.clerk, part_id=house.part.pk, entries=[one]).require()
    full = list(_parts(house, 0, lines // LINES_A_PART))
    spare = list(_parts(house, len(full), empty))
    _copy_lines(house, full[0][1], full[-1][1])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Crowd(house, range(full[0][1], full[-1][1] + 1), tuple(spare))


def _provider(house: House, code: str) -> None:
    provider = Provider.objects.create(office=house.office, code=code, name=code)
    Credential.objects.create(
        office=house.office,
        provider=provider,
        payer=house.payer,
        mode="direct",
        valid_from=LONG_AGO,
    )


def _parts(house: House, first: int, count: int) -> Iterator[tuple[str, int]]:
    """New inpatients, each with a part of November; their attendances' numbers and the parts' keys."""
    for start in range(first, first + count, AT_ONCE):
        numbers = [f"A{number:07}" for number in range(start, min(start + AT_ONCE, first + count))]
        with transaction.atomic():
            parts = open_parts(house, numbers)
        yield from zip(numbers, (part.pk for part in parts), strict=True)


def open_parts(house: House, numbers: list[str]) -> list[AccountPart]:
    """New inpatients of these numbers, each with an account and a part of November."""
    office, unit = house.office, house.unit
    bed = Bed.objects.get(hospital=house.hospital, code="101")
    patients = Patient.objects.bulk_create(
        Patient(office=office, code=number, name=f"Paciente {number}", sex="f")
        for number in numbers
    )
    attendances = Attendance.objects.bulk_create(
        Attendance(
            office=office,
            hospital=house.hospital,
            patient=patient,
            number=number,
            setting="inpatient",
            started_at=ADMISSION,
        )
        for patient, number in zip(patients, numbers, strict=True)
    )
    Stay.objects.bulk_create(
        Stay(office=office, attendance=attendance, bed=bed, start=ADMISSION)
        for attendance in attendances
    )
    accounts = Account.objects.bulk_create(
        Account(office=office, attendance=attendance, billing_unit=unit)
        for attendance in attendances
    )
    return AccountPart.objects.bulk_create(
        AccountPart(
            office=office,
            account=account,
            seq=1,
            payer=house.payer,
            plan=house.plan,
            billing_unit=unit,
            contract="ch",
            period_start=NOVEMBER[0],
            period_end=NOVEMBER[1],
        )
        for account in accounts
    )


def _copy_lines(house: House, first: int, last: int) -> None:
    """Ten copies of the house's one line in each part, all of them different in hour and provider."""
    model: Any = FeeLine
    columns = [field.column for field in model._meta.local_fields if not field.primary_key]  # noqa: SLF001 - Django's own way to ask
    own = {
        "uid": _by_vendor("gen_random_uuid()", "lower(hex(randomblob(16)))"),
        "part_id": "part.id",
        "number": "copy.number",
        '"start"': _by_vendor(
            "timestamp '2025-11-02 08:00' + (part.id * 7919 + copy.number * 104729) %% 39000"
            " * interval '1 minute'",
            "datetime('2025-11-02 08:00', '+' || ((part.id * 7919 + copy.number * 104729) %% 39000)"
            " || ' minutes')",
        ),
        "provider_id": (
            "(SELECT id FROM records_provider WHERE code = 'm' ||"
            f" ((part.id + copy.number) %% {PROVIDERS}))"
        ),
    }
    named = [connection.ops.quote_name(column) for column in columns]
    chosen = [own.get(name.strip('"'), own.get(name, f"line.{name}")) for name in named]
    numbers = " UNION ALL ".join(f"SELECT {number} AS number" for number in range(1, 11))
    statement = (
        f"INSERT INTO records_feeline ({', '.join(named)}) SELECT {', '.join(chosen)}"
        f" FROM records_feeline AS line, records_accountpart AS part, ({numbers}) AS copy"
        " WHERE line.part_id = %s AND part.id BETWEEN %s AND %s"
    )
    for start in range(first, last + 1, AT_ONCE):
        with connection.cursor() as cursor:
            until = min(start + AT_ONCE - 1, last)
            cursor.execute(statement, [house.part.pk, start, until])


def _by_vendor(postgresql: str, sqlite: str) -> str:
    return postgresql if connection.vendor == "postgresql" else sqlite
