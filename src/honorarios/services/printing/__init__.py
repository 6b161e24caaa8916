"""Documents of the record: what each shows is gathered within the actor's reach, and its making recorded."""

from honorarios.services.printing.closings import ClosingView, closing, print_closing
from honorarios.services.printing.document import Document, Form
from honorarios.services.printing.mirrors import mirror, print_mirror
from honorarios.services.printing.productions import (
    Production,
    ProductionLine,
    Standing,
    production,
)
from honorarios.services.printing.statements import (
    Period,
    print_statement,
    providers,
    statement,
)

__all__ = [
    "ClosingView",
    "Document",
    "Form",
    "Period",
    "Production",
    "ProductionLine",
    "Standing",
    "closing",
    "mirror",
    "print_closing",
    "print_mirror",
    "print_statement",
    "production",
    "providers",
    "statement",
]
