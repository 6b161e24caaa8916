"""Objects by the name that a request gives them, within what its actor reaches.

What is absent, of another office or of another unit answers alike: PER-NOT-FOUND (``spec: quality 2.2``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import UUID

from django.db.models import Model

from honorarios.records import selectors
from honorarios.services.outcomes import not_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from honorarios.records.models import AccountPart, Attendance, FeeLine, Remittance
    from honorarios.records.selectors import Scope

LARGEST_KEY: Final = 2**63 - 1

AnyRow = TypeVar("AnyRow", bound=Model)


def one(rows: QuerySet[AnyRow], what: str, **named: object) -> AnyRow:
    """The one row within ``rows`` of that name, or PER-NOT-FOUND; ``what`` is a noun: ``"A parcial 3"``."""
    found = selectors.any_of(rows.filter(**named))
    return found if found is not None else not_found(what)


def columns(
    rows: QuerySet[AnyRow], what: str, told: Iterable[str], **named: object
) -> dict[str, Any]:
    """Some columns of that one row, for what is only shown: cheaper by far than the row and its joins."""
    found = rows.filter(**named).values(*told)
    return next(iter(found[:1]), None) or not_found(what)


def part(scope: Scope, part_id: int) -> AccountPart:
    """A part within reach, with what its rules ask for."""
    rows = selectors.parts(scope).select_related("account__attendance", "payer", "billing_unit")
    return one(rows, f"A parcial {part_id}", pk=part_id)


def part_ids(scope: Scope, wanted: Iterable[int]) -> list[int]:
    """The numbers of parts that are all within reach; the first that is not stops the request."""
    asked = list(dict.fromkeys(wanted))
    for part_id in asked:
        # Not every database compares with a number that is beyond its own.
        if not 0 < part_id <= LARGEST_KEY:
            not_found(f"A parcial {part_id}")
    found = set(selectors.parts(scope).filter(pk__in=asked).values_list("pk", flat=True))
    for part_id in asked:
        if part_id not in found:
            not_found(f"A parcial {part_id}")
    return asked


def line(scope: Scope, uid: object) -> FeeLine:
    """A fee line within reach, by its identifier, without its price trace."""
    try:
        name = uid if isinstance(uid, UUID) else UUID(str(uid))
    except ValueError:
        not_found("O lançamento")
    return one(selectors.lines(scope).defer("kept"), f"O lançamento {name}", uid=name)


def attendance(scope: Scope, attendance_id: int) -> Attendance:
    """An attendance within reach."""
    return one(selectors.attendances(scope), f"O atendimento {attendance_id}", pk=attendance_id)


def remittance(scope: Scope, remittance_id: int) -> Remittance:
    """A remittance within reach."""
    return one(selectors.remittances(scope), f"A remessa {remittance_id}", pk=remittance_id)
