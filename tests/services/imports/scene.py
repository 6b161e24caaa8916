"""An import with something of everything, and the whole of what it leaves on record as one digest."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    FeeLine,
    ImportBatch,
    ImportRow,
    Stay,
)
from honorarios.services import actor as actors
from honorarios.services import check
from tests.launching.making import EXAM, FREE_ACT, SURGERY
from tests.services.hospital import House, divide, make_house, move, open_package, set_parameters
from tests.services.imports.files import at, row

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCOUNTS = 20
CONTRACTS = ("ch", "diferenca", "taxas")


def make_scene() -> House:
    """The house with attendances in better rooms, contracts of each kind, a division and a package."""
    house = make_house("cena")
    divide(house, "indireto", ("medico", "40"))
    for number in range(ACCOUNTS):
        _attendance(house, f"A{number}", CONTRACTS[number % len(CONTRACTS)])
    set_parameters(house, check_package=True)
    open_package(house, datetime(2025, 11, 1), c31003079=2)
    return house


def rows(count: int) -> Iterator[dict[str, Any]]:
    """Rows of every fate: launched with what they bring, identical, asked about, and refused."""
    for number in range(count):
        # Some are what came one round of the accounts before.
        one = number - ACCOUNTS if number % 25 == 24 else number
        yield row(
            attendance="1" if one % 50 == 7 else f"A{one % ACCOUNTS}",
            code=(FREE_ACT if one % 12 == 0 else EXAM) if one % 3 == 0 else SURGERY,
            provider="ninguem" if one % 41 == 0 else ("medico", "indireto")[one % 2],
            role=("Cirurgião", "1º auxiliar")[one % 5 == 0],
            start=at(one % 9000),
        )


def _attendance(house: House, number: str, contract: str) -> AccountPart:
    office = house.office
    attendance = Attendance.objects.create(
        office=office,
        hospital=house.hospital,
        patient=house.attendance.patient,
        number=number,
        setting="inpatient",
        started_at=datetime(2025, 11, 1, 8),
    )
    move(attendance, "201", reason="patient_option")
    Stay.objects.filter(attendance=attendance).update(
        consent_at=datetime.fromisoformat("2025-11-01T09:00:00+00:00"),
        consent_by_id=house.clerk.user_id,
    )
    account = Account.objects.create(office=office, attendance=attendance, billing_unit=house.unit)
    return AccountPart.objects.create(
        office=office,
        account=account,
        seq=1,
        payer=house.payer,
        plan=house.plan,
        billing_unit=house.unit,
        contract=contract,
        period_start=date(2025, 11, 1),
        period_end=date(2025, 11, 30),
    )


_LINE = (
    *("part__account__attendance__number", "part__seq", "number", "status", "kind", "code"),
    *("start", "end", "provider__code", "role", "quantity", "unit_value", "total", "charged"),
    *("treatment", "outside_stored", "split_form", "split_provider__code", "split_percent"),
    *("difference_of__number", "automatic_of__number", "cost_centre__code", "kept"),
    *("price_row", "import_row", "import_batch__file_digest"),
)


def digest() -> str:
    """Everything that an import left, but for keys, identifiers and the moment of writing."""
    told = hashlib.sha256()
    lines = FeeLine.objects.order_by("part__account__attendance__number", "part__seq", "number")
    batches = ImportBatch.objects.order_by("pk")
    rows_told = ImportRow.objects.order_by("batch_id", "number")
    for found in (
        lines.values_list(*_LINE),
        batches.values_list("kind", "file_digest", "state", "total_rows", "done_rows"),
        rows_told.values_list("number", "state", "findings", "content"),
    ):
        for values in found.iterator():
            text = json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True)
            told.update(text.encode() + b"\n")
    return told.hexdigest()


def broken(house: House) -> list[str]:
    """The invariants that don't hold."""
    proof = check.prove(actor=actors.system(office_id=house.office.pk)).require()
    return [f"{one.name}: {one.breaches[0]}" for one in proof.broken]
