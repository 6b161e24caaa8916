"""Bodies and query texts as the door takes them: strict JSON, and no text that a database can't hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ninja.parser import Parser
from pydantic_core import from_json

from honorarios.api import codes
from honorarios.api.call import Refused
from honorarios.core.findings import Place

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.datastructures import MultiValueDict

NUL: Final = "\0"
"""PostgreSQL has no text with one."""


class StrictParser(Parser):
    """Reads JSON with bounds on its depth and its numbers; NaN, infinities and NUL are refused."""

    def parse_body(self, request: HttpRequest) -> Any:  # noqa: ANN401 - whatever JSON says
        """The body's value.

        Raises:
            ValueError: Not JSON, too deep, or with a text that can't be kept.
        """
        # inf_nan: Python's own reader takes NaN for a number, which no other language's JSON has.
        found = from_json(request.body, allow_inf_nan=False, cache_strings="none")
        _refuse_nul(found)
        return found

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """The query's values; stops with API-VALUE at one that can't be kept."""
        for name, values in data.lists():
            if any(NUL in value for value in (name, *values)):
                field = name.replace(NUL, "")
                why = "o texto tem um caractere nulo"
                raise Refused(codes.BAD_VALUE.at(Place(field=field), field=field, why=why))
        found: dict[str, Any] = super().parse_querydict(data, list_fields, request)
        return found


def _refuse_nul(value: object) -> None:
    """Stop at a NUL character, wherever it is."""
    if isinstance(value, str):
        if NUL in value:
            raise ValueError("NUL in a text")
    elif isinstance(value, dict):
        for name, held in value.items():
            _refuse_nul(name)
            _refuse_nul(held)
    elif isinstance(value, list):
        for held in value:
            _refuse_nul(held)
