"""The record beside the model: how it is laid out for a sequence, and whether it is what the model says."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from unittest import mock

from django.db import connection
from django.db.models import F, Q
from django.utils import timezone

from honorarios.records.models import Attendance, FeeLine, Remittance, Stay
from honorarios.records.triggers import scripts
from honorarios.services import actor as actors
from honorarios.services import fees
from honorarios.services.catalogues import catalogue_of
from honorarios.services.check import prove, terms
from tests.services import hospital
from tests.services.model.book import Line
from tests.services.model.prices import SURGERY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.hospital import House
    from tests.services.model.book import Book, Entry, World

SINCE = datetime(2025, 11, 1)
MOVED = datetime(2025, 11, 20)
PACKAGES: Final[dict[str, dict[str, Any]]] = {
    "covered": {"package_action": "AUTOMATIC", "package_automatic_means": "COVERED"},
    "on_top": {"package_action": "AUTOMATIC"},
    "ask": {"package_action": "ASK"},
    "allowance": {"package_action": "AUTOMATIC", "package_by_allowance": True},
}


def prepare(house: House, world: World) -> None:
    """The house as the world says: the attendance, the beds over time, the package."""
    Attendance.objects.filter(pk=house.attendance.pk).update(
        is_emergency=world.urgent, version=F("version") + 1
    )
    consent = {
        "reason": "patient_option",
        "consent_at": timezone.now(),
        "consent_by_id": house.clerk.user_id,
    }
    Stay.objects.filter(attendance=house.attendance).delete()
    if world.beds in ("ward", "moved"):
        hospital.move(house.attendance, "101", end=MOVED if world.beds == "moved" else None)
    if world.beds == "apartment":
        hospital.move(house.attendance, "201", **consent)
    if world.beds == "moved":
        ward = Stay.objects.get(attendance=house.attendance)
        bed = house.hospital.beds.get(code="201")
        Stay.objects.create(
            office=house.office, attendance=ward.attendance, bed=bed, start=MOVED, **consent
        )
    if world.package != "none":
        allowed = {f"c{SURGERY}": world.allowed} if world.allowed else {}
        hospital.open_package(house, SINCE, **allowed)
    if world.package in PACKAGES:
        told: dict[str, Any] = {"check_package": True, **PACKAGES[world.package]}
        hospital.set_parameters(house, **told)


def version_of(uid: str) -> int:
    """The version of a line now."""
    return FeeLine.objects.get(uid=uid).version


def bundle(uid: str) -> Iterator[FeeLine]:
    """The lines in force of an act, by the line that stands for it."""
    head = FeeLine.objects.get(uid=uid)
    mine = Q(pk=head.pk)
    if head.split_group is not None:
        mine |= Q(split_group=head.split_group)
    acts = set(FeeLine.objects.filter(mine, status="active").values_list("pk", flat=True))
    tied = Q(pk__in=acts) | Q(difference_of__in=acts) | Q(automatic_of__in=acts)
    yield from FeeLine.objects.filter(tied, status="active").select_related("provider")


def launched_again(house: House, entry: Entry) -> str:
    """The line that stands for an act that was launched again: of the same start and treatment."""
    found = FeeLine.objects.filter(
        office=house.office,
        status="active",
        start=entry.act.start,
        treatment=entry.treatment,
        part_id=entry.part,
        kind="professional_fee",
        difference_of__isnull=True,
    ).order_by("pk")[:1]
    return str(found[0].uid)


def private_part_of(uid: str) -> int | None:
    """The part of an act's private line, if it has one."""
    return next((row.part_id for row in bundle(uid) if row.difference_of_id is not None), None)


@contextmanager
def known_guards() -> Iterator[None]:
    """What no verb of a sequence can change is read once: it takes longer than the sequence.

    Those are the names of the database's triggers and the versions of the catalogue, which are never written
    to again; a proof after all the sequences reads the catalogue anew.
    """
    names, read = scripts.trigger_names(connection), cache(catalogue_of)
    with (
        mock.patch.object(scripts, "trigger_names", return_value=names),
        mock.patch.object(terms, "catalogue_of", read),
    ):
        yield


def faults(house: House, book: Book) -> list[str]:
    """Everything in which the record is broken, or is not what the model says."""
    system = actors.system(office_id=house.office.pk)
    proof = prove(actor=system).require()
    found = [f"{broken.name}: {broken.breaches}" for broken in proof.broken]
    found += _unlike_acts(book)
    found += _unlike_parts(house, book)
    found += _unlike_remittances(book)
    return found


def _unlike_acts(book: Book) -> Iterator[str]:
    """Acts whose lines in force are others."""
    for entry in book.entries:
        kept = Counter(
            Line(
                row.part_id,
                None if row.provider is None else row.provider.code,
                row.total,
                row.charged,
                row.outside_stored,
            )
            for row in bundle(entry.uid)
        )
        if kept != Counter(entry.lines):
            yield f"{entry.act}: on record {sorted(kept, key=str)}, the model {entry.lines}"


def _unlike_parts(house: House, book: Book) -> Iterator[str]:
    """Parts whose state or sums, as the account is shown, are others."""
    account = fees.account(actor=house.clerk, account_id=house.account.pk).require()
    shown = {part.id: part for part in account.parts if part.id != house.part.pk}
    if shown.keys() != book.parts.keys():
        yield f"parts {list(shown)}, the model {list(book.parts)}"
        return
    for key, part in book.parts.items():
        view, lines = shown[key], list(book.lines(key))
        sums = (view.sums.lines, view.sums.total, view.sums.charged, view.sums.outside)
        mine = (
            len(lines),
            sum(line.total for line in lines),
            sum(line.charged for line in lines),
            sum(line.charged for line in lines if line.outside),
        )
        if (view.status, *sums) != (part.status, *mine):
            yield f"part {part.seq}: shown {view.status} {sums}, the model {part.status} {mine}"
        if (bool(view.tax_invoice), view.remittance_id) != (part.invoiced, part.remittance):
            yield f"part {part.seq}: invoice or remittance"


def _unlike_remittances(book: Book) -> Iterator[str]:
    """Remittances that are no longer what was sent."""
    for key, sent in book.sent.items():
        remittance = Remittance.objects.get(pk=key)
        items = dict(remittance.items.values_list("part_id", "total"))
        if items != sent or remittance.total != sum(sent.values()):
            yield f"remittance {remittance.number}: {items}, the model {sent}"
