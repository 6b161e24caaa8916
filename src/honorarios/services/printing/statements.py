"""A provider's production of a period: what, when, how much, and where the money of each line is.

Amounts of colleagues and of the institution are never among them: only lines of the provider are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import Office, Provider
from honorarios.reports.factors import short_factors
from honorarios.reports.model import Statement, StatementLine, Sums, Tally
from honorarios.reports.statement import statement_pdf, statement_xlsx
from honorarios.services import access, days
from honorarios.services.dashboard.show import gather
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.patients import initials
from honorarios.services.printing import codes
from honorarios.services.printing.document import Form, document, printing
from honorarios.services.printing.words import role, share
from honorarios.services.situations import Situation, expression
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from honorarios.records.models import FeeLine
    from honorarios.reports.model import Printing
    from honorarios.services.actor import Actor
    from honorarios.services.dashboard.answers import Dashboard, DashboardFilter
    from honorarios.services.printing.document import Document
    from honorarios.services.work import Work

MOST_LINES: Final = 20_000
"""Lines of one statement; a longer period has to be asked for in pieces."""
MOST_ON_PAPER: Final = 3_000
"""Lines of one that is typeset, some hundred and fifty pages; a spreadsheet has them all."""
AT_ONCE: Final = 2_000
"""Lines that are read from the database at a time."""
JOINED: Final = ("part__account__attendance__patient", "part__payer", "billing_unit")


@dataclass(frozen=True, slots=True)
class Period:
    """Days of the acts' start, both included."""

    first_day: date
    last_day: date

    @property
    def since(self) -> datetime:
        """The first second."""
        return datetime.combine(self.first_day, time())

    @property
    def until(self) -> datetime:
        """The last second; wall time has no fraction of one."""
        return datetime.combine(self.last_day, time(23, 59, 59))


def providers(*, actor: Actor, asked: DashboardFilter) -> Result[Dashboard]:
    """Who acted in a period within reach, and how much; a physician finds themselves alone.

    The period is the one that was added up: too long a one is cut at its beginning.
    """
    return consult(
        actor=actor, operation=Operation.STATEMENTS_READ, do=lambda work: gather(work, asked)
    )


def statement(*, actor: Actor, provider: str, period: Period) -> Result[Statement]:
    """The statement of a provider by their code; of nobody named, a physician's own."""
    return consult(
        actor=actor,
        operation=Operation.STATEMENTS_READ,
        do=lambda work: _told(work, provider, period)[1],
    )


def print_statement(*, actor: Actor, provider: str, period: Period, form: Form) -> Result[Document]:
    """The statement as a document; that it was made is recorded."""

    def do(work: Work) -> tuple[Statement, Printing]:
        key, found = _told(work, provider, period)
        if form is Form.PDF and found.sums.lines > MOST_ON_PAPER:
            refuse(at(codes.MANY_ON_PAPER, lines=found.sums.lines, most=MOST_ON_PAPER))
        days_asked = [period.first_day.isoformat(), period.last_day.isoformat()]
        work.record("provider", key, {"form": form.value, "days": days_asked})
        return found, printing(work)

    told = consult(actor=actor, operation=Operation.STATEMENTS_READ, do=do)
    if told.value is None:
        return Result(findings=told.findings)
    found, now = told.value
    made = statement_pdf(found, now) if form is Form.PDF else statement_xlsx(found, now)
    name = f"demonstrativo-{found.provider}-{period.first_day}-{period.last_day}"
    return Result(document(made, name, form), told.findings)


def _told(work: Work, code: str, period: Period) -> tuple[int, Statement]:
    provider = whose(work, code)
    rows = own_lines(work, provider, period).order_by("start", "pk").iterator(AT_ONCE)
    # The price trace of each line is read and let go: what is kept is what the paper says.
    lines = tuple(islice(map(told_line, rows), MOST_LINES + 1))
    if len(lines) > MOST_LINES:
        # A sum of some of the lines would pass for that of all.
        refuse(at(codes.MANY_LINES, most=MOST_LINES))
    return provider.pk, _statement(provider, period, lines)


def whose(work: Work, code: str) -> Provider:
    """A provider by their code, or a physician themselves; they find nobody else."""
    providers = selectors.owned(Provider, work.scope)
    own = work.scope.provider_id
    if own is not None:
        providers = providers.filter(pk=own)
        if not code:
            return providers.get()
    return access.one(providers, f"O prestador “{code}”", code=code)


def own_lines(work: Work, provider: Provider, period: Period) -> QuerySet[FeeLine]:
    """A provider's lines in force of a period, with the situation of each."""
    return (
        selectors.lines(work.scope)
        .filter(provider_id=provider.pk, status=LineStatus.ACTIVE.code_name)
        .filter(start__gte=period.since, start__lte=period.until)
        .select_related(*JOINED)
        .annotate(situation=expression(days.today(work.actor.office_id, work.now)))
    )


def _statement(provider: Provider, period: Period, lines: tuple[StatementLine, ...]) -> Statement:
    return Statement(
        office=Office.objects.values_list("name", flat=True).get(pk=provider.office_id),
        provider=provider.name,
        council=provider.council,
        specialty=provider.specialty,
        first_day=period.first_day,
        last_day=period.last_day,
        lines=lines,
        by_payer=tuple(_tallies(lines, [line.payer for line in lines])),
        by_situation=tuple(_by_situation(lines)),
        sums=sum(
            (
                Sums(
                    lines=1,
                    total=line.total,
                    charged=line.charged,
                    outside=line.charged if line.outside else 0,
                )
                for line in lines
            ),
            Sums(),
        ),
    )


def _by_situation(lines: Sequence[StatementLine]) -> Iterable[Tally]:
    """In the order in which money moves, the furthest first."""
    order = [one.label for one in Situation]
    found = _tallies(lines, [line.situation for line in lines])
    return sorted(found, key=lambda tally: order.index(tally.name))


def _tallies(lines: Sequence[StatementLine], names: Sequence[str]) -> list[Tally]:
    by_name: dict[str, list[StatementLine]] = {}
    for name, line in zip(names, lines, strict=True):
        by_name.setdefault(name, []).append(line)
    found = [
        Tally(
            name=name,
            lines=len(some),
            charged=sum(line.charged for line in some),
            outside=sum(line.charged for line in some if line.outside),
        )
        for name, some in by_name.items()
    ]
    return sorted(found, key=lambda tally: (-tally.charged, tally.name))


def told_line(row: FeeLine) -> StatementLine:
    """A line of :func:`own_lines` as a statement says it."""
    attendance = row.part.account.attendance
    return StatementLine(
        day=row.start,
        attendance=attendance.number,
        patient=initials(attendance.patient.name),
        payer=row.part.payer.name,
        unit=row.billing_unit.name,
        code=row.code,
        description=row.description,
        role=role(row),
        factors=short_factors(row.kept),
        quantity=row.quantity,
        unit_value=row.unit_value,
        total=row.total,
        charged=row.charged,
        outside=row.outside_stored,
        share=share(row),
        situation=situation(row).label,
    )


def situation(row: FeeLine) -> Situation:
    """Where the money of a line of :func:`own_lines` is."""
    return Situation.named(row.situation)  # type: ignore[attr-defined] # annotated by the query
