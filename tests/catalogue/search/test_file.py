"""The file of an index: found again, made again when it is no use, whole whoever makes it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest

from honorarios.catalogue.search import Index, Item, find, load
from honorarios.catalogue.search import file as files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ITEMS = [
    Item("31003079", "Apendicectomia", since="2009-02-13"),
    Item("31003583", "Apendicectomia por vídeo", "Outro"),
]


class Source:
    """Items that count how often they were asked for."""

    def __init__(self, items: list[Item] = ITEMS) -> None:
        self.items = items
        self.asked = 0

    def __call__(self) -> Iterator[Item]:
        self.asked += 1
        return iter(self.items)


def same(one: Index, other: Index) -> bool:
    numbers = ("tokens", "starts", "items", "weights", "offsets")
    return (
        list(one.codes) == list(other.codes)
        and list(one.names) == list(other.names)
        and list(one.since) == list(other.since)
        and list(one.until) == list(other.until)
        and list(one.words) == list(other.words)
        and all(np.array_equal(getattr(one, name), getattr(other, name)) for name in numbers)
    )


def test_an_index_is_made_once_and_read_afterwards(tmp_path: Path) -> None:
    source = Source()
    made = load(tmp_path / "search", "a", source)
    read = load(tmp_path / "search", "a", source)
    assert source.asked == 1
    assert same(made, read)
    assert [hit.code for hit in find(read, "apendic video")] == ["31003583", "31003079"]


def test_changed_items_have_another_index(tmp_path: Path) -> None:
    load(tmp_path, "a", Source())
    other = load(tmp_path, "b", Source([Item("1", "Consulta")]))
    assert list(other.codes) == ["1"]
    assert list(load(tmp_path, "a", Source()).codes) == [item.code for item in ITEMS]


@pytest.mark.parametrize("harm", ["cut", "flipped", "empty", "other version", "no text"])
def test_a_damaged_file_is_made_again(tmp_path: Path, harm: str) -> None:
    made = load(tmp_path, "a", Source())
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "flipped": whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:],
            "empty": b"",
            "other version": whole.replace(files.FORMAT.encode(), b"honorarios-search-0", 1),
            "no text": b"\xff\xfe\n" + whole,
        }[harm]
    )
    source = Source()
    assert same(load(tmp_path, "a", source), made)
    assert source.asked == 1
    assert file.read_bytes() == whole


def test_several_that_make_it_at_once_all_have_it_whole(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as many:
        made = list(many.map(lambda _: load(tmp_path, "a", Source()), range(8)))
    assert all(same(made[0], one) for one in made)
    (file,) = tmp_path.iterdir()
    assert same(load(tmp_path, "a", Source()), made[0])
    assert file.name.startswith("procedures-")


def test_without_a_folder_to_write_to_the_index_works_as_well(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert list(load(blocked / "search", "a", Source()).codes) == ["31003079", "31003583"]


def test_the_files_of_long_ago_go(tmp_path: Path) -> None:
    for number in range(files.KEPT + 3):
        load(tmp_path, str(number), Source())
    assert len(list(tmp_path.iterdir())) == files.KEPT
