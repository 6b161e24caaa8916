"""Closing checks (``spec: launching 3.2, 3.3``): V1 to V12 again, V15, divisions, prices, questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from honorarios.catalogue.schema import Coding, LaunchTerms
from honorarios.core.vocabulary import (
    AttendanceStatus,
    LineStatus,
    Role,
    Setting,
    Sex,
    SplitForm,
)
from honorarios.launching import closing
from honorarios.launching.parameters import GeneralParameters
from tests.launching.scene import (
    EXAM,
    OFFICE,
    OTHER,
    PRINCIPAL,
    PRIVATE,
    ROOM,
    SURGEON,
    VISIT,
    WEEKDAY,
    changed,
    codes_of,
    context,
    entry,
    launched,
    on_record,
    pricer,
    rule,
)

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.launching.model import Context, Entry, Recorded
    from honorarios.launching.prices import Pricer

CODING: dict[str, Any] = {"office_consultations": (OFFICE,), "visits": (VISIT,), "visit_days": 10}


@lru_cache(8)
def coded(days: int | None = 10) -> Pricer:
    """A catalogue whose standard says which codes are what."""
    terms = LaunchTerms(automatic_fees=True, facility_fees={"3": ROOM})
    coding = Coding(**{**CODING, "visit_days": days})
    return pricer(coding=coding, launching=terms)


def closed(
    account: list[Recorded],
    where: Context | None = None,
    by: Pricer | None = None,
    pending: int = 0,
) -> tuple[Finding, ...]:
    """The closing checks of the account's first part."""
    agreements = (by or coded()).agreements
    return closing.findings(account, where or context(), lambda _hash: agreements, pending)


def put(*asked: Entry, where: Context | None = None, by: Pricer | None = None) -> list[Recorded]:
    """Entries on record."""
    outcomes = [launched(one, where or context(), by or coded()) for one in asked]
    assert all(outcome.lines for outcome in outcomes)
    return on_record(*outcomes)


def test_32_clean_part_closes() -> None:
    """A surgery with its facility fee, a divided exam: nothing to say."""
    where = context(rule(OTHER, (OTHER, "70")))
    account = put(entry(code="31009999"), entry(provider=OTHER), where=where)
    assert len(account) == 4
    assert closed(account, where) == ()


def test_32_v1_again() -> None:
    """The attendance was cancelled since."""
    where = context(attendance={"status": AttendanceStatus.CANCELLED})
    assert codes_of(closed(put(entry()), where)) == ["LAN-V01"]


def test_32_v4_again_with_the_parameters_of_today() -> None:
    """Each of the three that want a cost centre; a line that has one passes."""
    account = put(entry())
    inside = {"setting": Setting.INPATIENT}
    outside = {"setting": Setting.OUTPATIENT}
    for name, attendance, code in (
        ("cost_centre_required", inside, "LAN-V04A"),
        ("cost_centre_from_bed", inside, "LAN-V04B"),
        ("cost_centre_from_workstation", outside, "LAN-V04C"),
    ):
        where = context(
            parameters=GeneralParameters.model_validate({name: True}), attendance=attendance
        )
        assert codes_of(closed(account, where)) == [code]
        assert closed([changed(account[0], cost_centre="100")], where) == ()


def test_32_v7_and_unpriced_lines() -> None:
    """A line without a value, and one whose trace says that it had no price."""
    recorded = put(entry())[0]
    assert codes_of(closed([changed(recorded, unit_value=0)])) == ["LAN-V07"]
    kept = {**recorded.line.kept, "status": "no_price"}
    assert codes_of(closed([changed(recorded, kept=kept)])) == ["LAN-NO-PRICE"]


def test_32_v8_again_with_the_period_of_today() -> None:
    """The part's period was cut since; the start after the end."""
    account = put(entry())
    where = context(part={"period_end": WEEKDAY.date() - timedelta(days=1)})
    assert codes_of(closed(account, where)) == ["LAN-V08A"]
    early = changed(account[0], end=WEEKDAY - timedelta(hours=1))
    assert codes_of(closed([early])) == ["LAN-V08B"]


def test_32_v9_again_with_the_patient_of_today() -> None:
    """The patient's sex was corrected since, or is unknown."""
    account = put(entry(code="31301010"), where=context(attendance={"sex": Sex.F}))
    assert closed(account, context(attendance={"sex": Sex.F})) == ()
    assert codes_of(closed(account, context(attendance={"sex": Sex.M}))) == ["LAN-V09"]
    assert codes_of(closed(account, context())) == ["LAN-V09-UNKNOWN"]


def test_32_v10_again_with_the_attendance_of_today() -> None:
    """The attendance became a stay."""
    outpatient = context(attendance={"setting": Setting.OUTPATIENT})
    account = put(entry(code=OFFICE), where=outpatient)
    assert closed(account, outpatient) == ()
    assert codes_of(closed(account, context())) == ["LAN-V10"]


def test_32_v11_again_with_the_principal_of_today() -> None:
    """The unit's principal provider changed to one who is outside the account."""
    recorded = changed(put(entry())[0], outside_stored=True)
    assert closed([recorded]) == ()
    where = context(part={"principal_provider": SURGEON})
    assert codes_of(closed([recorded], where)) == ["LAN-V11"]


def test_32_v12_again_but_not_of_facility_fees() -> None:
    """A fee of somebody needs a role, a room's has none."""
    account = put(entry(code="31009999"))
    assert codes_of(closed([changed(account[0], role=None), account[1]])) == ["LAN-V12"]


def test_32_pending_questions() -> None:
    """Nobody answered for two entries yet."""
    found = closed([], pending=2)
    assert codes_of(found) == ["LAN-PENDING"]
    assert found[0].message.startswith("2 ")


def test_32_divisions_add_up() -> None:
    """A centavo less on one share of either form, or a share that is gone."""
    where = context(rule(SURGEON, (SURGEON, "70")))
    chosen = {"code": EXAM, "provider": PRINCIPAL, "split_form": SplitForm.VALUE}
    for asked in (entry(), entry(**chosen, split_provider=OTHER, role=Role.CLINICIAN)):
        first, second = put(asked, where=where)
        assert closed([first, second], where) == ()
        short = changed(second, total=second.line.total - 1)
        assert codes_of(closed([first, short], where)) == ["LAN-SPLIT-SUM"]
        assert codes_of(closed([first], where)) == ["LAN-SPLIT-SUM"]


def test_32_lines_of_another_part_are_not_looked_at() -> None:
    """Only those of the part that closes, and in force."""
    recorded = changed(put(entry())[0], unit_value=0)
    assert closed([replace(recorded, part=PRIVATE)]) == ()
    assert closed([replace(recorded, status=LineStatus.REVERSED)]) == ()


def test_32_findings_name_their_line() -> None:
    """By the record's key where it is a number."""
    account = put(entry(), entry(code=EXAM))
    found = closed([account[0], changed(account[1], unit_value=0)])
    assert [one.place.line for one in found] == [2]


def visit_after(days: int, provider: str = SURGEON) -> Entry:
    """A hospital visit some days after the surgery of WEEKDAY."""
    start = datetime(WEEKDAY.year, WEEKDAY.month, WEEKDAY.day, 18) + timedelta(days=days)
    return entry(code=VISIT, start=start, provider=provider, role=Role.CLINICIAN)


@pytest.mark.parametrize(
    ("limit", "days", "included"),
    [
        (10, 0, True),
        (10, 10, True),
        (10, 11, False),
        (0, 0, True),
        (0, 1, False),
        (None, 200, True),
    ],
)
def test_v15_visits_within_the_days_of_the_standard(
    limit: int | None,
    days: int,
    included: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """N of the Padrão: the last day is included; blank is no limit."""
    by = coded(limit)
    account = put(entry(), visit_after(days), by=by)
    assert codes_of(closed(account, by=by)) == (["LAN-V15"] if included else [])


def test_v15_is_of_the_same_provider_and_after_the_surgery() -> None:
    """Another's visit, and one before the surgery, are their own."""
    assert closed(put(entry(), visit_after(3, OTHER))) == ()
    assert closed(put(entry(), visit_after(-3))) == ()


def test_v15_is_of_the_surgeon() -> None:
    """Who assisted may visit."""
    assistant = entry(role=Role.FIRST_ASSISTANT)
    assert closed(put(assistant, visit_after(3))) == ()


def test_v15_looks_at_surgeries_of_the_whole_account() -> None:
    """The surgery may be in another part; the finding is the visit's."""
    surgery, visit = put(entry(), visit_after(3))
    found = closed([replace(surgery, part="parcial-9"), visit])
    assert codes_of(found) == ["LAN-V15"]
    assert found[0].place.line == visit.key
    assert closed([surgery, replace(visit, part="parcial-9")]) == ()


def test_v15_of_a_reversed_surgery_is_nothing() -> None:
    """Lines in force only."""
    surgery, visit = put(entry(), visit_after(3))
    assert closed([replace(surgery, status=LineStatus.REVERSED), visit]) == ()


def test_v15_is_of_surgeries() -> None:
    """An exam is none: chapter 3 is, by default."""
    assert closed(put(entry(code=EXAM), visit_after(3))) == ()
