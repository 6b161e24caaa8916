"""Fee lines: their list, one with its history, editing it in its place, and reversing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.urls import reverse as url
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
)
from honorarios.services import fees, names
from honorarios.services.outcomes import Refusal
from honorarios.services.parts.places import place
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import choices, filters, writing
from honorarios.web.present import lines as present
from honorarios.web.present.lists import LINES, line_fields, line_filter, line_rows
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from honorarios.core.findings import Finding
    from honorarios.services.fees import Changed, LineView
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

TRIAL: Final = "conferência"
"""The reason of a reversal that is only tried."""
REFUSED: Final = 422
KEY_SHOWN: Final = 8
"""Cost centres that a form offers."""


def list(call: Call) -> Answer:  # noqa: A001 - its name in the table of addresses
    """The lines of a filter, a page at a time, with what all of them add up to."""
    only, found = line_filter(call.query)
    if call.htmx:
        sums = call.take(fees.sums(actor=call.actor, only=only))
        return Fragment("web/lines/_sums.html", {"sums": _told(sums)})
    after = call.query.get("depois") or None
    page = call.take(fees.list_lines(actor=call.actor, only=only, after=after, size=LINES))
    fields = line_fields(call, found)
    return Page(
        "web/lines/list.html",
        {
            "rows": line_rows(call, page.lines),
            "page": page,
            "first": after is not None,
            "fields": fields,
            "active": filters.chips(fields, call.query),
            "query": filters.without(call.query, *filters.PAGES).lstrip("?"),
            "together": f"{url('lines.list')}{filters.without(call.query, *filters.PAGES)}",
        },
    )


def show(call: Call, line_uid: UUID) -> Answer:
    """A line in full, with every version it had."""
    versions = call.take(fees.versions(actor=call.actor, uid=line_uid))
    line = versions[-1].line
    where = call.take(place(actor=call.actor, part_id=line.part_id or 0))
    known = call.take(names.providers(actor=call.actor, codes=[line.provider, line.split_provider]))
    context = {
        "line": line,
        "place": where,
        "provider": known.get(line.provider or "", line.provider),
        "history": present.history(versions),
        "back": _spot(where.account_id, line),
    }
    return _piece(call, "show", context)


def edit(call: Call, line_uid: UUID) -> Answer:
    """Change a line in its place; where somebody else did meanwhile, both are shown."""
    line = call.take(fees.line(actor=call.actor, uid=line_uid))
    if not call.posted:
        return _form(call, line, present.texts_of(line))
    mine = present.given(call.form)
    seen = _seen(call, line)
    changes, unread = _changes(present.texts_of(seen), mine)
    if unread:
        return _form(call, line, mine, findings=unread, version=seen.version, status=REFUSED)
    if not changes and seen.version == line.version:
        return _gone(call, line, _("Nada mudou."))
    result = fees.edit(
        actor=call.actor, uid=line_uid, version=seen.version, changes=changes, key=call.key
    )
    if result.ok:
        return _gone(call, line, _("Linha alterada."))
    if result.refusal is Refusal.STALE:
        texts, clashes = present.merged(present.texts_of(seen), line, mine)
        return _form(call, line, texts, clashes=clashes, status=status_of(result))
    return _form(call, line, mine, findings=result.findings, status=status_of(result))


def simulate(call: Call, line_uid: UUID) -> Answer:
    """What the change in the form would make of the line's value."""
    line = call.take(fees.line(actor=call.actor, uid=line_uid))
    changes, unread = _changes(present.texts_of(line), present.given(call.form))
    if unread:
        return Fragment("web/lines/_simulated.html", {"findings": unread, "line": line})
    result = fees.edit(
        actor=call.actor, uid=line_uid, version=line.version, changes=changes, dry_run=True
    )
    return Fragment("web/lines/_simulated.html", _simulated(line, result))


def reverse(call: Call, line_uid: UUID) -> Answer:
    """Reverse a line, with what goes with it shown before."""
    line = call.take(fees.line(actor=call.actor, uid=line_uid))
    reason = call.form.get("reason", "")
    if call.posted:
        result = fees.reverse(
            actor=call.actor, uid=line_uid, reason=reason, version=call.version, key=call.key
        )
        if result.ok:
            return _gone(call, line, _("Linha estornada."))
    tried = fees.reverse(actor=call.actor, uid=line_uid, reason=TRIAL, dry_run=True)
    if not call.posted:
        result = tried
    where = call.take(place(actor=call.actor, part_id=line.part_id or 0))
    going = tried.value.lines if tried.value is not None else ()
    context = {
        "line": line,
        "place": where,
        "going": line_rows(call, going),
        "total": sum(one.charged for one in going),
        "findings": result.findings,
        "forbidden": not tried.ok,
        "given": reason,
        "back": _spot(where.account_id, line),
    }
    return _piece(call, "reverse", context, status_of(result) if call.posted else 200)


def _form(
    call: Call,
    line: LineView,
    texts: Mapping[str, str],
    *,
    findings: tuple[Finding, ...] = (),
    clashes: Sequence[present.Clash] = (),
    version: int | None = None,
    status: int = 200,
) -> Answer:
    """The form of a line with these texts in its fields."""
    where = call.take(place(actor=call.actor, part_id=line.part_id or 0))
    known = call.take(names.providers(actor=call.actor, codes=[texts["provider"]]))
    context = {
        "line": line,
        "place": where,
        "version": version or line.version,
        "texts": texts,
        "provider": known.get(texts["provider"], texts["provider"]),
        "findings": findings,
        "general": [one for one in findings if one.place.field not in texts],
        "clashes": clashes,
        "divided": line.split_form != SplitForm.NONE.code_name,
        "roles": filters.terms(Role),
        "routes": present.options(AccessRoute),
        "kinds": filters.terms(ProcedureKind),
        "techniques": present.options(Technique),
        "lateralities": present.options(Laterality),
        "centres": _centres(call),
        "back": _spot(where.account_id, line),
    }
    return _piece(call, "edit", context, status)


def _centres(call: Call) -> tuple[filters.Option, ...]:
    return (("", writing.NOTHING), *choices.cost_centres(call))


def _changes(
    seen: Mapping[str, str], mine: Mapping[str, str]
) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """The fields that a person changed, read as people type them."""
    form = typed.Fields(mine, now=timezone.localtime().replace(tzinfo=None))
    changes: dict[str, object] = {}
    for name in present.differing(seen, mine):
        if name in {"start", "end"}:
            changes[name] = form.moment(name)
        elif name == "quantity":
            changes[name] = form.count(name)
        elif name == "outside_requested":
            changes[name] = "sim" if mine[name] else "não"
        else:
            changes[name] = mine[name] or None
    return changes, tuple(form.findings)


def _seen(call: Call, line: LineView) -> LineView:
    """The line as the person saw it when they began to type."""
    if call.version is None or call.version == line.version or line.uid is None:
        return line
    versions = call.take(fees.versions(actor=call.actor, uid=line.uid))
    return next((one.line for one in versions if one.line.version == call.version), line)


def _simulated(line: LineView, result: Result[Changed]) -> dict[str, object]:
    if result.value is None or not result.ok:
        return {"line": line, "findings": result.findings}
    after = next((one for one in result.value.lines if one.uid == line.uid), None)
    added = result.value.added
    return {"line": line, "after": after, "added": added, "findings": result.findings}


def _told(sums: fees.Sums) -> tuple[tuple[str, int], ...]:
    return (
        (_("Dentro da conta"), sums.inside),
        (_("Fora da conta"), sums.outside),
        (_("Cobrado em todas as linhas do filtro"), sums.charged),
    )


def _gone(call: Call, line: LineView, message: str) -> Answer:
    """Back to the line in its account, marked.

    An address that differs from the page's own by no more than what stands after ``#`` loads nothing
    anew: the form's key makes each another.
    """
    where = call.take(place(actor=call.actor, part_id=line.part_id or 0))
    address, _hash, spot = _spot(where.account_id, line).partition("#")
    marks = urlencode({"novas": line.number or 0, "salva": (call.key or "")[:KEY_SHOWN]})
    return Go(f"{address}&{marks}#{spot}", message)


def _spot(account_id: int, line: LineView) -> str:
    """Where a line stands in its account."""
    return f"{url('account.show', args=[account_id])}?parcial={line.part_id}#linha-{line.uid}"


def _piece(call: Call, name: str, context: dict[str, object], status: int = 200) -> Answer:
    """A piece for a page that is there, or a page of its own."""
    if call.htmx:
        return Fragment(f"web/lines/_{name}_piece.html", context, status)
    return Page(f"web/lines/{name}.html", context, status)
