"""A document of the terms written: its form and its YAML, what it changes while one types, and saving it."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.services import terms
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import drafting as present
from honorarios.web.present.forms import STEP
from honorarios.web.present.known import known_names
from honorarios.web.refused import status_of
from honorarios.web.screens.terms import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.catalogues import Stored
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.terms import Kind

FORM = "web/terms/form.html"


def new(call: Call, kind: str) -> Answer:
    """A document to be put in the catalogue."""
    known = kind_of(kind)
    if not call.posted:
        return _form(call, known, _copied(call, known))
    return _written(call, known, None)


def edit(call: Call, kind: str, document: str) -> Answer:
    """A document to be changed: what is saved is a new version of the catalogue."""
    known = kind_of(kind)
    if call.posted:
        return _written(call, known, document)
    held = call.take(terms.read(actor=call.actor, kind=known.name, name=document))
    draft = present.of_document(known, held.document)
    return _form(call, known, draft, name=document, seen=held.version)


def effects(call: Call, kind: str) -> Answer:
    """What the document as it is typed would change; nothing is written."""
    known = kind_of(kind)
    draft = present.of_post(known, call.form)
    context: dict[str, Any] = {"yaml": draft.yaml, "kind": known}
    if draft.document is None:
        context |= present.lacks(known, draft.findings, call.form)
        return Fragment("web/terms/_effects.html", context)
    tried = call.take(terms.try_out(actor=call.actor, kind=known.name, document=draft.document))
    found = present.told(known, tried.findings)
    context |= {"findings": found, "effects": tried.effects, "valid": True}
    return Fragment("web/terms/_effects.html", context)


def remove(call: Call, kind: str, document: str) -> Answer:
    """A document left out of the catalogue from a new version on."""
    known = kind_of(kind)
    result = terms.remove(
        actor=call.actor, kind=known.name, name=document, seen=call.version or 0, key=call.key
    )
    stored = call.take(result)
    return Go(known.listing, _("Versão {number} gravada.").format(number=stored.number))


def _written(call: Call, kind: Kind, name: str | None) -> Answer:
    """What a sent form asks: another look of it, or to be saved."""
    draft = present.of_post(kind, call.form)
    seen = call.version
    if STEP in call.form or present.MODE in call.form:
        # Another look loses nothing: what was typed stands as it was.
        return _form(call, kind, draft, name=name, seen=seen)
    if draft.document is None or (name is not None and getattr(draft.document, "id", "") != name):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _form(call, kind, draft, name=name, seen=seen, status=status)
    result: Result[Stored] = terms.save(
        actor=call.actor,
        kind=kind.name,
        document=draft.document,
        seen=None if name is None else seen or 0,
        key=call.key,
    )
    if result.value is None or not result.ok:
        return _form(
            call,
            kind,
            draft,
            result.findings,
            name=name,
            seen=seen,
            status=status_of(result),
        )
    saved = str(getattr(draft.document, "id", ""))
    text = (
        _("Versão {number} gravada.") if result.value.is_new else _("Nada mudou: nada foi gravado.")
    )
    return Go(kind.url("terms.show", saved), text.format(number=result.value.number))


def _form(
    call: Call,
    kind: Kind,
    draft: present.Draft,
    findings: Sequence[Finding] = (),
    *,
    name: str | None = None,
    seen: int | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> Answer:
    judged = status is not HTTPStatus.OK
    shown = replace(draft, findings=draft.findings if judged else ())
    view = shown.nodes(findings, locked=name is not None)
    told = present.worded(kind, (*shown.findings, *findings)) if draft.is_yaml else view.findings
    context = {
        "kind": kind,
        "name": name,
        "title": str(draft.data.get("name") or name or ""),
        "nodes": view.nodes,
        "findings": told,
        "draft": shown,
        "yaml": shown.yaml,
        "version": seen,
        "tried": judged,
        "lists": {} if draft.is_yaml else known_names(call),
        "effects_url": reverse("drafting.effects", args=[kind.slug]),
        "back": kind.listing if name is None else kind.url("terms.show", name),
        "remove": kind.url("drafting.remove", name) if name is not None else "",
        "key": call.key,
    }
    return Page(FORM, context, status)


def _copied(call: Call, kind: Kind) -> present.Draft:
    """A new document: empty, or a copy of another one."""
    model = call.query.get("de", "")
    if not model:
        return present.of_nothing(kind)
    held = call.take(terms.read(actor=call.actor, kind=kind.name, name=model))
    draft = present.of_document(kind, held.document)
    return present.Draft(kind, {**draft.data, "id": "", "name": ""}, None)
