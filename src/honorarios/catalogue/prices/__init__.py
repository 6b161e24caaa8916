"""Price tables: one canonical Arrow table per edition of a schedule, however it was written.

The columns are those of :data:`honorarios.catalogue.schema.PRICE_COLUMNS`, in that order; rows are
sorted by code, role, accommodation, setting and first day, empty cells first.
"""

from honorarios.catalogue.prices.file import read_prices
from honorarios.catalogue.prices.rows import PriceRows, rows_from_text
from honorarios.catalogue.prices.rules import row_findings
from honorarios.catalogue.prices.table import KEY, PRICE_SCHEMA, canonical, price_rows
from honorarios.catalogue.prices.text import as_text
from honorarios.catalogue.prices.write import write_prices

__all__ = [
    "KEY",
    "PRICE_SCHEMA",
    "PriceRows",
    "as_text",
    "canonical",
    "price_rows",
    "read_prices",
    "row_findings",
    "rows_from_text",
    "write_prices",
]
