"""Where money is, in the few stages that a person reads at a glance, and the tables and charts of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.reports.bars import Bar, Piece, Stage
from honorarios.services.situations import ALL_BLOCKED, BLOCKED, Situation
from honorarios.web.present import drills

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.dashboard import Amounts, Dashboard, DashboardFilter, DashboardRow


@dataclass(frozen=True, slots=True)
class MoneyStage:
    """A stage: its name in addresses, its word, the situations that it is."""

    name: str
    label: str
    hint: str
    situations: tuple[Situation, ...]
    kind: str = ""
    """How it is coloured as a number: ok, warn or bad."""


A_YEAR: Final = timedelta(days=365)
STAGES: Final = (
    MoneyStage("billed", _("Faturado"), _("em remessa"), (Situation.BILLED,), "ok"),
    MoneyStage("released", _("Liberado"), _("pronto para faturar"), (Situation.RELEASED,)),
    MoneyStage("closed", _("Encerrado"), _("aguarda liberação"), (Situation.CLOSED,)),
    MoneyStage("under_way", _("Em curso"), _("paciente em tratamento"), (Situation.UNDER_WAY,)),
    MoneyStage(ALL_BLOCKED, _("Parado"), _("espera por alguém"), BLOCKED, "bad"),
)
WHAT_TO_DO: Final = {
    Situation.AFTER_DISCHARGE: _("Confira e encerre as parciais de quem já teve alta."),
    Situation.OVERDUE: _("Encerre a parcial, ou abra a do período seguinte."),
    Situation.PART_CANCELLED: _("Lance em outra parcial o que ainda deve ser cobrado."),
    Situation.ATTENDANCE_CANCELLED: _("Nada se cobra de um atendimento cancelado."),
}


@dataclass(frozen=True, slots=True)
class Number:
    """An amount, how many lines it is of, and the address where they stand."""

    label: str
    centavos: int
    lines: int
    href: str
    hint: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of stages."""

    name: str
    numbers: tuple[Number, ...]
    """The whole first, then each stage."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut the sums: the filter of the lines that its rows are told apart by."""

    field: str
    rows: tuple[DashboardRow, ...]


def tiles(told: Dashboard) -> list[Number]:
    """The numbers at the top: all that was launched, then each stage."""
    whole = told.whole.whole
    first = _number(gettext("Lançado"), whole, drills.lines(told.asked), hint=gettext("no período"))
    return [first, *_stages(told.whole, told.asked, {})]


def table(told: Dashboard, cut: Cut) -> list[Row]:
    """The rows of a cut; each number opens its lines."""
    return [
        Row(
            row.name,
            (
                _number(
                    gettext("Lançado"),
                    row.whole,
                    drills.lines(told.asked, **{cut.field: row.code}),
                ),
                *_stages(row, told.asked, {cut.field: row.code}),
            ),
        )
        for row in cut.rows
    ]


def reasons(told: Dashboard) -> list[Number]:
    """What stands still, by why, the most money first."""
    found = [
        _number(
            gettext(one.label),
            told.whole.of([one]),
            drills.lines(told.asked, situation=one.value),
            hint=gettext(WHAT_TO_DO[one]),
        )
        for one in BLOCKED
        if told.whole.of([one]).lines
    ]
    return sorted(found, key=lambda number: -number.centavos)


def stages() -> list[Stage]:
    """The stages as a chart's legend tells them."""
    return [Stage(one.name, gettext(one.label)) for one in STAGES]


def bars(told: Dashboard, cut: Cut, rows: Iterable[DashboardRow]) -> list[Bar]:
    """Some rows of a cut as the bars of a chart."""
    # A day in the middle of its period needs no year, unless it is there twice.
    short = cut.field == "day" and told.asked.last_day - told.asked.first_day < A_YEAR
    return [
        Bar(
            row.name.rpartition("/")[0] if short else row.name,
            tuple(
                Piece(stage.name, number.centavos, number.href)
                for stage, number in zip(
                    STAGES, _stages(row, told.asked, {cut.field: row.code}), strict=True
                )
            ),
        )
        for row in rows
    ]


def _stages(
    row: DashboardRow, asked: DashboardFilter, narrowed: dict[str, str]
) -> tuple[Number, ...]:
    return tuple(
        _number(
            gettext(stage.label),
            row.of(stage.situations),
            drills.lines(asked, situation=stage.name, **narrowed),
            hint=gettext(stage.hint),
            kind=stage.kind if row.of(stage.situations).lines else "",
        )
        for stage in STAGES
    )


def _number(label: str, amounts: Amounts, href: str, *, hint: str = "", kind: str = "") -> Number:
    return Number(label, amounts.charged, amounts.lines, href, hint, kind)
