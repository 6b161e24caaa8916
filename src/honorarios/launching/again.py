"""What was entered and what it cost, read back from the lines on record, to be examined or launched again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import SplitForm, Treatment
from honorarios.launching.model import Entry, PackageDecision
from honorarios.launching.package import MEANINGS
from honorarios.launching.prices import STATUSES, Price

if TYPE_CHECKING:
    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Line, Recorded
    from honorarios.launching.parameters import GeneralParameters


def entry_of(recorded: Recorded) -> Entry:
    """A line on record as an entry of its own, by the line's own key."""
    line = recorded.line
    by_value = line.split_form is SplitForm.VALUE
    return Entry(
        code=line.code,
        start=line.start,
        end=line.end,
        provider=line.provider,
        role=line.role,
        access_route=line.access_route,
        procedure_kind=line.procedure_kind,
        quantity=line.quantity,
        cost_centre=line.cost_centre,
        outside_requested=line.outside_requested,
        split_form=SplitForm.VALUE if by_value else SplitForm.NONE,
        split_provider=line.split_provider if by_value else None,
        special=line.special,
        technique=line.technique,
        laterality=line.laterality,
        rank=line.rank,
        authorised=line.authorised,
        key=recorded.key if isinstance(recorded.key, int | str) else None,
    )


def entry_again(bundle: Bundle) -> Entry:
    """The entry that made a bundle: its whole quantity, and the provider before it was divided."""
    entry, kept = entry_of(bundle.head), bundle.head.line.kept
    provider, quantity = kept.get("provider"), kept.get("quantity")
    return replace(
        entry,
        provider=provider if isinstance(provider, str) else entry.provider,
        quantity=quantity if isinstance(quantity, int) else entry.quantity,
    )


def decision_again(treatment: Treatment, parameters: GeneralParameters) -> PackageDecision | None:
    """The decision about the package that gives a line the treatment it has; None where none was needed."""
    if treatment not in MEANINGS.values():
        return None
    confirmed = MEANINGS[parameters.package_confirmation_means]
    return PackageDecision.CONFIRM if treatment is confirmed else PackageDecision.DECLINE


def price_again(line: Line) -> Price:
    """The engine's answer behind a line, from its price trace: of the whole act, before any division."""
    kept = line.kept
    unit, total = kept.get("unit_centavos"), kept.get("total_centavos")
    contract = kept.get("contract_used")
    return Price(
        status=STATUSES[str(kept["status"])],
        unit=unit if isinstance(unit, int) else 0,
        total=total if isinstance(total, int) else 0,
        contract=contract if isinstance(contract, str) else None,
        price_row=line.price_row,
        kept=kept,
    )
