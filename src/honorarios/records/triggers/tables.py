"""Which tables and columns the triggers speak of, and which transitions a part admits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import PartStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

APPEND_ONLY: Final = ("UPDATE", "DELETE")
REFUSED: Final = {
    "records_account": ("DELETE",),
    "records_accountpart": ("DELETE",),
    "records_attendance": (),
    "records_auditdetail": ("UPDATE",),  # the law may have a detail erased, never altered
    "records_auditevent": APPEND_ONLY,
    "records_catalogueversion": APPEND_ONLY,
    "records_feeline": ("DELETE",),
    "records_feelineversion": APPEND_ONLY,
    "records_parttransition": APPEND_ONLY,
    "records_payer": (),
    "records_pricerow": ("DELETE",),
    "records_remittance": APPEND_ONLY,
    "records_remittanceexit": APPEND_ONLY,
    "records_remittanceitem": APPEND_ONLY,
    "records_routedecision": APPEND_ONLY,
    "records_routeprediction": APPEND_ONLY,
    "records_stay": (),
    "records_taxparameters": APPEND_ONLY,
    "records_termsdocument": ("DELETE",),
}
"""The held tables and what each always refuses; all of them refuse to be truncated or replaced."""

ENDED_ONCE: Final = ("records_pricerow", "records_termsdocument")
"""Tables whose rows change once: when they end."""

ISSUE_TAX_INVOICE: Final = "issue_tax_invoice"
"""The transition that changes no state: a tax invoice is issued for the part."""

NAMED_TRANSITIONS: Final = (
    ("close", PartStatus.OPEN, PartStatus.CLOSED),
    ("reopen", PartStatus.CLOSED, PartStatus.OPEN),
    ("release", PartStatus.CLOSED, PartStatus.RELEASED),
    ("unrelease", PartStatus.RELEASED, PartStatus.CLOSED),
    ("bill", PartStatus.RELEASED, PartStatus.BILLED),
    ("rebill", PartStatus.BILLED, PartStatus.RELEASED),
    ("cancel", PartStatus.OPEN, PartStatus.CANCELLED),
    ("cancel", PartStatus.CLOSED, PartStatus.CANCELLED),
    *(
        (ISSUE_TAX_INVOICE, status, status)
        for status in (PartStatus.CLOSED, PartStatus.RELEASED, PartStatus.BILLED)
    ),
)
"""Verb, state before and state after; the record's own copy of launching's table (3.2, 3.13)."""

# What a reversal has of its own; every other fact of the line is its original's, or its opposite.
_OWN_OF_REVERSAL: Final = {"version", "status", "kept", "created_at", "created_by_id"}
_NEGATED: Final = {"quantity", "total", "charged"}
# What becoming reversed changes in a line.
_SETTLING: Final = {"version", "status", "created_at", "created_by_id"}
# What only a transition changes in a part.
_STATE_OF_PART: Final = {"version", "status", "remittance_id", "tax_invoice", "tax_invoice_at"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the database has it now: its columns, and the sets of them that are unique."""

    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


def described(connection: BaseDatabaseWrapper, table: str) -> Table:
    """The columns of a table in their order, and its unique keys, none of them partial."""
    with connection.cursor() as cursor:
        read = _of_sqlite if connection.vendor == "sqlite" else _of_postgresql
        columns, keys = read(cursor, table)
    return Table(tuple(columns), tuple(sorted(keys)))


def _of_sqlite(cursor: CursorWrapper, table: str) -> tuple[list[str], set[tuple[str, ...]]]:
    # Django's own introspection parses the table's SQL for this, a hundred times slower.
    cursor.execute("SELECT name, pk FROM pragma_table_info(%s) ORDER BY cid", [table])
    rows = cursor.fetchall()
    cursor.execute(
        "SELECT indexes.name, columns.name FROM pragma_index_list(%s) AS indexes,"
        " pragma_index_info(indexes.name) AS columns"
        ' WHERE indexes."unique" AND NOT indexes.partial ORDER BY indexes.name, columns.seqno',
        [table],
    )
    keys = {
        tuple(column for _, column in pairs)
        for _, pairs in groupby(cursor.fetchall(), key=itemgetter(0))
    }
    return [name for name, _ in rows], {*keys, tuple(name for name, key in rows if key)}


def _of_postgresql(cursor: CursorWrapper, table: str) -> tuple[list[str], set[tuple[str, ...]]]:
    introspection = cursor.db.introspection
    constraints = introspection.get_constraints(cursor, table).values()
    keys = {
        tuple(known["columns"]) for known in constraints if known["unique"] or known["primary_key"]
    }
    return [column.name for column in introspection.get_table_description(cursor, table)], keys


def groups(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, ...]]:
    """Groups of columns that the SQL compares and copies, by the names that it gives them."""
    line = described(connection, "records_feeline").columns
    version = described(connection, "records_feelineversion").columns
    part = described(connection, "records_accountpart").columns
    facts = without(version, {"id", "line_id", "replaced_at"})
    return {
        "facts": facts,
        # What no version keeps can't change.
        "line_identity": (*without(line, facts), "office_id"),
        "mirrored": without(facts, _OWN_OF_REVERSAL | _NEGATED),
        "settled": without(facts, _SETTLING),
        "part_terms": without(part, _STATE_OF_PART),
    }


def without(columns: Iterable[str], left_out: Iterable[str]) -> tuple[str, ...]:
    """The columns but for some of them."""
    unwanted = set(left_out)
    return tuple(column for column in columns if column not in unwanted)
