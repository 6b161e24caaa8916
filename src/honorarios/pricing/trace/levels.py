"""The four levels of the look-up, retold: which tables were tried, and why not another one.

*How a value comes to be*, section 5.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from honorarios.pricing.trace.model import LevelTried, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.catalogue.schema import Catalogue, TableReference
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.book import Book, TableRow
    from honorarios.pricing.facts import Facts

LEVELS: Final = (1, 2, 3, 4)
FIXED: Final = 0
"""The level of a fixed price, which stands before all tables."""
OF_THE_CONTRACT: Final = 3
"""The first level that is the contract's own."""
Validity = tuple[date | None, date | None]
"""First and last day; None is an open end."""
NONE: Final[Validity] = (None, None)


def levels_tried(
    agreed: Agreed,
    facts: Facts,
    found: int | None,
    valid: Validity,
    catalogue: Catalogue,
    book: Book,
) -> tuple[LevelTried, ...]:
    """What became of each level; ``found`` had the price, in a row valid so long, or is FIXED."""
    told = []
    for level in LEVELS:
        reference = table_of(agreed, level)
        outcome = _known_before(agreed, level, reference, found)
        if reference is None:
            told.append(LevelTried(level, outcome or Outcome.NO_TABLE))
            continue
        validity = valid if outcome is Outcome.FOUND else NONE
        if outcome is None:
            outcome, validity = _tried(agreed, facts, book.rows_of(reference, facts.code))
        told.append(
            LevelTried(
                level=level,
                outcome=outcome,
                schedule=reference.schedule,
                schedule_name=catalogue.schedules[reference.schedule].name,
                edition=reference.edition,
                edition_on_date=book.edition_on(reference, agreed.day),
                by_price_rule=level == LEVELS[-1] and _rule_table(agreed) is reference,
                valid_from=validity[0],
                valid_to=validity[1],
            )
        )
    return tuple(told)


def table_of(agreed: Agreed, level: int) -> TableReference | None:
    """The table of a level, if one is stated."""
    if level < OF_THE_CONTRACT:
        if agreed.plan is None:
            return None
        return agreed.plan.special_table if level == 1 else agreed.plan.procedure_table
    if level == OF_THE_CONTRACT:
        return agreed.terms.special_table
    return _rule_table(agreed) or agreed.terms.procedure_table


def _rule_table(agreed: Agreed) -> TableReference | None:
    return agreed.rule.table if agreed.rule is not None else None


def _known_before(
    agreed: Agreed, level: int, reference: TableReference | None, found: int | None
) -> Outcome | None:
    """The outcome that needs no look into the table."""
    if found == FIXED:
        return Outcome.FIXED
    if level < OF_THE_CONTRACT and agreed.plan is None:
        return Outcome.NO_PLAN
    if reference is None:
        return Outcome.NO_TABLE
    if level == found:
        return Outcome.FOUND
    if found is not None and level > found:
        return Outcome.LATER
    return Outcome.EXCLUSIVE if level >= OF_THE_CONTRACT and is_exclusive(agreed) else None


def is_exclusive(agreed: Agreed) -> bool:
    """Whether the line's plan never falls through to the contract's tables."""
    plan = agreed.plan
    return (
        agreed.terms.plan_tables_exclusive
        and plan is not None
        and (plan.special_table is not None or plan.procedure_table is not None)
    )


def _tried(agreed: Agreed, facts: Facts, rows: Sequence[TableRow]) -> tuple[Outcome, Validity]:
    """Why a table has no price for the line, and the validity of the row that comes nearest."""
    if not rows:
        return Outcome.UNLISTED, NONE
    meant = [row for row in rows if _is_for(row, agreed, facts)]
    if not meant:
        return Outcome.OTHER_LINES, NONE
    nearest = _nearest(meant, agreed.day)
    return Outcome.NOT_IN_FORCE, (nearest.valid_from, nearest.valid_to)


def _is_for(row: TableRow, agreed: Agreed, facts: Facts) -> bool:
    cells = row.row.cells
    return (
        cells["role"] in (None, facts.role)
        and agreed.in_bed(cells["accommodation"])
        and cells["setting"] in (None, facts.setting)
    )


def _nearest(rows: Sequence[TableRow], day: date) -> TableRow:
    """The row that began last by the day, else the first to begin after it."""
    begun = [row for row in rows if row.valid_from is None or row.valid_from <= day]
    if begun:
        return max(begun, key=lambda row: row.valid_from or date.min)
    return min(rows, key=lambda row: row.valid_from or date.min)
