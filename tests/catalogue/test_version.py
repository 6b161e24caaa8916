from __future__ import annotations

import dataclasses
import json
import tempfile
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from honorarios.catalogue.check import check
from honorarios.catalogue.folder import read_folder, write_folder
from honorarios.catalogue.prices import canonical, price_rows
from honorarios.catalogue.schema import Catalogue, Contract, Manifest
from honorarios.catalogue.version import Change, catalogue_hash, content, diff
from honorarios.core.findings import has_errors
from tests.catalogue.making import FILES, catalogue, coefficients, contract, priced, write
from tests.oracle.generator.catalogues import draw_catalogue

if TYPE_CHECKING:
    from random import Random

seeds = st.integers(min_value=0, max_value=1_000_000)
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
quantities = st.decimals(min_value=0, max_value=10_000_000, places=4)


def drawn(seed: int, suffix: str = "csv") -> Catalogue:
    """A random catalogue over every field of the schema, each edition with a file of its own."""
    made = draw_catalogue(seed).catalogue
    schedules = {
        name: one.model_copy(
            update={
                "editions": tuple(
                    edition.model_copy(update={"prices": f"{name}-{edition.id}.{suffix}"})
                    for edition in one.editions
                )
            }
        )
        for name, one in made.schedules.items()
    }
    return dataclasses.replace(made, schedules=schedules)


def round_trip(made: Catalogue) -> Catalogue | None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(made, Path(folder) / "catalogue")
        return read_folder(Path(folder) / "catalogue")[0]


@settings(max_examples=20, suppress_health_check=[HealthCheck.filter_too_much])
@given(seeds, st.sampled_from(["csv", "parquet"]))
def test_a_catalogue_written_and_read_is_the_same(seed: int, suffix: str) -> None:
    made = drawn(seed, suffix)
    read = round_trip(made)
    # The generator also draws rows without a price, which the reader refuses.
    assume(read is not None)
    assert read is not None
    assert read == made
    assert catalogue_hash(read) == catalogue_hash(made)
    assert diff(made, read) == []


@settings(max_examples=40)
@given(words, words, quantities)
def test_any_text_and_number_survives(name: str, description: str, fee: Decimal) -> None:
    row = {"code": "1", "basis": "BRL", "fee": fee, "description": description}
    made = catalogue(manifest=Manifest(name=name, description=description), prices=priced(row))
    read = round_trip(made)
    assert read == made
    assert read is not None
    assert catalogue_hash(read) == catalogue_hash(made)


@settings(max_examples=20)
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_rows_documents_and_keys_does_not_count(seed: int, random: Random) -> None:
    made = drawn(seed)
    tables = {}
    for key, table in made.prices.items():
        order = list(range(table.num_rows))
        random.shuffle(order)
        tables[key] = canonical(table.take(pa.array(order, pa.int64())))
    names = list(made.contracts)
    random.shuffle(names)
    contracts = {name: made.contracts[name] for name in names}
    sets = dict(reversed(list(made.coefficients.items())))
    other = dataclasses.replace(made, prices=tables, contracts=contracts, coefficients=sets)
    assert catalogue_hash(other) == catalogue_hash(made)


def test_the_hash_is_the_same_for_ever() -> None:
    """A pinned value: a hash kept with a priced line proves it years later."""
    assert catalogue_hash(catalogue()) == (
        "sha256:6f616a02ef876bab571ca5f99b6ae0cef3ad5ab0c5796e53831c114dfb4bb648"
    )


def test_how_it_is_written_does_not_count(tmp_path: Path) -> None:
    first, _ = read_folder(write(tmp_path / "a", FILES))
    rewritten = {
        # Another order of keys, JSON in place of YAML, defaults written out, trailing zeros…
        "contracts/contrato.yaml": _reversed_json(FILES["contracts/contrato.yaml"]),
        "calendars/cidade.yaml": FILES["calendars/cidade.yaml"] + "optional_days: yes\n",
        "coefficients/conjunto.yaml": FILES["coefficients/conjunto.yaml"].replace(
            "ch: 0.41", "ch: '0.410'"
        ),
        # …and accents made of two characters, decimal commas, another order of columns and rows.
        "catalogue.yaml": unicodedata.normalize("NFD", FILES["catalogue.yaml"]),
        "schedules/tabela-2020.csv": (
            "basis;code;description;porte;fee;operating_cost;film;anaesthetic_porte;sex\n"
            "PORTE;4.09.01.22-0;Exame;2b;0,5000;3,42;0,3400;;\n"
            "PORTE;3.10.03.07-9;Cirurgia;8A;;;;3;\n"
            "PORTE;1.01.01.01-2;Consulta;2B;;;;;\n"
        ),
    }
    second, findings = read_folder(write(tmp_path / "b", {**FILES, **rewritten}))
    assert findings == []
    assert first is not None
    assert second is not None
    assert catalogue_hash(second) == catalogue_hash(first)


def _reversed_json(text: str) -> str:
    from honorarios.catalogue.yaml_source import parse_yaml

    data = parse_yaml(text.encode(), "x.yaml").data
    assert isinstance(data, dict)
    return json.dumps(dict(reversed(data.items())))


def test_every_change_counts() -> None:
    made = catalogue()
    row = {"code": "1", "basis": "CH", "fee": 1, "operating_cost": 2}
    others = [
        catalogue(manifest=Manifest(name="Testes")),
        catalogue(contracts={}),
        catalogue(contracts={"contrato": contract(rounding={"mode": "DOWN"})}),
        catalogue(contracts={"contrato": contract(source="Cláusula 2")}),
        catalogue(contracts={"contrato": contract(launching={"automatic_fees": True})}),
        catalogue(coefficients=coefficients({"valid_from": "2020-01-01", "ch": "0.4101"})),
        catalogue(prices=priced(row)),
        catalogue(prices=priced({**row, "fee": 2, "operating_cost": 1})),
        catalogue(prices=priced({**row, "role": "surgeon"})),
        catalogue(prices=priced({**row, "setting": "inpatient"})),
        catalogue(prices=priced({**row, "code": "01"})),
        catalogue(prices=priced({**row, "description": "12"})),
        catalogue(prices=priced(row, {**row, "code": "2"})),
        catalogue(prices=priced()),
        catalogue(prices={}),
    ]
    hashes = [catalogue_hash(one) for one in [made, *others]]
    assert len(set(hashes)) == len(hashes)


def test_cells_do_not_run_into_one_another() -> None:
    """What two rows say together may be the same letters and another content."""
    first = priced({"code": "1", "basis": "BRL", "fee": 1, "group": "AB"})
    rows = [{"code": "1", "basis": "BRL", "fee": 1}, {"code": "2", "basis": "BRL", "fee": 1}]
    split = [{**rows[0], "group": "A"}, {**rows[1], "group": "BC"}]
    moved = [{**rows[0], "group": "AB"}, {**rows[1], "group": "C"}]
    hashes = {
        catalogue_hash(catalogue(prices=one)) for one in (first, priced(*split), priced(*moved))
    }
    assert len(hashes) == 3


def test_an_unrelated_contract_changes_only_the_whole() -> None:
    made = catalogue()
    more = catalogue(
        contracts={**made.contracts, "outro": contract("outro").model_copy(update={"payer": "b"})}
    )
    assert not has_errors(check(more))
    assert catalogue_hash(more) != catalogue_hash(made)
    assert {change.document for change in diff(made, more)} == {"contracts/outro.yaml"}


def test_a_diff_tells_each_field() -> None:
    rule = {"name": "Cláusula 1", "adjust": {"fee": -15}}
    old = contract(price_rules=[rule, {"name": "Cláusula 2"}])
    new = contract(
        price_rules=[{**rule, "adjust": {"fee": "-12.50"}}, {"name": "Cláusula 3"}],
        rounding={"point": "LINE"},
    )
    changes = diff(catalogue(contracts={"contrato": old}), catalogue(contracts={"contrato": new}))
    file = "contracts/contrato.yaml"
    told = [(one.path, one.before, one.after) for one in changes if "[Cláusula 1]" in one.path]
    assert {one.document for one in changes} == {file}
    assert told == [("terms[2020-01-01].price_rules[Cláusula 1].adjust.fee", "-15", "-12.5")]
    assert Change(file, "terms[2020-01-01].rounding.point", "UNIT", "LINE") in changes
    gone = next(one for one in changes if one.path.endswith("[Cláusula 2]"))
    assert isinstance(gone.before, dict)
    assert gone.after is None
    assert gone.as_dict()["path"] == "terms[2020-01-01].price_rules[Cláusula 2]"


def test_an_order_that_decides_is_a_change() -> None:
    rules = [{"name": "a", "fixed": 1}, {"name": "b", "fixed": 2}]
    old = catalogue(contracts={"contrato": contract(price_rules=rules)})
    new = catalogue(contracts={"contrato": contract(price_rules=rules[::-1])})
    assert diff(old, new) == [
        Change("contracts/contrato.yaml", "terms[2020-01-01].price_rules", ["a", "b"], ["b", "a"])
    ]


def test_a_diff_tells_each_price() -> None:
    row = {"code": "31003079", "basis": "CH", "fee": 100, "valid_from": "2024-01-01"}
    old = priced(row, {**row, "role": "surgeon"}, {**row, "code": "2"})
    new = priced({**row, "fee": "100.0000"}, {**row, "role": "surgeon", "fee": "120.5"})
    assert diff(catalogue(prices=old), catalogue(prices=new)) == [
        Change(
            "lista@1",
            "2 valid_from=2024-01-01",
            {"code": "2", "valid_from": "2024-01-01", "basis": "CH", "fee": "100"},
            None,
        ),
        Change("lista@1", "31003079 role=surgeon valid_from=2024-01-01.fee", "100", "120.5"),
    ]
    added = [change.after for change in diff(catalogue(prices={}), catalogue(prices=new))]
    plain = {"code": "31003079", "valid_from": "2024-01-01", "basis": "CH"}
    assert added == [{**plain, "role": "surgeon", "fee": "120.5"}, {**plain, "fee": "100"}]


def test_contents_are_compared_by_value_not_by_writing() -> None:
    rows = [{"code": "1", "basis": "BRL", "fee": "1.5"}]
    same = [{"code": "1", "basis": "BRL", "fee": Decimal("1.500")}]
    assert price_rows(rows).equals(price_rows(same))
    old: dict[str, Contract] = {"contrato": contract(accommodation=[{"type": "a", "factor": "2"}])}
    new = {"contrato": contract(accommodation=[{"type": "a", "factor": "2.00"}])}
    assert diff(catalogue(contracts=old), catalogue(contracts=new)) == []


def test_items_without_a_name_are_told_by_their_place() -> None:
    def values(first: int, second: int) -> Catalogue:
        special = [{"unit": "CH", "code": "1", "value": first}, {"unit": "CH", "value": second}]
        return catalogue(
            coefficients=coefficients({"valid_from": "2020-01-01", "special": special})
        )

    assert [(one.path, one.after) for one in diff(values(1, 2), values(1, 3))] == [
        ("values[2020-01-01].special[1].value", "3")
    ]


def test_only_what_a_document_may_hold_has_a_content() -> None:
    with pytest.raises(TypeError, match="no content of a document"):
        content._plain(1.5)
