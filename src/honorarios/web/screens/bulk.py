"""Changing many lines at once: which, how, what each becomes and what it moves; and putting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from honorarios.core.vocabulary import AccessRoute, Laterality, ProcedureKind, Role, Technique
from honorarios.services import bulk, names
from honorarios.web.answers import Go, Page
from honorarios.web.present import choices, filters
from honorarios.web.present import lines as present
from honorarios.web.present.lists import line_fields, line_filter
from honorarios.web.present.writing import reais
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import QueryDict

    from honorarios.core.findings import Finding
    from honorarios.services.bulk import BulkPreview
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

PREFIX: Final = "novo_"
"""Of the fields that say what the lines become; the others say which lines."""
CLEARED: Final = "-"
"""What stands for no value, as nothing at all leaves the field as it is."""
PROVIDERS: Final = "/busca/prestadores/"


def edit(call: Call) -> Answer:
    """Choose, see what would change, and change it."""
    source = call.form if call.posted else call.query
    only, found = line_filter(source)
    changes = _changes(source)
    choice = bulk.Choice(only, tuple(source.getlist("linha")))
    if call.posted:
        done = bulk.apply(
            actor=call.actor,
            choice=choice,
            changes=changes,
            expected=call.form.get("expected", ""),
            key=call.key,
        )
        if done.ok and done.value is not None:
            return Go(reverse("bulk.batches"), _made(done.value))
        return _page(call, source, found, _preview(call, choice, changes), refused=done)
    asked = bool(changes) or source.get("recalcular") == "1"
    tried = _preview(call, choice, changes) if asked and not found else None
    return _page(call, source, found, tried)


def batches(call: Call) -> Answer:
    """What was changed together, and what can be put back."""
    made = call.take(bulk.batches(actor=call.actor))
    shown = [{"batch": one, "spot": str(one.uid), "changes": _told(one.changes)} for one in made]
    return Page("web/bulk/batches.html", {"batches": shown})


def undo(call: Call, bulk_uid: UUID) -> Answer:
    """Put the lines of a change back as they were."""
    done = call.take(bulk.undo(actor=call.actor, uid=bulk_uid, key=call.key))
    text = ngettext("%(lines)s linha desfeita.", "%(lines)s linhas desfeitas.", done.lines)
    message = text % {"lines": done.lines}
    if done.kept:
        left = ngettext(
            "%(kept)s ficou como está: mudou depois, ou a parcial não está mais aberta.",
            "%(kept)s ficaram como estão: mudaram depois, ou a parcial não está mais aberta.",
            len(done.kept),
        )
        message = f"{message} {left % {'kept': len(done.kept)}}"
    return Go(reverse("bulk.batches"), message)


def _preview(call: Call, choice: bulk.Choice, changes: dict[str, object]) -> Result[BulkPreview]:
    return bulk.preview(actor=call.actor, choice=choice, changes=changes)


def _changes(source: QueryDict) -> dict[str, object]:
    """The fields that are filled in, with their new values."""
    given = {name: source.get(f"{PREFIX}{name}", "").strip() for name in bulk.CHANGEABLE}
    return {name: None if value == CLEARED else value for name, value in given.items() if value}


def _page(
    call: Call,
    source: QueryDict,
    found: tuple[Finding, ...],
    tried: Result[BulkPreview] | None,
    refused: Result[bulk.BulkAnswer] | None = None,
) -> Answer:
    told = None if tried is None else tried.value
    findings = () if tried is None else tried.findings
    if refused is not None:
        findings = (*refused.findings, *(one for one in findings if one not in refused.findings))
    status = 200 if refused is None else status_of(refused)
    context = {
        "fields": [one for one in line_fields(call, found, source) if one.name not in _FIXED],
        "new": _new(call, source),
        "reprice": source.get("recalcular") == "1",
        "told": told,
        "rows": () if told is None else _rows(call, told),
        "moved": 0 if told is None else told.after.charged - told.before.charged,
        "findings": findings,
        "chosen": source.getlist("linha"),
        "carried": [
            (name, value) for name in source for value in source.getlist(name) if _asks(name)
        ],
        "changes": _told(_changes(source)),
    }
    return Page("web/bulk/edit.html", context, status)


def _asks(name: str) -> bool:
    """Whether a parameter says which lines or how they change, and not who sends it."""
    return name not in {"csrfmiddlewaretoken", "_key", "expected", "depois"}


def _rows(call: Call, told: BulkPreview) -> list[dict[str, object]]:
    codes = {line.provider for one in told.lines for line in (one.before, one.after)}
    known = call.take(names.providers(actor=call.actor, codes=codes))
    return [
        {
            "line": one.before,
            "after": one.after,
            "provider": known.get(one.before.provider or "", one.before.provider),
            "moves": one.moves,
            "differences": [
                (
                    present.title(name),
                    _said(name, getattr(one.before, name), known),
                    _said(name, getattr(one.after, name), known),
                )
                for name in _SHOWN
                if getattr(one.before, name) != getattr(one.after, name)
            ],
        }
        for one in told.lines
    ]


_FIXED: Final = frozenset({"situacao", "onde"})
"""Filters that say nothing here: only lines in force, in parts that take changes, are chosen."""
_SHOWN: Final = (
    "provider",
    "role",
    "access_route",
    "procedure_kind",
    "quantity",
    "cost_centre",
    "technique",
    "laterality",
    "outside",
    "treatment",
    "unit_value",
)


def _said(name: str, value: object, known: dict[str, str]) -> str:
    if name == "provider":
        return known.get(str(value), str(value))
    return present.told(name, value)


def _told(changes: dict[str, object]) -> list[tuple[str, str]]:
    """A change in words; none at all is pricing again."""
    if not changes:
        return [(_("Recalcular"), _("com as tabelas e regras de hoje"))]
    return [(present.title(name), present.told(name, value)) for name, value in changes.items()]


def _made(done: bulk.BulkAnswer) -> str:
    text = ngettext(
        "%(lines)s linha alterada: %(moved)s.", "%(lines)s linhas alteradas: %(moved)s.", done.lines
    )
    sign = "+" if done.moved > 0 else ""
    return text % {"lines": done.lines, "moved": f"{sign}{reais(done.moved)}"}


def _new(call: Call, source: QueryDict) -> list[filters.Field]:
    """The fields that say what the lines become; an empty one stays as each line has it."""
    same = _("Como está")
    code = source.get(f"{PREFIX}provider", "")
    known = call.take(names.providers(actor=call.actor, codes=[code]))

    def choice(name: str, options: list[filters.Option]) -> filters.Field:
        return filters.Field(
            name=f"{PREFIX}{name}",
            label=present.title(name),
            value=source.get(f"{PREFIX}{name}", ""),
            type="select",
            options=filters.every(options, same),
        )

    none = [(CLEARED, _("Nenhuma"))]
    return [
        filters.Field(
            name=f"{PREFIX}provider",
            label=present.title("provider"),
            value=code,
            combobox=PROVIDERS,
            text=known.get(code, code),
            placeholder=same,
        ),
        choice("role", filters.terms(Role)),
        choice("access_route", [*filters.terms(AccessRoute), *none]),
        choice("procedure_kind", filters.terms(ProcedureKind)),
        filters.Field(
            name=f"{PREFIX}quantity",
            label=present.title("quantity"),
            value=source.get(f"{PREFIX}quantity", ""),
            type="number",
            placeholder=same,
        ),
        choice("cost_centre", _centres(call)),
        choice("technique", [*filters.terms(Technique), *none]),
        choice("laterality", [*filters.terms(Laterality), *none]),
        choice("outside_requested", [("sim", _("Sim")), ("não", _("Não"))]),
    ]


def _centres(call: Call) -> list[filters.Option]:
    return [*choices.cost_centres(call), (CLEARED, _("Nenhum"))]
