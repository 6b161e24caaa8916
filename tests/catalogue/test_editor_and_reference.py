"""What is generated from the models: JSON Schemas for editors, and the reference page."""

from __future__ import annotations

import re

import pytest

from honorarios.catalogue.json_schemas import DOCUMENTS, json_schemas
from honorarios.catalogue.reference import Language, reference
from honorarios.catalogue.schema import PRICE_COLUMNS
from honorarios.core.vocabulary import Role


def test_every_kind_of_document_has_a_schema() -> None:
    schemas = json_schemas()
    assert set(schemas) == set(DOCUMENTS)
    assert all(schema["additionalProperties"] is False for schema in schemas.values())


def test_roles_are_completed_by_name_and_accepted_in_every_spelling() -> None:
    role = json_schemas()["contracts"]["$defs"]["Role"]
    assert role["anyOf"][0] == {"enum": [one.code_name for one in Role]}
    assert role["anyOf"][1] == {"type": ["string", "integer"]}


def test_codes_may_be_bare_numbers() -> None:
    codes = json_schemas()["catalogue"]["$defs"]["Category"]["properties"]["codes"]
    assert codes["items"]["type"] == ["string", "integer"]


@pytest.mark.parametrize("language", ["en", "pt"])
def test_the_reference_tells_every_field_and_column(language: Language) -> None:
    page = reference(language)
    rows = {match.group(1) for match in re.finditer(r"^\| `([a-z_]+)` \|", page, re.MULTILINE)}
    fields = {
        name
        for schema in json_schemas().values()
        for node in [schema, *schema.get("$defs", {}).values()]
        for name in node.get("properties", ())
    }
    assert rows == fields | {column.name for column in PRICE_COLUMNS}


@pytest.mark.parametrize("language", ["en", "pt"])
def test_every_link_of_the_reference_leads_to_a_heading(language: Language) -> None:
    page = reference(language)
    headings = {line.lstrip("# ").lower() for line in page.splitlines() if line.startswith("#")}
    links = set(re.findall(r"\]\(#([a-z]+)\)", page))
    assert links
    assert links <= headings


def test_every_row_of_the_reference_has_the_cells_of_its_head() -> None:
    width = 0
    for line in reference().splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line))
        if not line.startswith("|"):
            width = 0
        elif not width:
            width = cells
        else:
            assert cells == width, line


def test_defaults_and_meanings_are_told() -> None:
    page = reference("en")
    assert "| `point` | ponto | `UNIT`, `LINE`, `STEP`, `COMPONENT` | `UNIT` |" in page
    assert "| `same` | mesma via | list of number up to 10000 | `[100, 50]` |" in page
    assert "| `code` | código | code, compulsory |" in page
