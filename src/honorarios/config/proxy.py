"""Who calls: told by the one server in front that is trusted, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from waitress.proxy_headers import proxy_headers_middleware

from honorarios.config import environment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def told_by_proxy(application: WSGIApplication) -> WSGIApplication:
    """An application that believes ``HONORARIOS_PROXY`` who calls and whether by HTTPS.

    Such headers are taken out of anybody else's request.
    """
    told: dict[str, Any] = {}
    address = environment.proxy()
    if address:
        told = {
            "trusted_proxy": address,
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        }
    believed = proxy_headers_middleware(application, **told)

    def addressed(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # A server on a socket of files has no address of who calls.
        environ.setdefault("REMOTE_ADDR", "")
        return cast("Iterable[bytes]", believed(environ, start_response))

    return addressed
