"""One surgery under several contracts: by member, by act, in all, with the reasons for no price."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from honorarios.catalogue.check import check_folder
from honorarios.demo import catalogue_path, surgery_names, surgery_path
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.surgery import compare, quote, read_surgery_file, suggest

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery import Surgery


@cache
def demo() -> Compiled:
    catalogue, _ = check_folder(catalogue_path())
    assert catalogue is not None
    return compile_catalogue(catalogue)


def told(name: str) -> Surgery:
    surgery, _ = read_surgery_file(surgery_path(name))
    assert surgery is not None
    return surgery


@pytest.mark.parametrize("name", surgery_names())
def test_members_and_acts_add_up_to_the_total(name: str) -> None:
    surgery = told(name)
    comparison = compare(surgery, surgery.contracts, demo())
    whole = [one.centavos for one in comparison.total().sums]
    for rows in (comparison.by_member(), comparison.by_act()):
        assert [sum(row.sums[n].centavos for row in rows) for n in range(len(whole))] == whole
    assert len(comparison.by_member()) == len(surgery.team)
    assert len(comparison.by_act()) == len(surgery.acts)
    assert all(amount > 0 for amount in whole)


def test_each_column_is_the_surgery_under_that_contract_alone() -> None:
    surgery = told("apendicectomia")
    comparison = compare(surgery, surgery.contracts, demo())
    for name, one in zip(surgery.contracts, comparison.quotes, strict=True):
        assert one == quote(surgery, demo(), name)
        assert one.suggestion.contract == name
        assert one.name == demo().catalogue.contracts[name].name


def test_what_has_no_price_says_why() -> None:
    comparison = compare(told("hernia-bilateral"), ["iamspe-serra-azul", "nenhum"], demo())
    anaesthetist = comparison.by_member()[2]
    assert [status.code_name for status in anaesthetist.sums[0].unpriced] == ["no_role_percent"]
    assert anaesthetist.sums[0].centavos == 0
    assert anaesthetist.sums[1].is_empty
    unknown = comparison.quotes[1]
    assert unknown.name == "nenhum"
    assert [finding.code for finding in unknown.suggestion.findings] == ["SUR-NOT-PRICED"]
    assert "Contrato não cadastrado" in unknown.suggestion.findings[0].message


def test_it_is_plain_data_for_programs() -> None:
    surgery = told("hernia-bilateral")
    data = json.loads(json.dumps(compare(surgery, ["iamspe-serra-azul"], demo()).as_dict()))
    assert data["surgery"] == surgery.name
    assert data["total"]["sums"][0]["unpriced"] == ["no_role_percent"]
    suggestion = suggest(surgery, demo()).as_dict()
    assert json.loads(json.dumps(suggestion, default=str))["contract"] == "aurora-serra-azul"
