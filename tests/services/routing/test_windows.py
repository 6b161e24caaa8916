"""Until when a route takes papers: closed once the day is past, and asked about where it is not known."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    Authorisation,
    RouteTerms,
    SurgeryCase,
)
from honorarios.services.routing.opinions import opinion
from tests.services.routing.stage import Stage, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def ask(**rule: object) -> None:
    """The hospital's rule for handing papers in."""
    given = {"cut_off_days": 0, "cut_off_dates": "", **rule}
    RouteTerms.objects.filter(agreement__kind="repasse").update(**given)


def found(stage: Stage) -> tuple[date | None, dict[str, str]]:
    """The last day of the repasse, and what was found of it by rule, apart from how long the senha holds."""
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    way = next(one for one in told.members[0].ways if one.key == "repasse")
    rules = {one["rule"]: one["code"] for one in way.reasons if "senha" not in one["text"]}
    return way.deliver_until, rules


def close_account(stage: Stage, days: int) -> None:
    """An attendance whose account's part ends so many days from today."""
    owned = {"office": stage.office}
    attendance = Attendance.objects.create(
        **owned,
        hospital=stage.hospital,
        number="A1",
        patient_id=stage.case.patient_id,
        setting="inpatient",
        started_at=datetime.combine(stage.today - timedelta(days=30), time(8)),
    )
    account = Account.objects.create(**owned, attendance=attendance, billing_unit=stage.unit)
    AccountPart.objects.create(
        **owned,
        account=account,
        seq=1,
        payer=stage.payer,
        billing_unit=stage.unit,
        period_start=stage.today - timedelta(days=30),
        period_end=stage.today + timedelta(days=days),
    )
    SurgeryCase.objects.filter(pk=stage.case.pk).update(attendance=attendance)


@pytest.mark.parametrize(("days", "said"), [(0, {}), (-1, {"E10": "PRAZO_VENCIDO"})])
def test_the_window_before_the_account_closes(
    stage: Stage, days: int, said: dict[str, str]
) -> None:
    ask(cut_off_shape="before_event", cut_off_event="account_closing")
    close_account(stage, days)
    assert found(stage) == (stage.today + timedelta(days=days), said)


def test_what_has_not_happened_closes_and_asks_nothing(stage: Stage) -> None:
    ask(cut_off_shape="before_event", cut_off_event="account_closing")
    SurgeryCase.objects.update(repasse_requested_on=None)
    # The repasse may still be asked for: nobody counts the days yet.
    assert found(stage) == (None, {})


@pytest.mark.parametrize(
    ("granted", "stated", "last", "said"),
    [
        (-10, None, 20, {}),
        # A usual term that is past is asked about; one that the payer stated closes the route.
        (-40, None, None, {"E0": "DADO_FALTANTE"}),
        (-40, -1, -1, {"E10": "PRAZO_VENCIDO"}),
    ],
)
def test_the_window_of_a_senha(
    stage: Stage, granted: int, stated: int | None, last: int | None, said: dict[str, str]
) -> None:
    ask(cut_off_shape="before_event", cut_off_event="senha_expiry")
    Authorisation.objects.update(
        granted_on=stage.today + timedelta(days=granted),
        valid_until=None if stated is None else stage.today + timedelta(days=stated),
    )
    day = None if last is None else stage.today + timedelta(days=last)
    assert found(stage) == (day, said)


def test_a_calendar_without_any_day_left_is_asked_about(stage: Stage) -> None:
    rule = {"cut_off_shape": "calendar", "cut_off_event": "surgery"}
    ask(**rule, cut_off_dates=str(stage.today - timedelta(days=1)))
    assert found(stage) == (None, {"E0": "DADO_FALTANTE"})
    day = stage.today + timedelta(days=3)
    ask(**rule, cut_off_dates=str(day))
    assert found(stage) == (day, {})
