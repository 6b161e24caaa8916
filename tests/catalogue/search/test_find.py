"""What people type finds what they mean, over all of TUSS table 22."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from honorarios.catalogue.search import Item, build, find

if TYPE_CHECKING:
    from honorarios.catalogue.search import Index

QUERIES = Path(__file__).with_name("queries.txt")
"""As clerks type, with the code that they mean; chosen before there was an index to try them on."""

SMALL = build(
    [
        Item("31003079", "Apendicectomia"),
        Item("31003583", "Apendicectomia por videolaparoscopia"),
        Item("31009115", "Herniorrafia inguinal - unilateral"),
        Item("31009336", "Herniorrafia inguinal - unilateral por videolaparoscopia"),
        Item("30205034", "Adeno-amigdalectomia"),
        Item("40316521", "Tireoestimulante, hormônio (TSH) - pesquisa e/ou dosagem"),
        Item("40805026", "RX - Tórax - 2 incidências", "Radiografia do pulmão"),
        Item("31102050", "Colocação cistoscópica de duplo J unilateral"),
        Item("40306992", "Hepatite B - pesquisa"),
        Item("40307000", "Hepatite C - pesquisa"),
    ]
)


def codes(index: Index, query: str, limit: int = 3) -> list[str]:
    return [hit.code for hit in find(index, query, limit=limit)]


def first(query: str) -> str | None:
    return next(iter(codes(SMALL, query)), None)


def asked() -> list[tuple[str, str]]:
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    pairs = [line.rsplit(";", 1) for line in lines if line]
    return [(query, code) for query, code in pairs]


def test_the_right_code_is_among_the_first_three_for_19_of_20_queries(table_22: Index) -> None:
    missed = [query for query, code in asked() if code not in codes(table_22, query)]
    assert len(asked()) >= 200
    assert len(missed) <= len(asked()) * 0.05, missed


def test_the_queries_name_codes_of_the_table(table_22: Index) -> None:
    assert {code for _, code in asked()} <= set(table_22.codes)
    assert len({query for query, _ in asked()}) == len(asked())


def test_an_item_is_the_first_to_be_found_by_its_own_name(table_22: Index) -> None:
    sample = random.Random(20261122).sample(range(table_22.size), 250)
    missed = [
        table_22.codes[place]
        for place in sample
        if codes(table_22, table_22.names[place], 1) != [table_22.codes[place]]
    ]
    # Names that go on for lines differ in words beyond those that are looked at.
    assert len(missed) <= 3


@pytest.mark.parametrize(
    "query",
    [
        "apendicectomia",
        "APENDICECTOMIA",
        "apendicectomias",
        "apêndicectomia",
        "apendicec",
        "apendisectomia",
        "apendicetomia",
        "apendicecttomia",
        "apednicectomia",
        "apendisec",
        "apendicite",
    ],
)
def test_one_word_in_many_spellings(query: str) -> None:
    assert first(query) == "31003079"


@pytest.mark.parametrize(
    "query",
    [
        "apendicectomia video",
        "video apendicectomia",
        "apendicectomia por vlp",
        "apend lap",
        "apendicectomia videolaparoscópica",
    ],
)
def test_words_in_any_order_and_abbreviated(query: str) -> None:
    assert first(query) == "31003583"


def test_the_principal_item_comes_before_its_variants() -> None:
    assert codes(SMALL, "hernia inguinal")[:2] == ["31009115", "31009336"]
    assert codes(SMALL, "apendic")[:2] == ["31003079", "31003583"]


def test_hyphens_and_joined_words_are_alike() -> None:
    for query in ("adenoamigdalectomia", "adeno amigdalectomia", "adeno-amigdalectomia"):
        assert first(query) == "30205034"


def test_a_single_letter_or_figure_tells_apart() -> None:
    assert first("hepatite c") == "40307000"
    assert first("duplo j") == "31102050"


def test_an_acronym_and_another_name_are_names_too() -> None:
    assert first("tsh") == "40316521"
    assert first("pulmao") == "40805026"
    assert find(SMALL, "pulmao")[0].name == "RX - Tórax - 2 incidências"


@pytest.mark.parametrize("query", ["31003583", "3100358", "3.10.03.58-3", " 31003 583 "])
def test_a_code_is_found_by_its_beginning_however_it_is_written(query: str) -> None:
    assert first(query) == "31003583"


def test_codes_that_begin_alike_are_in_their_order() -> None:
    assert codes(SMALL, "3100") == ["31003079", "31003583", "31009115"]


@pytest.mark.parametrize("query", ["", "  ", "-", "xyzzyq", "é?!", "9" * 400, "a" * 5000])
def test_what_says_nothing_finds_nothing(query: str) -> None:
    assert find(SMALL, query) == []


def test_an_empty_index_finds_nothing() -> None:
    assert find(build([]), "apendicectomia") == []


def test_what_a_person_uses_comes_first_among_what_was_found() -> None:
    favoured = {"31003583": 0.5, "40316521": 0.5}
    found = [hit.code for hit in find(SMALL, "apendic", favoured=favoured)]
    assert found == ["31003583", "31003079"]


def test_an_item_is_valid_between_its_days_both_included() -> None:
    index = build([Item("1", "A", since="2020-01-01", until="2020-12-31"), Item("2", "B")])
    days = ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")
    assert [index.is_valid(0, day) for day in days] == [False, True, True, False]
    assert all(index.is_valid(1, day) for day in days)
