"""Account parts from a file, each with the account that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from honorarios.core.vocabulary import BILLING_ROUTE_SPELLINGS
from honorarios.records import selectors
from honorarios.records.models import Account, AccountPart, Payer, Plan
from honorarios.services import codes as service_codes
from honorarios.services.imports import codes
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.opening import Opener, lacks_nothing
from honorarios.services.imports.whereabouts import Attendances
from honorarios.services.loader.terms import code_name
from honorarios.services.operations import Operation
from honorarios.tabular import DATE, Column, integer_type, term_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.records.models import Attendance
    from honorarios.services.imports.opening import Wish
    from honorarios.services.work import Work

LONGEST_CONTRACT: Final = 120
FIRST: Final = 1
_NUMBER: Final = integer_type(1, 2**31 - 1)

COLUMNS: Final = (
    Column(
        "attendance",
        title="Atendimento",
        required=True,
        aliases=("número do atendimento", "nº do atendimento", "nº atendimento"),
    ),
    Column("hospital", title="Hospital", aliases=("código do hospital", "estabelecimento")),
    Column("account", _NUMBER, title="Conta", aliases=("número da conta", "nº da conta")),
    Column("part_seq", _NUMBER, title="Parcial", aliases=("sequência da parcial", "seq parcial")),
    Column(
        "billing_unit",
        title="Unidade de faturamento",
        required=True,
        aliases=("unidade", "código da unidade"),
    ),
    Column(
        "payer",
        title="Convênio",
        required=True,
        aliases=("código do convênio", "cod convênio", "operadora"),
    ),
    Column("plan", title="Plano", aliases=("código do plano", "cod plano")),
    Column("contract", title="Condições contratuais", aliases=("contrato",)),
    Column("route", term_type(BILLING_ROUTE_SPELLINGS), title="Via de faturamento"),
    Column(
        "period_start",
        DATE,
        title="Início",
        required=True,
        aliases=("início do período", "período inicial", "data inicial"),
    ),
    Column(
        "period_end", DATE, title="Fim", aliases=("fim do período", "período final", "data final")
    ),
)


class PartOpener(Opener):
    """Opens account parts."""

    columns: ClassVar = COLUMNS

    def open(self, work: Work, wishes: Sequence[Wish]) -> None:
        """Open the parts whose numbers are new, and first the accounts that they are in."""
        attendances = Attendances(work.scope, wishes)
        placed = [(wish, one) for wish in wishes if (one := attendances.of(wish)) is not None]
        known = _Known(work, placed)
        for wish, attendance in placed:
            known.add(wish, attendance, self.titles)
        opened = known.save()
        if opened:
            work.record("parts", len(opened), {"first": opened[0].pk, "count": len(opened)})


class _Known:
    """What rows refer to, the accounts and parts that there are, and those that will be."""

    def __init__(self, work: Work, placed: Sequence[tuple[Wish, Attendance]]) -> None:
        self._units = dict(selectors.billing_units(work.scope).values_list("code", "pk"))
        payers = selectors.owned(Payer, work.scope)
        self._payers = dict(payers.values_list("code", "pk"))
        plans = selectors.owned(Plan, work.scope).values_list("payer__code", "code", "pk")
        self._plans = {(payer, code): pk for payer, code, pk in plans}
        keys = {attendance.pk for _, attendance in placed}
        accounts = Account.objects.filter(attendance_id__in=keys)
        self._accounts = {(one.attendance_id, one.number): one for one in accounts}
        parts = AccountPart.objects.filter(account__attendance_id__in=keys)
        self._there = {
            (part.account.attendance_id, part.account.number, part.seq): part
            for part in parts.select_related("account", "payer", "plan", "billing_unit")
        }
        self._said: dict[tuple[int, int, int], dict[str, Any]] = {
            key: _said(part) for key, part in self._there.items()
        }
        self._new_accounts: list[Account] = []
        self._new: list[AccountPart] = []

    def add(self, wish: Wish, attendance: Attendance, titles: dict[str, str]) -> None:
        """Open a row's part, or refuse the row."""
        values = wish.values
        account, seq = values.get("account", FIRST), values.get("part_seq", FIRST)
        unit = self._one(wish, self._units, "billing_unit", "A unidade de faturamento")
        payer = self._one(wish, self._payers, "payer", "O convênio")
        plan = self._plan(wish)
        end = values.get("period_end")
        if end is not None and end < values["period_start"]:
            wish.refuse(service_codes.ENDS_BEFORE_START, "period_end")
        contract = values.get("contract", "")
        if len(contract) > LONGEST_CONTRACT:
            words = {"title": titles["contract"], "longest": LONGEST_CONTRACT}
            wish.refuse(service_codes.TOO_LONG, "contract", **words)
        key = (attendance.pk, account, seq)
        if key in self._said:
            what = f"A parcial {attendance.number}/{account}/{seq}"
            wish.differ(what, self._said[key], titles)
        if wish.faults or key in self._said or unit is None or payer is None:
            return
        self._said[key] = dict(values)
        self._new.append(
            AccountPart(
                office_id=attendance.office_id,
                account=self._account(attendance, account, unit),
                seq=seq,
                payer_id=payer,
                plan_id=plan,
                billing_unit_id=unit,
                contract=contract,
                route=code_name(values.get("route")),
                period_start=values["period_start"],
                period_end=end,
            )
        )

    def save(self) -> list[AccountPart]:
        """Write them; the parts that were opened."""
        Account.objects.bulk_create(self._new_accounts)
        for part in self._new:
            part.account_id = part.account.pk
        return AccountPart.objects.bulk_create(self._new)

    def _account(self, attendance: Attendance, number: int, unit: int) -> Account:
        key = (attendance.pk, number)
        if key not in self._accounts:
            made = Account(
                office_id=attendance.office_id,
                attendance=attendance,
                number=number,
                billing_unit_id=unit,
            )
            self._accounts[key] = made
            self._new_accounts.append(made)
        return self._accounts[key]

    def _plan(self, wish: Wish) -> int | None:
        code = wish.values.get("plan")
        if code is None:
            return None
        found = self._plans.get((wish.values["payer"], code))
        if found is None:
            wish.refuse(codes.UNKNOWN, "plan", title="O plano", value=code)
        return found

    @staticmethod
    def _one(wish: Wish, known: dict[str, int], name: str, title: str) -> int | None:
        found = known.get(wish.values[name])
        if found is None:
            wish.refuse(codes.UNKNOWN, name, title=title, value=wish.values[name])
        return found


def _said(part: AccountPart) -> dict[str, Any]:
    """What a part on record says, by the columns of a file."""
    return {
        "billing_unit": part.billing_unit.code,
        "payer": part.payer.code,
        "plan": None if part.plan is None else part.plan.code,
        "contract": part.contract,
        "route": BILLING_ROUTE_SPELLINGS.get(part.route),
        "period_start": part.period_start,
        "period_end": part.period_end,
    }


KIND: Final = Kind(
    name="parts",
    title="contas e parciais",
    operation=Operation.ACCOUNTS_OPEN,
    columns=COLUMNS,
    lacking=lacks_nothing,
    taker=PartOpener,
    names_patients=True,
)
