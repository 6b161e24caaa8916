"""Coefficient sets: portes that are missing, do not rise or leap, values stated twice."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from honorarios.catalogue import codes
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.money import format_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from honorarios.catalogue.check.subject import Subject
    from honorarios.catalogue.schema import CoefficientSet, CoefficientValues
    from honorarios.core.findings import Finding, Place

ONE_INDEX: Final = Decimal("0.002")
"""Portes that change within this of the median change have followed one index."""
FOLLOWERS: Final = Decimal("0.75")
"""Share of the portes that must have followed an index for the others to be outliers of it."""
STRAY: Final = Decimal("0.005")
"""How far from the index a porte may stray; errors known in copies of the lists begin here."""
STRAY_FROM_NEIGHBOURS: Final = Decimal("0.25")
"""Where portes follow a curve, how far one may stray from its neighbours' change."""
OWN_FIELDS: Final = {"CH": "ch", "UCO": "uco", "FILM": "film"}
"""Units with a field of their own."""


def coefficients(subject: Subject) -> Iterator[Finding]:
    """Every coefficient set, and the values agreed in price rules."""
    for one in subject.catalogue.coefficients.values():
        ordered = sorted(enumerate(one.values), key=lambda entry: entry[1].valid_from)
        for index, values in ordered:
            yield from _portes(subject, one, index, values)
            yield from _special_twice(subject, one, index, values)
            place = subject.place("coefficients", one.id, "values", index, "units")
            yield from _reserved(values.units, place, {"BRL", *OWN_FIELDS, *PORTES})
            special = [value.unit for value in values.special]
            place = subject.place("coefficients", one.id, "values", index, "special")
            yield from _reserved(special, place, {"BRL"})
        for (_, before), (index, after) in pairwise(ordered):
            yield from _outliers(subject, one, index, before, after)
    for contract, index, terms in subject.terms():
        for number, rule in enumerate(terms.price_rules):
            path = ("terms", index, "price_rules", number, "values")
            yield from _reserved(
                rule.values, subject.place("contracts", contract.id, *path), {"BRL"}
            )


def _portes(
    subject: Subject, one: CoefficientSet, index: int, values: CoefficientValues
) -> Iterator[Finding]:
    stated = [porte for porte in PORTES if porte in values.portes]
    missing = [porte for porte in PORTES if porte not in values.portes]
    if stated and missing:
        place = subject.place("coefficients", one.id, "values", index, "portes")
        yield codes.MISSING_PORTE.at(place, count=len(missing), portes=", ".join(missing))
    for lower, higher in pairwise(stated):
        if values.portes[higher] <= values.portes[lower]:
            yield codes.PORTE_ORDER.at(
                subject.place("coefficients", one.id, "values", index, "portes", higher),
                higher=higher,
                lower=lower,
                higher_value=format_decimal(values.portes[higher], 2),
                lower_value=format_decimal(values.portes[lower], 2),
            )


def _outliers(
    subject: Subject,
    one: CoefficientSet,
    index: int,
    before: CoefficientValues,
    after: CoefficientValues,
) -> Iterator[Finding]:
    """Portes that did not change as the others did since the values before (``spec: pricing 1.2``).

    The AMB moves its list by one index, or by a curve over the portes. Against an index a small
    stray is a typing error; against a curve only a large one can be told from the curve itself.
    """
    ratios = {
        porte: after.portes[porte] / before.portes[porte]
        for porte in PORTES
        if porte in after.portes and before.portes.get(porte)
    }
    for porte, expected in _strays(ratios):
        yield codes.OUTLIER.at(
            subject.place("coefficients", one.id, "values", index, "portes", porte),
            porte=porte,
            change=_percent(ratios[porte]),
            others=_percent(expected),
            before=before.valid_from,
            value=format_decimal(after.portes[porte], 2),
        )


def _strays(ratios: Mapping[str, Decimal]) -> Iterator[tuple[str, Decimal]]:
    """The portes that stray, and the change that was expected of them."""
    if len(ratios) < 5:
        return
    index = median(ratios.values())
    followers = sum(abs(ratio / index - 1) <= ONE_INDEX for ratio in ratios.values())
    if followers >= FOLLOWERS * len(ratios):
        yield from ((p, index) for p, ratio in ratios.items() if abs(ratio / index - 1) > STRAY)
        return
    portes = list(ratios)
    for place, porte in enumerate(portes):
        start = max(0, min(place - 2, len(portes) - 5))
        neighbours = [ratios[other] for other in portes[start : start + 5] if other != porte]
        expected = median(neighbours)
        if abs(ratios[porte] / expected - 1) > STRAY_FROM_NEIGHBOURS:
            yield porte, expected


def _percent(ratio: Decimal) -> str:
    return format_decimal((100 * (ratio - 1)).quantize(Decimal("0.01")), 2)


def _special_twice(
    subject: Subject, one: CoefficientSet, index: int, values: CoefficientValues
) -> Iterator[Finding]:
    first: dict[tuple[object, ...], int] = {}
    for number, value in enumerate(values.special):
        conditions = (
            value.unit,
            value.code,
            value.group,
            value.specialty,
            value.accommodation,
            value.setting,
        )
        if conditions in first:
            place = subject.place("coefficients", one.id, "values", index, "special", number)
            yield codes.SPECIAL_TWICE.at(place, unit=value.unit, first=first[conditions] + 1)
        first.setdefault(conditions, number)


def _reserved(units: Iterable[str], place: Place, reserved: set[str]) -> Iterator[Finding]:
    for unit in units:
        if unit not in reserved:
            continue
        tip = "O real vale sempre 1."
        if unit in OWN_FIELDS:
            tip = f"Preencha o campo {OWN_FIELDS[unit]}."
        elif unit in PORTES:
            tip = "Preencha-o em portes."
        yield codes.RESERVED_UNIT.at(place, unit=unit, tip=tip)
