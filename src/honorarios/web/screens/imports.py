"""Imports (importações): a file sent, its columns, a rehearsal, the import itself, and what became of each row."""

from __future__ import annotations

import tempfile
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.findings import Place
from honorarios.services import imports
from honorarios.services.imports import Decision, Identical, ImportRowState, jobs, sessions
from honorarios.services.imports.known import KINDS
from honorarios.services.operations import Operation
from honorarios.web import codes, typed
from honorarios.web.answers import File, Fragment, Go, Page
from honorarios.web.present import imports as present
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.services.imports.sessions import Session
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

ROWS: Final = 50
PATIENCE: Final = 10
"""Seconds that whoever stops a job waits to see it stopped."""
STATES: Final = (
    ("", gettext_noop("Todas")),
    ("imported", gettext_noop("Importadas")),
    ("refused", gettext_noop("Recusadas")),
    ("pending", gettext_noop("Aguardam resposta")),
    ("undone", gettext_noop("Desfeitas")),
)


def index(call: Call) -> Answer:
    """What is being prepared, and what was imported."""
    before = typed.key(call.query.get("depois", ""))
    found = call.take(imports.imports(actor=call.actor, before=before, size=ROWS))
    preparing = call.take(sessions.listed(actor=call.actor))
    context = {
        "batches": [present.batch(one) for one in found],
        "sessions": [(one, present.kind_title(one.kind)) for one in preparing],
        "after": found[-1].id if len(found) == ROWS else None,
        "begins": call.may(Operation.IMPORTS_REGISTERS),
    }
    return Page("web/imports/index.html", context)


def new(call: Call) -> Answer:
    """A file to be imported, and what it brings."""
    kinds = [
        (kind.name, present.kind_title(kind.name))
        for kind in KINDS.values()
        if call.may(kind.operation)
    ]
    chosen = call.form.get("kind") or call.query.get("tipo") or "fees"
    context: dict[str, Any] = {"kinds": kinds, "chosen": chosen}
    if not call.posted:
        return Page("web/imports/new.html", context)
    sent = call.request.FILES.get("arquivo")
    if sent is None:
        context["findings"] = [codes.NO_FILE.at(Place(field="arquivo"))]
        return Page("web/imports/new.html", context, HTTPStatus.UNPROCESSABLE_ENTITY)
    result = sessions.begin(
        actor=call.actor, kind=chosen, file_name=str(sent.name), chunks=sent.chunks()
    )
    if result.value is None or not result.ok:
        context["findings"] = result.findings
        return Page("web/imports/new.html", context, status_of(result))
    return Go(reverse("imports.columns", args=[result.value.token]))


def columns(call: Call, session: str) -> Answer:
    """Which header each column is read from: proposed, with samples, and changed here."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    if call.posted:
        changed = present.mapped(held, call.form)
        call.take(sessions.keep(actor=call.actor, session=changed))
        if "rehearse" in call.form:
            _begun(call, jobs.start(call.actor, changed, dry_run=True))
            return Go(reverse("imports.trial", args=[session]))
        return Go(reverse("imports.columns", args=[session]))
    result = imports.inspect(
        actor=call.actor,
        path=sessions.path_of(call.actor, held),
        kind=held.kind,
        mapping=held.mapping,
        name=held.file_name,
    )
    if result.value is None:
        raise call.refuse(*present.at_name(result.findings, held))
    context = {
        "session": held,
        "kind": present.kind_title(held.kind),
        "preview": result.value,
        "columns": present.columns(held, result.value),
        "findings": present.at_name(result.findings, held),
        "usable": result.ok,
        "identical": held.identical == Identical.LAUNCH.value,
        "asks_identical": held.kind == "fees",
        "steps": present.steps(held, "columns"),
    }
    return Page("web/imports/columns.html", context)


def trial(call: Call, session: str) -> Answer:
    """What importing would do: rehearsed on the record as it is, nothing written."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    job = jobs.of_session(call.actor, held)
    if call.posted or job is None or not job.dry_run or job.session != held:
        job = jobs.start(call.actor, held, dry_run=True)
        if call.posted:
            return Go(reverse("imports.trial", args=[session]))
    result = None if job.running else job.result
    context = {
        "session": held,
        "kind": present.kind_title(held.kind),
        "job": job,
        "working": job.running,
        "findings": () if result is None else present.at_name(result.findings, held),
        "answer": None if result is None else result.value,
        "rows": () if result is None or result.value is None else result.value.rows,
        "steps": present.steps(held, "trial"),
    }
    return Page("web/imports/trial.html", context)


def start(call: Call, session: str) -> Answer:
    """Import it, or go on with it where it stopped."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    _begun(call, jobs.start(call.actor, held, dry_run=False))
    return Go(reverse("imports.running", args=[session]))


def running(call: Call, session: str) -> Answer:
    """How far it is; when it is done, what became of each row."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    job = jobs.of_session(call.actor, held)
    if job is not None and job.dry_run:
        job = None
    working = job is not None and job.running
    if job is not None and not working:
        done = _done(call, held, job)
        if done is not None:
            return done
    context = {
        "session": held,
        "kind": present.kind_title(held.kind),
        "job": job,
        "working": working,
        "findings": () if working else _found(held, job),
        "steps": present.steps(held, "running"),
    }
    return Page("web/imports/running.html", context)


def progress(call: Call, session: str) -> Answer:
    """How far a rehearsal or an import is, for a page that waits for it."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    job = jobs.of_session(call.actor, held)
    if job is None or not job.running:
        view = "imports.trial" if job is not None and job.dry_run else "imports.running"
        return Go(reverse(view, args=[session]))
    return Fragment("web/imports/_progress.html", {"session": held, "job": job})


def stop(call: Call, session: str) -> Answer:
    """Stop after the rows in hand; what was imported stays, and may be gone on with or undone."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    job = jobs.of_session(call.actor, held)
    if job is not None:
        job.stop()
        job.later(PATIENCE)
    view = "imports.columns" if job is not None and job.dry_run else "imports.running"
    return Go(reverse(view, args=[session]), _("Parado."))


def drop(call: Call, session: str) -> Answer:
    """Give the file up before it is imported."""
    held = call.take(sessions.get(actor=call.actor, token=session))
    sessions.drop(actor=call.actor, session=held)
    return Go(reverse("imports.index"), _("Arquivo descartado; nada foi importado dele agora."))


def show(call: Call, batch_id: int) -> Answer:
    """What an import did, and its rows by what became of them."""
    answer = call.take(imports.status(actor=call.actor, batch_id=batch_id))
    state = call.query.get("situacao", "")
    wanted = ImportRowState(state) if state in set(ImportRowState) else None
    page = call.take(
        imports.rows(
            actor=call.actor,
            batch_id=batch_id,
            state=wanted,
            after=typed.key(call.query.get("depois", "")) or 0,
            size=ROWS,
        )
    )
    kind = KINDS.get(answer.kind)
    counts = {
        "imported": answer.imported,
        "refused": answer.refused,
        "pending": answer.pending,
        "undone": answer.undone,
    }
    tabs = [
        {
            "label": _(label),
            "href": f"?situacao={name}" if name else "?",
            "current": name == state,
            "count": counts.get(name, answer.done_rows),
        }
        for name, label in STATES
        if not name or counts[name]
    ]
    writes = kind is not None and call.may(kind.operation)
    context = {
        "answer": answer,
        "kind": present.kind_title(answer.kind),
        "tabs": tabs,
        "page": page,
        "rows": [present.row(one) for one in page.rows],
        "writes": writes and answer.state == "done",
        "undoes": kind is not None
        and kind.has_lines
        and answer.state != "undone"
        and call.may(Operation.IMPORTS_UNDO),
        "answers": writes and answer.pending and call.may(Operation.IMPORTS_FEES),
    }
    return Page("web/imports/show.html", context)


def mend(call: Call, batch_id: int, number: int) -> Answer:
    """A row mended where it stands."""
    held = call.take(imports.row(actor=call.actor, batch_id=batch_id, number=number))
    page = call.take(imports.rows(actor=call.actor, batch_id=batch_id, after=number, size=1))
    back = f"{reverse('imports.show', args=[batch_id])}?situacao={held.state}"
    context: dict[str, Any] = {
        "number": number,
        "batch_id": batch_id,
        "back": back,
        "key": call.key,
    }
    if not call.posted:
        context |= present.cells(page.headers, held.cells, held.findings)
        return Page("web/imports/mend.html", context)
    cells = call.form.getlist("cell")
    result = imports.mend(
        actor=call.actor, batch_id=batch_id, number=number, cells=cells, key=call.key
    )
    if result.ok and result.value is not None and result.value.state == "imported":
        return Go(back, _("Linha {number} importada.").format(number=number))
    if result.ok:
        again = call.take(imports.row(actor=call.actor, batch_id=batch_id, number=number))
        context |= present.cells(page.headers, cells, again.findings)
        context["key"] = None
        return Page("web/imports/mend.html", context, HTTPStatus.UNPROCESSABLE_ENTITY)
    context |= present.cells(page.headers, cells, ())
    context["findings"] = result.findings
    return Page("web/imports/mend.html", context, status_of(result))


def refused(call: Call, batch_id: int) -> Answer:
    """The refused rows as a file, with their reasons, to be mended and imported."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "recusadas.csv")
        found = call.take(imports.refused(actor=call.actor, batch_id=batch_id, out=out))
        content = out.read_bytes() if found.rows else b""
    return File(content, f"recusadas-{batch_id}.csv", "text/csv; charset=utf-8")


def answer(call: Call, batch_id: int) -> Answer:
    """The answer to pending rows: one of them, or all."""
    decision = Decision.CONFIRM if call.form.get("decision") == "confirm" else Decision.DECLINE
    number = typed.key(call.form.get("row", ""))
    numbers = None if number is None else [number]
    call.take(
        imports.answer(actor=call.actor, batch_id=batch_id, decision=decision, numbers=numbers)
    )
    return Go(reverse("imports.show", args=[batch_id]), _("Respostas gravadas."))


def undo(call: Call, batch_id: int) -> Answer:
    """The whole import taken back by reversals."""
    reason = call.form.get("reason", "")
    done = call.take(imports.undo(actor=call.actor, batch_id=batch_id, reason=reason))
    text = _("Importação desfeita: {lines} lançamentos estornados.").format(lines=done.lines)
    return Go(reverse("imports.show", args=[batch_id]), text)


def _done(call: Call, held: Session, job: jobs.Job) -> Answer | None:
    """To the import that a job finished; None where it stopped or was refused."""
    result = job.result
    if result is None or result.value is None or not result.ok:
        return None
    if result.value.batch_id is None or result.value.done_rows < result.value.total_rows:
        return None
    sessions.drop(actor=call.actor, session=held)
    text = (
        _("Este arquivo já tinha sido importado.")
        if result.replayed
        else _("Importação concluída.")
    )
    return Go(reverse("imports.show", args=[result.value.batch_id]), text)


def _begun(call: Call, job: jobs.Job) -> None:
    """Stop with why a job was refused at its door."""
    if not job.running and job.result is not None and job.result.value is None:
        raise call.refuse(*job.result.findings)


def _found(held: Session, job: jobs.Job | None) -> tuple[Finding, ...]:
    if job is None or job.result is None:
        return ()
    return present.at_name(job.result.findings, held)
