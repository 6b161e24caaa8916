"""Bytes of a text file into text: UTF-8 with or without mark, UTF-16, Windows-1252 or Latin-1."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from honorarios.tabular import codes

if TYPE_CHECKING:
    from honorarios.core.findings import Finding, Place

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a")
_SAMPLE: Final = 65_536
_MOST_CONTROLS: Final = 0.01
"""Share of control characters above which a file is not text; honest exports have stray ones."""


def decode(data: bytes, place: Place) -> str | Finding:
    """The text of a file, or the finding that says why it is none.

    What is not valid UTF-8 is read as Windows-1252, which is Latin-1 with the dash and the curly
    quotes that spreadsheets put in it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, place)
    if encoding := _unmarked_utf16(data[:_SAMPLE]):
        return _strict(data, encoding, place)
    return codes.BINARY.at(place) if _is_binary(data[:_SAMPLE]) else _unmarked(data, place)


def _unmarked(data: bytes, place: Place) -> str | Finding:
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as problem:
            # Accents that are valid up to a last character cut in half: it was UTF-8, and longer.
            if _is_cut(problem) and not data[: problem.start].isascii():
                return codes.CUT_TEXT.at(place)
    return data.decode("latin-1")


def _strict(data: bytes, encoding: str, place: Place) -> str | Finding:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        return (codes.CUT_TEXT if _is_cut(problem) else codes.BINARY).at(place)


def _is_cut(problem: UnicodeDecodeError) -> bool:
    return problem.reason in {"unexpected end of data", "truncated data"}


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 without a mark: in western text every other byte is zero."""
    half = len(sample) // 2
    if half < 2:
        return ""
    if sample[1::2].count(0) > 0.9 * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > 0.9 * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _is_binary(sample: bytes) -> bool:
    if 0 in sample:
        return True
    controls = sum(sample.count(control) for control in _CONTROLS)
    return controls > _MOST_CONTROLS * len(sample)
