"""Accommodation types by the words that people have for them, in lines and in documents alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from honorarios.catalogue.check import check
from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import AccommodationFactor, Catalogue, CoefficientSet, SpecialValue
from honorarios.core.vocabulary import Role
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.engine import price_table
from honorarios.pricing.line import price_line
from honorarios.pricing.trace import as_text, explain
from tests.pricing import small

FULL = 152_545
"""Centavos of the act in a ward."""


def annex(*types: str) -> tuple[AccommodationFactor, ...]:
    """An annex in which each type is worth one more time than the one before."""
    return tuple(
        AccommodationFactor(type=name, factor=Decimal(number))
        for number, name in enumerate(types, 1)
    )


def unit_of(catalogue: Catalogue, word: str) -> object:
    """The unit value of an act in that bed, which a table of lines has as well."""
    ready = compile_catalogue(catalogue)
    line = small.line(code="31005497", accommodation=word)
    table = price_table(pa.Table.from_pylist([line]), ready).to_pylist()[0]
    priced = price_line(line, ready)
    assert table["unit_centavos"] == priced["unit_centavos"]
    explained = explain(priced, ready)
    assert not explained.findings
    if priced["status"] == "priced":
        assert explained.evaluate() == (priced["unit_centavos"], priced["total_centavos"])
    return priced["unit_centavos"]


@pytest.mark.parametrize(
    ("word", "times"),
    [
        ("ward", 1),
        ("Enfermaria", 1),
        ("enf", 1),
        ("quarto coletivo", 1),
        ("apartment", 2),
        ("Apartamento", 2),
        (" APTO ", 2),
        ("quarto privativo", 2),
        ("Quarto Individual", 2),
        ("icu", 3),
        ("UTI", 3),
        ("CTI", 3),
        ("Unidade de Terapia Intensiva", 3),
        ("Suíte", 4),
        ("suite", 4),
    ],
)
@pytest.mark.parametrize(
    "types",
    [("ward", "apartment", "icu", "suite"), ("enfermaria", "apto", "cti", "suite")],
    ids=["English ids", "Portuguese ids"],
)
def test_a_bed_is_the_same_by_every_usual_word(
    types: tuple[str, ...], word: str, times: int
) -> None:
    catalogue = small.catalogue(small.contract(accommodation=annex(*types)))
    assert unit_of(catalogue, word) == times * FULL


def test_prices_and_plans_may_call_a_bed_otherwise_than_the_line() -> None:
    rows = [{"code": "31005497", "basis": "BRL", "fee": Decimal(7), "accommodation": "apartamento"}]
    catalogue = replace(small.catalogue(), prices={("tabela", "1"): price_rows(rows)})
    assert unit_of(catalogue, "apartment") == 700
    assert unit_of(catalogue, "ward") is None


def test_an_unrelated_contract_with_another_word_for_the_bed_changes_nothing() -> None:
    own = small.contract(accommodation=annex("ward", "apartment"))
    other = small.contract("outro", accommodation=annex("apartamento", "enfermaria"))
    for word in ("apartamento", "apartment", "apto"):
        assert unit_of(small.catalogue(own, other), word) == 2 * FULL


@pytest.mark.parametrize("word", ["quarto", "suíte", "apartamento de luxo"])
def test_a_bed_that_the_contract_lacks_is_answered_with_those_that_it_has(word: str) -> None:
    ready = compile_catalogue(small.catalogue())
    told = explain(price_line(small.line(code="31005497", accommodation=word), ready), ready)
    assert told.status.code == "no_accommodation_factor"
    text = as_text(told, 200)
    assert "para a linha; tem: Enfermaria (ward), Apartamento (apartment)" in text
    assert "Informe uma acomodação do anexo" in text


def test_only_beds_that_the_annex_has_for_the_line_are_named() -> None:
    rows = (
        AccommodationFactor(type="apartment", factor=Decimal(2), roles=(Role.SURGEON,)),
        AccommodationFactor(type="uti-neo", factor=Decimal(3)),
    )
    contract = small.contract(accommodation=rows)
    ready = compile_catalogue(small.catalogue(contract))
    line = small.line(code="31005497", accommodation="Apto", role="perfusionist")
    told = explain(price_line(line, ready), ready)
    assert told.factors[0].accepted == ("uti-neo",)
    assert "não tem “Apartamento” para a linha; tem: uti-neo" in as_text(told, 200)


def test_the_explanation_calls_beds_as_people_do() -> None:
    ready = compile_catalogue(small.catalogue())
    line = small.line(code="31005497", accommodation="apartment", start=datetime(2024, 3, 5, 10))
    text = as_text(explain(price_line(line, ready), ready), 200)
    assert "Apartamento" in text
    assert "apartment" not in text


def called_twice(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Field and words of each bed that a list calls by two names."""
    found = [one for one in check(catalogue) if one.code == "CAT-ACCOMMODATION-TWICE"]
    return [(one.place.field, one.message.partition(" são ")[0]) for one in found]


def test_two_names_for_one_bed_in_one_list_are_an_error() -> None:
    contract = small.contract(accommodation=annex("ward", "apartment", "apartamento"))
    assert called_twice(small.catalogue(contract)) == [
        ("terms.0.accommodation", "“apartamento” e “apartment”")
    ]
    rows = [
        {"code": "31005497", "basis": "BRL", "fee": Decimal(7), "accommodation": word}
        for word in ("uti", "cti")
    ]
    priced = replace(small.catalogue(), prices={("tabela", "1"): price_rows(rows)})
    assert called_twice(priced) == [("editions.0.prices", "“cti” e “uti”")]
    special = [
        SpecialValue(unit="CH", value=Decimal(1), accommodation=word) for word in ("enf", "ward")
    ]
    (values,) = small.catalogue().coefficients["valores"].values
    coefficients = CoefficientSet(
        id="valores", name="V", values=(values.model_copy(update={"special": tuple(special)}),)
    )
    catalogue = replace(small.catalogue(), coefficients={"valores": coefficients})
    assert called_twice(catalogue) == [("values.0.special", "“enf” e “ward”")]
    assert called_twice(small.catalogue()) == []
