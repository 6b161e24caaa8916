"""Many lines changed at once, by the rules of a single edit, and put back at once.

A preview tells what each line was and would be and the money that it moves; the change is made only if
that still holds. Undoing writes what the lines said before as their next version.
"""

from honorarios.services.bulk.answers import (
    BatchView,
    BulkAnswer,
    BulkPreview,
    ChangedLine,
    Choice,
    LeftOut,
    Undone,
)
from honorarios.services.bulk.changing import apply, preview
from honorarios.services.bulk.plan import CHANGEABLE, MOST
from honorarios.services.bulk.undoing import batches, undo

__all__ = [
    "CHANGEABLE",
    "MOST",
    "BatchView",
    "BulkAnswer",
    "BulkPreview",
    "ChangedLine",
    "Choice",
    "LeftOut",
    "Undone",
    "apply",
    "batches",
    "preview",
    "undo",
]
