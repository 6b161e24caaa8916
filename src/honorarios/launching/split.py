"""Charge division (divisão de cobrança): by percentage or by value (seed, section 04; ``spec: launching 3.10``).

By percentage, the executing provider has a rule for the procedure and what it leaves is the principal
provider's. By value, which the user chooses before the line is inserted, the principal provider takes
the operating cost and the other one the fee.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from honorarios.core.money import RoundingMode, scaled
from honorarios.core.money import divide as divide_exactly
from honorarios.core.vocabulary import SplitForm
from honorarios.launching import codes
from honorarios.launching.components import ALL, FEE, OPERATING_COST, Components, base
from honorarios.launching.model import Division, Share
from honorarios.launching.split_rules import best_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreement
    from honorarios.launching.model import Context, Entry, SplitRule, SplitShare
    from honorarios.launching.prices import Price

HUNDRED: Final = Decimal(100)
BASES: Final = frozenset({"BRL", "CH"})
"""Bases of the rows that may be divided by value (seed: "em quantidade de CHs ou em reais")."""

Divided = tuple[Division | None, tuple["Finding", ...]]


def divide(entry: Entry, context: Context, agreement: Agreement, price: Price) -> Divided:
    """The shares of one priced act, or None where nothing divides it or it cannot be divided.

    An explicit choice of VALUE wins over a rule of percentages.
    """
    if entry.split_form is SplitForm.VALUE:
        return _by_value(entry, context, agreement, price)
    return _by_percent(entry, context, agreement, price)


def divided_total(price: Price, agreement: Agreement, form: SplitForm) -> int:
    """What the shares of a division come to together, in centavos."""
    if form is SplitForm.VALUE:
        return _divided_components(price, agreement).worth(*ALL).total
    return price.total


def percent_amounts(total: int, percents: Sequence[Decimal], mode: RoundingMode) -> list[int]:
    """Each percentage of a total in centavos, and last what they leave.

    Every amount is the difference of two rounded running sums: together they are the total, and each
    is within a centavo of its exact value, however many there are.

    >>> percent_amounts(10_001, [Decimal("33.33")], RoundingMode.HALF_UP)
    [3333, 6668]
    """
    sums = accumulate(percents, initial=Decimal(0))
    reached = [percent_of(total, percent, mode) for percent in sums]
    amounts = [after - before for before, after in pairwise(reached)]
    return [*amounts, total - reached[-1]]


def percent_of(total: int, percent: Decimal, mode: RoundingMode) -> int:
    """A percentage of centavos, rounded to a whole centavo."""
    mantissa, scale = scaled(percent)
    return divide_exactly(total * mantissa, 100 * int(10**scale), mode)


def units_of(total: int, quantity: int) -> tuple[int, int]:
    """Quantity and unit value of an amount: the act's quantity where it divides exactly, else 1.

    >>> units_of(900, 3), units_of(1000, 3)
    ((3, 300), (1, 1000))
    """
    return (1, total) if total % quantity else (quantity, total // quantity)


def _by_percent(entry: Entry, context: Context, agreement: Agreement, price: Price) -> Divided:
    if entry.code is None or entry.start is None or entry.provider is None:
        return None, ()
    rules = best_rules(
        context.split_rules.get(entry.provider, ()),
        entry.code,
        price.contract,
        entry.start.date(),
    )
    findings = _rule_findings(rules, entry, context)
    principal = context.part.principal_provider
    if findings or not rules or principal is None:
        return None, tuple(findings)
    mode = agreement.terms.rounding.as_mode
    shares = _percent_shares(rules[0], principal, price, mode)
    return Division(SplitForm.PERCENT, principal, shares), ()


def _rule_findings(rules: Sequence[SplitRule], entry: Entry, context: Context) -> list[Finding]:
    """What forbids a division by these rules."""
    place, provider = entry.place("split_form"), entry.provider
    if not rules:
        wanted = entry.split_form is SplitForm.PERCENT
        return [codes.NO_SPLIT_RULE.at(place, provider=provider, code=entry.code)] if wanted else []
    if len(rules) > 1:
        return [codes.AMBIGUOUS_SPLIT.at(place, provider=provider, code=entry.code)]
    shares = rules[0].shares
    if not shares or any(share.percent <= 0 for share in shares) or _sum(shares) > HUNDRED:
        return [codes.WRONG_SPLIT_RULE.at(place, provider=provider)]
    receivers = (share.provider for share in shares)
    found = _unknown_providers(receivers, entry, context)
    if context.part.principal_provider is None:
        found.append(codes.NO_PRINCIPAL.at(place, unit=context.part.billing_unit))
    return found


def _percent_shares(
    rule: SplitRule, principal: str, price: Price, mode: RoundingMode
) -> tuple[Share, ...]:
    """The executing provider's share, those of the others, and the principal's: what they leave.

    A share of the principal provider is part of what is left.
    """
    received = [share for share in rule.shares if share.provider != principal]
    received.sort(key=lambda share: share.provider != rule.provider)
    percents = [share.percent for share in received]
    *amounts, rest = percent_amounts(price.total, percents, mode)
    shares = [
        _share(
            share.provider,
            amount,
            price,
            percent=share.percent,
            outside=True if share.provider == rule.provider else None,
        )
        for share, amount in zip(received, amounts, strict=True)
    ]
    left = HUNDRED - _sum(received)
    if left:
        shares.append(_share(principal, rest, price, percent=left, outside=False))
    return tuple(shares)


def _by_value(entry: Entry, context: Context, agreement: Agreement, price: Price) -> Divided:
    findings = _value_findings(entry, context, price)
    principal, receiver = entry.provider, entry.split_provider
    if findings or principal is None or receiver is None:
        return None, tuple(findings)
    components = _divided_components(price, agreement)
    whole, fee = components.worth(*ALL), components.worth(FEE)
    # What is not the fee is the institution's: with the operating cost, the film it bought, and the
    # centavo that rounding leaves.
    shares = (
        _share(principal, whole.total - fee.total, price),
        _share(receiver, fee.total, price),
    )
    return Division(SplitForm.VALUE, receiver, shares), ()


def _divided_components(price: Price, agreement: Agreement) -> Components:
    """The components of a division by value, where only the stated factors touch the operating cost."""
    factors = {name.value for name in agreement.launching.split_cost_factors}
    return Components.of(price, agreement).touched(OPERATING_COST, factors)


def _value_findings(entry: Entry, context: Context, price: Price) -> list[Finding]:
    """What forbids a division by value; all of it."""
    found: list[Finding] = []
    principal, place = context.part.principal_provider, entry.place("split_provider")
    if principal is None:
        found.append(codes.NO_PRINCIPAL.at(place, unit=context.part.billing_unit))
    elif entry.provider != principal:
        found.append(codes.NOT_BY_PRINCIPAL.at(entry.place("provider"), principal=principal))
    if entry.split_provider is None:
        found.append(codes.NO_SPLIT_PROVIDER.at(place))
    elif entry.split_provider == entry.provider:
        found.append(codes.SPLIT_WITH_ITSELF.at(place))
    else:
        found += _unknown_providers([entry.split_provider], entry, context)
    both = base(price, FEE) > 0 and base(price, OPERATING_COST) > 0
    if not both or price.kept.get("basis") not in BASES:
        found.append(codes.NO_COMPONENTS.at(entry.place("code"), code=entry.code))
    return found


def _unknown_providers(receivers: Iterable[str], entry: Entry, context: Context) -> list[Finding]:
    place = entry.place("split_provider")
    return [
        codes.UNKNOWN_PROVIDER.at(place, provider=receiver)
        for receiver in receivers
        if receiver not in context.providers
    ]


def _share(
    provider: str,
    total: int,
    price: Price,
    *,
    percent: Decimal | None = None,
    outside: bool | None = None,
) -> Share:
    quantity = price.kept["quantity"]
    units, unit_value = units_of(total, quantity if isinstance(quantity, int) else 1)
    return Share(
        provider=provider,
        quantity=units,
        unit_value=unit_value,
        total=total,
        percent=percent,
        outside=outside,
    )


def _sum(shares: Iterable[SplitShare]) -> Decimal:
    return sum((share.percent for share in shares), Decimal(0))
