"""Routes: each names the operation that it asks for, the answer it gives, and the headers it takes."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import BaseModel

from honorarios.api import codes
from honorarios.api.answers import Answer, respond
from honorarios.api.call import KEY_HEADER, MATCH_HEADER, Asked, Refused, call_of
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from honorarios.services.operations import Operation

View = TypeVar("View", bound="Callable[..., Any]")

OPERATION: Final = "x-operation"
"""Where the OpenAPI document names the operation whose permission a route asks for."""
REFUSED: Final = {
    "description": "O pedido foi recusado; os achados dizem por quê.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Refused"}}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What is the same about every route, said once."""

    method: str
    path: str
    operation: Operation | None
    """Whose permission it asks for; None where whoever is signed in may."""
    answer: object
    """Type of the value; None where it is a file."""
    key: Asked = Asked.NO
    match: Asked = Asked.NO
    tag_of: Callable[[Any], object] | None = None
    """The version of the value, for its ETag."""
    media: tuple[str, ...] = ()
    """Types that it may answer besides JSON."""
    body: Mapping[str, Any] | None = None
    """What OpenAPI says of a raw body."""


class Door(Router):
    """The routes of one noun."""

    def reads(
        self,
        path: str,
        operation: Operation | None,
        answer: object,
        **more: Any,  # noqa: ANN401 - fields of Route
    ) -> Callable[[View], View]:
        """A GET."""
        route = Route(method="GET", path=path, operation=operation, answer=answer, **more)
        return lambda view: self._open(route, view)

    def writes(
        self,
        path: str,
        operation: Operation | None,
        answer: object,
        **more: Any,  # noqa: ANN401 - as above
    ) -> Callable[[View], View]:
        """A POST, or another method; what makes money requires an idempotency key."""
        given = {"method": "POST", "key": Asked.OPTIONAL, **more}
        route = Route(path=path, operation=operation, answer=answer, **given)
        return lambda view: self._open(route, view)

    def _open(self, route: Route, view: View) -> View:
        signature = inspect.signature(view, eval_str=True)
        known = _query_names(signature, route.path)

        @wraps(view)
        def answered(request: HttpRequest, **given: Any) -> HttpResponse:  # noqa: ANN401 - the view's
            _refuse_unknown(request, known)
            call = call_of(request, key=route.key, match=route.match)
            # What was only tried has no version that anybody could name.
            return respond(view(call, **given), None if given.get("dry_run") else route.tag_of)

        answered.__signature__ = _with_request(signature)  # type: ignore[attr-defined] # a function's own
        title, _, details = inspect.cleandoc(view.__doc__ or "").partition("\n")
        self.add_api_operation(
            route.path,
            [route.method],
            answered,
            response={200: _answer(route)},
            operation_id=f"{_noun(view)}.{view.__name__}",
            summary=title.rstrip("."),
            description=details.strip() or None,
            openapi_extra=_described(route),
        )
        return view


def _noun(view: Callable[..., Any]) -> str:
    """The module, or the package, of the routes that a view is among."""
    _, _, place = view.__module__.rpartition(".routes.")
    return place.partition(".")[0]


def _answer(route: Route) -> object:
    """The model of what a route answers when it did what was asked."""
    made: Any = Answer
    return None if route.answer is None else made[route.answer]


def _with_request(signature: inspect.Signature) -> inspect.Signature:
    """The view's signature as ninja reads it: the request in the place of the call."""
    _call, *others = signature.parameters.values()
    request = inspect.Parameter(
        "request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest
    )
    return signature.replace(parameters=[request, *others], return_annotation=HttpResponse)


def _query_names(signature: inspect.Signature, path: str) -> frozenset[str]:
    """The names that a route reads from the query."""
    names: set[str] = set()
    for parameter in list(signature.parameters.values())[1:]:
        held = getattr(parameter.annotation, "__origin__", parameter.annotation)
        if isinstance(held, type) and issubclass(held, BaseModel):
            names |= set(held.model_fields)
        elif f"{{{parameter.name}}}" not in path:
            names.add(parameter.name)
    return frozenset(names)


def _refuse_unknown(request: HttpRequest, known: frozenset[str]) -> None:
    """Stop where the query has a name that nobody reads: a misspelt filter would list everything."""
    unknown = [name for name in request.GET if name not in known]
    if unknown:
        raise Refused(
            *(codes.UNKNOWN_FIELD.at(Place(field=name[:80]), field=name[:80]) for name in unknown)
        )


def _described(route: Route) -> dict[str, Any]:
    """What the OpenAPI document says of a route besides its parameters and its answer."""
    described: dict[str, Any] = {
        "parameters": list(_headers(route)),
        "responses": {"default": REFUSED},
    }
    if route.operation is not None:
        described[OPERATION] = route.operation.value
    if route.media:
        held = {kind: {"schema": {"type": "string"}} for kind in route.media}
        described["responses"][200] = {"content": held}
    if route.body is not None:
        described["requestBody"] = route.body
    return described


def _headers(route: Route) -> Iterator[dict[str, Any]]:
    if route.key is not Asked.NO:
        told = (
            "Chave escolhida por quem pede: repetido com ela, o pedido tem a resposta do primeiro."
        )
        yield _header(KEY_HEADER, route.key, told, {"minLength": 1, "maxLength": 255})
    if route.match is not Asked.NO:
        told = "A versão que a pessoa viu, entre aspas: outra, a esta altura, é recusada com 412."
        yield _header(MATCH_HEADER, route.match, told, {"pattern": '^"[!#-~]{1,80}"$'})


def _header(name: str, asked: Asked, told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "in": "header",
        "name": name,
        "required": asked is Asked.REQUIRED,
        "description": told,
        "schema": {"type": "string", **schema},
    }
