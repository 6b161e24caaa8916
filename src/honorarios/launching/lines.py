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
    from honorarios.launching.model import Division, Share
    from honorarios.launching.package import Portion
    from honorarios.launching.prepare import Prepared
    from honorarios.launching.prices import Price, Pricer


def whole_line(prepared: Prepared, price: Price, portion: Portion, pricer: Pricer) -> Line:
    """The line of a priced entry, before it is divided and before its side is decided."""
    entry = prepared.request.entry
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
        special=entry.special,
        technique=entry.technique,
        laterality=entry.laterality,
        rank=entry.rank,
        authorised=entry.authorised,
        kept=price.kept,
        catalogue_hash=pricer.catalogue_hash,
        price_row=price.price_row,
    )


def sided(line: Line, prepared: Prepared) -> Line:
    """The line with its side of the account."""
    outside = is_outside(
        prepared.request.context,
        line.provider,
        line.code,
        line.role,
        line.start.date(),
        requested=line.outside_requested,
    )
    return replace(line, outside_stored=True) if outside else line


def divided(
    whole: Line, prepared: Prepared, agreement: Agreement, price: Price, first: int
) -> tuple[list[Line], tuple[Finding, ...]]:
    """The lines of an act: one, or one for each share; ``first`` is the number the first one gets."""
    request = prepared.request
    replaced = request.replaces
    if replaced is not None and replaced.line.split_form is SplitForm.NONE:
        return [sided(whole, prepared)], ()
    division, findings = split.divide(request.entry, request.context, agreement, price)
    if division is None:
        return [sided(whole, prepared)], findings
    lines = [_share(whole, division, share, first) for share in division.shares]
    return [
        sided(line, prepared) if share.outside is None else line
        for line, share in zip(lines, division.shares, strict=True)
    ], findings


def _share(whole: Line, division: Division, share: Share, first: int) -> Line:
    return replace(
        whole,
        provider=share.provider,
        quantity=share.quantity,
        unit_value=share.unit_value,
        total=share.total,
        charged=charged(share.total, whole.treatment),
        outside_stored=bool(share.outside),
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
