"""Launching entries: every door's one way in, for one entry of a form or for a file of them.

Prices are asked for in two batches, whatever the number of entries: first each entry's own price,
then what that price calls for (the plan's accommodation, the private line, the facility fee). Then
each entry is concluded in its order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import LineKind, SplitForm
from honorarios.launching import checks, codes, difference, package
from honorarios.launching.automatic import fee_code, fee_line
from honorarios.launching.case import Case
from honorarios.launching.difference import BED, INSURER
from honorarios.launching.lines import divided, facility_fee, whole_line
from honorarios.launching.model import Outcome, TargetPart
from honorarios.launching.prepare import Prepared, prepare
from honorarios.launching.running import Running
from honorarios.launching.side import lacks_credential

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreement
    from honorarios.launching.model import Line, Request
    from honorarios.launching.prices import EngineLine, Price, Pricer

FEE: Final = "fee"
"""The price of the facility fee."""


@dataclass(frozen=True, slots=True)
class Priced:
    """An entry with its first price, and what that price calls for."""

    prepared: Prepared
    price: Price | None
    agreement: Agreement | None
    has_difference: bool
    fee: str | None
    """Code of the facility fee it brings."""
    asked: Mapping[str, EngineLine]
    """What is still to be priced, by name."""


def launch(
    requests: Sequence[Request], pricer: Pricer, running: Running | None = None
) -> list[Outcome]:
    """What becomes of each entry, in order; earlier entries count for those that follow.

    Nothing is written: a caller writes the lines of the outcomes that are ready.

    Args:
        requests: The entries, each with where it goes.
        pricer: What they cost.
        running: What earlier calls have launched that isn't on record, as in a trial of a long file.
    """
    prepared = [prepare(request) for request in requests]
    first = iter(pricer.price([one.line for one in prepared if one.line is not None]))
    priced = [follow(one, None if one.line is None else next(first), pricer) for one in prepared]
    then = iter(pricer.price([line for one in priced for line in one.asked.values()]))
    running = Running() if running is None else running
    outcomes = []
    for one in priced:
        prices = {name: next(then) for name in one.asked}
        outcomes.append(conclude(one, prices, running, pricer))
    return outcomes


def follow(prepared: Prepared, price: Price | None, pricer: Pricer) -> Priced:
    """What an entry's first price calls for."""
    line, request = prepared.line, prepared.request
    entry, context = request.entry, request.context
    if line is None or price is None or price.contract is None or entry.start is None:
        return Priced(prepared, price, None, has_difference=False, fee=None, asked={})
    agreements, admission = pricer.agreements, context.attendance.started_on
    agreement = agreements.of(price.contract, entry.start, entry.end, admission)
    if agreement is None:
        return Priced(prepared, price, None, has_difference=False, fee=None, asked={})
    asked: dict[str, EngineLine] = {}
    plan, stay = context.part.plan, prepared.stay
    has_difference = stay is not None and difference.applies(agreement, context, stay)
    if has_difference and stay is not None and plan is not None:
        asked[INSURER] = {**line, "accommodation": plan.accommodation}
        asked |= difference.probes(line, agreement, context, stay)
    row = None if price.price_row is None else agreements.row(price.price_row)
    fee = fee_code(entry, agreement, row) if request.replaces is None else None
    if fee is not None:
        asked[FEE] = {**fee_line(line, fee), "contract": price.contract}
    return Priced(prepared, price, agreement, has_difference, fee, asked)


def conclude(
    priced: Priced, prices: Mapping[str, Price], running: Running, pricer: Pricer
) -> Outcome:
    """The lines of an entry, every finding about it, and what has to be asked.

    An insertion that is not refused is counted in ``running``.
    """
    return _Conclusion(priced, prices, running, pricer).outcome()


class _Conclusion:
    """One entry being concluded."""

    def __init__(
        self, priced: Priced, prices: Mapping[str, Price], running: Running, pricer: Pricer
    ) -> None:
        self._priced = priced
        self._prices = prices
        self._running = running
        self._pricer = pricer
        self._prepared = priced.prepared
        self._entry = priced.prepared.request.entry
        self._context = priced.prepared.request.context
        self._replaces = priced.prepared.request.replaces
        self._findings: list[Finding] = []

    def outcome(self) -> Outcome:
        """The answer to the entry."""
        treated = self._treated()
        lines = self._lines(treated) if self._is_usable() else []
        case = self._case(lines)
        findings = checks.of_entry(case) + self._findings + self._credential(case.lines)
        outcome = Outcome(self._entry.key, tuple(lines), tuple(findings), treated.question)
        if not outcome.blocked and self._replaces is None:
            self._running.add(self._context, self._entry, treated.covered)
        return outcome

    def _insurer(self) -> Price | None:
        """The price of the line in this part of the account."""
        return self._prices.get(INSURER, self._priced.price)

    def _is_usable(self) -> bool:
        """Whether the price is of what was entered, and not of what stood in for a missing field."""
        entry, insurer = self._entry, self._insurer()
        early = entry.start is not None and (entry.end is None or entry.start <= entry.end)
        whole = early and entry.role is not None and not entry.unread
        priced = insurer is not None and insurer.priced
        return whole and priced and checks.valid_quantity(entry.quantity)

    def _case(self, lines: Sequence[Line]) -> Case:
        prepared, insurer = self._prepared, self._insurer()
        number = None if insurer is None else insurer.price_row
        here = [
            line
            for line in lines
            if line.part is TargetPart.THIS and line.line_kind is LineKind.PROFESSIONAL_FEE
        ]
        return Case(
            entry=self._entry,
            context=self._context,
            stay=prepared.stay,
            cost_centre=prepared.cost_centre,
            replaces=self._replaces,
            price=insurer,
            row=None if number is None else self._pricer.agreements.row(number),
            agreement=self._priced.agreement,
            lines=tuple(here),
            launched=self._replaces is None
            and self._running.is_launched(self._context, self._entry),
        )

    def _treated(self) -> package.Treated:
        """What the package does; an edit keeps what was decided, unless it brings a decision."""
        entry, context = self._entry, self._context
        quantity = entry.quantity or 1
        if self._replaces is not None and entry.package_decision is None:
            return package.Treated((package.Portion(quantity, self._replaces.line.treatment),))
        return package.treat(
            quantity,
            self._running.allowance(context, entry.code or ""),
            context.package,
            entry.package_decision,
            context.parameters,
        )

    def _lines(self, treated: package.Treated) -> list[Line]:
        """The lines of every portion, and the facility fee."""
        lines: list[Line] = []
        for portion in treated.portions:
            lines += self._portion(portion, len(lines))
        price, code = self._prices.get(FEE), self._priced.fee
        if lines and price is not None and code is not None:
            if price.priced:
                lines.append(facility_fee(lines[0], price, code, self._pricer))
            else:
                self._findings.append(self._unpriced_fee(code, price))
        return lines

    def _portion(self, portion: package.Portion, first: int) -> list[Line]:
        """The lines of some units: the shares of the act, and its private line."""
        agreement, stay = self._priced.agreement, self._prepared.stay
        prices = self._prices_of(portion.quantity)
        if agreement is None:
            return []
        price = prices.get(INSURER, prices[BED])
        whole = whole_line(self._prepared, price, portion, self._pricer)
        lines, findings = divided(whole, self._prepared, agreement, price, first)
        self._findings += findings
        if self._priced.has_difference and stay is not None:
            private, findings = difference.private_line(
                whole, prices, agreement, self._context, stay, self._pricer.agreements
            )
            self._findings += findings
            if private is not None:
                lines.append(replace(private, difference_of=first))
        return lines

    def _prices_of(self, quantity: int) -> dict[str, Price]:
        """The prices of some units; asked for again where they are not all of the entry's."""
        line, price = self._prepared.line, self._priced.price
        if line is None or price is None:
            return {}
        if quantity == self._entry.quantity:
            return {BED: price, **self._prices}
        asked = {BED: line, **self._priced.asked}
        priced = self._pricer.price([{**one, "quantity": quantity} for one in asked.values()])
        return dict(zip(asked, priced, strict=True))

    def _unpriced_fee(self, code: str, price: Price) -> Finding:
        row = self._case(()).row
        porte = "" if row is None else row.anaesthetic_porte
        return codes.FEE_WITHOUT_PRICE.at(
            self._entry.place("code"),
            code=code,
            porte=porte,
            reason=price.status.message,
            tip=price.status.tip,
        )

    def _credential(self, lines: Sequence[Line]) -> list[Finding]:
        """A warning where "Fora da Conta" was ticked and no accreditation is in force (3.12, row 6)."""
        context = self._context
        for line in lines:
            ruled_by_split = line.split_form is SplitForm.PERCENT
            principal = line.provider == context.part.principal_provider
            if not line.outside_requested or ruled_by_split or principal:
                continue
            day = line.start.date()
            if lacks_credential(context, line.provider, line.code, line.role, day):
                return [codes.NO_CREDENTIAL.at(self._entry.place("outside_requested"))]
        return []
