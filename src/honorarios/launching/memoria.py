"""What launching did with a price, as the memória de cálculo goes on to tell it.

The engine's explanation is of the whole act; a line may be a share of it, the private difference, or
something that the package pays.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.money import format_brl, format_decimal
from honorarios.core.vocabulary import SplitForm
from honorarios.pricing.trace.sheet import Row, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.launching.model import Line

MODES: Final = {
    "REMAINDER": "O que passa do valor do convênio, pela tabela dele",
    "DELTA": "Tabela particular vezes a diferença dos fatores",
    "TOTAL_MINUS": "Tabela particular menos o que o convênio paga",
    "FULL": "Tabela particular inteira",
}
"""How a difference is reckoned, by the contract's terms."""
SHARES: Final = {True: "O honorário", False: "O custo operacional e o resto"}
"""What a division by value leaves to who executed the act, and to who did not."""


def sections(line: Line) -> tuple[Section, ...]:
    """The steps after the price that a line came by, in their order; of an ordinary one, none."""
    told = (
        Section("Diferença de acomodação", tuple(_difference(line)), sums=True),
        Section("Divisão de cobrança", tuple(_division(line)), sums=True),
        Section("Cobrança", tuple(_charge(line)), sums=True),
    )
    return tuple(section for section in told if section.rows)


def _difference(line: Line) -> Iterator[Row]:
    """What the patient pays: the superior price and what is taken from it."""
    kept: Any = line.kept.get("difference")
    if kept is None:
        return
    yield Row("Modo", MODES[kept["mode"]])
    if kept["factor"] is not None:
        yield Row("Fator", format_decimal(Decimal(kept["factor"])))
    superior, less = kept["superior_centavos"], kept["less_centavos"]
    yield Row("Na acomodação usada", "", format_brl(superior))
    yield Row("Menos", "", format_brl(less))
    yield Row("Diferença", "", format_brl(superior - less))


def _division(line: Line) -> Iterator[Row]:
    """Which part of the whole the line is."""
    if line.split_percent is not None:
        yield Row("Desta linha", f"{format_decimal(line.split_percent)} %", format_brl(line.total))
    elif line.split_form is SplitForm.VALUE:
        what = SHARES[line.provider == line.split_provider]
        yield Row("Desta linha", what, format_brl(line.total))


def _charge(line: Line) -> Iterator[Row]:
    """What the package leaves to be charged."""
    if line.charged != line.total:
        yield Row("Cobrado", line.treatment.label, format_brl(line.charged))
