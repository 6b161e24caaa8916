"""A form that is read: what a field names by its code is told by its name, the code beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.web.present.forms.nodes import Group, Input, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.web.present.forms.nodes import Node


def named(nodes: Iterable[Node], known: Mapping[str, Mapping[str, str]]) -> tuple[Node, ...]:
    """The nodes with the names of what they refer to; a code that no list knows stays as it is.

    Args:
        nodes: Of a form.
        known: Names by code, by the list that a field chooses from.
    """
    return tuple(_named(node, known) for node in nodes)


def _named(node: Node, known: Mapping[str, Mapping[str, str]]) -> Node:
    if isinstance(node, Input):
        name = known.get(node.suggestions, {}).get(node.value, "")
        return (
            replace(node, text=f"{name} ({node.value})") if name not in {"", node.value} else node
        )
    if isinstance(node, Group):
        return replace(node, nodes=named(node.nodes, known))
    if isinstance(node, Rows):
        rows = (replace(row, nodes=named(row.nodes, known)) for row in node.rows)
        return replace(node, rows=tuple(rows))
    return node
