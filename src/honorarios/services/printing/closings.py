"""The closing report: what was launched in a period, where it is, and what keeps parts from closing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.db.models import Q, Sum

from honorarios.core.findings import Severity
from honorarios.core.vocabulary import LineStatus, PartStatus
from honorarios.launching.states import LAUNCHABLE
from honorarios.records import selectors
from honorarios.records.models import AuditEvent, BillingUnit, Office, Payer
from honorarios.reports.closing import closing_pdf, closing_xlsx
from honorarios.reports.model import BlockedPart, Closing, ClosingRow, Obstacle, Sums, Tally
from honorarios.services.dashboard.show import gather
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.parts.closing import findings as found_in
from honorarios.services.printing.document import Form, document, printing
from honorarios.services.printing.words import label
from honorarios.services.situations import Situation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import QuerySet

    from honorarios.core.findings import Finding
    from honorarios.records.models import AccountPart
    from honorarios.reports.model import Printing
    from honorarios.services.actor import Actor
    from honorarios.services.dashboard.answers import Dashboard, DashboardFilter, DashboardRow
    from honorarios.services.printing.document import Document
    from honorarios.services.work import Work

MOST_EXAMINED: Final = 200
"""Parts that one report has the closing checks look at, the longest open first."""


@dataclass(frozen=True, slots=True)
class ClosingView:
    """The closing report with what a screen needs to open what is in it."""

    report: Closing
    sums: Dashboard
    parts: dict[tuple[str, int, int], int]
    """Accounts of the parts that can't be closed, by attendance, account and sequence."""


def closing(*, actor: Actor, asked: DashboardFilter) -> Result[ClosingView]:
    """What was launched in a period, and what the closing checks say of the parts still open or closed."""
    return consult(
        actor=actor, operation=Operation.CLOSINGS_READ, do=lambda work: _closing(work, asked)
    )


def print_closing(*, actor: Actor, asked: DashboardFilter, form: Form) -> Result[Document]:
    """The closing report as a document; that it was made is recorded."""

    def do(work: Work) -> tuple[Closing, Printing]:
        found = _closing(work, asked).report
        told = [asked.first_day.isoformat(), asked.last_day.isoformat()]
        work.record("closing", "-".join(told), {"form": form.value, "days": told})
        return found, replace(printing(work), trail_head=_trail_head(work))

    told = consult(actor=actor, operation=Operation.CLOSINGS_READ, do=do)
    if told.value is None:
        return Result(findings=told.findings)
    found, now = told.value
    made = closing_pdf(found, now) if form is Form.PDF else closing_xlsx(found, now)
    name = f"fechamento-{found.first_day}-{found.last_day}"
    return Result(document(made, name, form), told.findings)


def _closing(work: Work, asked: DashboardFilter) -> ClosingView:
    sums = gather(work, asked)
    parts = _waiting(work, sums.asked)
    examined = list(parts[:MOST_EXAMINED])
    findings = found_in(work.scope, [part.pk for part in examined])
    charged = _charged(work, [part.pk for part in examined])
    blocked = [(part, _errors(findings[part.pk])) for part in examined]
    blocked = [(part, errors) for part, errors in blocked if errors]
    whole = sums.whole.whole
    report = Closing(
        office=Office.objects.values_list("name", flat=True).get(pk=work.actor.office_id),
        first_day=sums.asked.first_day,
        last_day=sums.asked.last_day,
        about=_about(work, asked),
        by_payer=tuple(map(_row, sums.by_payer)),
        by_unit=tuple(map(_row, sums.by_unit)),
        by_provider=tuple(map(_row, sums.by_provider)),
        by_situation=tuple(_by_situation(sums.whole)),
        obstacles=tuple(_obstacles(blocked, charged)),
        blocked=tuple(_blocked(part, errors, charged) for part, errors in blocked),
        examined=len(examined),
        left=parts.count() - len(examined),
        sums=Sums(
            lines=whole.lines, total=whole.charged, charged=whole.charged, outside=whole.outside
        ),
    )
    keys = {
        (part.account.attendance.number, part.account.number, part.seq): part.account_id
        for part, _ in blocked
    }
    return ClosingView(report, sums, keys)


def _waiting(work: Work, asked: DashboardFilter) -> QuerySet[AccountPart]:
    """Parts of the period that are still to be closed or released, the oldest first."""
    rows = selectors.parts(work.scope).filter(
        Q(period_end__isnull=True) | Q(period_end__gte=asked.first_day),
        period_start__lte=asked.last_day,
        status__in=[status.code_name for status in LAUNCHABLE],
    )
    if asked.payer:
        rows = rows.filter(payer__code=asked.payer)
    if asked.billing_unit:
        rows = rows.filter(billing_unit__code=asked.billing_unit)
    return rows.select_related("account__attendance", "payer", "billing_unit").order_by(
        "period_start", "pk"
    )


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _charged(work: Work, keys: Sequence[int]) -> dict[int, int]:
    rows = selectors.lines(work.scope).filter(part_id__in=keys, status=LineStatus.ACTIVE.code_name)
    return dict(
        rows.order_by().values("part_id").annotate(due=Sum("charged")).values_list("part_id", "due")
    )


def _about(work: Work, asked: DashboardFilter) -> str:
    office = {"office_id": work.actor.office_id}
    payer = Payer.objects.filter(**office, code=asked.payer).values_list("name", flat=True)
    unit = BillingUnit.objects.filter(**office, code=asked.billing_unit)
    told = [
        *(payer if asked.payer else ("todos os convênios",)),
        *(
            unit.values_list("name", flat=True)
            if asked.billing_unit
            else ("todas as unidades ao alcance",)
        ),
    ]
    return ", ".join(told)


def _row(row: DashboardRow) -> ClosingRow:
    whole = row.whole
    return ClosingRow(
        name=row.name,
        lines=whole.lines,
        charged=whole.charged,
        outside=whole.outside,
        billed=row.of([Situation.BILLED]).charged,
        ready=row.of([Situation.RELEASED]).charged,
        under_way=row.of([Situation.CLOSED, Situation.UNDER_WAY]).charged,
        blocked=row.blocked.charged,
    )


def _by_situation(whole: DashboardRow) -> Iterable[Tally]:
    for one in Situation:
        found = whole.by_situation.get(one)
        if found is not None:
            yield Tally(
                name=one.label, lines=found.lines, charged=found.charged, outside=found.outside
            )


def _obstacles(
    blocked: Sequence[tuple[AccountPart, Sequence[Finding]]], charged: Mapping[int, int]
) -> list[Obstacle]:
    """What keeps parts open, by the code of the finding, what holds the most money first."""
    reasons: dict[str, str] = {}
    times: dict[str, int] = {}
    parts: dict[str, set[int]] = {}
    for part, errors in blocked:
        for finding in errors:
            reasons.setdefault(finding.code, finding.message.partition(":")[0].rstrip(".") + ".")
            times[finding.code] = times.get(finding.code, 0) + 1
            parts.setdefault(finding.code, set()).add(part.pk)
    found = [
        Obstacle(
            code=code,
            reason=reasons[code],
            parts=len(keys),
            lines=times[code],
            charged=sum(charged.get(key, 0) for key in keys),
        )
        for code, keys in parts.items()
    ]
    return sorted(found, key=lambda one: (-one.charged, one.code))


def _blocked(
    part: AccountPart, errors: Iterable[Finding], charged: Mapping[int, int]
) -> BlockedPart:
    told = dict.fromkeys(f"{finding.message} {finding.tip}".strip() for finding in errors)
    return BlockedPart(
        attendance=part.account.attendance.number,
        account=part.account.number,
        seq=part.seq,
        payer=part.payer.name,
        unit=part.billing_unit.name,
        status=label(PartStatus, part.status),
        charged=charged.get(part.pk, 0),
        reasons=tuple(told),
    )


def _trail_head(work: Work) -> str:
    newest = AuditEvent.objects.filter(office_id=work.actor.office_id).order_by("-seq")
    return newest.values_list("hash", flat=True).first() or ""
