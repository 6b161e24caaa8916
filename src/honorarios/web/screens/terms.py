"""Terms (condições): the documents of the office's catalogue read, compared, sent and fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.findings import Place
from honorarios.services import catalogues, terms
from honorarios.services.catalogues.archive import LIMITS
from honorarios.services.operations import Operation
from honorarios.web import codes, typed
from honorarios.web.answers import File, Go, Page
from honorarios.web.present import drafting
from honorarios.web.present import terms as present
from honorarios.web.present.forms.named import named
from honorarios.web.present.known import known_names
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.services.catalogues import VersionView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

LARGEST_ARCHIVE: Final = LIMITS.size
ROWS: Final = 100
ZIP: Final = "application/zip"


def index(call: Call) -> Answer:
    """The kinds of documents, and the last versions of the catalogue."""
    listed = call.take(catalogues.versions(actor=call.actor, limit=5))
    kinds = [
        (kind, call.take(terms.documents(actor=call.actor, kind=kind.name)))
        for kind in present.KINDS
    ]
    context = {"kinds": kinds, "versions": listed, "writes": _writes(call)}
    return Page("web/terms/index.html", context)


def listing(call: Call, kind: str) -> Answer:
    """The documents of a kind, each with its periods."""
    known = kind_of(kind)
    found = call.take(terms.documents(actor=call.actor, kind=known.name))
    listed = present.listed(known, found)
    context = {
        "kind": known,
        "documents": listed,
        "extent": [one for document in listed for one in document.segments],
        "writes": _writes(call),
        "add": reverse("drafting.new", args=[known.slug]),
    }
    return Page("web/terms/listing.html", context)


def show(call: Call, kind: str, document: str) -> Answer:
    """A document: what it says, its periods, and the versions that changed it."""
    known = kind_of(kind)
    number = typed.key(call.query.get("versao", ""))
    held = call.take(terms.read(actor=call.actor, kind=known.name, name=document, number=number))
    history = call.take(terms.history(actor=call.actor, kind=known.name, name=document))
    listed = call.take(terms.documents(actor=call.actor, kind=known.name))
    draft = drafting.of_document(known, held.document)
    current = next((one for one in listed if one.id == document), None)
    names = {name: dict(pairs) for name, pairs in known_names(call).items()}
    context = {
        "kind": known,
        "document": held.document,
        "id": document,
        "nodes": named(draft.nodes().nodes, names),
        "yaml": draft.yaml,
        "segments": present.segments(current) if current is not None else (),
        "history": history,
        "version": held.version,
        "older": number,
        "writes": _writes(call) and number is None,
        "edit": known.url("drafting.edit", document),
        "prices": reverse("terms.prices", args=[document]) if known.name == "schedules" else "",
    }
    return Page("web/terms/show.html", context)


def prices(call: Call, document: str) -> Answer:
    """The price rows of a schedule's edition."""
    held = call.take(terms.read(actor=call.actor, kind="schedules", name=document))
    editions = [one.id for one in getattr(held.document, "editions", ())]
    edition = call.query.get("edicao") or (editions[-1] if editions else "")
    search = call.query.get("busca", "").strip()
    page = call.take(
        terms.prices(actor=call.actor, schedule=document, edition=edition, search=search, size=ROWS)
    )
    fields = [
        {"name": "busca", "label": _("Código ou nome"), "value": search, "type": "search"},
        {
            "name": "edicao",
            "label": _("Edição"),
            "value": edition,
            "type": "select",
            "options": [(one, one) for one in editions],
        },
    ]
    context = {
        "kind": present.BY_NAME["schedules"],
        "document": held.document,
        "show": present.BY_NAME["schedules"].url("terms.show", document),
        "page": page,
        "fields": fields,
    }
    return Page("web/terms/prices.html", context)


def versions(call: Call) -> Answer:
    """Every version of the catalogue."""
    before = typed.key(call.query.get("depois", ""))
    found = call.take(catalogues.versions(actor=call.actor, before=before, limit=50))
    after = found[-1].number if found and found[-1].number > 1 else None
    return Page("web/terms/versions.html", {"versions": found, "after": after})


def compare(call: Call) -> Answer:
    """Two versions side by side."""
    known = _every_version(call)
    if not known:
        return Page("web/terms/compare.html", {"versions": known})
    new = typed.key(call.query.get("para", "")) or known[0].number
    old = typed.key(call.query.get("de", "")) or max(new - 1, 1)
    found = call.take(terms.compare(actor=call.actor, old=old, new=new))
    context = {
        "versions": known,
        "fields": [_choice("de", _("Versão"), old, known), _choice("para", _("Com a"), new, known)],
        "comparison": found,
        "effects": found.effects,
        "documents": present.changes_shown(found.changes),
        "hidden": found.total - len(found.changes),
    }
    return Page("web/terms/compare.html", context)


def download(call: Call, number: int) -> Answer:
    """A version's folder as a ZIP file."""
    content = call.take(catalogues.archive(actor=call.actor, number=number))
    return File(content, f"catalogo-{number}.zip", ZIP)


def upload(call: Call) -> Answer:
    """A catalogue's folder as a new version."""
    if not call.posted:
        return Page("web/terms/upload.html", {})
    sent = call.request.FILES.get("arquivo")
    if sent is None:
        missing = codes.NO_FILE.at(Place(field="arquivo"))
        return Page("web/terms/upload.html", {"findings": [missing]}, 422)
    data = sent.read(LARGEST_ARCHIVE + 1)
    result = catalogues.store_archive(actor=call.actor, data=data, key=call.key)
    if result.value is None or not result.ok:
        status = status_of(result)
        return Page("web/terms/upload.html", {"findings": result.findings}, status)
    number = result.value.number
    if not result.value.is_new:
        text = _("O catálogo enviado é igual à versão {number}, que já está em vigor.")
        return Go(reverse("terms.versions"), text.format(number=number))
    text = _("Versão {number} gravada.").format(number=number)
    return Go(f"{reverse('terms.compare')}?para={number}", text)


def kind_of(slug: str) -> present.Kind:
    """A kind of document by its address; stops with the page of what doesn't exist."""
    kind = present.BY_SLUG.get(slug)
    if kind is None:
        raise Http404
    return kind


def _every_version(call: Call) -> tuple[VersionView, ...]:
    """All versions, the newest first."""
    found = call.take(catalogues.versions(actor=call.actor))
    page = found
    while page and page[-1].number > 1:
        page = call.take(catalogues.versions(actor=call.actor, before=page[-1].number))
        found += page
    return found


def _choice(
    name: str, label: str, chosen: int, known: tuple[VersionView, ...]
) -> dict[str, object]:
    options = [(one.number, f"{one.number} · {one.recorded_at:%d/%m/%Y}") for one in known]
    return {"name": name, "label": label, "value": chosen, "type": "select", "options": options}


def _writes(call: Call) -> bool:
    return call.may(Operation.CATALOGUES_WRITE)
