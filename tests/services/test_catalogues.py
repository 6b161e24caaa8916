"""The catalogue on record: any version comes out again with the hash it went in with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from honorarios.catalogue.folder import read_folder, write_folder
from honorarios.catalogue.schema import Catalogue
from honorarios.catalogue.version import catalogue_hash
from honorarios.demo import catalogue_path
from honorarios.records.models import CatalogueVersion, Office, PriceRow, TermsDocument
from honorarios.services.actor import Actor, ActorRole, system
from honorarios.services.catalogues import (
    Stored,
    catalogue_of,
    compiled_by_hash,
    compiled_in_force,
    store_catalogue,
    store_folder,
    version_in_force,
)
from honorarios.services.outcomes import Refusal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.database


@pytest.fixture
def office() -> Office:
    return Office.objects.create(name="Clínica inventada", slug="clinica")


@pytest.fixture
def operator(office: Office) -> Actor:
    return system(office_id=office.pk)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the demonstration's catalogue, to be edited."""
    catalogue, _ = read_folder(catalogue_path())
    assert catalogue is not None
    write_folder(catalogue, tmp_path / "catalogue")
    return tmp_path / "catalogue"


def read(folder: Path) -> Catalogue:
    catalogue, findings = read_folder(folder)
    assert catalogue is not None, findings
    return catalogue


def store(operator: Actor, folder: Path) -> CatalogueVersion:
    stored = store_folder(actor=operator, path=folder).require()
    return CatalogueVersion.objects.get(office_id=operator.office_id, number=stored.number)


def rename(folder: Path, contract: str, name: str) -> None:
    file = folder / "contracts" / f"{contract}.yaml"
    told = yaml.safe_load(file.read_text("utf-8"))
    file.write_text(yaml.safe_dump({**told, "name": name}, allow_unicode=True), "utf-8")


def reprice(folder: Path, table: str, old: str, new: str) -> None:
    file = folder / "schedules" / table
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def test_a_folder_goes_in_and_comes_out_with_the_same_hash(
    operator: Actor, folder: Path, tmp_path: Path
) -> None:
    version = store(operator, folder)
    assert version.hash == catalogue_hash(read(folder))
    again = catalogue_of(version)
    assert catalogue_hash(again) == version.hash
    write_folder(again, tmp_path / "out")
    assert catalogue_hash(read(tmp_path / "out")) == version.hash


def test_an_old_version_is_rebuilt_after_newer_ones(operator: Actor, folder: Path) -> None:
    first = store(operator, folder)
    documents, rows = TermsDocument.objects.count(), PriceRow.objects.count()
    rename(folder, "aurora-serra-azul", "Aurora, outro nome")
    second = store(operator, folder)
    assert (second.number, TermsDocument.objects.count()) == (2, documents + 1)
    assert PriceRow.objects.count() == rows
    for version in (first, second):
        assert catalogue_hash(catalogue_of(version)) == version.hash
    assert compiled_by_hash(operator.office_id, first.hash).hash == first.hash
    in_force = compiled_in_force(operator.office_id)
    assert in_force is not None
    assert (in_force[0], in_force[1].hash) == (second, second.hash)


def test_a_changed_price_closes_one_row_and_adds_one(operator: Actor, folder: Path) -> None:
    first = store(operator, folder)
    rows = PriceRow.objects.count()
    table = min((folder / "schedules").glob("especiais-bemtevi*.csv")).name
    line = (folder / "schedules" / table).read_text("utf-8").splitlines()[1]
    reprice(folder, table, line, line.replace(",BRL,", ",BRL,9", 1))
    second = store(operator, folder)
    assert PriceRow.objects.count() == rows + 1
    assert PriceRow.objects.get(removed_in=2).added_in == 1
    for version in (first, second):
        assert catalogue_hash(catalogue_of(version)) == version.hash


def test_the_same_content_again_makes_no_version(operator: Actor, folder: Path) -> None:
    first = store(operator, folder)
    again = store_catalogue(actor=operator, catalogue=read(folder)).require()
    assert again == Stored(number=1, hash=first.hash, is_new=False)
    assert CatalogueVersion.objects.count() == 1


def test_going_back_to_old_content_is_a_new_version(operator: Actor, folder: Path) -> None:
    first = store(operator, folder)
    original = read(folder)
    rename(folder, "aurora-serra-azul", "Aurora, outro nome")
    store(operator, folder)
    third = store_catalogue(actor=operator, catalogue=original).require()
    assert third == Stored(number=3, hash=first.hash, is_new=True)
    in_force = version_in_force(operator.office_id)
    assert in_force is not None
    assert catalogue_hash(catalogue_of(in_force)) == first.hash


def test_a_catalogue_with_errors_is_refused_whole(operator: Actor, folder: Path) -> None:
    (folder / "standards" / "amb-ch.yaml").unlink()
    refused = store_folder(actor=operator, path=folder)
    assert not refused.ok
    assert version_in_force(operator.office_id) is None
    assert not TermsDocument.objects.exists()


def test_whoever_may_not_write_terms_is_refused(operator: Actor, folder: Path) -> None:
    clerk = replace(operator, role=ActorRole.CLERK)
    assert store_folder(actor=clerk, path=folder).refusal is Refusal.FORBIDDEN
    assert version_in_force(operator.office_id) is None


def test_an_edition_without_rows_keeps_its_place(operator: Actor) -> None:
    catalogue, _ = read_folder(catalogue_path())
    assert catalogue is not None
    emptied = {key: table.slice(0, 0) for key, table in catalogue.prices.items()}
    bare = Catalogue(**{**vars(catalogue), "prices": emptied})
    stored = store_catalogue(actor=operator, catalogue=bare).require()
    in_force = version_in_force(operator.office_id)
    assert in_force is not None
    assert catalogue_hash(catalogue_of(in_force)) == catalogue_hash(bare) == stored.hash


def test_offices_have_catalogues_of_their_own(operator: Actor, folder: Path) -> None:
    stored = store(operator, folder)
    other = Office.objects.create(name="Outra", slug="outra")
    assert version_in_force(other.pk) is None
    with pytest.raises(LookupError):
        compiled_by_hash(other.pk, stored.hash)
