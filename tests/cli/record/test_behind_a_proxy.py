"""Who calls, behind a proxy: told by the one proxy that is trusted, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest

from honorarios.config.proxy import told_by_proxy
from tests.web.server import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TOLD = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answers who it thinks is calling, by what, and the header that it was left."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    header = environ.get("HTTP_X_FORWARDED_PROTO", "-")
    return [f"{environ['REMOTE_ADDR']} {environ['wsgi.url_scheme']} {header}".encode()]


@pytest.mark.parametrize(
    ("proxy", "seen"),
    [
        ("127.0.0.1", "203.0.113.7 https https"),
        ("192.0.2.1", "127.0.0.1 http -"),
        ("", "127.0.0.1 http -"),
    ],
    ids=["the trusted proxy", "somebody else", "no proxy"],
)
def test_only_the_trusted_proxy_says_who_calls(
    monkeypatch: pytest.MonkeyPatch, proxy: str, seen: str
) -> None:
    monkeypatch.setenv("HONORARIOS_PROXY", proxy)
    with (
        served(told_by_proxy(application), clear_untrusted_proxy_headers=False) as address,
        urlopen(Request(f"{address}/", headers=TOLD)) as answer,  # noqa: S310 - our own server
    ):
        assert answer.read().decode() == seen
