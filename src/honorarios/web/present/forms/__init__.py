"""Forms as view models: inputs, groups of them, lists of rows; made from a description, drawn by one template."""

from honorarios.web.present.forms.nodes import Group, Input, Mapped, Node, Option, Row, Rows
from honorarios.web.present.forms.posted import STEP, asked_step, last_row, nested, stepped

__all__ = [
    "STEP",
    "Group",
    "Input",
    "Mapped",
    "Node",
    "Option",
    "Row",
    "Rows",
    "asked_step",
    "last_row",
    "nested",
    "stepped",
]
