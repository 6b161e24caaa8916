"""A document of the terms while somebody edits it: as a form or as YAML, read, with findings at its fields."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

import yaml
from django.utils import timezone

from honorarios.catalogue import codes
from honorarios.catalogue.documents import read_document
from honorarios.catalogue.folder.write import document_text
from honorarios.catalogue.layout import document_file
from honorarios.catalogue.yaml_source import YamlDocument, parse_yaml
from honorarios.web.present.forms import Input, asked_step, last_row, nested, stepped
from honorarios.web.present.forms.schema import SchemaForm
from honorarios.web.present.forms.shapes import word
from honorarios.web.present.forms.typed import Typed
from honorarios.web.present.terms import APART, path_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import QueryDict
    from pydantic import BaseModel

    from honorarios.catalogue.schema.base import Document
    from honorarios.core.findings import Finding
    from honorarios.web.present.forms import Node
    from honorarios.web.present.terms import Kind

YAML: Final = "yaml"
MODE: Final = "_mode"
TRIED: Final = "_tried"
"""Sent by a form that somebody tried to save: from then on all that it lacks is told."""
LEFT: Final = "_left"
"""The fields that the person came to and left empty."""
LACKS: Final = frozenset({codes.MISSING_FIELD.name, codes.EMPTY_FIELD.name})
NO_LINES: Final[Mapping[tuple[str | int, ...], int]] = {}


@dataclass(frozen=True)
class Draft:
    """What was typed of a document, and what it is if it can be one."""

    kind: Kind
    data: Mapping[str, Any]
    """As the form shows it."""
    document: Document | None
    findings: tuple[Finding, ...] = ()
    text: str = ""
    """The YAML, where it was written so."""
    is_yaml: bool = False
    """Whether it is to be shown as YAML."""
    added: str = field(default="")
    """Path of a row that a step added."""

    @property
    def is_step(self) -> bool:
        """Whether the form was sent only to change how it looks."""
        return bool(self.added)

    def nodes(self, findings: Sequence[Finding] = (), *, locked: bool = False) -> FormView:
        """The form, with what was found beside its fields."""
        told = worded(self.kind, (*self.findings, *findings))
        form = SchemaForm(told, frozenset({"id"}) if locked else frozenset(), self.added)
        nodes = form.nodes(self.kind.model, self.data)
        return FormView(nodes, form.others())

    @property
    def yaml(self) -> str:
        """The document as YAML: as it was written, or as the form says it."""
        if self.text:
            return self.text
        return yaml_of(self.document) if self.document is not None else yaml_of_data(self.data)


@dataclass(frozen=True)
class FormView:
    """A form, and what stands beside none of its fields."""

    nodes: tuple[Node, ...]
    findings: tuple[Finding, ...]


def of_document(kind: Kind, document: Document) -> Draft:
    """The draft of a document as it is on record."""
    return Draft(kind, _as_lists(document.model_dump(exclude_defaults=True)), document)


def _as_lists(value: Any) -> Any:  # noqa: ANN401 - of any depth
    """The data of a model as a form has it: rows in lists."""
    if isinstance(value, dict):
        return {name: _as_lists(held) for name, held in value.items()}
    return [_as_lists(one) for one in value] if isinstance(value, tuple) else value


def of_nothing(kind: Kind) -> Draft:
    """The draft of a new document: a first period to be filled in."""
    period = {"contracts": "terms", "standards": "rules", "coefficients": "values"}.get(kind.name)
    period = "editions" if kind.name == "schedules" else period
    return Draft(kind, {period: [{}]} if period else {}, None)


def of_post(kind: Kind, form: QueryDict) -> Draft:
    """The draft that a form says; a step changes its rows and nothing is judged."""
    if YAML in form:
        draft = _of_yaml(kind, str(form[YAML]).replace("\r\n", "\n"))
        return replace(draft, is_yaml=form.get(MODE) != "form")
    data = nested(form)
    step = asked_step(form)
    if step is not None:
        verb, path = step
        changed = stepped(data, verb, path)
        added = last_row(changed, path) if verb == "add" else path
        return Draft(kind, changed, None, added=added)
    reader = Typed(timezone.localdate())
    read = _complete(kind, reader.read(kind.model, data))
    document, findings = _read(kind, read)
    told = {one.place.field for one in reader.findings}
    found = (_to_fill(one) for one in findings if one.place.field not in told)
    findings = [*reader.findings, *found]
    kept = None if reader.findings else document
    return Draft(kind, data, kept, tuple(findings), is_yaml=form.get(MODE) == YAML)


def _to_fill(finding: Finding) -> Finding:
    """What a file would have to add is there in a form: it is to be filled in."""
    lacks_it = finding.code == codes.MISSING_FIELD.name
    return replace(finding, tip=codes.EMPTY_FIELD.tip) if lacks_it else finding


def _of_yaml(kind: Kind, text: str) -> Draft:
    parsed = parse_yaml(text.encode(), "")
    data = parsed.data if isinstance(parsed.data, dict) else {}
    if parsed.findings:
        return Draft(kind, {}, None, parsed.findings, text)
    parsed = replace(parsed, data=cast("Any", _complete(kind, data)))
    document, findings = read_document(kind.model, parsed, _file(data, kind))  # type: ignore[type-var]
    return Draft(kind, data, cast("Document | None", document), tuple(findings), text)


def _read(kind: Kind, data: dict[str, Any]) -> tuple[Document | None, list[Finding]]:
    source = YamlDocument(cast("Any", data), NO_LINES)
    document, findings = read_document(kind.model, source, _file(data, kind))  # type: ignore[type-var]
    return cast("Document | None", document), findings


def _complete(kind: Kind, data: dict[str, Any]) -> dict[str, Any]:
    """The data with what no person says: the names of the files of an edition's prices."""
    if kind.name == "schedules" and isinstance(data.get("editions"), list):
        for one in data["editions"]:
            if isinstance(one, dict):
                one["prices"] = f"{data.get('id', '')}-{one.get('id', '')}.csv"
    return data


def _file(data: Mapping[str, Any], kind: Kind) -> str:
    return document_file(kind.name, str(data.get("id", "")))  # type: ignore[arg-type] # one of its kinds


def yaml_of(document: Document) -> str:
    """A document as YAML, without what its defaults say and without the names of price files."""
    short = type(document).model_validate(document.model_dump(exclude_defaults=True))
    lines = document_text(short, "", "").splitlines()[1:]
    shown = [line for line in lines if not line.strip().startswith("prices:")]
    return "\n".join(shown) + "\n"


def yaml_of_data(data: Mapping[str, Any]) -> str:
    """What was typed so far, as YAML that says no more."""
    return str(yaml.safe_dump(_bare(data), sort_keys=False, allow_unicode=True))


def _bare(value: Any) -> Any:  # noqa: ANN401 - of any depth
    if isinstance(value, dict):
        return {name.removeprefix("="): _bare(held) for name, held in value.items() if held}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return word(value)


def worded(kind: Kind, findings: Sequence[Finding]) -> list[Finding]:
    """Findings that call fields as the form does."""
    return [_worded(kind.model, one) for one in findings]


def _worded(model: type[BaseModel], finding: Finding) -> Finding:
    last = finding.place.field.rpartition(".")[2]
    if not last or last.isdigit():
        return finding
    title = path_words(model, finding.place.field).rpartition(APART)[2]
    return replace(finding, message=finding.message.replace(f"“{last}”", f"“{title}”"))


def lacks(kind: Kind, findings: Sequence[Finding], form: QueryDict) -> dict[str, list[Told]]:
    """What is told while somebody types: what is wrong, and of what is missing only what they passed by."""
    left = form.getlist(LEFT)
    empty = [one for one in findings if one.code in LACKS]
    if TRIED not in form:
        empty = [one for one in empty if _passed(one.place.field, left)]
    wrong = [one for one in findings if one.code not in LACKS]
    return {"missing": told(kind, empty), "findings": told(kind, wrong)}


def _passed(path: str, left: Sequence[str]) -> bool:
    """Whether a field was left, or one inside of it; YAML is a single field."""
    return any(name in {path, YAML} or name.startswith(f"{path}.") for name in left)


@dataclass(frozen=True)
class Told:
    """A finding where the form can't show it beside its field: with the field's name, and the way there."""

    finding: Finding
    where: str
    anchor: str


def told(kind: Kind, findings: Sequence[Finding]) -> list[Told]:
    """Findings with where they are, in words; those of other documents name the document."""
    return [
        Told(one, path_words(kind.model, one.place.field), Input(name=one.place.field, label="").id)
        if one.place.field and _is_own(kind, one)
        else Told(one, one.place.file, "")
        for one in worded(kind, findings)
    ]


def _is_own(kind: Kind, finding: Finding) -> bool:
    """Whether a finding is about a document of the form's kind, or about the form itself."""
    return not finding.place.file or finding.place.file.startswith(f"{kind.name}/")
