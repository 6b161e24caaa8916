"""The checks of launching, each by its number in the rules (``spec: launching 3.3``).

All of a verb's checks are evaluated and all that fail are returned, in this order. A check gives its
finding, or None; what it needs and the entry lacks is told by the check of that field alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.validity import shown_day
from honorarios.core.vocabulary import (
    AttendanceStatus,
    LineKind,
    LineStatus,
    PartStatus,
    PayerGroup,
    Role,
    Setting,
    Sex,
    SplitForm,
)
from honorarios.launching import codes
from honorarios.launching.cost_centre import from_bed, from_workstation
from honorarios.launching.parameters import CheckSeverity
from honorarios.pricing.agreed import matches
from honorarios.pricing.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from honorarios.catalogue.schema import Coding
    from honorarios.core.findings import Finding
    from honorarios.launching.case import Case
    from honorarios.launching.model import Context, Line, Recorded

    Check: TypeAlias = Callable[[Case], Finding | None]

FROZEN: Final = frozenset({PartStatus.RELEASED, PartStatus.BILLED, PartStatus.CANCELLED})
"""Part states in which nothing is launched, edited or reversed."""
NOWHERE: Final = Place()
LARGEST_QUANTITY: Final = 999


def cancelled_attendance(context: Context, place: Place) -> Finding | None:
    """V1: the attendance is cancelled (seed, section 02, Atendimento)."""
    if context.attendance.status is not AttendanceStatus.CANCELLED:
        return None
    return codes.CANCELLED_ATTENDANCE.at(place)


def frozen_part(context: Context, place: Place) -> Finding | None:
    """V2: the part is billed, released or cancelled (seed, section 02, Parcial)."""
    status = context.part.status
    return codes.FROZEN_PART.at(place, status=status.label) if status in FROZEN else None


def invoiced_private_part(context: Context, place: Place) -> Finding | None:
    """V3: a private part with a nota fiscal (seed, section 02, Parcial)."""
    part = context.part
    invoiced = part.tax_invoice and part.payer_group is PayerGroup.SELF_PAY
    return codes.INVOICED_PART.at(place) if invoiced else None


def missing_cost_centre(case: Case) -> Finding | None:
    """V4a: no cost centre, and the parameter wants one (seed, section 02, Centro de custo)."""
    if case.cost_centre.code is None and case.context.parameters.cost_centre_required:
        return codes.COST_CENTRE_REQUIRED.at(case.entry.place("cost_centre"))
    return None


def missing_cost_centre_of_bed(case: Case) -> Finding | None:
    """V4b: no cost centre of an inpatient's bed (seed, section 02, Paciente interno)."""
    if case.cost_centre.code is None and from_bed(case.context):
        return codes.COST_CENTRE_OF_BED.at(case.entry.place("cost_centre"))
    return None


def missing_cost_centre_of_workstation(case: Case) -> Finding | None:
    """V4c: no cost centre of an outpatient's workstation (seed, section 02, Paciente externo)."""
    if case.cost_centre.code is None and from_workstation(case.context):
        return codes.COST_CENTRE_OF_WORKSTATION.at(case.entry.place("cost_centre"))
    return None


def locked_cost_centre(case: Case) -> Finding | None:
    """V4: another cost centre was entered than the one that is locked; the locked one is used."""
    given, used = case.entry.cost_centre, case.cost_centre
    if not used.locked_by or given in (None, used.code):
        return None
    place = case.entry.place("cost_centre")
    return codes.LOCKED_COST_CENTRE.at(place, given=given, used=used.code, origin=used.locked_by)


def reversed_line(recorded: Recorded, place: Place) -> Finding | None:
    """V5: a reversed line, or a reversal, is edited (seed, section 02)."""
    frozen = recorded.status is not LineStatus.ACTIVE
    return codes.REVERSED_LINE.at(place) if frozen else None


def special_line(recorded: Recorded, place: Place) -> Finding | None:
    """V6: a special item is edited (seed, section 02)."""
    return codes.SPECIAL_LINE.at(place) if recorded.line.special else None


def worthless_line(case: Case) -> Finding | None:
    """V7: a line, or a share of it, is worth nothing (seed, section 02)."""
    if any(line.unit_value <= 0 for line in case.lines):
        return codes.NO_VALUE.at(case.entry.place("code"))
    return None


def outside_period(case: Case) -> Finding | None:
    """V8a: the act is outside the part's period, both ends included (seed, section 02, Data)."""
    part, entry = case.context.part, case.entry
    moments = [("start", entry.start)]
    if case.context.parameters.period_tests_end:
        moments.append(("end", entry.end))
    for field, moment in moments:
        if moment is None:
            continue
        day = moment.date()
        if day < part.period_start or (part.period_end is not None and day > part.period_end):
            last = "o fim, em aberto" if part.period_end is None else shown_day(part.period_end)
            place = entry.place(field)
            return codes.OUTSIDE_PERIOD.at(place, day=day, first=part.period_start, last=last)
    return None


def start_after_end(case: Case) -> Finding | None:
    """V8b: the act begins after it ends; both at once is valid (seed, section 02, Data).

    V8c, 24:00, is told by the reading of the entry.
    """
    start, end = case.entry.start, case.entry.end
    late = start is not None and end is not None and start > end
    return codes.START_AFTER_END.at(case.entry.place("start")) if late else None


def other_sex(case: Case) -> Finding | None:
    """V9: the price row is of one sex and the patient of another, or of an unknown one."""
    if case.row is None or case.row.sex is None:
        return None
    wanted, place = Sex[case.row.sex], case.entry.place("code")
    sex = case.context.attendance.sex
    if sex is None:
        return codes.UNKNOWN_SEX.at(place, sex=wanted.label.lower())
    return codes.OTHER_SEX.at(place, sex=wanted.label.lower()) if sex is not wanted else None


def other_age(case: Case) -> Finding | None:
    """The price row is for another age than the patient's on the day."""
    row, age = case.row, case.price and case.price.kept.get("age_months")
    if row is None or not isinstance(age, int):
        return None
    young = row.age_from_months is not None and age < row.age_from_months
    old = row.age_to_months is not None and age > row.age_to_months
    return codes.OTHER_AGE.at(case.entry.place("code")) if young or old else None


def inpatient_consultation(case: Case) -> Finding | None:
    """V10: a consultation in office or emergency room of an inpatient (seed, section 02)."""
    coding, code = case.coding, case.entry.code
    if code is None or coding is None or case.context.attendance.setting is not Setting.INPATIENT:
        return None
    if not _in_any((*coding.office_consultations, *coding.emergency_consultations), code):
        return None
    blocks = case.context.parameters.office_consultation_severity is CheckSeverity.BLOCK
    kind = codes.INPATIENT_CONSULTATION if blocks else codes.INPATIENT_CONSULTATION_NOTICED
    return kind.at(case.entry.place("code"))


def other_setting(case: Case) -> Finding | None:
    """V10b: the price row is of the other kind of patient (seed, section 02)."""
    wanted = None if case.row is None else case.row.setting
    if wanted in (None, case.context.attendance.setting):
        return None
    return codes.OTHER_SETTING.at(case.entry.place("code"), setting=wanted.label.lower())


def principal_outside(case: Case) -> Finding | None:
    """V11: the principal provider outside the account, by whatever rule put them there (seed, section 02)."""
    principal = case.context.part.principal_provider
    if principal is not None and any(
        line.outside_stored and line.provider == principal for line in case.lines
    ):
        return codes.PRINCIPAL_OUTSIDE.at(case.entry.place("provider"))
    return None


def missing_role(case: Case) -> Finding | None:
    """V12: no role (seed, section 02.1); a facility fee has none."""
    if case.entry.role is None and not case.entry.is_unread("role"):
        return codes.NO_ROLE.at(case.entry.place("role"))
    return None


def duplicate(case: Case) -> Finding | None:
    """V13: an identical line is there already; a warning."""
    return codes.DUPLICATE.at(case.entry.place("")) if case.launched else None


def changed_split(case: Case) -> Finding | None:
    """V14: the division of an existing line is changed (seed, section 04)."""
    if case.replaces is None:
        return None
    was, entry = case.replaces.line, case.entry
    by_value = was.split_form is SplitForm.VALUE
    same = (entry.split_form is SplitForm.VALUE) == by_value
    if same and (not by_value or entry.split_provider == was.split_provider):
        return None
    return codes.SPLIT_CHANGED.at(entry.place("split_form"))


def postoperative_visits(
    lines: Sequence[Line], coding_of: Callable[[Line], Coding | None]
) -> dict[int, Finding]:
    """V15: visits of the surgeon within the days after the surgery that include them, by their number.

    Days are counted from the surgery's; the standard in force on the visit says how many, or none for
    no limit. Tested when a part is closed, over the lines in force.
    """
    found: dict[int, Finding] = {}
    for number, visit in enumerate(lines):
        coding = coding_of(visit)
        if coding is None or not _in_any(coding.visits, visit.code):
            continue
        surgery = next((one for one in lines if _includes(one, visit, coding)), None)
        if surgery is not None:
            values = {"surgery": surgery.code, "day": surgery.start.date()}
            found[number] = codes.POSTOPERATIVE_VISIT.at(NOWHERE, **values)
    return found


def _includes(surgery: Line, visit: Line, coding: Coding) -> bool:
    days = (visit.start.date() - surgery.start.date()).days
    return (
        surgery.role is Role.SURGEON
        and surgery.provider == visit.provider
        and surgery.line_kind is LineKind.PROFESSIONAL_FEE
        and _in_any(coding.surgeries, surgery.code)
        and not _in_any(coding.visits, surgery.code)
        and surgery.start <= visit.start
        and (coding.visit_days is None or days <= coding.visit_days)
    )


def already_reversed(recorded: Recorded, place: Place) -> Finding | None:
    """V16: a line that was reversed, or that is a reversal, is reversed again."""
    active = recorded.status is LineStatus.ACTIVE
    return None if active else codes.ALREADY_REVERSED.at(place)


def missing_code(case: Case) -> Finding | None:
    """No code."""
    if case.entry.code is None and not case.entry.is_unread("code"):
        return codes.NO_CODE.at(case.entry.place("code"))
    return None


def missing_start(case: Case) -> Finding | None:
    """No start."""
    if case.entry.start is None and not case.entry.is_unread("start"):
        return codes.NO_START.at(case.entry.place("start"))
    return None


def wrong_quantity(case: Case) -> Finding | None:
    """A quantity that is not from 1 to 999."""
    quantity, entry = case.entry.quantity, case.entry
    if quantity is None:
        return None if entry.is_unread("quantity") else codes.QUANTITY.at(entry.place("quantity"))
    return None if valid_quantity(quantity) else codes.QUANTITY.at(entry.place("quantity"))


def valid_quantity(quantity: int | None) -> bool:
    """Whether a quantity may be launched; negative ones are of reversals only."""
    return quantity is not None and 1 <= quantity <= LARGEST_QUANTITY


def missing_provider(case: Case) -> Finding | None:
    """No provider, or one that nobody knows."""
    provider, place = case.entry.provider, case.entry.place("provider")
    if provider is None:
        return codes.NO_PROVIDER.at(place)
    known = provider in case.context.providers
    return None if known else codes.UNKNOWN_PROVIDER.at(place, provider=provider)


def bed_without_accommodation(case: Case) -> Finding | None:
    """The patient is in a bed that has no accommodation type; only who is in no bed has factor 1.

    IAMSPE's own calculation looks at no bed.
    """
    if case.stay is None or case.stay.accommodation is not None:
        return None
    if case.agreement is not None and case.agreement.iamspe:
        return None
    return codes.NO_ACCOMMODATION.at(case.entry.place("start"), bed=case.stay.bed)


def unpriced(case: Case) -> Finding | None:
    """The engine gave no value: it says why (``spec: launching 3.5``); a value of zero is V7."""
    if case.price is None or case.price.priced or case.entry.role is None:
        return None
    status, place = case.price.status, case.entry.place("code")
    if status is Status.ZERO_PRICE:
        return codes.NO_VALUE.at(place)
    if status is Status.NOT_AUTHORISED:
        return codes.NOT_AUTHORISED.at(place)
    return codes.NO_PRICE.at(place, reason=status.message, tip=status.tip)


OF_THE_FIELDS: Final[tuple[Check, ...]] = (
    missing_code,
    missing_start,
    missing_provider,
    wrong_quantity,
)
OF_THE_ENTRY: Final[tuple[Check, ...]] = (
    missing_cost_centre,
    missing_cost_centre_of_bed,
    missing_cost_centre_of_workstation,
    locked_cost_centre,
    bed_without_accommodation,
    unpriced,
    worthless_line,
    outside_period,
    start_after_end,
    other_sex,
    other_age,
    inpatient_consultation,
    other_setting,
    principal_outside,
    missing_role,
    duplicate,
)


def of_place(context: Context, place: Place) -> list[Finding]:
    """V1 to V3: whether the account part takes any launch, edit or reversal."""
    return _those(
        (
            cancelled_attendance(context, place),
            frozen_part(context, place),
            invoiced_private_part(context, place),
        )
    )


def of_entry(case: Case) -> list[Finding]:
    """Every check of an insertion, or of an edit where the case replaces a line."""
    entry, replaced = case.entry, case.replaces
    found = of_place(case.context, entry.place(""))
    found += entry.unread
    found += _those(check(case) for check in OF_THE_FIELDS)
    if replaced is not None:
        place = entry.place("")
        found += _those((reversed_line(replaced, place), special_line(replaced, place)))
    found += _those(check(case) for check in OF_THE_ENTRY)
    return found + _those((changed_split(case),))


def of_reversal(recorded: Recorded, context: Context, place: Place) -> list[Finding]:
    """Every check of a reversal: V1 to V3 and V16."""
    return of_place(context, place) + _those((already_reversed(recorded, place),))


def _those(found: Iterable[Finding | None]) -> list[Finding]:
    return [finding for finding in found if finding is not None]


def _in_any(patterns: Sequence[str], code: str) -> bool:
    return any(matches(pattern, code) for pattern in patterns)
