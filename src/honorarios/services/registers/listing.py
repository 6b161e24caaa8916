"""Reading registers: a row, or a page of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Q

from honorarios.core.findings import Place
from honorarios.services import access
from honorarios.services.outcomes import refuse
from honorarios.services.registers.field import Kind
from honorarios.services.registers.reading import UnreadableError, read_value, unreadable
from honorarios.services.registers.rows import RowView, views, with_references
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.registers.register import Register
    from honorarios.services.work import Work

USUAL_PAGE: Final = 100
LARGEST_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class RowPage:
    """Some rows of a register, in the order they were registered."""

    rows: tuple[RowView, ...]
    after: int | None
    """What to ask the next page with; None on the last one."""


def listed(
    *,
    actor: Actor,
    register: Register,
    only: Mapping[str, str] | None = None,
    search: str = "",
    valid_on: date | None = None,
    after: int | None = None,
    size: int = USUAL_PAGE,
    by_name: bool = False,
) -> Result[RowPage]:
    """Rows of a register within reach.

    Args:
        actor: Who asks.
        register: Of :data:`~honorarios.services.registers.REGISTERS`.
        only: Values of :func:`filters` that the rows must have; a reference by its code.
        search: A part of the code or of the name.
        valid_on: A day that the row must hold on; ignored where it has no validity.
        after: Where the page before ended.
        size: Rows of a page.
        by_name: By the name, or the code where rows have none; otherwise as they were registered.
    """

    def do(work: Work) -> RowPage:
        rows = register.rows(work.scope).filter(_condition(register, only or {}))
        if search:
            rows = rows.filter(matching(register, search))
        if valid_on is not None and "valid_from" in register.names:
            rows = rows.filter(valid_from__lte=valid_on).filter(
                Q(valid_to__isnull=True) | Q(valid_to__gte=valid_on)
            )
        order = name_of(register) if by_name else "pk"
        if after is not None:
            rows = rows.filter(_beyond(register.rows(work.scope), order, after))
        return _page(work, register, rows.order_by(order, "pk"), max(1, min(size, LARGEST_PAGE)))

    return consult(actor=actor, operation=register.read, do=do)


def read(*, actor: Actor, register: Register, row_id: int) -> Result[RowView]:
    """A row of a register, with its tag."""

    def do(work: Work) -> RowView:
        rows = with_references(register, register.rows(work.scope))
        row = access.one(rows, f"{register.title.capitalize()} {row_id}", pk=row_id)
        if register.identifies_patients:
            work.seen([row.pk])
        (view,) = views(register, [row])
        return view

    return consult(actor=actor, operation=register.read, do=do)


def filters(register: Register) -> tuple[str, ...]:
    """The fields by whose values a register's list can be narrowed."""
    kinds = {Kind.REFERENCE, Kind.TERM}
    return tuple(
        field.name for field in register.fields if field.kind in kinds or field.name == "code"
    )


def name_of(register: Register) -> str:
    """The column that people look for rows by."""
    return next((one for one in ("name", "code") if one in register.names), "pk")


def _beyond(rows: QuerySet[Any], order: str, after: int) -> Q:
    """The rows that follow one of them in an order; all of them where it is gone."""
    last = rows.filter(pk=after).values_list(order, flat=True).first()
    if last is None:
        return Q(pk__gt=after) if order == "pk" else Q()
    return Q(**{f"{order}__gt": last}) | Q(**{order: last}, pk__gt=after)


def _condition(register: Register, only: Mapping[str, str]) -> Q:
    asked: dict[str, Any] = {}
    for name, value in only.items():
        field = register.field(name)
        by_code = field.kind is Kind.REFERENCE and field.by == "code"
        try:
            asked[f"{name}__code" if by_code else name] = read_value(field, value)
        except UnreadableError as problem:
            refuse(unreadable(field, Place(field=name), value, problem))
    return Q(**asked)


def matching(register: Register, search: str) -> Q:
    """The rows that have a text in their code or name, or in the names of what they are about."""
    found = Q()
    for name in ("code", "name"):
        if name in register.names:
            found |= Q(**{f"{name}__icontains": search})
    return found or _about(register, search)


def _about(register: Register, search: str) -> Q:
    found = Q()
    for one in register.fields:
        if one.kind is Kind.REFERENCE and one.by == "code":
            found |= Q(**{f"{one.name}__name__icontains": search})
    return found


def _page(work: Work, register: Register, rows: QuerySet[Any], size: int) -> RowPage:
    found = list(with_references(register, rows)[: size + 1])
    page = found[:size]
    if register.identifies_patients:
        work.seen([row.pk for row in page])
    return RowPage(tuple(views(register, page)), page[-1].pk if len(found) > size else None)
