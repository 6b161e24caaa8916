"""Answers of services as HTTP responses: one envelope, findings as data, versions as ETags."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache, singledispatch
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar
from uuid import UUID

from django.http import HttpResponse
from pydantic import BaseModel, Field

from honorarios.api.statuses import status_of
from honorarios.core.findings import Finding
from honorarios.core.vocabulary import Term
from honorarios.services.outcomes import Refusal, Result

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

REPLAYED_HEADER: Final = "Idempotent-Replayed"


class Answer(BaseModel, Generic[T]):
    """What every route answers, refusals included."""

    value: T | None = Field(description="What was done or read; null where it was refused.")
    findings: list[Finding] = Field(description="Errors of a refusal, or warnings.")


@dataclass(frozen=True, slots=True)
class Document:
    """An answer that is a file or a page, not JSON."""

    content: bytes
    media_type: str
    file_name: str = ""
    """What a browser would save it as; empty: it is shown."""


def respond(result: Result[Any], tag_of: Callable[[Any], object] | None = None) -> HttpResponse:
    """The response of a service's answer; ``tag_of`` tells the version of its value, for the ETag."""
    if isinstance(result.value, Document) and result.ok:
        return _sent(result.value)
    response = HttpResponse(
        json.dumps(
            {
                "value": told(result.value),
                "findings": [finding.as_dict() for finding in result.findings],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ),
        content_type="application/json",
        status=status_of(result),
    )
    if result.ok and result.value is not None and tag_of is not None:
        response["ETag"] = f'"{tag_of(result.value)}"'
    if result.replayed:
        response[REPLAYED_HEADER] = "true"
    if result.refusal is Refusal.NOT_SIGNED_IN:
        response["WWW-Authenticate"] = "Bearer"
    return kept_private(response)


def _sent(document: Document) -> HttpResponse:
    response = HttpResponse(document.content, content_type=document.media_type)
    if document.file_name:
        response["Content-Disposition"] = f'attachment; filename="{document.file_name}"'
    # A page that is shown loads nothing and runs nothing.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return kept_private(response)


def kept_private(response: HttpResponse) -> HttpResponse:
    """The response, to be kept by nobody on its way: any of them may name a patient."""
    response["Cache-Control"] = "no-store"
    return response


@singledispatch
def told(value: Any) -> Any:  # noqa: ANN401 - what JSON holds
    """A service's value as what JSON holds; a finding as :meth:`Finding.as_dict` tells it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: told(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(f"no JSON for a {type(value).__name__}")


@told.register(type(None))
@told.register(bool)
@told.register(int)
@told.register(str)
def _plain(value: Any) -> Any:  # noqa: ANN401 - as above
    return value


@told.register
def _term(value: Term) -> str:
    return value.code_name


@told.register
def _word(value: StrEnum) -> str:
    return value.value


@told.register
def _member(value: Enum) -> Any:  # noqa: ANN401 - as above
    return value.value


@told.register
def _finding(value: Finding) -> dict[str, object]:
    return value.as_dict()


@told.register
def _moment(value: date) -> str:
    return value.isoformat()


@told.register
def _name(value: UUID) -> str:
    return str(value)


@told.register
def _number(value: Decimal) -> str:
    return f"{value:f}"


@told.register
def _object(value: Mapping) -> dict[str, Any]:  # type: ignore[type-arg] # of whatever to whatever
    return {str(name): told(held) for name, held in value.items()}


@told.register(tuple)
@told.register(list)
@told.register(frozenset)
def _list(value: Any) -> list[Any]:  # noqa: ANN401 - as above
    return [told(held) for held in value]


@told.register
def _model(value: BaseModel) -> dict[str, Any]:
    return value.model_dump(mode="json")


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
