"""Closing checks: what has to be right before an account part is closed (``spec: launching 3.2``).

Every line in force goes through V4 to V12 again with the record's facts of today, V15 looks at the
visits, divisions add up, nothing is without a price and no question is pending. V2 is the state table's
matter, and V3 forbids changing the lines of an invoiced private part, which closing doesn't.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.money import format_brl
from honorarios.core.vocabulary import LineKind, LineStatus, SplitForm
from honorarios.launching import checks, codes, split
from honorarios.launching.accommodation import stay_at
from honorarios.launching.again import entry_of, price_again
from honorarios.launching.bundle import bundles_of
from honorarios.launching.case import Case
from honorarios.launching.cost_centre import CostCentre

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from honorarios.catalogue.schema import Coding
    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreement, Agreements
    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Context, Line, Recorded

    AgreementsOf: TypeAlias = Callable[[str], Agreements]

AGAIN: Final[tuple[checks.Check, ...]] = (
    checks.missing_cost_centre,
    checks.missing_cost_centre_of_bed,
    checks.missing_cost_centre_of_workstation,
    checks.unpriced,
    checks.worthless_line,
    checks.outside_period,
    checks.start_after_end,
    checks.other_sex,
    checks.other_age,
    checks.inpatient_consultation,
    checks.other_setting,
    checks.principal_outside,
    checks.missing_role,
)
OF_PEOPLE: Final = frozenset({checks.missing_role})
"""Checks that a facility fee is exempt from: it is nobody's act."""


def findings(
    account: Sequence[Recorded],
    context: Context,
    agreements_of: AgreementsOf,
    pending: int = 0,
) -> tuple[Finding, ...]:
    """What is wrong with the part of the context, all of it.

    Args:
        account: Every line of the account: a surgery may be in another part than its visits.
        context: The part and the record's facts of today.
        agreements_of: The agreements of a catalogue by its hash.
        pending: Entries of the part that still wait for somebody's answer.
    """
    closing = _Closing(account, context, agreements_of)
    return (
        *closing.attendance(),
        *closing.questions(pending),
        *closing.lines(),
        *closing.visits(),
        *closing.divisions(),
    )


class _Closing:
    """One part being closed."""

    def __init__(
        self, account: Sequence[Recorded], context: Context, agreements_of: AgreementsOf
    ) -> None:
        self._account = [line for line in account if line.status is LineStatus.ACTIVE]
        self._here = [line for line in self._account if line.part == context.part.key]
        self._context = context
        self._agreements_of = agreements_of

    def attendance(self) -> list[Finding]:
        """V1: the attendance is cancelled."""
        found = checks.cancelled_attendance(self._context, Place())
        return [] if found is None else [found]

    def questions(self, pending: int) -> list[Finding]:
        """Entries that nobody has answered for yet."""
        return [codes.PENDING_QUESTION.at(Place(), count=pending)] if pending else []

    def lines(self) -> list[Finding]:
        """V4 to V12 of every line in force."""
        found = []
        for recorded in self._here:
            case, fee = self._case(recorded), recorded.line.line_kind is LineKind.FACILITY_FEE
            told = (check(case) for check in AGAIN if not (fee and check in OF_PEOPLE))
            found += [finding for finding in told if finding is not None]
        return found

    def visits(self) -> list[Finding]:
        """V15: hospital visits that the surgery of their own provider includes."""
        lines = [recorded.line for recorded in self._account]
        found = checks.postoperative_visits(lines, self._coding)
        return [
            replace(finding, place=entry_of(self._account[number]).place("start"))
            for number, finding in found.items()
            if self._account[number].part == self._context.part.key
        ]

    def divisions(self) -> list[Finding]:
        """Divisions whose shares are not together what was divided."""
        divided = [
            bundle
            for bundle in bundles_of(self._here)
            if bundle.head.line.split_form is not SplitForm.NONE
        ]
        return [finding for bundle in divided for finding in self._division(bundle)]

    def _division(self, bundle: Bundle) -> list[Finding]:
        line = bundle.head.line
        agreement = self._agreement(line)
        if agreement is None:
            return []
        whole = split.divided_total(price_again(line), agreement, line.split_form)
        together = sum(share.line.total for share in bundle.acts)
        if together == whole:
            return []
        place = entry_of(bundle.head).place("split_form")
        shown = {"sum": format_brl(together), "whole": format_brl(whole)}
        return [codes.SPLIT_SUM.at(place, code=line.code, day=line.start.date(), **shown)]

    def _case(self, recorded: Recorded) -> Case:
        line = recorded.line
        agreements = self._agreements_of(line.catalogue_hash)
        return Case(
            entry=entry_of(recorded),
            context=self._context,
            stay=stay_at(self._context.stays, line.start),
            cost_centre=CostCentre(line.cost_centre),
            price=price_again(line),
            row=None if line.price_row is None else agreements.row(line.price_row),
            agreement=self._agreement(line),
            lines=(line,),
        )

    def _agreement(self, line: Line) -> Agreement | None:
        contract, admission = price_again(line).contract, self._context.attendance.started_on
        if contract is None:
            return None
        agreements = self._agreements_of(line.catalogue_hash)
        return agreements.of(contract, line.start, line.end, admission)

    def _coding(self, line: Line) -> Coding | None:
        agreement = self._agreement(line)
        return None if agreement is None else agreement.coding
