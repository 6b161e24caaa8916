"""People's files into the record: fees and registers, from CSV, XLSX, ODS or Parquet.

A file is inspected (:func:`inspect`), tried without writing (``dry_run``) and imported (:func:`run`): in
chunks of some thousands of rows, each one transaction that writes the lines, what became of each row, and
how far the file is done. So an import may be killed at any moment: run again, it goes on where it stopped.
The same file twice has the effect of once, also by two people at the same moment.

What becomes of each row is kept with its reason (:func:`rows`); refused rows come back as a file to be
mended (:func:`refused`); rows with a question wait for an answer (:func:`answer`); a whole import is undone
by reversals while its parts are open (:func:`undo`).
"""

from honorarios.catalogue.importers import ImportMapping, parse_options, read_mapping
from honorarios.records.models import ImportRowState
from honorarios.services.imports.answering import answer
from honorarios.services.imports.answers import (
    BatchView,
    ColumnView,
    Decision,
    Identical,
    ImportAnswer,
    OnProgress,
    Preview,
    Progress,
    Reason,
    RefusedFile,
    RowPage,
    RowView,
    Undone,
)
from honorarios.services.imports.inspecting import imports, inspect, status
from honorarios.services.imports.known import KINDS
from honorarios.services.imports.listing import refused, rows
from honorarios.services.imports.mending import Mended, mend, row
from honorarios.services.imports.running import run
from honorarios.services.imports.undoing import undo

__all__ = [
    "KINDS",
    "BatchView",
    "ColumnView",
    "Decision",
    "Identical",
    "ImportAnswer",
    "ImportMapping",
    "ImportRowState",
    "Mended",
    "OnProgress",
    "Preview",
    "Progress",
    "Reason",
    "RefusedFile",
    "RowPage",
    "RowView",
    "Undone",
    "answer",
    "imports",
    "inspect",
    "mend",
    "parse_options",
    "read_mapping",
    "refused",
    "row",
    "rows",
    "run",
    "status",
    "undo",
]
