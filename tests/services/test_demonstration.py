"""The fictitious hospital: the same number makes the same one, sound, with something of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.test import RequestFactory

from honorarios.records.models import (
    AccountPart,
    Attendance,
    FeeLine,
    Membership,
    MembershipRole,
    Patient,
    Payer,
    Provider,
    User,
)
from honorarios.services import actor
from honorarios.services.check import prove
from honorarios.services.demonstration import PASSWORD, build, existing
from honorarios.services.demonstration.people import check_digits

if TYPE_CHECKING:
    from honorarios.services.demonstration import Demonstration

pytestmark = pytest.mark.database

FACTS = ("part__account__attendance__number", "number", "code", "start", "role", "total", "status")


def made(seed: int) -> tuple[Demonstration, list[tuple[object, ...]]]:
    """A small hospital and its lines; undone."""
    with transaction.atomic():
        built = build(seed=seed, lines=100)
        lines = list(FeeLine.objects.order_by("pk").values_list(*FACTS, "provider__code"))
        transaction.set_rollback(True)
    return built, lines


def test_the_number_makes_the_hospital() -> None:
    first, lines = made(7)
    again, same = made(7)
    assert lines == same
    assert (first.lines, first.refused) == (again.lines, again.refused)
    assert made(8)[1] != lines


def test_the_hospital_is_sound_and_has_something_of_every_kind() -> None:
    assert existing() is None
    built = build(seed=1, lines=800)
    office = existing()
    assert office is not None
    assert office.pk == built.office_id
    assert built.lines >= 800
    assert Provider.objects.filter(kind="person").count() == 40
    assert Payer.objects.exclude(group="self_pay").count() == 5

    statuses = set(AccountPart.objects.values_list("status", flat=True))
    assert statuses == {"open", "closed", "released", "billed", "cancelled"}
    lines = FeeLine.objects.all()
    assert set(lines.values_list("status", flat=True)) == {"active", "reversed", "reversal"}
    assert set(lines.values_list("split_form", flat=True)) == {"none", "percent", "value"}
    assert set(lines.values_list("kind", flat=True)) == {"professional_fee", "facility_fee"}
    assert lines.filter(treatment="on_top").exists()
    assert lines.filter(difference_of__isnull=False).exists()
    assert lines.filter(special=True).exists()
    assert lines.filter(version__gt=1, status="active").exists()
    assert set(lines.values_list("outside_stored", flat=True)) == {True, False}
    assert AccountPart.objects.exclude(tax_invoice="").exists()
    assert Attendance.objects.filter(status="cancelled").exists()

    proof = prove(actor=actor.system(office_id=office.pk)).require()
    assert proof.broken == ()


def test_nobody_in_it_is_real_and_every_role_has_a_login_that_works() -> None:
    build(seed=2, lines=20)
    for patient in Patient.objects.all():
        assert patient.name.endswith("(fictício)")
        assert patient.cpf.startswith("000")
        assert check_digits(patient.cpf[:9]) != patient.cpf[9:]
    for physician in Provider.objects.filter(kind="person"):
        assert physician.name.endswith("(fictício)")
    roles = dict(Membership.objects.values_list("role", "user__username"))
    assert set(roles) == set(MembershipRole.values)
    entrance = RequestFactory().post("/entrar/")
    for name in roles.values():
        known = authenticate(entrance, username=name, password=PASSWORD)
        assert known == User.objects.get(username=name)
