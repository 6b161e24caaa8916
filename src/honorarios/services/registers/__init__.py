"""The office's registers (cadastros): one description of each lists, reads, writes and imports it.

:data:`REGISTERS` has them by name. People and programs :func:`create` and :func:`change` one row; an
import calls :func:`upsert_many` within its own unit of work. A reference is the code of the row that it
names, so that a file, a screen and a program say the same.
"""

from honorarios.services.registers.choices import Choice, Choices, choices, names
from honorarios.services.registers.field import Field, Kind
from honorarios.services.registers.history import ChangeView, history
from honorarios.services.registers.known import REGISTERS
from honorarios.services.registers.listing import LARGEST_PAGE, RowPage, filters, listed, read
from honorarios.services.registers.register import Apart, Children, Register
from honorarios.services.registers.rows import RowView
from honorarios.services.registers.succession import is_dated, succeed
from honorarios.services.registers.writing import (
    MOST_ROWS,
    Outcome,
    Saved,
    Written,
    change,
    create,
    upsert_many,
)

__all__ = [
    "LARGEST_PAGE",
    "MOST_ROWS",
    "REGISTERS",
    "Apart",
    "ChangeView",
    "Children",
    "Choice",
    "Choices",
    "Field",
    "Kind",
    "Outcome",
    "Register",
    "RowPage",
    "RowView",
    "Saved",
    "Written",
    "change",
    "choices",
    "create",
    "filters",
    "history",
    "is_dated",
    "listed",
    "names",
    "read",
    "succeed",
    "upsert_many",
]
