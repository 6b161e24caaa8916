"""A changed input is noticed, without reading all of a large one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from honorarios.pricing.batch import fingerprint as module
from honorarios.pricing.batch.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of 4 KB."""
    path = tmp_path / "lines.csv"
    path.write_bytes(bytes(range(256)) * 16)
    return path


@pytest.fixture(params=["small", "large"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the file counts as large: two of its blocks of 64 bytes are read then."""
    if request.param == "large":
        monkeypatch.setattr(module, "WHOLE", 1_000)
        monkeypatch.setattr(module, "BLOCK", 64)
        monkeypatch.setattr(module, "BLOCKS", 2)
    return bool(request.param == "large")


def spoil(file: Path, place: int) -> None:
    """Another byte at a place, and the time of the last change as it was."""
    state = file.stat()
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.usefixtures("large")
def test_the_same_file_is_the_same_wherever_it_is(file: Path) -> None:
    assert fingerprint([file], file) == fingerprint([file], file)
    before = fingerprint([file], file.parent)
    assert list(before) == ["lines.csv"]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("place", [0, 63, -1])
def test_a_changed_byte_at_either_end_is_noticed(file: Path, place: int) -> None:
    before = fingerprint([file], file)
    spoil(file, place)
    assert fingerprint([file], file) != before


def test_time_counts_only_where_not_all_is_read(file: Path, large: bool) -> None:  # noqa: FBT001
    before = fingerprint([file], file)
    os.utime(file, ns=(0, 1))
    assert (fingerprint([file], file) != before) == large
