"""What stands beside the typed fields: notes, suggestions, lines with their value, sums."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from honorarios.core.findings import Severity
from honorarios.core.vocabulary import LineKind, SplitForm, Treatment
from honorarios.launching import codes
from honorarios.launching.model import TargetPart
from honorarios.launching.sheet.model import OF_THE_ACT, OF_THE_MEMBER
from honorarios.pricing.surgery import codes as surgery_codes
from honorarios.services.fees import codes as fee_codes
from honorarios.web.present import telling, writing
from honorarios.web.sheet import span
from honorarios.web.sheet.cells import Cells, Note, Told
from honorarios.web.sheet.form import SINGLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.core.findings import Finding
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.services.fees import LineView
    from honorarios.services.sheets import Factor, Plan, PlannedLine, PlanSums, Worth
    from honorarios.web.sheet.form import Form, Values

MISSING: Final = {
    codes.NO_CODE.name,
    codes.NO_START.name,
    codes.NO_PROVIDER.name,
    codes.NO_ROLE.name,
    codes.COST_CENTRE_REQUIRED.name,
    fee_codes.NO_ENTRY.name,
}
"""What is only not filled in yet: said quietly until somebody tries to save."""
SHARED: Final = {"when", "cost_centre"}
"""Fields of the whole sheet: what is told there isn't told again on each of its lines."""
UNTOLD: Final = {surgery_codes.NO_ROUTE.name}
"""Findings that a suggestion on the same field already tells."""
KINDS: Final = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
FACTORS: Final = {
    "accommodation": gettext_lazy("Acomodação"),
    "overtime": gettext_lazy("Hora extra"),
    "paediatric": gettext_lazy("Pediátrico"),
    "technique": gettext_lazy("Técnica"),
    "bilateral": gettext_lazy("Bilateral"),
    "role": gettext_lazy("Função"),
    "route": gettext_lazy("Via"),
}
ADDED: Final = {"overtime", "paediatric", "bilateral"}
"""Percentages that are added to the value; the others are a share of it."""
MULTIPLIED: Final = {"accommodation", "technique"}
TREATMENTS: Final = {
    Treatment.ON_TOP.code_name: "info",
    Treatment.COVERED.code_name: "muted",
    Treatment.NOT_CHARGED.code_name: "muted",
}


@dataclass(frozen=True, slots=True)
class FactorShown:
    """A factor of a line, as it is written: ``Via 50 %``."""

    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line that launching would write."""

    number: int
    """Among those of its entry, from 0."""
    line: LineView
    provider: str
    table: str
    base: str
    factors: tuple[FactorShown, ...]
    badges: tuple[tuple[str, str], ...]
    """Kind and text of each."""


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One member in one act."""

    planned: PlannedLine
    lines: tuple[LineShown, ...]
    notes: tuple[Note, ...]
    values: Values
    """What was chosen for this line alone."""
    cells: Cells
    """The fields to choose it in."""
    answered: str
    """The answer about the package, if there is one."""
    role: str
    provider: str

    @property
    def decision(self) -> str:
        """The field of the answer about the package."""
        singly = self.planned.act == self.planned.member
        return f"{'single' if singly else 'line'}.{self.planned.name}.package_decision"

    @property
    def why_not(self) -> str:
        """Why it is not launched; empty where it is."""
        return "" if self.planned.launched else telling.phrase(self.planned.rules[-1].text)


@dataclass(frozen=True, slots=True)
class ActShown:
    """An act with its lines."""

    name: str
    code: str
    description: str
    order: str
    """Its place in the surgery; empty for an entry of its own."""
    rules: tuple[str, ...]
    """Why it has that place and route."""
    entries: tuple[EntryShown, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """All that is shown of a sheet."""

    acts: tuple[ActShown, ...]
    told: Told
    """What is told beside each field."""
    general: tuple[Note, ...]
    """What is told of the whole."""
    listed: tuple[Note, ...]
    """Fields that stand in the way of saving, to go from one to the next."""
    sums: PlanSums
    asks: bool
    """Whether a question about the package is open."""
    identical: bool
    """Whether a line is identical to another."""
    needs_consent: bool
    """Whether a fee difference waits for the patient's consent."""


def shown(form: Form, plan: Plan, *, tried: bool, refused: Iterable[Finding] = ()) -> Preview:
    """What is shown of a form and its plan.

    Args:
        form: What was typed.
        plan: Its preview.
        tried: Whether somebody tried to save it: then what is missing is said aloud.
        refused: What the launch itself found, beyond the preview.
    """
    notes = _unique([*_notes_of(form, plan), *(_note("", finding) for finding in refused)])
    aloud = [note for note in notes if note.kind == "bad" or (tried and note.kind == "missing")]
    found: dict[str, list[Note]] = {}
    for note in [*_told(form, plan), *notes]:
        if note.field:
            found.setdefault(note.field, []).append(note)
    told = Told(
        {name: tuple(_unique(some)) for name, some in found.items()}, _suggestions(form, plan)
    )
    codes_found = {note.code for note in notes}
    return Preview(
        acts=tuple(_acts(form, plan, told)),
        told=told,
        general=tuple(note for note in notes if not note.field and note.kind != "info"),
        listed=tuple({note.field: note for note in reversed(aloud) if note.field}.values())[::-1],
        sums=plan.sums,
        asks=plan.asks,
        identical=codes.DUPLICATE.name in codes_found,
        needs_consent=codes.NO_CONSENT.name in codes_found,
    )


def _notes_of(form: Form, plan: Plan) -> Iterable[Note]:
    for finding in plan.findings:
        if finding.code not in UNTOLD:
            yield _note(_field_of_sheet(finding), finding)
    for planned in plan.lines:
        for finding in planned.findings:
            yield _note(field_of(form, planned, finding.place.field), finding)


def _note(name: str, finding: Finding) -> Note:
    missing = finding.code in MISSING
    # Launching says how files write an hour; here one is typed.
    is_hour = finding.code == codes.UNREADABLE.name and name.rpartition(".")[2] == "when"
    return Note(
        name,
        "missing" if missing else KINDS[finding.severity],
        telling.message(finding.code, finding.message),
        telling.tip(finding.code, span.TIP if is_hour else finding.tip),
        finding.code,
    )


def field_of(form: Form, planned: PlannedLine, name: str) -> str:
    """The form's field that a field of an entry came from."""
    own = "when" if name in {"start", "end"} else name
    line = f"line.{planned.name}.{own}" if own else ""
    if form.mode == SINGLES:
        return own if own in {"", "cost_centre"} else f"single.{planned.name}.{own}"
    if form.lines.get(planned.name, {}).get(own):
        return line
    if name in OF_THE_ACT:
        return f"act.{planned.act}.{name}"
    if name in OF_THE_MEMBER:
        return f"member.{planned.member}.{name}"
    return own if own in {"when", "cost_centre"} else line


def _field_of_sheet(finding: Finding) -> str:
    kind, _dot, rest = finding.place.field.partition(".")
    name, _dot, cell = rest.partition(".")
    if kind == "acts" and name:
        return f"act.{name}.{cell or 'code'}"
    if kind == "team" and name:
        return f"member.{name}.{cell or 'role'}"
    return "when" if kind in {"start", "end"} else ""


def _unique(notes: Iterable[Note]) -> list[Note]:
    return list(dict.fromkeys(notes))


def _told(form: Form, plan: Plan) -> Iterable[Note]:
    """The names of the codes that were typed."""
    kind = "single" if form.mode == SINGLES else ""
    for planned in plan.lines:
        if planned.description:
            yield Note(f"{kind or 'act'}.{planned.act}.code", "told", planned.description)
        name = plan.names.get(planned.entry.provider or "")
        if name:
            yield Note(f"{kind or 'member'}.{planned.member}.provider", "told", name)


def _suggestions(form: Form, plan: Plan) -> dict[str, tuple[str, str]]:
    """What empty fields stand for: the role of a member, the place and route of an act."""
    found: dict[str, tuple[str, str]] = {}
    why = _("Pelo porte e pelos auxiliares dos atos.")
    for name, role in plan.team.items():
        if name in plan.suggested_to and role is not None:
            found[f"member.{name}.role"] = (_(role.label), why)
    free = [role for role in plan.roles if role not in plan.team.values()]
    blank = [name for name in form.members if name not in plan.team]
    for name, role in zip(blank, free, strict=False):
        found[f"member.{name}.role"] = (_(role.label), why)
    for planned in plan.lines:
        entry = planned.entry
        if planned.act == planned.member or f"act.{planned.act}.rank" in found or not planned.rules:
            continue
        why = _joined(planned)
        found[f"act.{planned.act}.rank"] = (str(entry.rank or ""), why)
        found[f"act.{planned.act}.procedure_kind"] = (_(entry.procedure_kind.label), why)
        route = _("Única") if entry.access_route is None else _(entry.access_route.label)
        found[f"act.{planned.act}.access_route"] = (route, why)
    return found


def _joined(planned: PlannedLine) -> str:
    return "; ".join(map(_ruled, planned.rules[:2]))


def _rules(some: Iterable[PlannedLine]) -> tuple[str, ...]:
    """Why an act has its place and route: the rules of the first of its lines that has any."""
    ruled = (line.rules for line in some if line.rules and line.launched)
    return tuple(map(_ruled, next(ruled, ())[:2]))


def _ruled(rule: RuleUsed) -> str:
    """A rule with where it comes from, as one sentence of the screen's language."""
    return f"{telling.phrase(rule.text).removesuffix('.')}, {telling.phrase(rule.source)}"


def _acts(form: Form, plan: Plan, told: Told) -> Iterable[ActShown]:
    groups: dict[str, list[PlannedLine]] = {}
    for planned in plan.lines:
        groups.setdefault(planned.act, []).append(planned)
    for name, some in groups.items():
        first = some[0]
        yield ActShown(
            name=name,
            code=first.entry.code or "",
            description=first.description,
            order=_order(first) if form.mode != SINGLES else "",
            rules=_rules(some),
            entries=tuple(_entry(form, plan, planned, told) for planned in some),
        )


def _order(planned: PlannedLine) -> str:
    rank = planned.entry.rank
    kind = _(planned.entry.procedure_kind.label)
    return f"{rank}º · {kind}" if rank else kind


def _entry(form: Form, plan: Plan, planned: PlannedLine, told: Told) -> EntryShown:
    entry = planned.entry
    notes = [_note(field_of(form, planned, one.place.field), one) for one in planned.findings]
    values = form.lines.get(planned.name, {})
    made = zip(planned.lines, planned.worths, strict=True)
    return EntryShown(
        planned=planned,
        lines=tuple(_line(number, line, worth, plan) for number, (line, worth) in enumerate(made)),
        notes=tuple(note for note in notes if note.kind != "missing" and note.field not in SHARED),
        values={**values},
        cells=Cells(f"line.{planned.name}", values, told),
        answered=_answered(form, planned),
        role=_(entry.role.label) if entry.role is not None else "",
        provider=plan.names.get(entry.provider or "", entry.provider or ""),
    )


def _answered(form: Form, planned: PlannedLine) -> str:
    held = form.singles if form.mode == SINGLES else form.lines
    return held.get(planned.name, {}).get("package_decision", "")


def _line(number: int, line: LineView, worth: Worth, plan: Plan) -> LineShown:
    return LineShown(
        number=number,
        line=line,
        provider=plan.names.get(line.provider or "", line.provider or ""),
        table=worth.table,
        base=_base(worth),
        factors=tuple(_factor(one) for one in worth.factors if not one.neutral),
        badges=tuple(_badges(line)),
    )


def _base(worth: Worth) -> str:
    if worth.base is None:
        return ""
    base = writing.number(Decimal(worth.base), 2)
    return base if worth.unit in {"", "BRL"} else f"{worth.unit} = {base}"


def _factor(factor: Factor) -> FactorShown:
    figure = writing.number(Decimal(factor.figure))
    if factor.name in ADDED:
        told = f"+{figure} %"
    elif factor.name in MULTIPLIED:
        told = f"× {figure}"
    else:
        told = f"{figure} %"
    return FactorShown(str(FACTORS[factor.name]), told)


def _badges(line: LineView) -> Iterable[tuple[str, str]]:
    if line.target == TargetPart.PRIVATE.value:
        yield "warn", _("Diferença: gastos particulares")
    if line.kind == LineKind.FACILITY_FEE.code_name:
        yield "info", _("Taxa automática")
    if line.split_form != SplitForm.NONE.code_name:
        share = "" if line.split_percent is None else f" {writing.number(line.split_percent)} %"
        yield "info", _("Divisão") + share
    if line.treatment in TREATMENTS:
        yield TREATMENTS[line.treatment], writing.label(line.treatment, "Treatment")
    if line.outside:
        yield "muted", _("Fora da conta")
    elif line.outside_requested:
        yield "muted", _("Dentro da conta, pela regra")
