"""Terms on screen: every document's form says what the document says, and saving makes a version."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from honorarios.catalogue.version.content import content_of
from honorarios.services import catalogues, terms
from honorarios.web.present import drafting
from honorarios.web.present.forms import Input, Mapped, Rows
from honorarios.web.present.terms import KINDS, path_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.test import Client

    from honorarios.web.present.forms import Node
    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]

AURORA = "/condicoes/contratos/aurora-serra-azul/"


def fields(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """What a browser sends of a form that nobody touched."""
    for node in nodes:
        if isinstance(node, Input):
            yield from _input(node)
        elif isinstance(node, Rows):
            for row in node.rows:
                yield from fields(row.nodes)
        elif isinstance(node, Mapped):
            yield from fields([*node.cells, *(one for pair in node.pairs for one in pair)])
        else:
            yield from fields(node.nodes)


def _input(node: Input) -> Iterator[tuple[str, str]]:
    if node.type == "checks":
        yield from ((node.name, one.value) for one in node.options if one.chosen)
    elif node.type == "select":
        yield node.name, next((one.value for one in node.options if one.chosen), "")
    elif node.type == "flag":
        yield node.name, "false"
        if node.value:
            yield node.name, "true"
    else:
        yield node.name, node.value


def posted(nodes: Iterable[Node], **changes: str) -> QueryDict:
    """The form as it is sent, with some fields changed."""
    form = QueryDict(urlencode(list(fields(nodes))), mutable=True)
    for name, value in changes.items():
        form[name] = value
    return form


def test_every_document_comes_back_from_its_form_as_it_was(hospital: FictitiousHospital) -> None:
    actor = hospital.actor("administracao")
    seen = 0
    for kind in KINDS:
        for one in terms.documents(actor=actor, kind=kind.name).require():
            held = terms.read(actor=actor, kind=kind.name, name=one.id).require()
            draft = drafting.of_document(kind, held.document)
            again = drafting.of_post(kind, posted(draft.nodes().nodes))
            assert again.findings == ()
            assert again.document is not None
            assert content_of(again.document) == content_of(held.document)
            seen += 1
    assert seen > 20


def test_every_document_comes_back_from_its_yaml_as_it_was(hospital: FictitiousHospital) -> None:
    actor = hospital.actor("administracao")
    for kind in KINDS:
        for one in terms.documents(actor=actor, kind=kind.name).require():
            held = terms.read(actor=actor, kind=kind.name, name=one.id).require()
            text = drafting.of_document(kind, held.document).yaml
            again = drafting.of_post(kind, QueryDict(urlencode({"yaml": text})))
            assert again.document is not None
            assert content_of(again.document) == content_of(held.document)


def test_a_changed_factor_is_tried_saved_and_compared(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    actor = hospital.actor("administracao")
    before = catalogues.versions(actor=actor).require()[0].number
    page = client.get(f"{AURORA}alterar/")
    nodes = page.context["nodes"]
    form = posted(nodes, **{"terms.2.accommodation.1.factor": "3,5"})
    tried = client.post("/condicoes/contratos/experimentar/", form.dict() | _lists(form))
    effects = tried.context["effects"]
    assert effects.acts
    assert effects.after > effects.before
    assert catalogues.versions(actor=actor).require()[0].number == before
    sent = {**_lists(form), "version": str(page.context["version"]), "_key": "fator"}
    saved = client.post(f"{AURORA}alterar/", sent)
    assert saved.status_code == 303
    assert catalogues.versions(actor=actor).require()[0].number == before + 1
    compared = client.get(f"/condicoes/versoes/comparar/?para={before + 1}")
    (document,) = compared.context["documents"]
    (change,) = document.changes
    assert (change.before, change.after) == ("2", "3,5")
    assert change.where.endswith("Fator")
    assert compared.context["effects"].moved == effects.moved
    stale = client.post(f"{AURORA}alterar/", {**sent, "_key": "outra", "name": "Outro nome"})
    assert stale.status_code == 412


def _lists(form: QueryDict) -> dict[str, object]:
    """A form with the fields that are sent more than once."""
    return {name: values if len(values) > 1 else values[0] for name, values in form.lists()}


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    actor = hospital.actor("administracao")
    before = catalogues.versions(actor=actor).require()[0].number
    page = client.get(f"{AURORA}alterar/").context
    version = str(page["version"])
    form = posted(
        page["nodes"], **{"terms.0.standard": "nenhum", "terms.1.accommodation.0.factor": "1.234"}
    )
    answer = client.post(f"{AURORA}alterar/", {**_lists(form), "version": version})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "pode ser 1234 ou 1,234" in shown
    form["terms.1.accommodation.0.factor"] = "1"
    answer = client.post(f"{AURORA}alterar/", {**_lists(form), "version": version})
    assert answer.status_code == 422
    told = [one for one in every(answer.context["nodes"]) if one.findings]
    assert [one.name for one in told] == ["terms.0.standard"]
    assert catalogues.versions(actor=actor).require()[0].number == before


def test_what_a_new_document_lacks_is_told_only_of_what_was_left_or_once_it_was_tried(
    client_as: ClientAs,
) -> None:
    client = client_as("administracao")
    page = client.get("/condicoes/contratos/novo/")
    typed = _lists(posted(page.context["nodes"]))

    def told(**more: object) -> set[str]:
        answer = client.post("/condicoes/contratos/experimentar/", {**typed, **more})
        assert "Complete o que falta" in answer.content.decode()
        return {one.finding.place.field for one in answer.context["missing"]}

    assert told() == set()
    assert told(_left=["payer", "terms.0.schedule"]) == {"payer"}
    refused = client.post("/condicoes/contratos/novo/", typed)
    assert refused.status_code == 422
    assert '<input type="hidden" name="_tried" value="1">' in refused.content.decode()
    assert told(_tried="1") > {"id", "payer", "terms.0.valid_from"}


def every(nodes: Iterable[Node]) -> Iterator[Input]:
    """Every field of a form."""
    for node in nodes:
        if isinstance(node, Input):
            yield node
        elif isinstance(node, Rows):
            for row in node.rows:
                yield from every(row.nodes)
        elif isinstance(node, Mapped):
            yield from node.cells
        else:
            yield from every(node.nodes)


def test_a_row_is_added_and_taken_away_without_losing_what_was_typed(client_as: ClientAs) -> None:
    client = client_as("administracao")
    nodes = client.get(f"{AURORA}alterar/").context["nodes"]
    form = _lists(posted(nodes, name="Nome que ainda não foi gravado"))
    more = client.post(f"{AURORA}alterar/", {**form, "_step": "add:terms.2.plans", "version": "1"})
    assert more.status_code == 200
    assert "Nome que ainda não foi gravado" in more.content.decode()
    again = dict(fields(more.context["nodes"]))
    assert again["terms.2.plans.0.plan"] == ""
    (first,) = [one for one in every(more.context["nodes"]) if one.autofocus]
    assert first.name == "terms.2.plans.0.plan"


def test_the_form_becomes_yaml_and_yaml_the_form(client_as: ClientAs) -> None:
    client = client_as("administracao")
    nodes = client.get(f"{AURORA}alterar/").context["nodes"]
    form = _lists(posted(nodes, name="Nome novo"))
    as_yaml = client.post(f"{AURORA}alterar/", {**form, "_mode": "yaml", "version": "1"})
    text = as_yaml.context["yaml"]
    assert "name: Nome novo" in text
    back = client.post(f"{AURORA}alterar/", {"yaml": text, "_mode": "form", "version": "1"})
    assert dict(fields(back.context["nodes"]))["name"] == "Nome novo"


def test_a_new_document_is_written_from_nothing(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    form = {
        "id": "praca-nova",
        "name": "Praça nova",
        "state": "SC",
        "local.0.name": "Aniversário da cidade",
        "local.0.day": "08-15",
    }
    saved = client.post("/condicoes/feriados/novo/", form)
    assert saved.status_code == 303
    actor = hospital.actor("administracao")
    names = [one.id for one in terms.documents(actor=actor, kind="calendars").require()]
    assert "praca-nova" in names
    taken = client.post("/condicoes/feriados/novo/", form)
    assert taken.status_code == 422
    seen = catalogues.versions(actor=actor).require()[0].number
    gone = client.post("/condicoes/feriados/praca-nova/tirar/", {"version": seen})
    assert gone.status_code == 303
    assert client.get("/condicoes/feriados/praca-nova/").status_code == 404
    assert client.get(f"/condicoes/feriados/praca-nova/?versao={seen}").status_code == 200


def test_a_document_is_begun_from_another(client_as: ClientAs) -> None:
    client = client_as("administracao")
    page = client.get("/condicoes/contratos/novo/?de=bemtevi-serra-azul")
    copied = dict(fields(page.context["nodes"]))
    assert (copied["id"], copied["name"]) == ("", "")
    assert copied["payer"] == "plano-bemtevi"
    form = posted(page.context["nodes"], id="copia", name="Cópia", provider="m01")
    assert client.post("/condicoes/contratos/novo/", _lists(form)).status_code == 303


def test_a_catalogue_goes_out_and_comes_in_as_a_zip(client_as: ClientAs) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = client_as("administracao")
    content = client.get("/condicoes/versoes/1/baixar/").content
    assert content.startswith(b"PK")
    sent = client.post("/condicoes/enviar/", {"arquivo": SimpleUploadedFile("c.zip", content)})
    assert sent.status_code == 303
    bad = client.post("/condicoes/enviar/", {"arquivo": SimpleUploadedFile("c.zip", b"nada")})
    assert bad.status_code == 422
    assert client.post("/condicoes/enviar/", {}).status_code == 422


@pytest.mark.parametrize("kind", [kind.slug for kind in KINDS])
def test_every_kind_has_its_screens(client_as: ClientAs, kind: str) -> None:
    client = client_as("administracao")
    assert client.get(f"/condicoes/{kind}/").status_code == 200
    assert client.get(f"/condicoes/{kind}/novo/").status_code == 200
    assert client_as("faturista").get(f"/condicoes/{kind}/novo/").status_code == 403


def test_prices_of_an_edition_are_searched(client_as: ClientAs) -> None:
    page = client_as("faturista").get(
        "/condicoes/precos/tabela-demonstrativa/?edicao=2025&busca=31003"
    )
    assert page.context["page"].rows
    assert all(row.code.startswith("31003") for row in page.context["page"].rows)


def test_a_path_is_said_in_words() -> None:
    contracts = KINDS[0]
    assert (
        path_words(contracts.model, "terms[2025-01-01].rounding.mode")
        == "Condições / 01/01/2025 / Arredondamento / Modo"
    )
