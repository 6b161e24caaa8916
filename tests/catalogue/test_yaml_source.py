from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.catalogue import yaml_source
from honorarios.catalogue.yaml_source import parse_yaml, read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def test_scalars_are_the_text_that_was_written() -> None:
    source = parse_yaml(
        b"code: 22\nvideo: 1.50\nclock: 19:00\nword: no\nporte: 1E2\nquoted: '007'\nlist: [0o7, on]\n",
        "x.yaml",
    )
    assert source.findings == ()
    assert source.data == {
        "code": "22",
        "video": "1.50",
        "clock": "19:00",
        "word": "no",
        "porte": "1E2",
        "quoted": "007",
        "list": ["0o7", "on"],
    }


def test_only_bare_nothing_is_nothing() -> None:
    data = parse_yaml(b"a:\nb: null\nc: ~\nd: ''\ne: 'null'\n", "x.yaml").data
    assert data == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_every_part_has_its_line() -> None:
    source = parse_yaml(b"a: 1\n\n# nota\nb:\n  - x\n  - c: 2\n    d: [3, 4]\n", "x.yaml")
    assert source.line(()) == 1
    assert source.line(("b",)) == 4
    assert source.line(("b", 0)) == 5
    assert source.line(("b", 1, "d")) == 7
    assert source.line(("b", 1, "d", 1)) == 7
    assert source.line(("b", 1, "missing", "deeper")) == 6


def test_json_is_yaml_too() -> None:
    assert parse_yaml(b'\xef\xbb\xbf{"a": {"b": [1.50, null]}}', "x.json").data == {
        "a": {"b": ["1.50", None]}
    }


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "CAT-YAML-DUPLICATE-KEY", 3),
        ("a:\n  b: {c: 1, c: 2}\n", "CAT-YAML-DUPLICATE-KEY", 2),
        ("a: &x 1\n", "CAT-YAML-ALIAS", 1),
        ("a: 1\nb: *a\n", "CAT-YAML-ALIAS", 2),
        ("a: !!binary eA==\n", "CAT-YAML-TAG", 1),
        ("a: !ruby/object {}\n", "CAT-YAML-TAG", 1),
        ("a: !!str 1\n", "CAT-YAML-TAG", 1),
        ("a: 1\n---\nb: 2\n", "CAT-YAML-DOCUMENTS", 2),
        ("{[a]: 1}\n", "CAT-YAML-KEY", 1),
        ("{{a: 1}: 1}\n", "CAT-YAML-KEY", 1),
        ("[" * 100_000, "CAT-YAML-DEPTH", 1),
        ("a: " + "{b: " * 50, "CAT-YAML-DEPTH", 1),
        ("a: 'x\n", "CAT-YAML-SYNTAX", 2),
        ("a: 1\n\tb: 2\n", "CAT-YAML-SYNTAX", 2),
        ("a: x\nb: \x01\n", "CAT-YAML-SYNTAX", 2),
        ("a: b: c\n", "CAT-YAML-SYNTAX", 1),
        ("", "CAT-YAML-EMPTY", None),
        ("# só um comentário\n", "CAT-YAML-EMPTY", None),
    ],
)
def test_hostile_and_broken_yaml_is_refused(content: str, code: str, line: int | None) -> None:
    source = parse_yaml(content.encode(), "x.yaml")
    assert source.data is None
    assert [(one.code, one.place.line) for one in source.findings] == [(code, line)]


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    source = parse_yaml(laughs.encode(), "x.yaml")
    assert {one.code for one in source.findings} == {"CAT-YAML-ALIAS"}


def test_other_encodings_are_refused_at_their_line() -> None:
    source = parse_yaml("a: 1\nb: ação\n".encode("latin-1"), "x.yaml")
    assert [(one.code, one.place.line) for one in source.findings] == [("CAT-YAML-NOT-UTF8", 2)]
    source = parse_yaml("a: 1\n".encode("utf-16"), "x.yaml")
    assert [one.code for one in source.findings] == ["CAT-YAML-NOT-UTF8"]


def test_a_large_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(content: bytes, file: str) -> None:
        raise AssertionError(f"{file}: {len(content)} bytes were parsed")

    monkeypatch.setattr(yaml_source, "parse_yaml", refuse)
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: " + b"x" * 20_000_000)
    assert [one.code for one in read_yaml(path).findings] == ["CAT-YAML-TOO-LARGE"]


def test_syntax_is_explained_in_portuguese() -> None:
    told = parse_yaml(b"a: [1, 2\nb: 3\n", "x.yaml").findings[0]
    assert told.message == "O YAML está malformado aqui: a lista entre colchetes não fecha."


@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!?|>'\"#\n \t,0", max_size=200))
def test_no_content_raises(content: bytes | str) -> None:
    source = parse_yaml(content if isinstance(content, bytes) else content.encode(), "x.yaml")
    assert (source.data is None) == bool(source.findings)
