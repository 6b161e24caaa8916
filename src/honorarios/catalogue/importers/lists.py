"""What the lists that people own have in common: codes, and titles between the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import codes
from honorarios.catalogue.importers.pricecells import price_column
from honorarios.core.findings import Place, has_errors
from honorarios.tabular import CODE, TEXT, Column
from honorarios.tabular import codes as tabular
from honorarios.tabular.cells import shown
from honorarios.tabular.columns import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from honorarios.core.findings import Finding
    from honorarios.tabular import Row, Rows

CODE_COLUMN: Final = Column(
    "code",
    TEXT,
    required=True,
    blank_allowed=True,
    aliases=(
        "Código TUSS",
        "Código CBHPM",
        "Código AMB",
        "Código do procedimento",
        "Cód. Procedimento",
        "Cód. TUSS",
        "Cód.",
        "Cod",
        "TUSS",
    ),
    title="código",
)
"""Read as text: what stands there in the rows of titles is no code."""
DESCRIPTION: Final = price_column(
    "description",
    "Procedimento",
    "Procedimentos",
    "Descrição do procedimento",
    "Nome do procedimento",
    "Nome",
    "Termo",
)
ASSISTANTS: Final = price_column(
    "assistants",
    "Nº de Aux.",
    "Nº Aux.",
    "N. Aux.",
    "N de Aux",
    "Nº de Auxiliares",
    "Nº Auxiliares",
    "Número de auxiliares",
    "Num. Aux.",
    "Qtd. Aux.",
    "Qtde Auxiliares",
    "Aux.",
)
ANAESTHETIC_PORTE: Final = price_column(
    "anaesthetic_porte",
    "Porte Anest.",
    "Porte Anestésico",
    "Porte Anestesia",
    "Porte Anestesista",
    "Porte An.",
    "P. Anest.",
    "Anest.",
    "AN",
)
FILM: Final = price_column(
    "film",
    "Filme ou Doc.",
    "Filme/Doc.",
    "Filme",
    "Filme m²",
    "Filme (m2)",
    "m² de filme",
    "M2 Filme",
    "Qtd. Filme",
)
INCIDENCES: Final = price_column("incidences", "Incid.", "Incidência", "Nº Incid.")


def with_prices(rows: Rows, columns: Iterable[Column], names: Sequence[str]) -> Rows:
    """The list, with a finding that asks for the first of those columns if it has none of them."""
    if has_errors(rows.findings) or any(name in rows.mapping for name in names):
        return rows
    wanted = next(column for column in columns if column.name == names[0])
    asked = missing(wanted, rows.headers, Place(rows.file))
    return replace(rows, findings=(*rows.findings, asked))


def code_of(
    row: Row,
    rows: Rows,
    price: Iterable[object],
    *,
    digits: int | None = None,
    padded: bool = False,
) -> str | Finding:
    """The code of a line, or why it has none.

    Args:
        row: The line.
        rows: The list it stands in.
        price: Its cells that state a price; a line without any is a title and is skipped.
        digits: How many digits the schedule's codes have; None when they vary.
        padded: Whether zeros that a spreadsheet dropped at the left are put back.
    """
    place = rows.place(row.number, "code")
    if all(cell is None for cell in price):
        return codes.NOTHING_PRICED.at(place)
    text = row.text("code")
    if text is None:
        return codes.NO_CODE.at(place)
    code = CODE.read(text)
    if not isinstance(code, str):
        return tabular.NOT_CODE.at(place, value=shown(text), column=CODE_COLUMN.label)
    if digits and padded:
        code = code.zfill(digits)
    if digits and len(code) != digits:
        return codes.CODE_LENGTH.at(place, code=code, digits=len(code), expected=digits)
    return code
