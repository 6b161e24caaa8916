"""Running the command line within the tests: what it says on each stream and how it ends."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from honorarios.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:  # noqa: ANN401 - whatever the command told
        """What it told programs."""
        return json.loads(self.out)


def runner(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """A function that runs ``honorarios`` with some words."""

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["honorarios", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run
