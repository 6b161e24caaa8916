"""Dated rows of the same thing that would hold on the same day: which of the two would be believed?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from honorarios.core.findings import Place
from honorarios.services.registers import codes
from honorarios.services.registers.drafts import column_name
from honorarios.services.registers.field import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.services.registers.drafts import Draft
    from honorarios.services.registers.register import Apart, Register

    Columns = Mapping[str, Any]


def refuse_overlaps(
    register: Register, office_id: int, drafts: Sequence[Draft], *, ending: int | None = None
) -> None:
    """Put REG-OVERLAP to each draft that would hold along with another row of the same thing.

    Args:
        register: Which one; nothing is done where its rows needn't be apart.
        office_id: Whose rows they are.
        drafts: Looked up; those refused already are left alone, and hold on no day.
        ending: A row that ends before the drafts begin, within the same unit of work.
    """
    apart = register.apart
    fit = [draft for draft in drafts if not draft.refused]
    if apart is None or not fit:
        return
    names = [column_name(register.field(name)) for name in apart.fields]
    same = {draft.row.pk for draft in fit if draft.row is not None} | {ending}
    held = [row for row in _on_record(register, office_id, names, fit) if row["pk"] not in same]
    for draft in fit:
        other = next(
            (row for row in held if _meet(register, apart, names, draft.columns, row)), None
        )
        if other is not None:
            found = codes.OVERLAP.at(
                Place(field="valid_from"), what=register.title, when=_period(other)
            )
            draft.findings.append(found)
        else:
            held.append({**draft.columns, "pk": None})


def _on_record(
    register: Register, office_id: int, names: Sequence[str], drafts: Iterable[Draft]
) -> list[dict[str, Any]]:
    """The rows that agree with some draft in the first of the fields."""
    wanted = {draft.columns[names[0]] for draft in drafts}
    rows = register.model._default_manager.filter(office_id=office_id)  # noqa: SLF001 - Django's own way to ask
    if None not in wanted:
        rows = rows.filter(**{f"{names[0]}__in": wanted})
    told = ("pk", "valid_from", "valid_to", *dict.fromkeys((*names, *_others(register))))
    return list(rows.values(*told))


def _others(register: Register) -> Iterable[str]:
    return () if register.apart is None else register.apart.looks_at


def _meet(
    register: Register, apart: Apart, names: Sequence[str], one: Columns, other: Columns
) -> bool:
    same: bool = all(
        _comparable(register, name, one[column]) == _comparable(register, name, other[column])
        for name, column in zip(apart.fields, names, strict=True)
    )
    return same and apart.meets(one, other) and _share_a_day(one, other)


def _comparable(register: Register, name: str, value: Any) -> Any:  # noqa: ANN401 - of any kind
    """A value as it is compared; codes are the same in any order."""
    return frozenset(value.split()) if register.field(name).kind is Kind.CODES else value


def _share_a_day(one: Columns, other: Columns) -> bool:
    starts: tuple[date, date] = (one["valid_from"], other["valid_from"])
    return max(starts) <= min(_end(one), _end(other))


def _end(row: Columns) -> date:
    end: date | None = row["valid_to"]
    return end or date.max


def _period(row: Columns) -> str:
    end = row["valid_to"]
    until = "sem fim" if end is None else f"até {end:%d/%m/%Y}"
    number = "" if row["pk"] is None else f"nº {row['pk']}, "
    return f"{number}de {row['valid_from']:%d/%m/%Y} {until}"
