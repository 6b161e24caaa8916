"""The catalogue on record: any version comes out again with the hash it went in with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from honorarios.catalogue.folder import read_folder, write_folder
from honorarios.catalogue.schema import Catalogue
from honorarios.catalogue.version import catalogue_hash
from honorarios.demo import catalogue_path
from honorarios.records.models import CatalogueVersion, Office, PriceRow, TermsDocument, User
from honorarios.services.catalogues import (
    Stored,
    catalogue_of,
    compiled_by_hash,
    compiled_in_force,
    store_catalogue,
    store_folder,
    version_in_force,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.database


@pytest.fixture
def office() -> Office:
    return Office.objects.create(name="Clínica inventada", slug="clinica")


@pytest.fixture
def author() -> User:
    return User.objects.create(username="ana")


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


def store(office: Office, author: User, folder: Path) -> Stored:
    return store_folder(office_id=office.pk, author_id=author.pk, path=folder)


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
    office: Office, author: User, folder: Path, tmp_path: Path
) -> None:
    stored = store(office, author, folder)
    assert stored.version is not None
    assert stored.is_new
    assert stored.version.hash == catalogue_hash(read(folder))
    again = catalogue_of(stored.version)
    assert catalogue_hash(again) == stored.version.hash
    write_folder(again, tmp_path / "out")
    assert catalogue_hash(read(tmp_path / "out")) == stored.version.hash


def test_an_old_version_is_rebuilt_after_newer_ones(
    office: Office, author: User, folder: Path
) -> None:
    first = store(office, author, folder).version
    assert first is not None
    documents, rows = TermsDocument.objects.count(), PriceRow.objects.count()
    rename(folder, "aurora-serra-azul", "Aurora, outro nome")
    second = store(office, author, folder).version
    assert second is not None
    assert (second.number, TermsDocument.objects.count()) == (2, documents + 1)
    assert PriceRow.objects.count() == rows
    assert [catalogue_hash(catalogue_of(one)) for one in (first, second)] == [
        first.hash,
        second.hash,
    ]
    assert compiled_by_hash(office.pk, first.hash).hash == first.hash
    in_force = compiled_in_force(office.pk)
    assert in_force is not None
    assert (in_force[0], in_force[1].hash) == (second, second.hash)


def test_a_changed_price_closes_one_row_and_adds_one(
    office: Office, author: User, folder: Path
) -> None:
    first = store(office, author, folder).version
    assert first is not None
    rows = PriceRow.objects.count()
    table = min((folder / "schedules").glob("especiais-bemtevi*.csv")).name
    line = (folder / "schedules" / table).read_text("utf-8").splitlines()[1]
    reprice(folder, table, line, line.replace(",BRL,", ",BRL,9", 1))
    second = store(office, author, folder).version
    assert second is not None
    assert PriceRow.objects.count() == rows + 1
    assert PriceRow.objects.get(removed_in=2).added_in == 1
    assert catalogue_hash(catalogue_of(first)) == first.hash
    assert catalogue_hash(catalogue_of(second)) == second.hash


def test_the_same_content_again_makes_no_version(
    office: Office, author: User, folder: Path
) -> None:
    first = store(office, author, folder)
    again = store_catalogue(office_id=office.pk, author_id=author.pk, catalogue=read(folder))
    assert (again.version, again.is_new) == (first.version, False)
    assert CatalogueVersion.objects.count() == 1


def test_going_back_to_old_content_is_a_new_version(
    office: Office, author: User, folder: Path
) -> None:
    first = store(office, author, folder).version
    original = read(folder)
    rename(folder, "aurora-serra-azul", "Aurora, outro nome")
    store(office, author, folder)
    third = store_catalogue(office_id=office.pk, author_id=author.pk, catalogue=original).version
    assert first is not None
    assert third is not None
    assert (third.number, third.hash) == (3, first.hash)
    assert catalogue_hash(catalogue_of(third)) == first.hash


def test_a_catalogue_with_errors_is_refused_whole(
    office: Office, author: User, folder: Path
) -> None:
    (folder / "standards" / "amb-ch.yaml").unlink()
    stored = store(office, author, folder)
    assert stored.version is None
    assert stored.findings
    assert version_in_force(office.pk) is None
    assert not TermsDocument.objects.exists()


def test_an_edition_without_rows_keeps_its_place(office: Office, author: User) -> None:
    catalogue, _ = read_folder(catalogue_path())
    assert catalogue is not None
    emptied = {key: table.slice(0, 0) for key, table in catalogue.prices.items()}
    bare = Catalogue(**{**vars(catalogue), "prices": emptied})
    stored = store_catalogue(office_id=office.pk, author_id=author.pk, catalogue=bare)
    assert stored.version is not None
    assert catalogue_hash(catalogue_of(stored.version)) == catalogue_hash(bare)


def test_offices_have_catalogues_of_their_own(office: Office, author: User, folder: Path) -> None:
    stored = store(office, author, folder).version
    assert stored is not None
    other = Office.objects.create(name="Outra", slug="outra")
    assert version_in_force(other.pk) is None
    with pytest.raises(LookupError):
        compiled_by_hash(other.pk, stored.hash)
