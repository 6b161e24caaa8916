"""An account as it stands: its parts, their lines, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.services import access
from honorarios.services.fees import columns
from honorarios.services.fees.views import LineView  # noqa: TC001 - as above
from honorarios.services.operations import Operation
from honorarios.services.permissions import sees_remittances
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

OF_THE_ACCOUNT: Final = ("number", "attendance_id", "attendance__number")
ALIKE: Final = (
    "id",
    "seq",
    "status",
    "version",
    "contract",
    "period_start",
    "period_end",
    "tax_invoice",
    "remittance_id",
)
"""Columns of a part that a view tells under their own names."""
NAMED: Final = {
    "payer__code": "payer",
    "payer__name": "payer_name",
    "payer__group": "payer_group",
    "plan__code": "plan",
    "plan__name": "plan_name",
    "billing_unit__code": "billing_unit",
}
"""Those that it tells under another."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What lines add up to, in centavos: a reversed line and its reversal are nothing together."""

    lines: int = 0
    """Lines in force."""
    total: int = 0
    """By the tables, whatever packages cover."""
    charged: int = 0
    """What is charged."""
    outside: int = 0
    """Of what is charged, what the payer owes the provider and not the hospital."""

    @property
    def inside(self) -> int:
        """Of what is charged, what the hospital receives."""
        return self.charged - self.outside

    def __add__(self, other: Sums) -> Sums:
        """Both together."""
        return Sums(
            self.lines + other.lines,
            self.total + other.total,
            self.charged + other.charged,
            self.outside + other.outside,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """An account part with its lines; registers by their codes."""

    id: int
    seq: int
    status: str
    version: int
    payer: str
    payer_name: str
    payer_group: str
    plan: str | None
    plan_name: str
    """Empty without a plan."""
    billing_unit: str
    contract: str
    period_start: date
    period_end: date | None
    tax_invoice: str
    remittance_id: int | None
    """None to who sees no remittances, too."""
    sums: Sums
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """An account; the patient is read from the attendance, by whoever may."""

    id: int
    number: int
    attendance_id: int
    attendance: str
    """The attendance's number."""
    sums: Sums
    parts: tuple[PartView, ...]


def account(*, actor: Actor, account_id: int) -> Result[AccountView]:
    """An account with its parts, lines and sums; to a physician, their own production in it."""
    return consult(
        actor=actor,
        operation=Operation.ACCOUNTS_LIST,
        do=lambda work: _account(work, account_id),
    )


def _account(work: Work, account_id: int) -> AccountView:
    rows = selectors.accounts(work.scope)
    found = access.columns(rows, f"A conta {account_id}", OF_THE_ACCOUNT, pk=account_id)
    of_account = selectors.parts(work.scope).filter(account_id=account_id).order_by("seq")
    parts = list(of_account.values(*ALIKE, *NAMED))
    # By the parts' own keys: they lead an index of the lines.
    lines = selectors.lines(work.scope).filter(part_id__in=[part["id"] for part in parts])
    by_part: dict[int, list[LineView]] = {}
    for line in columns.views_of(columns.read(lines.order_by("part_id", "number"))):
        by_part.setdefault(line.part_id or 0, []).append(line)
    sends = sees_remittances(work.actor)
    views = tuple(_part(part, by_part.get(part["id"], []), sends=sends) for part in parts)
    return AccountView(
        id=account_id,
        number=found["number"],
        attendance_id=found["attendance_id"],
        attendance=found["attendance__number"],
        sums=sum((part.sums for part in views), Sums()),
        parts=views,
    )


def _part(part: Mapping[str, Any], lines: list[LineView], *, sends: bool) -> PartView:
    told: dict[str, Any] = {name: part[name] for name in ALIKE}
    told |= {name: part[column] for column, name in NAMED.items()}
    told["plan_name"] = told["plan_name"] or ""
    if not sends:
        told["remittance_id"] = None
    return PartView(sums=sums_of(lines), lines=tuple(lines), **told)


def sums_of(lines: Iterable[LineView]) -> Sums:
    """What some lines add up to."""
    found = Sums()
    for line in lines:
        in_force = line.status == LineStatus.ACTIVE.code_name
        outside = line.charged if line.outside else 0
        found += Sums(int(in_force), line.total, line.charged, outside)
    return found
