from __future__ import annotations

import dataclasses
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from honorarios.catalogue.documents import FORMS, read_document
from honorarios.catalogue.folder import load, read_folder, write, write_folder
from honorarios.catalogue.json_schemas import json_schemas
from honorarios.catalogue.schema import Manifest, Terms
from honorarios.catalogue.yaml_source import Data, YamlDocument
from honorarios.core.vocabulary import BillingRoute, Role
from tests.catalogue.making import FILES, catalogue, contract, names, spoilt
from tests.catalogue.making import write as write_files

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_a_folder_is_read(tmp_path: Path) -> None:
    read, findings = read_folder(write_files(tmp_path, FILES))
    assert findings == []
    assert read is not None
    assert read.manifest.categories[0].codes == ("4",)
    assert read.contracts["contrato"].route is BillingRoute.ACCREDITED
    assert read.contracts["contrato"].terms[0].price_rules[0].adjust.fee == Decimal(-15)
    assert read.coefficients["conjunto"].values[0].ch == Decimal("0.41")
    assert [edition.inherits for edition in read.schedules["tabela"].editions] == [None, "2020"]
    assert read.prices["tabela", "2020"].num_rows == 3
    assert read.standards["padrao"].rules[0].overtime.rules[0].start == "19:00"


def test_codes_and_words_need_no_quotes(tmp_path: Path) -> None:
    files = spoilt("schedules/tabela.yaml", "kind: CBHPM", "kind: CBHPM\ntiss_code: 22")
    files["contracts/contrato.yaml"] = (
        files["contracts/contrato.yaml"]
        .replace(
            "        scope:\n",
            "        scope:\n          codes: [3100, 40901220-40901330]\n"
            "          roles: [00, anestesista, 1º auxiliar]\n          settings: [internado]\n",
        )
        .replace("name: Contrato de teste", "name: no")
    )
    read, findings = read_folder(write_files(tmp_path, files))
    assert findings == []
    assert read is not None
    scope = read.contracts["contrato"].terms[0].price_rules[0].scope
    assert scope.codes == ("3100", "40901220-40901330")
    assert scope.roles == (Role.SURGEON, Role.ANAESTHETIST, Role.FIRST_ASSISTANT)
    assert read.contracts["contrato"].name == "no"
    assert read.schedules["tabela"].tiss_code == "22"


def test_everything_wrong_is_collected(tmp_path: Path) -> None:
    files = {
        **FILES,
        "contracts/contrato.yaml": FILES["contracts/contrato.yaml"]
        .replace("    standard: padrao\n", "")
        .replace("payer:", "pagador:")
        .replace("fee: -15", "fee: muito"),
        "schedules/tabela-2020.csv": FILES["schedules/tabela-2020.csv"].replace("PORTE", "PORT"),
        "calendars/cidade.yaml": "id: [cidade",
    }
    read, findings = read_folder(write_files(tmp_path, files))
    assert read is None
    assert sorted(names(findings)) == [
        "CAT-MISSING-FIELD",
        "CAT-MISSING-FIELD",
        "CAT-NOT-NUMBER",
        "CAT-UNKNOWN-FIELD",
        "CAT-YAML-SYNTAX",
        *["TAB-NOT-TERM"] * 3,
    ]


def test_what_could_be_read_is_kept_for_the_checks(tmp_path: Path) -> None:
    loaded = load(write_files(tmp_path, {**FILES, "calendars/cidade.yaml": "id: [cidade"}))
    assert loaded.catalogue is not None
    assert set(loaded.catalogue.contracts) == {"contrato"}
    assert loaded.catalogue.calendars == {}
    assert loaded.sources.has("calendars", "cidade")
    assert not loaded.sources.has("calendars", "outra")


@pytest.mark.parametrize(
    ("old", "new", "tip"),
    [
        ("    standard: padrao", "    standart: padrao", "Seria “standard”? Os campos daqui são: "),
        (
            "route: accredited",
            "route: cooperativ",
            "Seria “Cooperativa”? Aceitam-se: Credenciado (accredited);",
        ),
        ("fee: -15", "fe: -15", "Seria “fee”? Os campos daqui são: fee, operating_cost, film,"),
        ("        factor: 2", "        fator: 2", "Seria “factor”? Os campos daqui são: type,"),
    ],
)
def test_near_names_are_suggested(tmp_path: Path, old: str, new: str, tip: str) -> None:
    _, findings = read_folder(write_files(tmp_path, spoilt("contracts/contrato.yaml", old, new)))
    assert any(one.tip.startswith(tip) for one in findings), [one.tip for one in findings]


def test_a_misspelt_folder_or_extension_is_noticed(tmp_path: Path) -> None:
    files = {
        **FILES,
        "contract/perdido.yaml": "id: perdido",
        "contracts/outro.yml": "id: outro",
        "LEIA-ME.md": "para pessoas",
        ".git/config": "de ninguém",
    }
    read, findings = read_folder(write_files(tmp_path, files))
    assert read is not None
    assert [(one.code, str(one.place), one.tip[:18]) for one in findings] == [
        ("CAT-UNKNOWN-FILE", "contract", "Seria “contracts”?"),
        ("CAT-UNKNOWN-FILE", "contracts/outro.yml", "Seria “outro.yaml”"),
    ]


def test_a_price_file_is_suggested(tmp_path: Path) -> None:
    files = spoilt("schedules/tabela.yaml", "tabela-2022.csv", "tabela-2023.csv")
    _, findings = read_folder(write_files(tmp_path, files))
    assert findings[0].tip.startswith("Seria “tabela-202")


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    first, _ = read_folder(write_files(tmp_path / "a", FILES))
    assert first is not None
    write_folder(first, tmp_path / "b")
    second, findings = read_folder(tmp_path / "b")
    assert findings == []
    assert second == first


def test_a_written_document_is_as_a_person_would_write_it(tmp_path: Path) -> None:
    rules = [{"name": "UCO", "values": {"UCO": Decimal("6.250")}}]
    made = catalogue(contracts={"contrato": contract(price_rules=rules)})
    write_folder(made, tmp_path / "a")
    assert (tmp_path / "a/contracts/contrato.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../.schema/contracts.json\n"
        "id: contrato\n"
        "name: Contrato\n"
        "payer: convenio\n"
        "billing_unit: hospital\n"
        "route: accredited\n"
        "terms:\n"
        "- valid_from: 2020-01-01\n"
        "  source: Cláusula 1\n"
        "  standard: padrao\n"
        "  procedure_table:\n"
        "    schedule: lista\n"
        "  coefficients: ch\n"
        "  price_rules:\n"
        "  - name: UCO\n"
        "    values:\n"
        "      UCO: 6.250\n"
    )
    assert (tmp_path / "a/schedules/lista.csv").read_text("utf-8") == (
        "code,basis,fee,group\n10101012,CH,100,HM\n40901220,CH,50.5,SADT\n"
    )


def test_the_schema_that_editors_use_is_where_documents_say(tmp_path: Path) -> None:
    write_folder(catalogue(), tmp_path / "a")
    for path in (tmp_path / "a").rglob("*.yaml"):
        hint = path.read_text("utf-8").splitlines()[0]
        schema = path.parent / hint.partition("$schema=")[2]
        assert json.loads(schema.read_text("utf-8"))["type"] == "object"


def test_a_folder_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(write, "write_prices", fail)
    with pytest.raises(OSError, match="no space left"):
        write_folder(catalogue(), tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_no_folder_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FileExistsError):
        write_folder(catalogue(), tmp_path / "a")


def test_two_editions_never_share_a_file_of_different_prices(tmp_path: Path) -> None:
    made = catalogue()
    schedule = made.schedules["lista"]
    other = schedule.model_copy(update={"id": "outra"})
    schedules = {"lista": schedule, "outra": other}
    same = {**made.prices, ("outra", "1"): made.prices["lista", "1"]}
    write_folder(dataclasses.replace(made, schedules=schedules, prices=same), tmp_path / "a")
    assert read_folder(tmp_path / "a")[1] == []
    different = {**made.prices, ("outra", "1"): made.prices["lista", "1"].slice(1)}
    with pytest.raises(ValueError, match=r"lista\.csv"):
        write_folder(
            dataclasses.replace(made, schedules=schedules, prices=different), tmp_path / "b"
        )


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    shutil.rmtree(tmp_path / "calendars")
    (tmp_path / "calendars").write_text("x")
    read, findings = read_folder(tmp_path)
    assert read is None
    assert [(one.code, str(one.place)) for one in findings] == [("CAT-NOT-FOLDER", "calendars")]


def test_every_pattern_of_the_schema_is_explained() -> None:
    def patterns(node: object) -> set[str]:
        match node:
            case dict():
                own = {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
                own |= set(node.get("patternProperties", ()))
                return own.union(*map(patterns, node.values()))
            case list():
                return set().union(*map(patterns, node))
            case _:
                return set()

    assert patterns(json_schemas()) == set(FORMS)


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, FILES)

    def refuse(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    read, findings = read_folder(tmp_path)
    assert read is None
    assert set(names(findings)) == {"CAT-UNREADABLE"}


def test_a_list_or_a_group_in_place_of_a_value(tmp_path: Path) -> None:
    files = {
        **FILES,
        "calendars/cidade.yaml": "- id: cidade",
        "contracts/contrato.yaml": FILES["contracts/contrato.yaml"].replace(
            "payer: convenio", "payer: [convenio]"
        ),
    }
    _, findings = read_folder(write_files(tmp_path, files))
    assert sorted(one.message for one in findings) == [
        "“calendars/cidade.yaml” tem de ser um grupo de campos.",
        "“payer” tem de ser um valor simples.",
    ]


def test_a_document_made_in_a_program_has_no_lines() -> None:
    read, findings = read_document(Manifest, YamlDocument({"nome": "x"}, {}), "x.yaml")
    assert read is None
    assert [str(one.place) for one in findings] == ["x.yaml (name)", "x.yaml (nome)"]


def test_a_field_within_an_optional_part_is_suggested() -> None:
    terms: Data = {"special_table": {"schedul": "a"}}
    _, findings = read_document(Terms, YamlDocument(terms, {}), "x.yaml")
    unknown = next(one for one in findings if one.code == "CAT-UNKNOWN-FIELD")
    assert unknown.tip == "Seria “schedule”? Os campos daqui são: schedule, edition."
