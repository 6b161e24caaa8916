"""A program that talks to the API with a member's key, over Django's own WSGI door."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.test import Client

from honorarios.services import tokens

if TYPE_CHECKING:
    from honorarios.services.actor import Actor

ROOT = "/api/v1"
keys = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the API answered."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def body(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(self.text)

    @property
    def value(self) -> Any:  # noqa: ANN401 - as above
        return self.body["value"]

    @property
    def codes(self) -> list[str]:
        return [finding["code"] for finding in self.body["findings"]]

    @property
    def done(self) -> Any:  # noqa: ANN401 - as above
        """The value of a request that was done."""
        assert self.status == 200, self.text
        return self.value


@dataclass(frozen=True, slots=True)
class Program:
    """A client of the API; ``key`` None comes in without one."""

    key: str | None
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,  # noqa: ANN401 - whatever JSON holds, or bytes as they are
        **headers: str,
    ) -> Reply:
        """Send a request; ``if_match="3"`` is a header. What makes money gets a key of its own."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.key is not None:
            sent.setdefault("Authorization", f"Bearer {self.key}")
        if method == "POST":
            sent.setdefault("Idempotency-Key", f"test-{next(keys)}")
        data = body if isinstance(body, bytes) else json.dumps({} if body is None else body)
        response = self.client.generic(
            method,
            ROOT + path,
            b"" if method == "GET" else data,
            content_type=sent.pop("content-type", "application/json"),
            headers=sent,
        )
        return Reply(
            response.status_code, dict(response.headers), response.content.decode(errors="replace")
        )

    def get(self, path: str, **headers: str) -> Reply:
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Reply:  # noqa: ANN401 - as above
        return self.ask("POST", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> Reply:  # noqa: ANN401 - as above
        return self.ask("PATCH", path, body, **headers)


def program(actor: Actor) -> Program:
    """A program that acts for a member."""
    return Program(tokens.issue(actor=actor, label="Teste").require().key)
