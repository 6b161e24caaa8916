"""What a browser complains of while a test drives it: nothing, or the test fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import (
        BrowserContext,
        ConsoleMessage,
        Request,
        Response,
        WebError,
    )

REFUSED: Final = "Failed to load resource"
"""How the console tells of an answer of 4xx or 5xx; the answer itself is looked at instead."""
INTERRUPTED: Final = ("net::ERR_ABORTED",)
"""A request that a navigation cut short, or that the page itself gave up."""


class Watch:
    """Console errors (a refusal of the CSP is one), script errors, failed and foreign requests.

    A test that means to make one of them says so: ``watch.expect("net::ERR_INTERNET_DISCONNECTED")``.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.complaints: list[str] = []
        self._expected: list[str] = []
        self.follow(context)

    def follow(self, context: BrowserContext) -> None:
        """Look on in another window too."""
        context.on("console", self._console)
        context.on("weberror", self._script_error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def expect(self, *parts: str) -> None:
        """Complaints that contain one of these are meant."""
        self._expected.extend(parts)

    def left(self) -> list[str]:
        """The complaints that nobody expected."""
        return [
            complaint
            for complaint in self.complaints
            if not any(part in complaint for part in self._expected)
        ]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and REFUSED not in message.text:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _script_error(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme in {"http", "https", "ws", "wss"} and where.netloc != self.host:
            self.complaints.append(f"another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure not in INTERRUPTED:
            self.complaints.append(f"failed: {request.method} {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and "/static/" in response.url):
            self.complaints.append(f"{response.status}: {response.request.method} {response.url}")
