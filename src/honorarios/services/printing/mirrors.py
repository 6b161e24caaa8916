"""The account mirror: an account as it stands, cut to what its reader may see."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import (
    AttendanceStatus,
    Character,
    LineStatus,
    PartStatus,
    PayerGroup,
    Setting,
    Sex,
)
from honorarios.records import selectors
from honorarios.records.models import Provider
from honorarios.reports.factors import short_factors
from honorarios.reports.mirror import mirror_pdf, mirror_xlsx
from honorarios.reports.model import Mirror, MirrorGroup, MirrorLine, MirrorPart, Person, Sums
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.patients import initials
from honorarios.services.permissions import allows
from honorarios.services.printing.document import Form, document, printing
from honorarios.services.printing.words import label, mark, period, role
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.records.models import Account, AccountPart, FeeLine, Patient
    from honorarios.reports.model import Printing
    from honorarios.services.actor import Actor
    from honorarios.services.printing.document import Document
    from honorarios.services.work import Work

OTHER_ACTS: Final = "Visitas, consultas e exames"
WHY: Final = "espelho de conta"


def mirror(*, actor: Actor, account_id: int) -> Result[Mirror]:
    """What the mirror of an account says; that its patient was read is recorded."""
    return consult(
        actor=actor,
        operation=Operation.MIRRORS_READ,
        do=lambda work: _mirror(work, account_id),
    )


def print_mirror(*, actor: Actor, account_id: int, form: Form) -> Result[Document]:
    """The mirror as a document; the print is recorded, with the reading of the patient."""

    def do(work: Work) -> tuple[Mirror, Printing]:
        found = _mirror(work, account_id)
        work.record("account", account_id, {"form": form.value})
        return found, printing(work)

    told = consult(actor=actor, operation=Operation.MIRRORS_READ, do=do)
    if told.value is None:
        return Result(findings=told.findings)
    found, now = told.value
    made = mirror_pdf(found, now) if form is Form.PDF else mirror_xlsx(found, now)
    name = f"espelho-{found.attendance}-{found.account}"
    return Result(document(made, name, form), told.findings)


def _mirror(work: Work, account_id: int) -> Mirror:
    rows = selectors.accounts(work.scope).select_related(
        "office", "attendance__patient", "attendance__hospital"
    )
    found = access.one(rows, f"A conta {account_id}", pk=account_id)
    attendance = found.attendance
    return Mirror(
        office=found.office.name,
        hospital=attendance.hospital.name,
        attendance=attendance.number,
        account=found.number,
        setting=label(Setting, attendance.setting),
        character=label(Character, attendance.character),
        admission=attendance.started_at,
        discharge=attendance.ended_at,
        attendance_status=label(AttendanceStatus, attendance.status),
        patient=_person(work, attendance.patient),
        parts=tuple(_parts(work, found)),
        only_of=_only_of(work),
    )


def _person(work: Work, patient: Patient) -> Person:
    """The patient whole to who may read patients, which is recorded; else by their initials."""
    if not allows(work.actor, Operation.PATIENTS_READ):
        return Person(name=initials(patient.name), record="", birth=None, sex="")
    work.seen([patient.pk], why=WHY)
    return Person(
        name=patient.name,
        record=patient.code,
        birth=patient.birth_date,
        sex=label(Sex, patient.sex),
    )


def _only_of(work: Work) -> str:
    if work.scope.provider_id is None:
        return ""
    return Provider.objects.values_list("name", flat=True).get(pk=work.scope.provider_id)


def _parts(work: Work, account: Account) -> Iterable[MirrorPart]:
    parts = list(
        selectors.parts(work.scope)
        .filter(account_id=account.pk)
        .select_related("payer", "plan", "billing_unit")
        .order_by("seq")
    )
    lines = selectors.lines(work.scope).filter(part_id__in=[part.pk for part in parts])
    by_part: dict[int, list[FeeLine]] = {part.pk: [] for part in parts}
    for line in lines.select_related("provider").order_by("part_id", "number"):
        by_part[line.part_id].append(line)
    # A remittance's number is the hospital's own business, and no physician's.
    sent = {part.remittance_id for part in parts if part.remittance_id is not None}
    numbers = dict(
        selectors.remittances(work.scope).filter(pk__in=sent).values_list("pk", "number")
    )
    return (_part(part, by_part[part.pk], numbers) for part in parts)


def _part(part: AccountPart, lines: Sequence[FeeLine], numbers: Mapping[int, int]) -> MirrorPart:
    groups = tuple(_groups(lines))
    return MirrorPart(
        seq=part.seq,
        payer=part.payer.name,
        plan="" if part.plan is None else part.plan.name,
        unit=part.billing_unit.name,
        period=period(part.period_start, part.period_end),
        status=label(PartStatus, part.status),
        private=part.payer.group == PayerGroup.SELF_PAY.code_name,
        papers=_papers(part, numbers.get(part.remittance_id or 0)),
        groups=groups,
        sums=sum((group.sums for group in groups), Sums()),
    )


def _papers(part: AccountPart, remittance: int | None) -> str:
    told = [f"nota fiscal {part.tax_invoice}"] if part.tax_invoice else []
    if remittance is not None:
        told.append(f"remessa {remittance}")
    return ", ".join(told)


def _groups(lines: Sequence[FeeLine]) -> Iterable[MirrorGroup]:
    """Surgeries in the order of their hours, then the acts of one person alone."""
    ordered = sorted(lines, key=lambda line: (line.start, line.number))
    alone: list[FeeLine] = []
    for _, some in groupby(ordered, key=lambda line: line.start):
        together = list(some)
        if len({line.provider_id for line in together if line.provider_id is not None}) > 1:
            yield _group(_surgery(together), together)
        else:
            alone += together
    if alone:
        yield _group(OTHER_ACTS, alone)


def _surgery(lines: Sequence[FeeLine]) -> str:
    first = lines[0]
    ends = [line.end for line in lines if line.end is not None]
    until = f" às {max(ends):%H:%M}" if ends else ""
    return f"Cirurgia de {first.start:%d/%m/%Y}, {first.start:%H:%M}{until}"


def _group(title: str, lines: Sequence[FeeLine]) -> MirrorGroup:
    return MirrorGroup(
        title=title,
        lines=tuple(map(_line, lines)),
        sums=sum(map(_sums, lines), Sums()),
    )


def _sums(line: FeeLine) -> Sums:
    """What a line adds: a reversed one and its reversal are nothing together."""
    return Sums(
        lines=int(line.status == LineStatus.ACTIVE.code_name),
        total=line.total,
        charged=line.charged,
        outside=line.charged if line.outside_stored else 0,
    )


def _line(line: FeeLine) -> MirrorLine:
    return MirrorLine(
        number=line.number,
        day=line.start,
        code=line.code,
        description=line.description,
        role=role(line),
        provider="" if line.provider is None else line.provider.name,
        council="" if line.provider is None else line.provider.council,
        factors=short_factors(line.kept),
        quantity=line.quantity,
        unit_value=line.unit_value,
        total=line.total,
        charged=line.charged,
        outside=line.outside_stored,
        mark=mark(line),
        struck=line.status != LineStatus.ACTIVE.code_name,
    )
