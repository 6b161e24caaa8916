"""What a service answers: a value, findings, and what kind of refusal they are.

A service never raises for what somebody asked. Inside one, :func:`refuse` stops the work: everything it
wrote is undone, and the findings become the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, NoReturn, TypeVar

from honorarios.core.findings import Finding, Place, Severity, has_errors
from honorarios.services import codes

if TYPE_CHECKING:
    from honorarios.core.findings import Code

T = TypeVar("T")


class Refusal(StrEnum):
    """Why a request was refused, for a door to choose its status or exit code by."""

    INVALID = "invalid"
    """Something in the request, or about what it asks, is wrong: a rule of the field."""
    NOT_SIGNED_IN = "not_signed_in"
    FORBIDDEN = "forbidden"
    """The role has no such permission, whatever the object."""
    NOT_FOUND = "not_found"
    """Absent, another office's or another unit's: all alike."""
    STATE = "state"
    """What is asked is possible, but not in the state that things are in."""
    STALE = "stale"
    """Somebody else changed it meanwhile."""
    IN_FLIGHT = "in_flight"
    """The same request is being carried out at this moment."""
    KEY_REUSED = "key_reused"
    """The idempotency key belongs to another request."""
    UNAVAILABLE = "unavailable"
    """Nothing is wrong with the request; the database can't take it now."""


_BY_CODE: Final = {
    codes.NOT_ALLOWED.name: Refusal.FORBIDDEN,
    codes.NOT_FOUND.name: Refusal.NOT_FOUND,
    "PER-INVITATION": Refusal.NOT_FOUND,
    codes.NO_TOKEN.name: Refusal.NOT_SIGNED_IN,
    codes.TOKEN_BY_TOKEN.name: Refusal.FORBIDDEN,
    codes.STALE.name: Refusal.STALE,
    codes.KEY_INVALID.name: Refusal.INVALID,
    codes.KEY_REUSED.name: Refusal.KEY_REUSED,
    codes.IN_FLIGHT.name: Refusal.IN_FLIGHT,
    codes.TOO_LONG.name: Refusal.INVALID,
    codes.NOT_TEXT.name: Refusal.INVALID,
    codes.NOT_WALL_TIME.name: Refusal.INVALID,
    codes.ENDS_BEFORE_START.name: Refusal.INVALID,
    codes.STAY_BEFORE_START.name: Refusal.INVALID,
    codes.STAYS_OVERLAP.name: Refusal.INVALID,
    codes.NUMBER_REQUIRED.name: Refusal.INVALID,
    codes.NUMBER_TAKEN.name: Refusal.INVALID,
    codes.INVOICE_NUMBER.name: Refusal.INVALID,
    codes.OTHER_REMITTANCE.name: Refusal.INVALID,
    "EST-REASON": Refusal.INVALID,
    codes.BUSY.name: Refusal.UNAVAILABLE,
    codes.UNAVAILABLE.name: Refusal.UNAVAILABLE,
    codes.NO_SPACE.name: Refusal.UNAVAILABLE,
    "REG-IMPORT-SESSION": Refusal.NOT_FOUND,
    "REG-IMPORT-RUNNING": Refusal.IN_FLIGHT,
    "REG-IMPORT-GONE": Refusal.STATE,
    "PRZ-UNKNOWN": Refusal.NOT_FOUND,
    "PRZ-FEED": Refusal.NOT_FOUND,
    "BKP-EXISTS": Refusal.STATE,
    "BKP-NOT-EMPTY": Refusal.STATE,
    "LAN-V01": Refusal.STATE,
    "LAN-V02": Refusal.STATE,
    "LAN-V03": Refusal.STATE,
    "LAN-V05": Refusal.STATE,
    "LAN-V16": Refusal.STATE,
    "LAN-BULK-DIFFERS": Refusal.STALE,
    "ROU-CHANGED": Refusal.STALE,
    "ROU-CLAIMED": Refusal.STATE,
    "ROU-CASE": Refusal.STATE,
    "ROU-NOT-PERFORMED": Refusal.STATE,
    "ROU-NO-CLAIM": Refusal.STATE,
    "ROU-CLOSED-SINCE": Refusal.STATE,
    "ROU-STATE": Refusal.STATE,
    "LAN-BULK-UNDONE": Refusal.STATE,
    "LAN-BULK-NOT-LEFT": Refusal.STATE,
}
_BY_AREA: Final = {"EST": Refusal.STATE}


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """The answer of a service."""

    value: T | None = None
    """What was done or read; with a refusal, what could be shown all the same, or nothing."""
    findings: tuple[Finding, ...] = ()
    replayed: bool = False
    """Whether this is the stored answer of an earlier request with the same idempotency key."""

    @property
    def ok(self) -> bool:
        """Whether it was done; warnings may remain."""
        return not has_errors(self.findings)

    @property
    def refusal(self) -> Refusal | None:
        """What kind of refusal it is, by its first error; None when it was done."""
        return next((_refusal(f) for f in self.findings if f.severity is Severity.ERROR), None)

    def require(self) -> T:
        """The value of a request that was done; for programs that know it was, and tests."""
        if self.value is None or not self.ok:
            raise ValueError("; ".join(map(str, self.findings)) or "no answer")
        return self.value


class Refused(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Stops a unit of work with the findings that it answers; never leaves the services."""

    def __init__(self, findings: tuple[Finding, ...], value: object = None) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings
        self.value = value


def refuse(*findings: Finding, value: object = None) -> NoReturn:
    """Stop here: undo what was written and answer these findings."""
    raise Refused(findings, value)


def not_found(what: str) -> NoReturn:
    """Stop here: ``what`` is absent, or is not for this actor to see."""
    raise Refused((at(codes.NOT_FOUND, what=what),))


def at(code: Code, field: str = "", **values: object) -> Finding:
    """The finding of a kind at a field of the request."""
    return code.at(Place(field=field), **values)


def _refusal(finding: Finding) -> Refusal:
    return _BY_CODE.get(finding.code) or _BY_AREA.get(
        finding.code.partition("-")[0], Refusal.INVALID
    )
