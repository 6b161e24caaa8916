"""Agreements seen together: every payer, by each hospital and each cooperative, on a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping  # noqa: TC003 - pydantic reads the annotations
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.core.vocabulary import PayerGroup
from honorarios.records import selectors
from honorarios.records.models import Agreement, AgreementKind, Cooperative, Hospital, Payer
from honorarios.services.agreements.facts import FactView, view_of
from honorarios.services.days import today
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

PAYING: Final = (PayerGroup.INSURER.code_name, PayerGroup.STATE.code_name)
"""The payers that agreements are made with: neither the patient nor SUS."""
REFERRED: Final = ("hospital", "cooperative", "payer", "plan", "billing_unit")


@dataclass(frozen=True, slots=True)
class Party:
    """A hospital, cooperative, payer, plan or unit of an agreement."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement as it is known on a day."""

    id: int
    kind: str
    hospital: Party | None
    cooperative: Party | None
    payer: Party | None
    plan: Party | None
    billing_unit: Party | None
    scope: str
    codes: str
    specialty: str
    contract: str
    beside_repasse: bool
    accepts_direct: str
    fact: FactView
    valid_from: date
    valid_to: date | None

    @property
    def special(self) -> bool:
        """Whether it is of a part only: a plan, a unit, codes or a specialty."""
        return bool(self.plan or self.billing_unit or self.codes or self.specialty)


@dataclass(frozen=True, slots=True)
class Cell:
    """What is agreed between two parties; the general agreements first. Empty: nobody knows."""

    kind: str
    hospital: str
    """Code; empty where the agreement has none."""
    cooperative: str
    payer: str
    agreements: tuple[AgreementView, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A party with a cell for each column."""

    party: Party
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GridView:
    """All of it, on a day."""

    day: date
    hospitals: tuple[Party, ...]
    cooperatives: tuple[Party, ...]
    payers: tuple[GridRow, ...]
    """Each payer with a cell for each hospital, then one for each cooperative."""
    acceptance: tuple[GridRow, ...]
    """Each hospital with a cell for each cooperative."""
    counts: Mapping[str, int]
    """Agreements by status; ``expired`` are those to be confirmed again, ``missing`` the empty cells."""


def grid(*, actor: Actor, on: date | None = None, payer: str = "") -> Result[GridView]:
    """Every payer by each hospital and cooperative; one payer only where a code is given."""

    def do(work: Work) -> GridView:
        day = on or today(work.actor.office_id, work.now)
        hospitals = _parties(selectors.owned(Hospital, work.scope))
        cooperatives = _parties(selectors.owned(Cooperative, work.scope))
        payers = selectors.owned(Payer, work.scope).filter(group__in=PAYING)
        return _grid(day, hospitals, cooperatives, _parties(payers, payer), _held(work, day))

    return consult(actor=actor, operation=Operation.AGREEMENTS_READ, do=do)


def agreement_view(row: Agreement, day: date) -> AgreementView:
    """An agreement, read along with what it refers to."""
    parties = {name: _party(getattr(row, name)) for name in REFERRED}
    return AgreementView(
        id=row.pk,
        kind=row.kind,
        **parties,
        scope=row.scope,
        codes=row.codes,
        specialty=row.specialty,
        contract=row.contract,
        beside_repasse=row.beside_repasse,
        accepts_direct=row.accepts_direct,
        fact=view_of(row, day),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def in_force(day: date) -> Q:
    """What holds on a day."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def _held(work: Work, day: date) -> list[AgreementView]:
    rows = selectors.owned(Agreement, work.scope).filter(in_force(day))
    return [agreement_view(row, day) for row in rows.select_related(*REFERRED).order_by("pk")]


def _grid(
    day: date,
    hospitals: tuple[Party, ...],
    cooperatives: tuple[Party, ...],
    payers: Sequence[Party],
    held: Sequence[AgreementView],
) -> GridView:
    found: defaultdict[tuple[str, str, str, str], list[AgreementView]] = defaultdict(list)
    for one in held:
        place = (one.kind, *map(_code, (one.hospital, one.cooperative, one.payer)))
        found[(place[0], place[1], place[2], place[3])].append(one)

    def cell(
        kind: AgreementKind, hospital: str = "", cooperative: str = "", payer: str = ""
    ) -> Cell:
        here = found[(kind.value, hospital, cooperative, payer)]
        ordered = tuple(sorted(here, key=lambda one: (one.special, one.scope, one.id)))
        return Cell(kind.value, hospital, cooperative, payer, ordered)

    rows = tuple(
        GridRow(
            payer,
            (
                *(cell(AgreementKind.REPASSE, one.code, "", payer.code) for one in hospitals),
                *(
                    cell(AgreementKind.COOPERATIVE, "", one.code, payer.code)
                    for one in cooperatives
                ),
            ),
        )
        for payer in payers
    )
    acceptance = tuple(
        GridRow(
            hospital,
            tuple(cell(AgreementKind.ACCEPTANCE, hospital.code, one.code) for one in cooperatives),
        )
        for hospital in hospitals
    )
    return GridView(day, hospitals, cooperatives, rows, acceptance, _counts(rows, acceptance))


def _counts(*grids: Iterable[GridRow]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for cell in (cell for rows in grids for row in rows for cell in row.cells):
        counts["missing"] += not cell.agreements
        for one in cell.agreements:
            counts["expired" if one.fact.expired else one.fact.status] += 1
    return dict(counts)


def _parties(
    rows: QuerySet[Hospital] | QuerySet[Cooperative] | QuerySet[Payer], code: str = ""
) -> tuple[Party, ...]:
    named = rows.filter(code=code) if code else rows
    return tuple(
        Party(one, name) for one, name in named.order_by("name").values_list("code", "name")
    )


def _party(row: Hospital | Cooperative | Payer | None) -> Party | None:
    return None if row is None else Party(row.code, row.name)


def _code(party: Party | None) -> str:
    return "" if party is None else party.code
