"""A request as a route sees it: who asks, its idempotency key, and the version that the person saw."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NoReturn

from honorarios.api import codes
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from django.http import HttpRequest

    from honorarios.core.findings import Code, Finding
    from honorarios.services.actor import Actor

KEY_HEADER: Final = "Idempotency-Key"
MATCH_HEADER: Final = "If-Match"
_TAG = re.compile(r'"([!#-~]{1,80})"')
_VERSION = re.compile(r"[1-9]\d{0,8}")


class Asked(Enum):
    """Whether a route takes a header."""

    NO = "no"
    OPTIONAL = "optional"
    REQUIRED = "required"


class Refused(Exception):  # noqa: N818 - it is an answer on its way, not an error
    """Stops a request at the door with the findings that it answers."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


def refuse(code: Code, field: str = "", **values: object) -> NoReturn:
    """Stop here and answer this finding."""
    raise Refused(code.at(Place(field=field), **values))


@dataclass(frozen=True, slots=True)
class Call:
    """What a route is given besides its own parameters."""

    actor: Actor
    request: HttpRequest
    """For what no parameter says: a raw body."""
    key: str | None = None
    """Idempotency key."""
    tag: str | None = None
    """What If-Match says, without its quotes."""

    @property
    def version(self) -> int | None:
        """The version number that If-Match says."""
        if self.tag is None:
            return None
        if not _VERSION.fullmatch(self.tag):
            refuse(codes.BAD_MATCH, MATCH_HEADER)
        return int(self.tag)

    @property
    def required_version(self) -> int:
        """The version number, on a route that requires one."""
        return self.version or refuse(codes.MATCH_REQUIRED, MATCH_HEADER)


def call_of(request: HttpRequest, *, key: Asked, match: Asked) -> Call:
    """The call of a request; stops where a required header is missing, or can't be read."""
    actor: Actor = request.auth  # type: ignore[attr-defined] # ninja puts there what authenticates
    return Call(
        actor=actor,
        request=request,
        key=_header(request, KEY_HEADER, key, codes.KEY_REQUIRED),
        tag=_tag(_header(request, MATCH_HEADER, match, codes.MATCH_REQUIRED)),
    )


def _header(request: HttpRequest, name: str, asked: Asked, missing: Code) -> str | None:
    if asked is Asked.NO:
        return None
    given = request.headers.get(name)
    if given is None and asked is Asked.REQUIRED:
        refuse(missing, name)
    if given is not None and not given.isprintable():
        refuse(codes.BAD_REQUEST, name)
    return given


def _tag(header: str | None) -> str | None:
    if header is None:
        return None
    found = _TAG.fullmatch(header.strip())
    return found[1] if found else refuse(codes.BAD_MATCH, MATCH_HEADER)
