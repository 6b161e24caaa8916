"""The one table from what a service or the door refuses to the HTTP status that says it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from honorarios.api import codes
from honorarios.services.outcomes import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.outcomes import Result

OF_REFUSALS: Final[Mapping[Refusal, HTTPStatus]] = {
    Refusal.INVALID: HTTPStatus.UNPROCESSABLE_ENTITY,
    Refusal.NOT_SIGNED_IN: HTTPStatus.UNAUTHORIZED,
    Refusal.FORBIDDEN: HTTPStatus.FORBIDDEN,
    Refusal.NOT_FOUND: HTTPStatus.NOT_FOUND,
    Refusal.STATE: HTTPStatus.CONFLICT,
    Refusal.STALE: HTTPStatus.PRECONDITION_FAILED,
    Refusal.IN_FLIGHT: HTTPStatus.CONFLICT,
    Refusal.KEY_REUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
    Refusal.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
}
OF_CODES: Final[Mapping[str, HTTPStatus]] = {
    codes.UNREADABLE_BODY.name: HTTPStatus.BAD_REQUEST,
    codes.BAD_REQUEST.name: HTTPStatus.BAD_REQUEST,
    codes.KEY_REQUIRED.name: HTTPStatus.BAD_REQUEST,
    codes.BAD_MATCH.name: HTTPStatus.BAD_REQUEST,
    codes.MATCH_REQUIRED.name: HTTPStatus.PRECONDITION_REQUIRED,
    codes.BODY_TOO_LARGE.name: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    codes.NO_ADDRESS.name: HTTPStatus.NOT_FOUND,
    codes.NO_METHOD.name: HTTPStatus.METHOD_NOT_ALLOWED,
    codes.FAILED.name: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""Of the door's own findings; the others are 422."""


def status_of(result: Result[Any]) -> HTTPStatus:
    """200 of what was done; else the status of the first error."""
    refusal = result.refusal
    if refusal is None:
        return HTTPStatus.OK
    own = (OF_CODES.get(finding.code) for finding in result.findings)
    return next((status for status in own if status), OF_REFUSALS[refusal])
