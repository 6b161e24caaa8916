"""Fee difference to private expenses: a bed above the plan's (seed, section 05; ``spec: launching 3.11``).

The insurer's line always has the plan's accommodation. What the superior one adds is the patient's, by
the insurer's prices or by those of a private contract, where the patient chose the bed and consented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import DifferenceFactorSource, DifferenceMode
from honorarios.core.findings import Place
from honorarios.core.vocabulary import PayerGroup, Treatment, UpgradeReason
from honorarios.launching import codes
from honorarios.launching.components import ALL, Components, Worth
from honorarios.launching.model import TargetPart
from honorarios.launching.prices import told
from honorarios.launching.split import units_of
from honorarios.launching.states import frozen_state, is_frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreement, Agreements
    from honorarios.launching.model import Context, Line, StayFacts
    from honorarios.launching.prices import EngineLine, Price

BED: Final = "bed"
"""The insurer's price with the bed's accommodation."""
INSURER: Final = "insurer"
"""The insurer's price with the plan's accommodation: what the insurer's line is worth."""
PRIVATE_BED: Final = "private_bed"
"""The private contract's price with the bed's accommodation."""
PRIVATE_PLAN: Final = "private_plan"
"""The private contract's price with the plan's accommodation."""
THE_INSURERS: Final = ("contract", "payer", "billing_unit", "route", "plan")
"""Cells that say by which contract the insurer pays; the private contract is named instead."""
REMAINDER: Final = "REMAINDER"
"""The mode without a private contract: the insurer's price in the bed minus the insurer's line."""
NOTHING: Final = Worth(0, 0)


def applies(agreement: Agreement, context: Context, stay: StayFacts) -> bool:
    """Whether the patient is in a bed above the plan's under a contract with fee difference."""
    plan = context.part.plan
    if not agreement.launching.fee_difference or plan is None or plan.accommodation is None:
        return False
    if context.part.payer_group is PayerGroup.SELF_PAY or plan.rank is None or stay.rank is None:
        return False
    return plan.rank < stay.rank


def probes(
    line: EngineLine, agreement: Agreement, context: Context, stay: StayFacts
) -> dict[str, EngineLine]:
    """What else has to be priced: the act by the private contract, in the bed and in the plan's."""
    contract, plan = agreement.launching.difference_contract, context.part.plan
    if contract is None or plan is None:
        return {}
    cells = {name: cell for name, cell in line.items() if name not in THE_INSURERS}
    wanted = {PRIVATE_BED: stay.accommodation, PRIVATE_PLAN: plan.accommodation}
    return {
        name: {**cells, "contract": contract, "accommodation": wanted[name]}
        for name in _private_probes(agreement)
    }


def private_line(
    insurer: Line,
    prices: Mapping[str, Price],
    agreement: Agreement,
    context: Context,
    stay: StayFacts,
    agreements: Agreements,
) -> tuple[Line | None, tuple[Finding, ...]]:
    """The private line of an insurer's line, as that is before it is divided; or why there is none."""
    unpriced = _unpriced(prices, agreement, insurer)
    if unpriced:
        return None, unpriced
    difference = _Reckoning(prices, agreement, agreements).difference()
    if difference.total <= 0:
        return None, ()
    findings = _obstacles(context, stay)
    if findings:
        return None, findings
    quantity, unit = units_of(difference.total, insurer.quantity)
    source = difference.superior
    line = replace(
        insurer,
        part=TargetPart.PRIVATE,
        quantity=quantity,
        unit_value=unit,
        total=difference.total,
        charged=difference.total,
        treatment=Treatment.NORMAL,
        outside_requested=False,
        outside_stored=False,
        kept={**source.kept, "difference": difference.kept(agreement)},
        price_row=source.price_row,
    )
    return line, ()


def estimate_lines(
    line: EngineLine, agreement: Agreement, plan: str, bed: str
) -> dict[str, EngineLine]:
    """What has to be priced to foretell a difference, before the patient lies in any bed.

    Args:
        line: The act by the insurer's contract.
        agreement: That contract's terms, with fee difference.
        plan: The accommodation that the plan contracted.
        bed: The superior one.
    """
    insurers: dict[str, EngineLine] = {
        INSURER: {**line, "accommodation": plan},
        BED: {**line, "accommodation": bed},
    }
    contract = agreement.launching.difference_contract
    if contract is None:
        return insurers
    cells = {name: cell for name, cell in line.items() if name not in THE_INSURERS}
    wanted = {PRIVATE_BED: bed, PRIVATE_PLAN: plan}
    return insurers | {
        name: {**cells, "contract": contract, "accommodation": wanted[name]}
        for name in _private_probes(agreement)
    }


def estimate(
    prices: Mapping[str, Price], agreement: Agreement, agreements: Agreements
) -> int | None:
    """What the patient would pay, in centavos, by the prices of those lines; None where one is lacking."""
    if not all(price.priced for price in prices.values()):
        return None
    return max(0, _Reckoning(prices, agreement, agreements).difference().total)


@dataclass(frozen=True, slots=True)
class _Difference:
    """The superior price and what is taken from it."""

    mode: str
    superior: Price
    worth: Worth
    """The superior price's, under the terms' factor and hours."""
    less: Worth

    @property
    def total(self) -> int:
        """What the patient pays, in centavos."""
        return self.worth.total - self.less.total

    def kept(self, agreement: Agreement) -> dict[str, object]:
        """How the private line's total came to be, for its price trace."""
        terms = agreement.launching
        by_parameter = terms.difference_factor_source is DifferenceFactorSource.PARAMETER
        return {
            "mode": self.mode,
            "factor": told(terms.difference_factor) if by_parameter else None,
            "overtime": terms.difference_overtime,
            "superior_centavos": self.worth.total,
            "less_centavos": self.less.total,
        }


class _Reckoning:
    """What the patient pays, from the prices of one act."""

    def __init__(
        self, prices: Mapping[str, Price], agreement: Agreement, agreements: Agreements
    ) -> None:
        self._prices = prices
        self._agreement = agreement
        self._agreements = agreements
        self._terms = agreement.launching

    def difference(self) -> _Difference:
        """The superior price and what is taken from it."""
        private = self._agreement.private
        if private is None:
            # Like with like: without its overtime the private line is less the insurer's without it.
            return self._of(REMAINDER, BED, INSURER, self._agreement, self._plain(INSURER))
        mode, insurer = self._terms.difference_mode, self._prices[INSURER]
        less = NOTHING
        if mode is DifferenceMode.DELTA:
            less = self._plain(PRIVATE_PLAN, private)
        elif mode is DifferenceMode.TOTAL_MINUS:
            less = Worth(insurer.unit, insurer.total)
        return self._of(mode.value, PRIVATE_BED, PRIVATE_PLAN, private, less)

    def _of(self, mode: str, bed: str, plan: str, priced_by: Agreement, less: Worth) -> _Difference:
        name = _superior_name(bed, plan, self._agreement)
        return _Difference(mode, self._prices[name], self._superior(name, priced_by), less)

    def _superior(self, name: str, priced_by: Agreement) -> Worth:
        """The price with the superior factor, and without overtime where the terms say so."""
        factor = self._terms.difference_factor
        by_bed = self._terms.difference_factor_source is DifferenceFactorSource.BED
        if by_bed or factor is None or priced_by.iamspe or not self._admits(self._prices[name]):
            return self._plain(name, priced_by)
        return self._worth(name, priced_by, {"accommodation_factor": factor, **self._hours()})

    def _plain(self, name: str, priced_by: Agreement | None = None) -> Worth:
        """The price, without overtime where the terms say so."""
        return self._worth(name, priced_by or self._agreement, self._hours())

    def _worth(self, name: str, priced_by: Agreement, figures: Mapping[str, Decimal]) -> Worth:
        price = self._prices[name]
        if not figures:
            return Worth(price.unit, price.total)
        return Components.of(price, priced_by).with_figures(**figures).worth(*ALL)

    def _hours(self) -> dict[str, Decimal]:
        return {} if self._terms.difference_overtime else {"overtime_percent": Decimal(0)}

    def _admits(self, price: Price) -> bool:
        """Whether the price row admits an accommodation factor; a fixed price does."""
        row = price.price_row
        return row is None or self._agreements.row(row).admits_accommodation


def _superior_name(bed: str, plan: str, agreement: Agreement) -> str:
    """The price whose factor is the superior one: with a factor of the terms, any bed would do."""
    by_bed = agreement.launching.difference_factor_source is DifferenceFactorSource.BED
    return bed if by_bed else plan


def _private_probes(agreement: Agreement) -> tuple[str, ...]:
    """The prices of the private contract that the mode and the factor's origin call for."""
    terms = agreement.launching
    superior = _superior_name(PRIVATE_BED, PRIVATE_PLAN, agreement)
    if terms.difference_mode is DifferenceMode.DELTA:
        return tuple(dict.fromkeys((superior, PRIVATE_PLAN)))
    return (superior,)


def _unpriced(
    prices: Mapping[str, Price], agreement: Agreement, insurer: Line
) -> tuple[Finding, ...]:
    """What has no price of what the private line needs."""
    if agreement.launching.difference_contract is None:
        needed: tuple[str, ...] = (_superior_name(BED, INSURER, agreement),)
    else:
        needed = _private_probes(agreement)
    lacking = [prices[name] for name in needed if not prices[name].priced]
    if not lacking:
        return ()
    status = lacking[0].status
    finding = codes.NO_PRIVATE_PRICE.at(
        Place(field="code"), code=insurer.code, reason=status.message, tip=status.tip
    )
    return (finding,)


def _obstacles(context: Context, stay: StayFacts) -> tuple[Finding, ...]:
    """Why the patient is not charged, or cannot be."""
    found = []
    if stay.reason is not UpgradeReason.PATIENT_OPTION:
        reason = "não informado" if stay.reason is None else stay.reason.label.lower()
        found.append(codes.NOT_BY_OPTION.at(Place(field="start"), bed=stay.bed, reason=reason))
    if not stay.consented:
        found.append(codes.NO_CONSENT.at(Place(field="start"), bed=stay.bed))
    part = context.private_part
    if not found and part is not None and is_frozen(part):
        state = frozen_state(part)
        found.append(codes.FROZEN_PRIVATE_PART.at(Place(), number=part.number, state=state))
    return tuple(found)
