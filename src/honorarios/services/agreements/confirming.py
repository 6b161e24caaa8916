"""Confirming, denying or presuming a fact of the register: who said so, when, and until when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.records.models import FactStatus
from honorarios.services.agreements import codes
from honorarios.services.days import today
from honorarios.services.operations import Operation
from honorarios.services.outcomes import refuse
from honorarios.services.registers import REGISTERS, Saved
from honorarios.services.registers.confirmations import ANSWERED
from honorarios.services.registers.writing import alter
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

CONFIRMED: Final = ("agreements", "memberships", "credentials")
"""The registers whose rows are facts that somebody confirms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What somebody said of a fact."""

    status: str = FactStatus.CONFIRMED.value
    confirmed_by: str = ""
    confirmed_on: date | None = None
    """None: today, where it is confirmed or denied."""
    evidence: str = ""
    expires_on: date | None = None
    """Last day on which it may be believed; None: until further notice."""


def confirm(
    *,
    actor: Actor,
    register: str,
    row_id: int,
    said: Confirmation,
    seen: str | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[Saved]:
    """Write how a fact is known now; what was known before stays in the row's history.

    Args:
        actor: Who writes it down.
        register: One of :data:`CONFIRMED`; another stops with REG-FACT.
        row_id: Which row.
        said: What was said of it. Presumed or unknown ones were confirmed by nobody, on no day.
        seen: The tag of the row as the person saw it; EST-STALE where it isn't so any more.
        key: Idempotency key.
        dry_run: Answer and write nothing.
    """

    def do(work: Work) -> Saved:
        if register not in CONFIRMED:
            known = ", ".join(CONFIRMED)
            refuse(codes.NO_FACT.at(Place(field="register"), register=register, known=known))
        answered = said.status in ANSWERED
        day = said.confirmed_on or today(work.actor.office_id, work.now)
        values: dict[str, object] = {
            "fact_status": said.status,
            "evidence": said.evidence,
            "confirmed_by": said.confirmed_by if answered else "",
            "confirmed_on": day.isoformat() if answered else "",
            "expires_on": "" if said.expires_on is None else said.expires_on.isoformat(),
        }
        told = {"status": said.status, "expires_on": values["expires_on"]}
        return alter(work, REGISTERS[register], row_id, values, seen, told=told)

    request = [register, row_id, said.status, said.confirmed_by, str(said.confirmed_on)]
    return perform(
        actor=actor,
        operation=Operation.AGREEMENTS_CONFIRM,
        answer=Saved,
        do=do,
        key=key,
        request=[*request, said.evidence, str(said.expires_on), seen],
        dry_run=dry_run,
    )
