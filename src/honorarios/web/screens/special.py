"""Special items (itens especiais): entered, reversed and entered again by verbs of their own (V6)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from django.urls import reverse as address
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import LineStatus
from honorarios.launching.sheet.expand import typed_entries
from honorarios.services import fees, sheets
from honorarios.services import special as items
from honorarios.services.fees import codes as fee_codes
from honorarios.services.outcomes import at
from honorarios.web import refused
from honorarios.web.answers import Go, Page
from honorarios.web.sheet.form import SINGLES, Form, read_form, sheet_of
from honorarios.web.sheet.rows import options, rows_of
from honorarios.web.sheet.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from honorarios.core.findings import Finding
    from honorarios.launching.model import Entry
    from honorarios.services.fees import LineView
    from honorarios.services.outcomes import Result
    from honorarios.services.sheets import Place
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


MOST_ITEMS: Final = 500


def show(call: Call, part_id: int) -> Answer:
    """The special items of a part, and launching others."""
    place = call.take(sheets.place(actor=call.actor, part_id=part_id))
    if not call.posted:
        return _page(call, place, Form(mode=SINGLES, key=str(uuid4())))
    form = _form(call)
    result = items.launch(
        actor=call.actor, part_id=part_id, entries=_entries(call, place, form), key=call.key
    )
    if _is_done(result):
        return Go(address("special.show", args=[part_id]), _("Item especial lançado."))
    return _page(call, place, form, findings=_general(result.findings), status=_status(result))


def reverse(call: Call, special_uid: UUID) -> Answer:
    """Reverse a special item with all that it brought."""
    line = call.take(fees.line(actor=call.actor, uid=special_uid))
    result = items.reverse(
        actor=call.actor,
        uid=special_uid,
        reason=call.form.get("reason", ""),
        version=call.version,
        key=call.key,
    )
    if result.ok:
        return Go(address("special.show", args=[line.part_id]), _("Item especial estornado."))
    place = call.take(sheets.place(actor=call.actor, part_id=line.part_id or 0))
    status = refused.status_of(result)
    form = Form(mode=SINGLES, key=str(uuid4()))
    return _page(call, place, form, findings=result.findings, status=status)


def reenter(call: Call, special_uid: UUID) -> Answer:
    """Reverse a special item and enter another in its place: both or neither."""
    line = call.take(fees.line(actor=call.actor, uid=special_uid))
    place = call.take(sheets.place(actor=call.actor, part_id=line.part_id or 0))
    if not call.posted:
        return _page(call, place, _again(line), line=line)
    form = _form(call)
    entries = _entries(call, place, form)
    if not entries:
        nothing = (at(fee_codes.NO_ENTRY),)
        return _page(call, place, form, line=line, findings=nothing, status=422)
    result = items.reenter(
        actor=call.actor,
        uid=special_uid,
        entry=entries[0],
        reason=call.form.get("reason", ""),
        version=call.version,
        key=call.key,
    )
    if _is_done(result):
        return Go(address("special.show", args=[line.part_id]), _("Item especial substituído."))
    findings = _general(result.findings)
    return _page(call, place, form, line=line, findings=findings, status=_status(result))


def _is_done(result: Result[Any]) -> bool:
    """Whether it was done: a question about the package is no error, and yet nothing was written."""
    asked = fee_codes.UNANSWERED.name
    return result.ok and all(finding.code != asked for finding in result.findings)


def _status(result: Result[Any]) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if result.ok else refused.status_of(result)


def _form(call: Call) -> Form:
    fields = {**call.form.dict(), "mode": SINGLES}
    return read_form({name: str(value) for name, value in fields.items()})


def _entries(call: Call, place: Place, form: Form) -> list[Entry]:
    return typed_entries(sheet_of(form, near=place.day, today=call.today))


def _again(line: LineView) -> Form:
    """The item as it was entered, to be changed."""
    when = f"{line.start:%d/%m/%Y %H:%M}" + (f" {line.end:%d/%m/%Y %H:%M}" if line.end else "")
    values = {
        "code": line.code,
        "when": when,
        "provider": line.provider or "",
        "role": line.role,
        "quantity": str(line.quantity),
        "access_route": line.access_route,
        "procedure_kind": line.procedure_kind,
        "technique": line.technique,
        "laterality": line.laterality,
        "cost_centre": line.cost_centre or "",
        "outside_requested": "1" if line.outside_requested else "",
    }
    return Form(mode=SINGLES, singles={"1": values}, key=str(uuid4()))


def _general(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if not finding.place.field]


def _page(
    call: Call,
    place: Place,
    form: Form,
    *,
    line: LineView | None = None,
    findings: Sequence[Finding] = (),
    status: int = 200,
) -> Page:
    sheet = sheet_of(form, near=place.day, today=call.today)
    tried = status != 200
    plan = call.take(sheets.plan(actor=call.actor, part_id=place.part_id, sheet=sheet))
    preview = shown(form, plan, tried=tried)
    rows = rows_of(form, preview.told)["single"]
    context: dict[str, Any] = {
        "place": place,
        "form": form,
        "preview": preview,
        "rows": {"single": rows[:1]},
        "near": place.day,
        "line": line,
        "items": _items(call, place),
        "findings": findings,
        "tried": tried,
        "routes": options("access_route"),
        "kinds": options("procedure_kind"),
        "techniques": options("technique"),
        "sides": options("laterality"),
        "roles": options("role"),
        "splits": options("split_form"),
    }
    return Page("web/launch/special.html", context, status=status)


def _items(call: Call, place: Place) -> list[LineView]:
    """The special items of a part that are in force."""
    only = fees.LineFilter(part_id=place.part_id, status=LineStatus.ACTIVE, special=True)
    page = call.take(fees.list_lines(actor=call.actor, only=only, size=MOST_ITEMS))
    return list(page.lines)
