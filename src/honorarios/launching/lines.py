"""The second half of launching: the lines that a priced entry makes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import LineKind, SplitForm
from honorarios.launching import split
from honorarios.launching.model import Line
from honorarios.launching.package import charged
from honorarios.launching.side import is_outside

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.launching.agreements import Agreement
    from honorarios.launching.model import Context, Division, Share
    from honorarios.launching.package import Portion
    from honorarios.launching.prepare import Prepared
    from honorarios.launching.prices import Price, Pricer


def whole_line(prepared: Prepared, price: Price, portion: Portion, pricer: Pricer) -> Line:
    """The line of a priced entry, before it is divided."""
    entry, context = prepared.request.entry, prepared.request.context
    if entry.code is None or entry.start is None:
        raise ValueError("an entry without a code or a start has no price")
    agreements = pricer.agreements
    row = None if price.price_row is None else agreements.row(price.price_row)
    return Line(
        code=entry.code,
        description=agreements.description(entry.code) if row is None else row.description,
        start=entry.start,
        end=entry.end,
        provider=entry.provider,
        role=entry.role,
        access_route=entry.access_route,
        procedure_kind=entry.procedure_kind,
        quantity=portion.quantity,
        cost_centre=prepared.cost_centre.code,
        unit_value=price.unit,
        total=price.total,
        charged=charged(price.total, portion.treatment),
        treatment=portion.treatment,
        outside_requested=entry.outside_requested,
        outside_stored=is_outside(
            context,
            entry.provider,
            entry.code,
            entry.role,
            entry.start.date(),
            requested=entry.outside_requested,
        ),
        special=entry.special,
        technique=entry.technique,
        laterality=entry.laterality,
        rank=entry.rank,
        authorised=entry.authorised,
        kept=price.kept,
        catalogue_hash=pricer.catalogue_hash,
        price_row=price.price_row,
    )


def divided(
    whole: Line, prepared: Prepared, agreement: Agreement, price: Price, first: int
) -> tuple[list[Line], tuple[Finding, ...]]:
    """The lines of an act: one, or one for each share; ``first`` is the number the first one gets."""
    request = prepared.request
    replaced = request.replaces
    if replaced is not None and replaced.line.split_form is SplitForm.NONE:
        return [whole], ()
    division, findings = split.divide(request.entry, request.context, agreement, price)
    if division is None:
        return [whole], findings
    context = request.context
    return [_share(whole, division, share, context, first) for share in division.shares], findings


def _share(whole: Line, division: Division, share: Share, context: Context, first: int) -> Line:
    """A share as a line of its own, on its own side of the account."""
    outside = share.outside
    if outside is None:
        day, requested = whole.start.date(), whole.outside_requested
        outside = is_outside(
            context, share.provider, whole.code, whole.role, day, requested=requested
        )
    return replace(
        whole,
        provider=share.provider,
        quantity=share.quantity,
        unit_value=share.unit_value,
        total=share.total,
        charged=charged(share.total, whole.treatment),
        outside_stored=outside,
        split_form=division.form,
        split_provider=division.provider,
        split_percent=share.percent,
        split_group=first,
    )


def facility_fee(act: Line, price: Price, code: str, pricer: Pricer) -> Line:
    """The facility fee that an act brings: without role or provider, treated as the act is."""
    agreements = pricer.agreements
    row = None if price.price_row is None else agreements.row(price.price_row)
    return Line(
        code=code,
        description=agreements.description(code) if row is None else row.description,
        line_kind=LineKind.FACILITY_FEE,
        start=act.start,
        end=act.end,
        quantity=1,
        cost_centre=act.cost_centre,
        unit_value=price.unit,
        total=price.total,
        charged=charged(price.total, act.treatment),
        treatment=act.treatment,
        special=act.special,
        kept=price.kept,
        catalogue_hash=pricer.catalogue_hash,
        price_row=price.price_row,
        automatic_of=0,
    )
