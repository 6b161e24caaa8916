"""Hospitals and attendances within reach, by what files call them; some queries for all rows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import AttendanceStatus
from honorarios.launching import codes as rules
from honorarios.records import selectors
from honorarios.records.models import Attendance, Hospital
from honorarios.services import locks
from honorarios.services.imports import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.records.selectors import Scope
    from honorarios.services.imports.opening import Wish


class Hospitals:
    """The hospitals of the units within reach."""

    def __init__(self, scope: Scope) -> None:
        """Load them."""
        units = selectors.billing_units(scope).values("hospital_id")
        found = selectors.owned(Hospital, scope).filter(pk__in=units)
        self.by_code = dict(found.values_list("code", "pk"))

    def of(self, wish: Wish) -> int | None:
        """The hospital that a row names, or the only one there is; refuses the row where there is none."""
        code = wish.values.get("hospital")
        if code is None and len(self.by_code) == 1:
            return next(iter(self.by_code.values()))
        found = self.by_code.get(code or "")
        if found is None:
            wish.refuse(codes.UNKNOWN, "hospital", title="O hospital", value=code or "")
        return found


class Attendances:
    """The attendances that rows name, locked to be added to: their accounts first, then themselves."""

    def __init__(self, scope: Scope, wishes: Sequence[Wish]) -> None:
        """Load and lock them."""
        self._hospitals = Hospitals(scope)
        numbers = {wish.values["attendance"] for wish in wishes}
        named = Attendance.objects.filter(
            office_id=scope.office_id,
            hospital_id__in=list(self._hospitals.by_code.values()),
            number__in=numbers,
        )
        held = locks.attendances(named.values_list("pk", flat=True))
        self._by_number: defaultdict[str, list[Attendance]] = defaultdict(list)
        for attendance in held.values():
            self._by_number[attendance.number].append(attendance)

    def of(self, wish: Wish) -> Attendance | None:
        """The attendance that a row names; refuses the row where there is none that may be added to."""
        number, hospital = wish.values["attendance"], wish.values.get("hospital")
        found = self._by_number.get(number, [])
        if hospital is not None:
            key = self._hospitals.by_code.get(hospital)
            found = [attendance for attendance in found if attendance.hospital_id == key]
        if len(found) != 1:
            code = codes.SEVERAL if found else codes.UNKNOWN
            wish.refuse(code, "attendance", title="O atendimento", value=number)
            return None
        if found[0].status == AttendanceStatus.CANCELLED.code_name:
            wish.refuse(rules.CANCELLED_ATTENDANCE, "attendance")
            return None
        return found[0]
