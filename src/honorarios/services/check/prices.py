"""Values proven again: every line priced anew from its own trace, with the catalogue that priced it."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.money import format_brl
from honorarios.launching.again import price_again
from honorarios.launching.split import divided_total
from honorarios.pricing.columns import INPUT_COLUMNS, INPUT_NAMES, OUTPUT_NAMES
from honorarios.records.models import CatalogueVersion, FeeLine
from honorarios.services.catalogues import compiled_by_hash
from honorarios.services.check import traces
from honorarios.services.check.lines import REVERSAL
from honorarios.services.fees.recorded import JOINED, line_of
from honorarios.services.pricers import pricer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from honorarios.launching.prices import Pricer

LINES_AT_ONCE: Final = 20_000
ENGINES: Final = (*INPUT_NAMES, *OUTPUT_NAMES)
"""What the engine was given and what it wrote."""
_COLUMNS: Final = ("part_id", "number", "kept", "total", *traces.COLUMNS)


def changed_prices(office_id: int) -> Iterator[str]:
    """Lines whose trace doesn't give its value again, or whose amount isn't the trace's."""
    for version in CatalogueVersion.objects.filter(office_id=office_id).order_by("number"):
        rows = FeeLine.objects.filter(office_id=office_id, catalogue=version).order_by("pk")
        found = rows.values(*_COLUMNS).iterator(chunk_size=LINES_AT_ONCE)
        for some in _batches(found):
            yield from _changed(some, pricer_of(compiled_by_hash(office_id, version.hash)))


def _changed(rows: Sequence[Mapping[str, Any]], pricer: Pricer) -> Iterator[str]:
    lines = [asked(row["kept"]) for row in rows]
    for row, cells, price in zip(rows, lines, pricer.price(lines), strict=True):
        where = f"parcial {row['part_id']}, lançamento {row['number']}"
        kept, total = row["kept"], _total(row)
        # What launching kept besides, such as how a difference came to be, is proven with its lines.
        if price.kept != {name: kept[name] for name in ENGINES if name in kept}:
            yield f"{where}: a memória de cálculo não se refaz"
        elif total not in {None, abs(row["total"])}:
            told, again = format_brl(row["total"]), format_brl(total or 0)
            yield f"{where}: gravado {told}, calculado de novo {again}"
        elif unlike := traces.unlike(row, kept | cells):
            yield f"{where}: não diz o mesmo que a sua memória de cálculo: {', '.join(unlike)}"


def asked(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The line that the engine was given, from its trace, where hours and days are text."""
    return {
        column.name: _READ.get(column.kind, _as_it_is)(kept[column.name])
        for column in INPUT_COLUMNS
        if column.name in kept
    }


def _as_it_is(cell: object) -> object:
    return cell


_READ: Final[Mapping[str, Callable[[Any], object]]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
}


def _total(row: Mapping[str, Any]) -> int | None:
    """What a line comes to by its trace, in centavos; None of a share, which is proven with its division."""
    kept = row["kept"]
    if traces.is_difference(kept):
        told = kept["difference"]
        return int(told["superior_centavos"]) - int(told["less_centavos"])
    return None if traces.is_divided(row) else int(kept["total_centavos"])


def wrong_divisions(office_id: int) -> Iterator[str]:
    """Divisions whose shares don't add up to what was divided."""
    shares = (
        FeeLine.objects.filter(office_id=office_id, split_group__isnull=False)
        .exclude(status=REVERSAL)
        .select_related(*JOINED)
        .order_by("split_group", "pk")
    )
    for group, members in groupby(shares.iterator(LINES_AT_ONCE), key=lambda row: row.split_group):
        together, whole = _division(office_id, tuple(members))
        if together != whole:
            yield f"divisão {group}: somam {format_brl(together)}, divididos {format_brl(whole)}"


def _division(office_id: int, members: Sequence[FeeLine]) -> tuple[int, int]:
    """What the shares of a division come to, and what was divided, in centavos."""
    first = line_of(members[0], members[0].kept)
    agreements = pricer_of(compiled_by_hash(office_id, first.catalogue_hash)).agreements
    price = price_again(first)
    told = price.kept.get("admission")
    admission = None if told is None else date.fromisoformat(str(told))
    agreement = agreements.of(price.contract or "", first.start, first.end, admission)
    if agreement is None:
        raise LookupError(f"{price.contract} on {first.start:%Y-%m-%d}")
    return sum(row.total for row in members), divided_total(price, agreement, first.split_form)


def _batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    rest = iter(rows)
    while some := list(islice(rest, LINES_AT_ONCE)):
        yield some
