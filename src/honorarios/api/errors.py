"""What stops a request before, or in spite of, the services: told as findings, never as a trace."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, InterfaceError
from ninja.errors import AuthenticationError, HttpError, ValidationError

from honorarios.api import codes
from honorarios.api.answers import respond
from honorarios.api.call import Refused
from honorarios.core.findings import Place
from honorarios.planning.days import YEARS
from honorarios.services import codes as service_codes
from honorarios.services.failures import meaning
from honorarios.services.outcomes import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest, HttpResponse
    from ninja import NinjaAPI

    from honorarios.core.findings import Finding

log: Final = logging.getLogger(__name__)

LONGEST_FIELD: Final = 200
KINDS: Final = frozenset({"int", "str", "bool", "constrained-int", "constrained-str"})
"""What pydantic puts after the name of a field that may be of several kinds."""
WHY: Final[Mapping[str, str]] = {
    "int_type": "é um número inteiro",
    "int_parsing": "é um número inteiro",
    "int_parsing_size": "o número é grande demais",
    "int_from_float": "é um número inteiro",
    "string_type": "é um texto",
    "string_unicode": "o texto não é UTF-8",
    "string_too_long": "o texto é longo demais",
    "string_too_short": "o texto é curto demais",
    "string_pattern_mismatch": "o texto não tem a forma pedida",
    "bool_type": "é verdadeiro ou falso",
    "bool_parsing": "é verdadeiro ou falso",
    "list_type": "é uma lista",
    "tuple_type": "é uma lista",
    "too_long": "há itens demais",
    "too_short": "faltam itens",
    "model_attributes_type": "é um objeto",
    "model_type": "é um objeto",
    "dict_type": "é um objeto",
    "literal_error": "não é um dos valores aceitos",
    "enum": "não é um dos valores aceitos",
    "greater_than_equal": "o número é pequeno demais",
    "less_than_equal": "o número é grande demais",
    "date_type": "é uma data: AAAA-MM-DD",
    "date_parsing": "é uma data: AAAA-MM-DD",
    "date_from_datetime_parsing": "é uma data: AAAA-MM-DD",
    "datetime_type": "é uma data com hora: AAAA-MM-DDTHH:MM",
    "datetime_parsing": "é uma data com hora: AAAA-MM-DDTHH:MM, de 00:00 a 23:59",
    "datetime_from_date_parsing": "é uma data com hora: AAAA-MM-DDTHH:MM, de 00:00 a 23:59",
    "year_range": f"o ano vai de {YEARS[0]} a {YEARS[-1]}",
    "timezone_naive": "a hora é a do local, sem fuso",
    "uuid_parsing": "é um UUID",
    "uuid_type": "é um UUID",
    "decimal_parsing": "é um número decimal, com ponto",
    "decimal_type": "é um número decimal, com ponto",
}
"""What pydantic's kinds of errors are in Portuguese; the others are a value of another kind."""


ADDRESSES: Final = "/api/"
"""How the addresses of the API begin."""


def install(api: NinjaAPI) -> None:
    """Have the API answer every exception as findings."""
    handlers: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
        Exception: _failed,
        Refused: lambda _, stop: _refused(*stop.findings),
        ValidationError: lambda _, bad: _invalid(bad),
        AuthenticationError: lambda *_: _refused(service_codes.NO_TOKEN.at(Place())),
        HttpError: lambda *_: _refused(codes.UNREADABLE_BODY.at(Place())),
        RequestDataTooBig: lambda *_: _refused(codes.BODY_TOO_LARGE.at(Place())),
        SuspiciousOperation: bad_request,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def unknown_address(
    request: HttpRequest,  # noqa: ARG001 - Django's signature
    exception: Exception | None = None,  # noqa: ARG001 - as above
) -> HttpResponse:
    """Django's ``handler404``."""
    return _refused(codes.NO_ADDRESS.at(Place()))


def bad_request(
    request: HttpRequest,  # noqa: ARG001 - Django's signature
    exception: Exception | None = None,  # noqa: ARG001 - as above
) -> HttpResponse:
    """Django's ``handler400``."""
    return _refused(codes.BAD_REQUEST.at(Place()))


def told_methods(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware: a method that an address doesn't have is told as a finding, like all else."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = get_response(request)
        refused = given.status_code == HTTPStatus.METHOD_NOT_ALLOWED
        if not refused or not request.path_info.startswith(ADDRESSES):
            return given
        allowed = given.headers.get("Allow", "")
        place, method = Place(), request.method
        response = _refused(codes.NO_METHOD.at(place, method=method, allowed=allowed))
        response["Allow"] = allowed
        return response

    return answer


def failure(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Django's ``handler500``."""
    return _refused(codes.FAILED.at(Place()))


def _failed(request: HttpRequest, problem: Exception) -> HttpResponse:
    """A fault of the program, or the database's being away where no service catches it."""
    if isinstance(problem, DatabaseError | InterfaceError):
        told = meaning(problem)
        if told is not None:
            return _refused(told)
    # The log says where and which kind of error, never its text (honorarios.config.logs).
    log.error("%s %s failed", request.method, request.resolver_match, exc_info=problem)
    return failure(request)


def _invalid(bad: ValidationError) -> HttpResponse:
    errors: list[dict[str, Any]] = bad.errors
    if any(error["loc"][0] == "path" for error in errors):
        # An address that names nothing is as absent as a number that nobody has.
        return _refused(service_codes.NOT_FOUND.at(Place(), what="O registro"))
    # A value that may be of several kinds is told once, not as none of each.
    found = {finding.place.field: finding for finding in map(_finding, reversed(errors))}
    return _refused(*reversed(found.values()))


def _finding(error: dict[str, Any]) -> Finding:
    """What pydantic says of a field, without the value, which may be anybody's."""
    source, *path = error["loc"]
    names = [str(name) for name in (path[1:] if source == "body" else path)]
    if names and (names[-1] in KINDS or "[" in names[-1]):
        names.pop()
    field = ".".join(names)[:LONGEST_FIELD] or str(source)
    place = Place(field=field)
    if error["type"] == "extra_forbidden":
        return codes.UNKNOWN_FIELD.at(place, field=field)
    if error["type"] == "missing":
        return codes.MISSING_FIELD.at(place, field=field)
    return codes.BAD_VALUE.at(place, field=field, why=WHY.get(error["type"], "é de outro tipo"))


def _refused(*findings: Finding) -> HttpResponse:
    return respond(Result(findings=findings))
