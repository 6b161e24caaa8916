"""What the tables of agreements refuse by themselves, on both databases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from honorarios.records.models import (
    Agreement,
    Cooperative,
    CooperativeMembership,
    HospitalContact,
    RouteTerms,
    TaxProfile,
)

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database

DAY = date(2026, 1, 1)


def agreement(world: World, **changes: Any) -> Agreement:  # noqa: ANN401 - any column
    """A repasse, made wrong by ``changes``."""
    values = {"office": world.office, "kind": "repasse", "hospital": world.hospital}
    values |= {"payer": world.payer, "valid_from": DAY}
    return Agreement.objects.create(**(values | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "other"},
        {"scope": "night"},
        {"fact_status": "sure"},
        {"accepts_direct": "maybe"},
        {"hospital": None},
        {"payer": None},
        {"kind": "cooperative"},
        {"kind": "acceptance"},
        {"fact_status": "confirmed"},
        {"confirmed_on": DAY, "expires_on": date(2025, 12, 31)},
        {"valid_to": date(2025, 12, 31)},
    ],
)
def test_a_wrong_agreement_is_refused(world: World, changes: dict[str, Any]) -> None:
    agreement(world)
    with pytest.raises(IntegrityError, match="agreement_"), transaction.atomic():
        agreement(world, **changes)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"fee_share": 101}, "routeterms_fee_share_in_range"),
        ({"service_share": -1}, "routeterms_service_share_in_range"),
        ({"loss_share": 101}, "routeterms_loss_share_in_range"),
        ({"fixed_fee": -1}, "routeterms_fixed_not_negative"),
        ({"fee_on": "other"}, "routeterms_fee_on_known"),
        ({"cut_off_roll": "other"}, "routeterms_roll_known"),
        ({"accepts_legal": ""}, "routeterms_legal_known"),
        ({"cut_off_shape": "after_event"}, "routeterms_cut_off_whole"),
        (
            {"cut_off_shape": "month_day", "cut_off_event": "surgery", "cut_off_day": 32},
            "routeterms_cut_off_whole",
        ),
        ({"valid_to": date(2025, 1, 1)}, "routeterms_dates_in_order"),
    ],
)
def test_wrong_terms_are_refused(world: World, changes: dict[str, Any], constraint: str) -> None:
    values = {"office": world.office, "agreement": agreement(world), "valid_from": DAY}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RouteTerms.objects.create(**values, **changes)


def test_terms_begin_once_a_day_for_each_agreement_and_for_the_private_fee(world: World) -> None:
    held = agreement(world)
    for owner in ({"agreement": held}, {}):
        RouteTerms.objects.create(office=world.office, valid_from=DAY, **owner)
        with pytest.raises(IntegrityError), transaction.atomic():
            RouteTerms.objects.create(office=world.office, valid_from=DAY, **owner)


@pytest.mark.parametrize(
    "changes",
    [
        {"receives_as": "other"},
        {"regime": "presumed"},
        {"receives_as": "legal"},
        {"receives_as": "legal", "regime": "presumed", "marginal_rate": 10},
        {"marginal_rate": 101},
        {"social_used": -1},
        {"valid_to": date(2025, 1, 1)},
    ],
)
def test_a_wrong_tax_profile_is_refused(world: World, changes: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match="taxprofile_"), transaction.atomic():
        TaxProfile.objects.create(
            office=world.office, provider=world.provider, valid_from=DAY, **changes
        )


def test_cooperatives_members_and_contacts_are_each_registered_once(world: World) -> None:
    office = world.office
    house = Cooperative.objects.create(office=office, code="A", name="A")
    member = {"office": office, "provider": world.provider, "cooperative": house}
    CooperativeMembership.objects.create(**member, valid_from=DAY)
    contact = {"office": office, "hospital": world.hospital, "kind": "billing", "name": "F"}
    HospitalContact.objects.create(**contact, valid_from=DAY)
    for model, values in (
        (Cooperative, {"office": office, "code": "A", "name": "B"}),
        (CooperativeMembership, {**member, "valid_from": DAY}),
        (CooperativeMembership, {**member, "valid_from": DAY, "receives_as": "x"}),
        (HospitalContact, {**contact, "valid_from": DAY}),
        (HospitalContact, {**contact, "kind": "door", "valid_from": DAY}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model._default_manager.create(**values)
