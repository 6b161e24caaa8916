"""People's files (CSV, XLSX, XLS, ODS, Parquet) read by mapped columns into rows and findings.

``read_rows`` is the door: it takes a file and the columns that are wanted, finds them under the
names that people give them, and returns typed rows, the rows it refused and why. Nothing in a file
is evaluated, and no file makes it raise: what is wrong with a file is a finding.
"""

from honorarios.tabular.cells import Cell
from honorarios.tabular.celltypes import (
    BOOLEAN,
    CODE,
    DATE,
    TEXT,
    CellType,
    decimal_type,
    integer_type,
    term_type,
)
from honorarios.tabular.columns import Column
from honorarios.tabular.fixedwidth import Field, parse_fixed_width
from honorarios.tabular.limits import Limits
from honorarios.tabular.read import read_rows, rows_of
from honorarios.tabular.refused import write_refused
from honorarios.tabular.rows import Record, Records, RefusedRow, Row, Rows
from honorarios.tabular.source import read_records, read_text

__all__ = [
    "BOOLEAN",
    "CODE",
    "DATE",
    "TEXT",
    "Cell",
    "CellType",
    "Column",
    "Field",
    "Limits",
    "Record",
    "Records",
    "RefusedRow",
    "Row",
    "Rows",
    "decimal_type",
    "integer_type",
    "parse_fixed_width",
    "read_records",
    "read_rows",
    "read_text",
    "rows_of",
    "term_type",
    "write_refused",
]
