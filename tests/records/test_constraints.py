"""What the tables refuse by themselves, on both databases."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from honorarios.records.models import (
    Attendance,
    CatalogueVersion,
    Credential,
    FeeLine,
    IdempotencyKey,
    ImportBatch,
    Membership,
    OpenPackage,
    PackageBook,
    PackageTemplate,
    Patient,
    Payer,
    PriceRow,
    SplitRule,
    SplitShare,
    Stay,
)
from honorarios.records.models.places import AccommodationType, Bed, BedClass
from tests.records.making import line_of, make_line, make_remittance, mirror

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

    from tests.records.making import World

pytestmark = pytest.mark.database


def refused(constraint: str, act: Callable[[], object]) -> None:
    """Prove that the database itself refuses an act, by the constraint of that name."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()
    # SQLite names the columns of a unique constraint, not the constraint.
    told = str(refusal.value)
    assert constraint in told or "UNIQUE constraint failed" in told


WRONG_LINES: list[tuple[str, dict[str, Any]]] = [
    ("feeline_status_known", {"status": "lost"}),
    ("feeline_kind_known", {"kind": ""}),
    ("feeline_reason_is_a_reversals", {"reason": "Em duplicidade."}),
    ("feeline_role_known", {"role": "cirurgião"}),
    ("feeline_route_known", {"access_route": "4"}),
    ("feeline_procedure_kind_known", {"procedure_kind": "third"}),
    ("feeline_technique_known", {"technique": "laser"}),
    ("feeline_laterality_known", {"laterality": "middle"}),
    ("feeline_treatment_known", {"treatment": "free", "charged": 0}),
    ("feeline_split_form_known", {"split_form": "half"}),
    ("feeline_hours_in_order", {"end": datetime(2025, 11, 22, 9, 59)}),
    ("feeline_quantity_in_range", {"quantity": 0}),
    ("feeline_quantity_in_range", {"quantity": 1000}),
    ("feeline_quantity_in_range", {"quantity": -1}),
    ("feeline_amounts_have_their_sign", {"unit_value": 0, "total": 0, "charged": 0}),
    ("feeline_amounts_have_their_sign", {"total": -41_000, "charged": -41_000}),
    ("feeline_charged_by_treatment", {"charged": 40_999}),
    ("feeline_charged_by_treatment", {"charged": 0}),
    ("feeline_charged_by_treatment", {"treatment": "on_top", "charged": 0}),
    ("feeline_charged_by_treatment", {"treatment": "covered"}),
    ("feeline_charged_by_treatment", {"treatment": "not_charged"}),
    ("feeline_fee_is_somebodys", {"provider": None}),
    ("feeline_fee_is_somebodys", {"role": ""}),
    ("feeline_split_has_its_group", {"split_form": "percent"}),
    ("feeline_split_has_its_group", {"split_group": uuid.uuid4()}),
    ("feeline_split_percent_in_range", {"split_percent": Decimal("100.000001")}),
    ("feeline_split_percent_in_range", {"split_percent": Decimal(0)}),
    (
        "feeline_reversal_names_its_original",
        {"status": "reversal", **mirror(FeeLine(quantity=1, unit_value=1, total=1, charged=1))},
    ),
]


@pytest.mark.parametrize(("constraint", "facts"), WRONG_LINES)
def test_a_wrong_fee_line_is_refused(world: World, constraint: str, facts: dict[str, Any]) -> None:
    """``spec: quality 1.2``: signs, hours, quantities and closed lists hold in the database."""
    refused(constraint, line_of(world, **facts).save)


RIGHT_LINES: list[dict[str, Any]] = [
    {},
    {"end": datetime(2025, 11, 22, 10)},
    {"quantity": 999, "total": 999 * 41_000, "charged": 999 * 41_000},
    {"treatment": "covered", "charged": 0},
    {"treatment": "on_top"},
    {"kind": "facility_fee", "provider": None, "role": ""},
    {"split_percent": Decimal(100)},
]


@pytest.mark.parametrize("facts", RIGHT_LINES)
def test_a_right_fee_line_is_kept(world: World, facts: dict[str, Any]) -> None:
    line = make_line(world, **facts)
    assert FeeLine.objects.get(pk=line.pk).total == line.total


def test_a_line_is_reversed_once(world: World) -> None:
    original = make_line(world)
    opposite = {"status": "reversal", "reverses": original, **mirror(original)}
    make_line(world, **opposite)
    refused("reverses", line_of(world, **opposite).save)


def test_a_number_is_used_once_in_a_part(world: World) -> None:
    line = make_line(world)
    refused("feeline_number", line_of(world, number=line.number).save)


@pytest.mark.parametrize(
    ("constraint", "facts"),
    [
        ("accountpart_status_known", {"status": "frozen"}),
        ("accountpart_route_known", {"route": "mail"}),
        ("accountpart_period_in_order", {"period_end": date(2025, 10, 31)}),
        ("accountpart_invoice_has_its_hour", {"tax_invoice": "NF 1"}),
        ("accountpart_invoice_has_its_hour", {"tax_invoice_at": timezone.now()}),
        ("accountpart_billed_in_a_remittance", {"status": "billed"}),
    ],
)
def test_a_wrong_part_is_refused(world: World, constraint: str, facts: dict[str, Any]) -> None:
    part = world.part
    for name, value in facts.items():
        setattr(part, name, value)
    refused(constraint, part.save)


def test_only_a_billed_part_is_in_a_remittance(world: World) -> None:
    world.part.remittance = make_remittance(world)
    refused("accountpart_billed_in_a_remittance", world.part.save)


def wrong_stay(world: World, **facts: object) -> Stay:
    kind = AccommodationType.objects.create(office=world.office, code="ward", name="E", rank=1)
    of = BedClass.objects.create(
        office=world.office, code="c", name="Classe", accommodation_type=kind
    )
    bed = Bed.objects.create(office=world.office, hospital=world.hospital, code="1", bed_class=of)
    start = datetime(2025, 11, 1, 8)
    return Stay(office=world.office, attendance=world.attendance, bed=bed, start=start, **facts)


def wrong_share(world: World, percent: str) -> SplitShare:
    rule = SplitRule.objects.create(
        office=world.office, provider=world.provider, valid_from=date(2025, 1, 1)
    )
    return SplitShare(
        office=world.office,
        rule=rule,
        position=1,
        provider=world.provider,
        percent=Decimal(percent),
    )


WRONG_ROWS: list[tuple[str, Callable[[World], Model]]] = [
    ("patient_sex_known", lambda w: Patient(office=w.office, code="2", name="P", sex="x")),
    ("patient_code", lambda w: Patient(office=w.office, code="100", name="P")),
    ("payer_group_known", lambda w: Payer(office=w.office, code="2", name="C", group="")),
    (
        "credential_mode_known",
        lambda w: Credential(
            office=w.office,
            provider=w.provider,
            payer=w.payer,
            mode="some",
            valid_from=date(2025, 1, 1),
        ),
    ),
    (
        "credential_dates_in_order",
        lambda w: Credential(
            office=w.office,
            provider=w.provider,
            payer=w.payer,
            mode="direct",
            valid_from=date(2025, 1, 2),
            valid_to=date(2025, 1, 1),
        ),
    ),
    ("stay_hours_in_order", lambda w: wrong_stay(w, end=datetime(2025, 11, 1, 7))),
    ("stay_reason_known", lambda w: wrong_stay(w, reason="view")),
    ("stay_consent_is_signed", lambda w: wrong_stay(w, consent_at=timezone.now())),
    (
        "attendance_number",
        lambda w: Attendance(
            office=w.office,
            hospital=w.hospital,
            patient=w.patient,
            number="1",
            setting="outpatient",
            started_at=datetime(2025, 1, 1),
        ),
    ),
    (
        "membership_physician_is_somebody",
        lambda w: Membership(office=w.office, user=w.user, role="physician"),
    ),
    ("membership_role_known", lambda w: Membership(office=w.office, user=w.user, role="boss")),
    ("splitshare_percent_in_range", lambda w: wrong_share(w, "0")),
    ("splitshare_percent_in_range", lambda w: wrong_share(w, "100.000001")),
    (
        "pricerow_removed_later",
        lambda w: PriceRow(
            office=w.office,
            schedule="s",
            edition="e",
            code="1",
            basis="BRL",
            added_in=2,
            removed_in=2,
        ),
    ),
    (
        "catalogueversion_number",
        lambda w: CatalogueVersion(office=w.office, number=1, hash="sha256:", author=w.user),
    ),
    (
        "importbatch_rows_within_total",
        lambda w: ImportBatch(office=w.office, kind="fees", done_rows=1, created_by=w.user),
    ),
]


@pytest.mark.parametrize(("constraint", "make"), WRONG_ROWS)
def test_a_wrong_row_is_refused(
    world: World, constraint: str, make: Callable[[World], Model]
) -> None:
    refused(constraint, make(world).save)


def test_a_file_is_imported_again_only_after_it_was_undone(world: World) -> None:
    facts: dict[str, Any] = {
        "office": world.office,
        "kind": "fees",
        "file_digest": "0" * 64,
        "created_by": world.user,
    }
    first = ImportBatch.objects.create(**facts)
    refused("importbatch_file_once", ImportBatch(**facts).save)
    first.state = "undone"
    first.save()
    ImportBatch.objects.create(**facts)


def test_an_account_has_one_open_package(world: World) -> None:
    book = PackageBook.objects.create(
        office=world.office, payer=world.payer, name="Caderno", valid_from=date(2025, 1, 1)
    )
    template = PackageTemplate.objects.create(office=world.office, book=book, code="1", name="G")
    facts: dict[str, Any] = {"office": world.office, "account": world.account}
    facts |= {"template": template, "opened_at": datetime(2025, 11, 1, 8)}
    first = OpenPackage.objects.create(**facts)
    refused("openpackage_one_at_a_time", OpenPackage(**facts).save)
    first.closed_at = datetime(2025, 11, 2, 8)
    first.save()
    OpenPackage.objects.create(**facts)


def test_a_key_is_used_once_by_an_actor(world: World) -> None:
    facts: dict[str, Any] = {"office": world.office, "actor": world.user, "key": "k"}
    facts["response"] = {}
    IdempotencyKey.objects.create(**facts)
    refused("idempotencykey_key", IdempotencyKey(**facts).save)


def test_nothing_points_at_what_is_not_there(world: World) -> None:
    line = line_of(world)
    line.provider_id = -1

    def save() -> None:
        line.save()
        connection.check_constraints()

    with pytest.raises(IntegrityError, match=r"foreign key|FOREIGN KEY"), transaction.atomic():
        save()
